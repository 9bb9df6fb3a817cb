import Domain

/// A plan as it was issued, with what became of each clause in the margin.
struct LivingPlanPage: Sendable {
    let language: Language
    /// "Kế hoạch cải cách hành chính năm 2021 và kết quả thực hiện".
    let heading: String
    /// "07 chỉ tiêu, 23 nhiệm vụ …", one sentence.
    let lede: String
    let links: [Link]
    /// Amending documents, the programme it serves, queries put to a person.
    let notices: [Notice]
    let letterhead: Letterhead
    /// "KẾ HOẠCH", then the title line by line, as printed.
    let titleLines: [String]
    let clauses: [Clause]
    let annexes: [Annex]
    let signature: Signature?

    struct Notice: Sendable {
        let text: String
        var link: Link?
        /// Whether a person should do something about it.
        var isUrgent = false
    }

    struct Letterhead: Sendable {
        let issuerLines: [String]
        /// "Số: 95/KH-UBND".
        let number: String
        /// "Bình Định, ngày 31 tháng 12 năm 2020".
        let placeAndDay: String
    }

    struct Clause: Sendable {
        enum Level: Sendable {
            /// I., II.: a roman part.
            case part
            /// 1., 2.: a numbered section.
            case section
            /// a), b): a lettered point.
            case point
            case paragraph
        }

        /// The place in the page's address: "II.1.a.2".
        let anchor: String
        let level: Level
        let segments: [Segment]
        let notes: [Note]
    }

    /// A run of the clause's own characters, untouched.
    struct Segment: Sendable {
        let text: String
        /// Which note it belongs to; `nil` for text that promises nothing countable.
        var mark: Mark?

        struct Mark: Sendable {
            let number: Int
            let kind: Badge.Kind
            let path: String
        }
    }

    /// What became of a target or a task, beside its clause.
    struct Note: Sendable {
        /// The number that its words in the text carry; `nil` for a task.
        let number: Int?
        let badge: Badge?
        let title: Link
        /// Lead, deadline, what is missing; each a line.
        let lines: [String]
    }

    struct Annex: Sendable {
        let heading: String
        let caption: String
        let headings: [String]
        let rows: [Row]

        struct Row: Sendable {
            let anchor: String
            let cells: [String]
            let badge: Badge?
            let note: String?
        }
    }

    struct Signature: Sendable {
        /// "Nơi nhận:" and its lines.
        let recipients: [String]
        /// In whose name, for whom and as what it was signed, a line each.
        let capacity: [String]
        let signer: String
    }
}
