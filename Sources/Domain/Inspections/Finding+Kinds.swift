extension Finding {
    /// Who found it, and so what it counts to.
    ///
    /// Only what inspections of reform work find counts to the plan's target; the other streams have
    /// plans of their own and are not mixed with it.
    public enum Source: String, CaseIterable, Hashable, Sendable, Codable {
        case inspection, selfInspection
        case stateInspection, peoplesCouncil, fatherlandFront, centralTeam, documentCheck

        public var title: Bilingual {
            switch self {
            case .inspection: Bilingual(vi: "kiểm tra CCHC", en: "inspection")
            case .selfInspection: Bilingual(vi: "tự kiểm tra", en: "self-inspection")
            case .stateInspection: Bilingual(vi: "thanh tra", en: "state inspection")
            case .peoplesCouncil:
                Bilingual(vi: "giám sát của HĐND", en: "supervision by the People's Council")
            case .fatherlandFront:
                Bilingual(vi: "giám sát của MTTQ", en: "supervision by the Fatherland Front")
            case .centralTeam: Bilingual(vi: "đoàn của trung ương", en: "central team")
            case .documentCheck:
                Bilingual(vi: "kiểm tra văn bản", en: "check of legal documents")
            }
        }

        /// Whether it counts to the target on problems found by inspection.
        public var countsToTarget: Bool { self == .inspection }
    }

    /// How grave it is.
    public enum Severity: String, CaseIterable, Hashable, Sendable, Codable {
        case minor, ordinary, serious

        public var title: Bilingual {
            switch self {
            case .minor: Bilingual(vi: "nhẹ", en: "minor")
            case .ordinary: Bilingual(vi: "thông thường", en: "ordinary")
            case .serious: Bilingual(vi: "nghiêm trọng", en: "serious")
            }
        }
    }

    /// What it bears on, by what people cite.
    public struct Link: Hashable, Sendable, Codable {
        public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
            case clause, target, criterion

            public var title: Bilingual {
                switch self {
                case .clause: Bilingual(vi: "mục của kế hoạch", en: "clause")
                case .target: Bilingual(vi: "chỉ tiêu", en: "target")
                case .criterion: Bilingual(vi: "tiêu chí", en: "criterion")
                }
            }
        }

        public let kind: Kind
        /// II.1.a.2, II.1.a.2-1, 1.3.2.
        public let code: String

        public init(_ kind: Kind, _ code: String) {
            self.kind = kind
            self.code = code
        }
    }

    /// How far it has come.
    public enum State: String, CaseIterable, Hashable, Sendable, Codable {
        case found, notified, planned, evidenced, returned, referred, closed

        public var title: Bilingual {
            switch self {
            case .found: Bilingual(vi: "đã phát hiện", en: "found")
            case .notified: Bilingual(vi: "đã thông báo", en: "notified")
            case .planned: Bilingual(vi: "đã có kế hoạch khắc phục", en: "remedy planned")
            case .evidenced: Bilingual(vi: "chờ thẩm tra", en: "evidence sent")
            case .returned: Bilingual(vi: "bị trả lại", en: "returned")
            case .referred: Bilingual(vi: "đã chuyển cấp trên", en: "referred upward")
            case .closed: Bilingual(vi: "đã khắc phục", en: "closed")
            }
        }

        /// Whether the body has to do the next thing.
        public var waitsForBody: Bool {
            switch self {
            case .found, .notified, .planned, .returned: true
            case .evidenced, .referred, .closed: false
            }
        }
    }
}
