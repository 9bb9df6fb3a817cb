extension LegalDocument {
    /// Something odd in a document's metadata that a person should look at; never corrected by us.
    public struct Query: Hashable, Sendable {
        /// What kind of oddity it is; stable, for tests and filters.
        public let code: String
        /// The column that it is about.
        public let field: String
        public let message: Bilingual

        init(_ code: String, _ field: String, vi: String, en: String) {
            self.code = code
            self.field = field
            message = Bilingual(vi: vi, en: en)
        }
    }

    /// Everything odd that the document shows by itself, by its text and by what it cites.
    ///
    /// The cases are errors met in real metadata: portals that show the day of passing as the first day
    /// in force, placeholders, symbols mixed up with kinds, citations with a wrong year. Nothing is
    /// refused for it, because the record quotes its source. The day on which it was entered is one by
    /// which it must be signed. Ours, from that collection.
    public func queries(
        text: LegalTextFacts? = nil, bases: [LegalBasis] = [], recordedOn: Day
    ) -> [Query] {
        symbolQueries + dayQueries(recordedOn) + wordQueries + textQueries(text)
            + bases.flatMap(basisQueries)
    }

    private var symbolQueries: [Query] {
        guard let read = Symbol(symbol) else { return [unreadable] }
        var queries: [Query] = []
        if signedOn >= Symbol.yearsSince, details.nature != .policy {
            switch (read.form, details.nature) {
            case (.normative, .individual) where read.kind != .law:
                queries.append(
                    Query(
                        "symbol.normative-form", "nature",
                        vi:
                            "Số có năm là thể thức của văn bản quy phạm, nhưng văn bản ghi là văn bản hành chính.",
                        en:
                            "A number with a year is the form of a normative document, yet it is recorded as individual."
                    ))
            case (.individual, .normative), (.letter, .normative), (.party, .normative):
                queries.append(
                    Query(
                        "symbol.individual-form", "nature",
                        vi:
                            "Ghi là văn bản quy phạm nhưng số không có năm ban hành như thể thức của văn bản quy phạm.",
                        en:
                            "Recorded as normative, yet its number has no year as normative documents have."
                    ))
            default: break
            }
        }
        if read.form == .letter, details.kind != .letter {
            queries.append(
                Query(
                    "symbol.letter", "kind",
                    vi: "Ký hiệu \(symbol) có dạng công văn, không phải \(details.kind.title.vi).",
                    en:
                        "The symbol \(symbol) has the form of a letter, not of a \(details.kind.title.en)."
                ))
        } else if let kind = read.kind, kind != details.kind, !details.kind.isPolicy {
            queries.append(
                Query(
                    "symbol.kind", "kind",
                    vi:
                        "Ký hiệu \(symbol) là của \(kind.title.vi), không phải \(details.kind.title.vi).",
                    en:
                        "The symbol \(symbol) is that of a \(kind.title.en), not of a \(details.kind.title.en)."
                ))
        } else if read.kind == nil, read.form == .normative || read.form == .party {
            queries.append(
                Query(
                    "symbol.letters", "symbol",
                    vi: "Không biết chữ viết tắt “\(read.parts[0])” trong ký hiệu \(symbol).",
                    en: "The letters “\(read.parts[0])” in the symbol \(symbol) are not known."))
        }
        if let organ = read.organ, !organ.agrees(with: details.organ) {
            queries.append(
                Query(
                    "symbol.organ", "organ",
                    vi: "Ký hiệu \(symbol) không phải của \(details.organ.title.vi).",
                    en: "The symbol \(symbol) is not one of the \(details.organ.title.en)."))
        }
        if let year = read.year.flatMap({ Int($0) }), year != signedOn.year {
            queries.append(
                Query(
                    "symbol.year", "signed_on",
                    vi: "Năm trong số (\(year)) khác năm ký (\(signedOn.year)).",
                    en:
                        "The year in the number (\(year)) is not that of the signature (\(signedOn.year))."
                ))
        }
        return queries
    }

    private var unreadable: Query {
        let startsWithLetter = symbol.unicodeScalars.first?.properties.isAlphabetic ?? false
        return startsWithLetter && symbol.unicodeScalars.contains("/")
            ? Query(
                "symbol.word", "symbol",
                vi: "Ký hiệu “\(symbol)” lẫn tên loại văn bản trước số; hãy đối chiếu bản chính.",
                en: "The symbol “\(symbol)” has a word before its number; compare the original.")
            : Query(
                "symbol.unreadable", "symbol",
                vi:
                    "Không đọc được số, ký hiệu “\(symbol)”; dạng thường gặp: 30/2018/QĐ-UBND, 95/KH-UBND.",
                en:
                    "The symbol “\(symbol)” cannot be read; usual forms: 30/2018/QĐ-UBND, 95/KH-UBND."
            )
    }

    private func dayQueries(_ recordedOn: Day) -> [Query] {
        var queries: [Query] = []
        if signedOn > recordedOn {
            queries.append(
                Query(
                    "day.future", "signed_on",
                    vi: "Ngày ký \(signedOn.vi) sau ngày ghi vào hệ thống.",
                    en: "It was signed on \(signedOn.en), after it was recorded."))
        }
        if let published = details.publishedOn, published < signedOn {
            queries.append(
                Query(
                    "day.published", "published_on",
                    vi: "Ngày công bố \(published.vi) trước ngày ký \(signedOn.vi).",
                    en: "Published on \(published.en), before it was signed on \(signedOn.en)."))
        }
        guard let inForce = details.inForceOn else { return queries }
        if inForce < signedOn {
            queries.append(
                Query(
                    "day.in-force", "in_force_on",
                    vi: "Ngày có hiệu lực \(inForce.vi) trước ngày ký \(signedOn.vi).",
                    en: "In force on \(inForce.en), before it was signed on \(signedOn.en)."))
        } else if inForce == signedOn, details.nature == .normative {
            queries.append(
                Query(
                    "day.same", "in_force_on",
                    vi:
                        "Ngày có hiệu lực trùng ngày ký; cổng thông tin hay ghi nhầm ngày ký thành ngày có hiệu lực, xin đối chiếu điều khoản thi hành.",
                    en:
                        "In force on the day of signing; portals often show the one for the other, so compare the article on commencement."
                ))
        } else if inForce - signedOn > Self.longestWait {
            queries.append(
                Query(
                    "day.late", "in_force_on",
                    vi: "Ngày có hiệu lực \(inForce.vi) sau ngày ký hơn hai năm.",
                    en: "In force on \(inForce.en), more than two years after the signature."))
        }
        return queries
    }

    /// Days from the signature beyond which the first day in force is looked at again: ours.
    private static let longestWait = 731

    private var wordQueries: [Query] {
        let words = [
            ("title", title), ("signer", details.signer), ("field", details.field),
            ("declared_status", details.declaredStatus), ("symbol", symbol),
        ]
        var queries = words.filter { Self.placeholders.contains(Vietnamese.folded($0.1)) }.map {
            Query(
                "word.placeholder", $0.0,
                vi: "“\($0.1)” là chữ giữ chỗ của nguồn, không phải thông tin.",
                en: "“\($0.1)” is the source's placeholder, not information.")
        }
        if !details.declaredStatus.isEmpty, details.status == nil,
            !Self.placeholders.contains(Vietnamese.folded(details.declaredStatus))
        {
            queries.append(
                Query(
                    "status.unknown", "declared_status",
                    vi: "“\(details.declaredStatus)” không phải là một tình trạng hiệu lực.",
                    en: "“\(details.declaredStatus)” is no status that is known."))
        }
        return queries
    }

    /// "Đã biết" is what portals show to anonymous readers in place of the status.
    private static let placeholders: Set<String> = [
        "dang cap nhat", "da biet", "chua cap nhat", "dang cap nhap", "khong xac dinh", "n a",
        "null", "dang doi",
    ]

    private func textQueries(_ text: LegalTextFacts?) -> [Query] {
        guard let text else { return [] }
        var queries: [Query] = []
        if !text.symbol.isEmpty, text.symbol != symbol {
            queries.append(
                Query(
                    "text.symbol", "symbol",
                    vi: "Toàn văn ghi số \(text.symbol), sổ ghi \(symbol).",
                    en: "The text bears the symbol \(text.symbol), the register \(symbol)."))
        }
        if let signed = text.signedOn, signed != signedOn {
            queries.append(
                Query(
                    "text.signed", "signed_on",
                    vi: "Toàn văn ghi ngày ký \(signed.vi), sổ ghi \(signedOn.vi).",
                    en: "The text was signed on \(signed.en), by the register on \(signedOn.en)."))
        }
        if let inForce = text.inForceOn, let said = details.inForceOn, inForce != said {
            queries.append(
                Query(
                    "text.in-force", "in_force_on",
                    vi:
                        "Điều khoản thi hành ghi ngày có hiệu lực \(inForce.vi), sổ ghi \(said.vi).",
                    en: "Its own article says in force on \(inForce.en), the register \(said.en)."))
        }
        return queries
    }

    private func basisQueries(_ basis: LegalBasis) -> [Query] {
        var queries: [Query] = []
        let name = basis.symbol.isEmpty ? String(basis.text.prefix(80)) : basis.symbol
        let read = Symbol(basis.symbol)
        if let dated = basis.datedOn {
            if dated > signedOn {
                queries.append(
                    Query(
                        "basis.later", "bases",
                        vi: "Căn cứ “\(name)” ngày \(dated.vi), sau ngày ký \(signedOn.vi).",
                        en: "It rests on “\(name)” of \(dated.en), after it was signed itself."))
            } else if read?.kind == .proposal, dated.year < signedOn.year {
                queries.append(
                    Query(
                        "basis.proposal", "bases",
                        vi: "Tờ trình \(name) đề ngày \(dated.vi), từ năm trước năm ký.",
                        en:
                            "The proposal \(name) is dated \(dated.en), of a year before the signature."
                    ))
            }
            if let year = read?.year.flatMap({ Int($0) }), year != dated.year {
                queries.append(
                    Query(
                        "basis.year", "bases",
                        vi: "Căn cứ \(name) đề ngày \(dated.vi), khác năm trong số.",
                        en: "The basis \(name) is dated \(dated.en), not of the year in its number."
                    ))
            }
        }
        if !basis.symbol.isEmpty, read == nil {
            queries.append(
                Query(
                    "basis.symbol", "bases", vi: "Không đọc được ký hiệu căn cứ “\(basis.symbol)”.",
                    en: "The symbol “\(basis.symbol)” of a basis cannot be read."))
        }
        if let law = KnownLaw.misdated(in: basis) {
            queries.append(
                Query(
                    "basis.law", "bases",
                    vi: "Không có \(law.title.vi) năm \(law.year); xin đối chiếu căn cứ “\(name)”.",
                    en: "No year \(law.year) is known for \(law.title.en); compare “\(name)”."))
        }
        return queries
    }
}

