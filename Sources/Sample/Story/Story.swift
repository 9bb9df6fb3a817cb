import Domain

/// What happens in a year of the sample, in numbers and names; the rest is drawn from its seed.
///
/// Counts by group name the province's agencies as `departments`, its districts as `districts` and
/// communes by the code of the body they answer to.
struct Story: Sendable {
    let year: Int
    let province: String
    let period: ClosedRange<Day>
    let today: Day
    let calendar: WorkCalendar
    /// How diligent the bodies of a group are as a rule, or one body by its code; 70 unless named.
    let diligence: [String: Int]
    let plans: Plans
    let tasks: [TaskDecision]
    let inspections: Inspections
    let selfInspections: SelfInspections
    let findings: Findings
    let documents: Documents
    let targets: [TargetDecision]
    let figures: [TypedFigure]

    /// Agencies' own plans and their tasks.
    struct Plans: Sendable {
        let deadline: Day
        /// Bodies without a plan to this day.
        let missing: Set<String>
        let late: [String: Int]
        let lastIssue: Day
        /// Tasks in all agencies' plans together.
        let taskCount: Int
        /// How many bodies have tasks overdue.
        let overdue: [String: Int]
        /// How many of those have reported nothing since the summer.
        let silent: Int
    }

    struct Inspections: Sendable {
        /// The code of the agency that inspects for the province.
        let inspector: String
        /// The day the province's inspection programme was entered.
        let programme: Day
        let visits: [Visit]
        /// Inspections of communes by the province's inspector, beside those named.
        let communes: CommuneVisits?
        let districts: [DistrictVisits]
    }

    /// One inspection, told in full.
    struct Visit: Sendable {
        let body: String
        var inspector: String?
        var kind = Inspection.Kind.planned
        var planned: Day?
        var held: Day?
        var concluded: Day?
        /// The number of the conclusion notice; drawn when not told.
        var notice: Int?
        var cancelled: Day?
    }

    struct CommuneVisits: Sendable {
        let concluded: Int
        let awaiting: Int
        let scheduled: Int
        let slipped: Int
        let cancelled: Int
    }

    /// How many of its communes a district inspected, and how many more it has scheduled.
    struct DistrictVisits: Sendable {
        let district: String
        let concluded: Int
        let scheduled: Int
    }

    struct SelfInspections: Sendable {
        let deadline: Day
        /// How many bodies have not done it yet.
        let open: [String: Int]
        /// How many of those did it after the deadline.
        let late: Int
    }

    struct Findings: Sendable {
        /// What inspections by the province found.
        let byProvince: Int
        /// What inspections by districts found.
        let byDistricts: Int
        let due: Int
        /// How many of the due ones are open, by body.
        let overdue: [String: Int]
        let closedLate: Int
        /// How many were remedied before they were due.
        let closedEarly: Int
    }

    struct Documents: Sendable {
        let byProvince: Int
        let byDistricts: Int
        /// How many of the newest nobody has checked.
        let unchecked: Int
    }

    static func of(_ edition: SampleYear.Edition) -> Story {
        switch edition {
        case .binhDinh2021: binhDinh2021
        case .giaLai2026: giaLai2026
        }
    }

    /// A day of the story, as officials write it.
    static func day(_ text: String) -> Day {
        guard let day = Day(text) else {
            preconditionFailure("the story names a day that does not exist: \(text)")
        }
        return day
    }
}
