extension Plan {
    /// A promise that can be counted (chỉ tiêu): words of the plan, how they are measured, over
    /// whom, how much, until when, and who answers for it.
    public struct Target: Hashable, Sendable, Codable {
        public typealias ID = Identifier<Target>

        /// What a person decided about what the reader proposed.
        public enum Decision: String, CaseIterable, Hashable, Sendable, Codable {
            case proposed, accepted, rejected
        }

        /// How a quota over several tiers is meant: one quota together, or one for each tier.
        public enum Reading: String, CaseIterable, Hashable, Sendable, Codable {
            case together, perTier

            public var title: Bilingual {
                switch self {
                case .together: Bilingual(vi: "tính gộp", en: "taken together")
                case .perTier: Bilingual(vi: "tính riêng từng cấp", en: "each tier by itself")
                }
            }
        }

        /// What a person may set; everything the reader proposes and a form sends.
        public struct Terms: Hashable, Sendable, Codable {
            /// A short name for lists: "Ban hành Kế hoạch CCHC".
            public var title: String
            public var comparator: Comparator
            /// The threshold; `nil` when the plan gives none.
            public var value: TargetValue?
            /// `%`, `rank`, or the counted noun; empty when unknown.
            public var unit: String
            public var measure: Measure?
            public var scope: Scope.ID?
            public var deadline: Day?
            /// Where a deadline that the text does not give comes from.
            public var deadlineSource: String
            public var lead: Agency.ID?
            /// The person who answers for it (người chịu trách nhiệm): name and post.
            public var answerable: String
            /// `nil` while the text's two readings are open.
            public var reading: Reading?
            /// The document that settles the reading.
            public var readingBasis: String

            public init(
                title: String, comparator: Comparator, value: TargetValue?, unit: String = "%",
                measure: Measure? = nil, scope: Scope.ID? = nil, deadline: Day? = nil,
                deadlineSource: String = "", lead: Agency.ID? = nil, answerable: String = "",
                reading: Reading? = nil, readingBasis: String = ""
            ) {
                self.title = title
                self.comparator = comparator
                self.value = value
                self.unit = unit
                self.measure = measure
                self.scope = scope
                self.deadline = deadline
                self.deadlineSource = deadlineSource
                self.lead = lead
                self.answerable = answerable
                self.reading = reading
                self.readingBasis = readingBasis
            }
        }

        public let id: ID
        public let plan: Plan.ID
        /// Its address in the plan: the clause's path, with -1, -2 where the clause holds several.
        public let code: String
        /// Offsets in Unicode scalars of the plan's text; both zero when a person added it.
        public let start: Int
        public let end: Int
        public let terms: Terms
        public let decision: Decision
        /// The target of an amended plan that this one takes the place of.
        public let replaces: ID?
        /// The target of the plan above that this one of an agency's plan carries out.
        public let mirrors: ID?
        public let version: Int

        public init(
            id: ID, plan: Plan.ID, code: String, start: Int, end: Int, terms: Terms,
            decision: Decision = .proposed, replaces: ID? = nil, mirrors: ID? = nil,
            version: Int = 1
        ) {
            self.id = id
            self.plan = plan
            self.code = code
            self.start = start
            self.end = end
            self.terms = terms
            self.decision = decision
            self.replaces = replaces
            self.mirrors = mirrors
            self.version = version
        }

        /// The path of the clause it stands in.
        public var clause: String { code.split(separator: "-").first.map(String.init) ?? code }

        /// Returns the target, decided, with the terms a person gave it.
        public func decided(_ decision: Decision, terms: Terms? = nil) -> Target {
            Target(
                id: id, plan: plan, code: code, start: start, end: end, terms: terms ?? self.terms,
                decision: decision, replaces: replaces, mirrors: mirrors, version: version)
        }

        /// Returns the target as one that carries out a target of the plan above, or none.
        public func carryingOut(_ target: ID?) -> Target {
            Target(
                id: id, plan: plan, code: code, start: start, end: end, terms: terms,
                decision: decision, replaces: replaces, mirrors: target, version: version)
        }

        /// Every reason this target keeps the plan from being confirmed; none once it is rejected.
        public var problems: [Problem] {
            switch decision {
            case .rejected: []
            case .proposed:
                [
                    Problem(
                        code, vi: "Chỉ tiêu \(code) chưa được chấp nhận hay loại bỏ.",
                        en: "Target \(code) is neither accepted nor rejected.")
                ]
            case .accepted: termProblems
            }
        }

        private var termProblems: [Problem] {
            var problems: [Problem] = []
            func ask(_ isMissing: Bool, _ vi: String, _ en: String) {
                guard isMissing else { return }
                problems.append(
                    Problem(code, vi: "Chỉ tiêu \(code): \(vi)", en: "Target \(code): \(en)"))
            }
            ask(terms.measure == nil, "chưa chọn phương pháp tính.", "choose how it is measured.")
            ask(terms.lead == nil, "chưa chọn cơ quan chủ trì.", "choose the lead agency.")
            ask(
                terms.scope == nil && terms.measure?.needsScope == true,
                "chưa chọn phạm vi áp dụng.",
                "choose the agencies it speaks of.")
            ask(
                terms.value == nil && terms.comparator != .unquantified, "chưa có mức phải đạt.",
                "give the threshold.")
            ask(
                terms.deadline != nil && terms.deadlineSource.isEmpty,
                "thời hạn cần ghi căn cứ.", "say where the deadline comes from.")
            ask(
                terms.reading != nil && terms.readingBasis.isEmpty,
                "cách tính đã chọn cần ghi văn bản quyết định.",
                "name the document that settles how it is counted.")
            return problems
        }
    }
}