extension LegalDocument.Symbol {
    /// From this day normative documents of a province bear the year in their number.
    ///
    /// Source: 31/2004/QH11, in force 01/4/2005.
    static let yearsSince = Day(number: 12_874)
}

extension LegalDocument.Kind {
    /// Policies come in documents of any kind, so that a symbol cannot contradict them.
    var isPolicy: Bool { self == .orientation || self == .regime || self == .policy }
}

extension LegalDocument.Organ {
    /// A committee and its chairman share one book of numbers: both sign as UBND.
    fileprivate func agrees(with other: LegalDocument.Organ) -> Bool {
        self == other || [self, other].allSatisfy { $0 == .committee || $0 == .chairman }
    }
}

extension KnownLaw {
    /// The law that the citation names with a year in which none of that name was passed.
    static func misdated(in basis: LegalBasis) -> (title: Bilingual, year: Int)? {
        let words = Vietnamese.folded(basis.text)
        for law in all {
            guard let place = words.firstRange(of: law.name) else { continue }
            let rest = words[place.upperBound...].split(separator: " ").prefix(12)
            guard let mark = rest.firstIndex(of: "nam"), mark + 1 < rest.endIndex,
                let year = Int(rest[mark + 1]), !law.years.contains(year)
            else { continue }
            return (law.title, year)
        }
        return nil
    }
}
