import Domain
import Store

/// Makes the register of documents: what it holds, filters, one page of lines.
struct LegalDocumentListBuilder {
    static let pageLength = 50
    /// Beyond this a list says only that there are more.
    static let countLimit = 1_000

    let year: Int
    let language: Language
    let chosen: Day?
    let asked: AskedDay
    let tree: AgencyTree
    let query: LegalDocumentQuery
    let count: Int
    /// The normative ones of the list by judgement: all four met, not in order, not checked.
    let judged: [LegalDocumentFilter.Judged: Int]
    let fields: [String]
    /// One more than a page holds when there are more.
    let documents: [ListedLegalDocument]
    let outside: [OutsideIssuer]
    /// Where each of them stands on the day asked.
    let states: [LegalDocument.ID: EffectState]
    let mayRecord: Bool
    let scope: LegalScope
    let maySettle: Bool

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func listPage() -> RecordListPage {
        let shown = documents.prefix(Self.pageLength)
        return RecordListPage(
            language: language, title: title, lede: lede, kinds: [],
            actions: actions,
            files: ["csv", "xlsx"].map {
                Link($0.uppercased(), address(RecordKind.documents.file(year, $0)))
            },
            filter: filter,
            caption: asked.hasEnded
                ? text("Tính đến hết ngày \(asked.day.vi)", "At the end of \(asked.day.en)")
                : text("Tính đến ngày \(asked.day.vi)", "On \(asked.day.en)"),
            headings: [
                text("Số, ký hiệu", "Symbol"), text("Trích yếu", "Title"),
                text("Cơ quan ban hành", "Issuer"), text("Ngày ký", "Signed"),
                text("Hiệu lực từ", "In force from"), text("Tình trạng", "Effect"),
                text("Kiểm tra", "Judgement"),
                text("Cần xem lại", "To look at"),
            ].enumerated().map {
                RecordListPage.Heading(
                    text: $0.element, order: $0.offset == 3 ? .descending : nil,
                    isNumber: $0.offset == 7)
            },
            rows: shown.map(row), pager: pager(shown.last),
            none: text("Không có văn bản nào khớp với bộ lọc.", "No document matches the filter."))
    }

    private var actions: [Link] {
        var actions = [
            Link(
                text("Tìm toàn văn", "Search texts"),
                Paths.changed(Paths.legalSearch, [("on", chosen?.text)]))
        ]
        if mayRecord {
            actions += [
                Link(text("Ghi văn bản", "Record a document"), RecordKind.documents.new(year)),
                Link(text("Nhập từ tệp", "Import a file"), RecordKind.documents.imports(year)),
            ]
        }
        if maySettle {
            actions.append(
                Link(text("Cấp được tính", "Whose count"), Paths.legalScope(year)))
        }
        return actions
    }

    private var title: String {
        if count > Self.countLimit {
            return text(
                "Hơn \(Written.number(Self.countLimit, .vi)) văn bản",
                "More than \(Written.number(Self.countLimit, .en)) documents")
        }
        return text(
            "\(Written.count(count, .vi)) văn bản",
            Written.english(count, "document", "documents").capitalisedFirst)
    }

    private var lede: String {
        let (met, unmet, unchecked) = (
            judged[.met] ?? 0, judged[.unmet] ?? 0, judged[.unchecked] ?? 0
        )
        let all = text(
            "Văn bản quy phạm pháp luật ký trong năm \(year): \(Written.count(met + unmet + unchecked, .vi)), trong đó đúng cả bốn mặt \(Written.count(met, .vi)), chưa đúng \(Written.count(unmet, .vi)), chưa kiểm tra \(Written.count(unchecked, .vi)).",
            "Normative documents signed in \(year): \(met + unmet + unchecked), of which \(met) met all four conditions and \(unmet) did not; not yet checked: \(unchecked)."
        )
        guard !scope.isWhole else { return all }
        let levels = Written.list(scope.levels.map { $0.title[language].lowercased() }, language)
        return all
            + text(
                " Chỉ tiêu chỉ tính văn bản của: \(levels) (\(scope.source)).",
                " The target counts those of: \(levels) (\(scope.source)).")
    }

    private func row(_ document: ListedLegalDocument) -> RecordListPage.Row {
        let body = tree.body(document.issuer)
        let path = Paths.legalDocument(document.number, on: chosen)
        let issuer =
            outside.first { $0.id == document.issuer }?.name[language]
            ?? document.organ.named(body?.version.nameInSentence ?? "", language)
        return RecordListPage.Row(cells: [
            RecordListPage.Cell(text: document.symbol, path: path),
            RecordListPage.Cell(
                text:
                    "\(document.kind.title[language].capitalisedFirst): \(document.title.shortened(to: 200))"
            ),
            RecordListPage.Cell(
                text: issuer, path: body.map { Paths.agency($0.code, on: chosen) }),
            RecordListPage.Cell(text: document.signedOn[language]),
            RecordListPage.Cell(text: document.inForceOn?[language] ?? ""),
            RecordListPage.Cell(badge: states[document.id].map { Badge($0, language) }),
            RecordListPage.Cell(
                badge: document.nature == .normative
                    ? RecordKind.State(
                        document.answers, judgedOn: document.judgedOn,
                        questionedOn: document.questionedOn, asked.day
                    ).badge(language) : nil),
            RecordListPage.Cell(
                text: document.queryCount == 0
                    ? "" : Written.number(document.queryCount, language)),
        ])
    }

