extension LegalDocument {
    /// What the register knows of a document beside its identity and the four answers.
    public struct Details: Hashable, Sendable, Codable {
        public var nature: Nature
        public var kind: Kind
        public var organ: Organ
        /// Who signed, with the post where it is known; empty when nobody said.
        public var signer = ""
        public var publishedOn: Day?
        /// The first day in force; `nil` while nobody said.
        public var inForceOn: Day?
        /// The matter it is about (lĩnh vực), such as đất đai.
        public var field = ""
        /// The status as the source wrote it, even where that is no status.
        public var declaredStatus = ""
        /// Whether it touches business; asks for consultation and an assessment of its impact.
        public var affectsBusiness = false
        /// Which businesses and associations were consulted, and when.
        public var consulted = ""
        /// The assessment of the procedures' impact: its symbol and day.
        public var impactAssessment = ""
        /// Where each field comes from and how sure it is.
        public var sources = FieldSources()

        public init(
            nature: Nature = .normative, kind: Kind = .decision, organ: Organ = .committee
        ) {
            self.nature = nature
            self.kind = kind
            self.organ = organ
        }

        /// What a symbol says by its form; only a person can know better.
        ///
        /// Whatever is not clearly an individual document is taken for a normative one, so that a
        /// slip in a symbol never takes a document out of what is counted. Ours.
        public init(derivedFrom symbol: String) {
            self.init()
            guard let read = Symbol(symbol) else { return }
            if let kind = read.kind { self.kind = kind }
            if let organ = read.organ { self.organ = organ }
            switch read.form {
            case .normative: break
            case .individual: if read.organ != nil { nature = .individual }
            case .letter: (nature, kind, organ) = (.individual, .letter, .body)
            case .party: (nature, organ) = (.individual, .body)
            }
        }

        /// The status that the source declares; `nil` where it declares none that we know.
        public var status: DeclaredStatus? { DeclaredStatus(written: declaredStatus) }
    }

    /// How sure an imported value is.
    public enum Confidence: String, CaseIterable, Hashable, Sendable, Codable {
        case high, medium, low

        public var title: Bilingual {
            switch self {
            case .high: Bilingual(vi: "chắc chắn", en: "certain")
            case .medium: Bilingual(vi: "tương đối", en: "likely")
            case .low: Bilingual(vi: "chưa chắc", en: "doubtful")
            }
        }
    }

    /// Where fields come from: one source for all of them, and others for some.
    ///
    /// Written `vbpl.vn (chắc chắn); signer: cổng tỉnh (chưa chắc)`; keys are those of the columns.
    public struct FieldSources: Hashable, Sendable, Codable {
        public struct Origin: Hashable, Sendable, Codable {
            public let source: String
            /// `nil` when nobody said how sure it is.
            public let confidence: Confidence?

            public init(_ source: String, _ confidence: Confidence? = nil) {
                self.source = source
                self.confidence = confidence
            }
        }

        public var usual: Origin?
        public var byField: [String: Origin] = [:]

        public init() {}

        /// Where that field comes from; `nil` when nobody said.
        public func origin(of field: String) -> Origin? { byField[field] ?? usual }

        /// Reads the written form; `nil` when a part of it makes no sense or names no column.
        public init?(_ text: String, fields: Set<String>) {
            for part in text.split(separator: ";") {
                let piece = part.trimmed
                if piece.isEmpty { continue }
                let halves = piece.split(
                    separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                let key = halves.count == 2 ? halves[0].trimmed : ""
                if fields.contains(key) {
                    guard let origin = Origin(written: halves[1].trimmed), byField[key] == nil
                    else { return nil }
                    byField[key] = origin
                } else {
                    guard usual == nil, let origin = Origin(written: piece) else { return nil }
                    usual = origin
                }
            }
        }

        /// What the database holds: written by ``text``, so it can be read.
        public init(stored: String) {
            self = FieldSources(stored, fields: LegalDocumentColumns.keys) ?? FieldSources()
        }

        /// The written form, which reads back the same.
        public var text: String {
            ([usual.map(\.text)]
                + byField.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" })
                .compactMap(\.self).joined(separator: "; ")
        }
    }
}

extension LegalDocument.FieldSources.Origin {
    /// "vbpl.vn (chắc chắn)", or the source alone.
    fileprivate init?(written: String) {
        guard !written.isEmpty else { return nil }
        guard written.hasSuffix(")"), let open = written.lastIndex(of: "(") else {
            self.init(written)
            return
        }
        let word = Vietnamese.folded(String(written[open...]))
        let known = LegalDocument.Confidence.allCases.first {
            [$0.rawValue, Vietnamese.folded($0.title.vi), Vietnamese.folded($0.title.en)]
                .contains(word)
        }
        let source = written[..<open].trimmed
        guard let known, !source.isEmpty else {
            // Brackets that say something else belong to the source's name.
            self.init(written)
            return
        }
        self.init(source, known)
    }

    fileprivate var text: String {
        confidence.map { "\(source) (\($0.title.vi))" } ?? source
    }
}
