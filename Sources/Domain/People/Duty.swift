/// That a person answers for a record from a day to a day (chịu trách nhiệm).
///
/// A record has one person who answers at a time. Nothing in the record itself changes when the duty
/// passes on, so who answered on an earlier day stays answerable.
public struct Duty: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Duty>

    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case target, task, finding

        public var title: Bilingual {
            switch self {
            case .target: Bilingual(vi: "Chỉ tiêu", en: "Target")
            case .task: Bilingual(vi: "Nhiệm vụ", en: "Task")
            case .finding: Bilingual(vi: "Vấn đề phát hiện", en: "Finding")
            }
        }
    }

    public let id: ID
    public let kind: Kind
    /// The id of the target, task or finding.
    public let record: String
    /// The agency for which the person answers: the one that leads, or that was inspected.
    public let agency: Agency.ID
    public let person: User.ID
    public let tenure: Tenure

    public init(
        id: ID, kind: Kind, record: String, agency: Agency.ID, person: User.ID, tenure: Tenure
    ) {
        self.id = id
        self.kind = kind
        self.record = record
        self.agency = agency
        self.person = person
        self.tenure = tenure
    }

    /// Returns the duty with somebody else who answers, for the same days.
    public func answered(by person: User.ID) -> Duty {
        Duty(
            id: id, kind: kind, record: record, agency: agency, person: person, tenure: tenure)
    }

    /// Returns the duty, passed on: the day is the first on which somebody else answers.
    public func ending(on day: Day) -> Duty {
        Duty(
            id: id, kind: kind, record: record, agency: agency, person: person,
            tenure: Tenure(from: tenure.from, until: day))
    }
}

/// Something that an agency owes, with who answers for it, as pages and a hand-over list it.
public struct OwedRecord: Hashable, Sendable {
    public let kind: Duty.Kind
    /// The id of the target, task or finding.
    public let record: String
    /// What people cite: II.1.a.2-1, 17.
    public let code: String
    public let title: String
    public let agency: Agency.ID
    /// The plan year in which it is counted.
    public let year: Int
    public let dueOn: Day?
    /// Nothing is left to do: it is not handed over.
    public let isDone: Bool
    /// Who answers on the day asked; `nil` when nobody was named.
    public let duty: Duty?

    public init(
        kind: Duty.Kind, record: String, code: String, title: String, agency: Agency.ID, year: Int,
        dueOn: Day?, isDone: Bool, duty: Duty?
    ) {
        self.kind = kind
        self.record = record
        self.code = code
        self.title = title
        self.agency = agency
        self.year = year
        self.dueOn = dueOn
        self.isDone = isDone
        self.duty = duty
    }

    /// Returns the same record with who answers for it.
    public func answered(by duty: Duty?) -> OwedRecord {
        OwedRecord(
            kind: kind, record: record, code: code, title: title, agency: agency, year: year,
            dueOn: dueOn, isDone: isDone, duty: duty)
    }

    /// The record and its kind as one key, for forms.
    public var key: String { "\(kind.rawValue) \(record)" }
}