    private var filter: RecordListPage.Filter {
        let filter = query.filter
        func all(_ vi: String = "Tất cả", _ en: String = "All") -> Field.Choice {
            Field.Choice(value: "", text: text(vi, en))
        }
        func choice(_ value: String, _ vi: String, _ en: String, _ isChosen: Bool) -> Field.Choice {
            Field.Choice(value: value, text: text(vi, en).capitalisedFirst, isChosen: isChosen)
        }
        return RecordListPage.Filter(
            path: RecordKind.documents.list(year),
            fields: [
                Field(
                    name: "q", label: text("Tìm (số, trích yếu)", "Search"), value: filter.search),
                Field(
                    name: "years", label: text("Năm", "Years"),
                    kind: .choice([
                        Field.Choice(value: "", text: String(year)),
                        choice("all", "Mọi năm", "All years", query.isOfAllYears),
                    ])),
                Field(
                    name: "nature", label: text("Tính chất", "Nature"),
                    kind: .choice(
                        [all()]
                            + LegalDocument.Nature.allCases.map {
                                choice(
                                    $0.rawValue, $0.title.vi, $0.title.en, filter.nature == $0)
                            })),
                Field(
                    name: "kind", label: text("Loại văn bản", "Kind"),
                    kind: .choice(
                        [all()]
                            + LegalDocument.Kind.allCases.map {
                                choice($0.rawValue, $0.title.vi, $0.title.en, filter.kind == $0)
                            })),
                Field(
                    name: "field", label: text("Lĩnh vực", "Field"),
                    kind: .choice(
                        [all()] + fields.map { choice($0, $0, $0, filter.field == $0) })),
                Field(
                    name: "state", label: text("Kiểm tra", "Judgement"),
                    kind: .choice(
                        [all()]
                            + LegalDocumentFilter.Judged.allCases.map {
                                choice(
                                    $0.rawValue, $0.title.vi, $0.title.en, filter.judged == $0)
                            })),
                Field(
                    name: "effect", label: text("Hiệu lực", "Effect"),
                    kind: .choice(
                        [all()]
                            + EffectState.allCases.filter { $0 != .unsuitable }.map {
                                choice($0.rawValue, $0.title.vi, $0.title.en, filter.effect == $0)
                            })),
                Field(
                    name: "only", label: text("Chỉ xem", "Only"),
                    kind: .choice([
                        all(),
                        choice("queried", "Cần xem lại", "To be looked at", filter.isQueried),
                        choice(
                            "business", "Liên quan doanh nghiệp", "Touching business",
                            filter.affectsBusiness),
                    ])),
                Field(
                    name: "issuer", label: text("Cơ quan (mã)", "Issuer (code)"),
                    value: query.issuerCode),
            ],
            kept: chosen.map { [HiddenField(name: "on", value: $0.text)] } ?? [])
    }

    private func address(
        _ base: String, _ changes: [(name: String, value: String?)] = []
    ) -> String { Paths.changed(Paths.changed(base, query.fields), changes) }

    private func pager(_ last: ListedLegalDocument?) -> Pager? {
        let hasMore = documents.count > Self.pageLength
        guard hasMore || query.after != nil else { return nil }
        let list = RecordKind.documents.list(year, on: chosen)
        return Pager(
            text: "", label: text("Các trang", "Pages"),
            previous: query.after == nil
                ? nil : Link(text("Trang đầu", "First page"), address(list)),
            next: hasMore
                ? last.map {
                    Link(
                        text("Trang sau", "Next page"),
                        address(list, [("after", String($0.number))]))
                } : nil)
    }
}

extension LegalDocument.Organ {
    /// "UBND tỉnh Bình Định": the organ with the body whose organ it is.
    func named(_ body: String, _ language: Language) -> String {
        let short =
            switch self {
            case .council: Bilingual(vi: "HĐND", en: "People's Council,")
            case .committee: Bilingual(vi: "UBND", en: "People's Committee,")
            case .chairman: Bilingual(vi: "Chủ tịch UBND", en: "Chairman,")
            case .body: Bilingual("")
            }
        return self == .body ? body.capitalisedFirst : "\(short[language]) \(body)"
    }
}
