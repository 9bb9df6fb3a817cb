import Domain

/// A made-up but believable year of one province, the same on every run.
///
/// Everything is a line that a person could have imported, with the day on which it was entered, so
/// that a workspace is filled through the same actions as a real one. Nothing in it is real but the
/// names and codes of bodies. Lists are in the order of entry; what belongs together agrees: a
/// finding comes after its inspection's conclusion, nothing is done before its plan was issued.
public struct SampleYear: Sendable {
    /// Which year of which province.
    public enum Edition: Int, CaseIterable, Hashable, Sendable {
        /// Three tiers: 21 provincial agencies, 11 districts, 159 communes.
        case binhDinh2021 = 2021
        /// Two tiers after the mergers: 14 departments, 135 communes, 77 of them with made-up names.
        case giaLai2026 = 2026
    }

    public let edition: Edition
    /// The year's first and last day, both included: 15/12 to 14/12.
    public let period: ClosedRange<Day>
    /// The day that the workspace takes for today: 15/10.
    public let today: Day
    /// The code of the province, which issues the plan.
    public let provinceCode: String
    /// Every body from the province down, a parent before its children.
    public let agencies: [AgencyRow]
    /// The plan's text, to be read as any other.
    public let planText: String
    /// What a person decided about each target that the reader finds in the text.
    public let targets: [TargetDecision]
    /// What a person decided about each row of the annex.
    public let tasks: [TaskDecision]
    public let agencyPlans: [Recorded<AgencyPlanRow>]
    public let agencyTasks: [Recorded<AgencyTaskRow>]
    /// The one at position 0 has number 1 and so on; findings name it by that number.
    public let inspections: [Recorded<InspectionRow>]
    public let selfInspections: [Recorded<SelfInspectionRow>]
    public let findings: [Recorded<FindingRow>]
    public let legalDocuments: [Recorded<LegalDocumentRow>]
    /// The figures of targets that are typed by hand.
    public let figures: [TypedFigure]
    /// One-stop counts, communication, initiatives, resources, outside indices, commitments.
    public let registers: SampleRegisters

    public var year: Int { edition.rawValue }

    /// What the person decided about this target; `nil` for one that the plan does not make.
    public func decision(on draft: DraftTarget) -> TargetDecision? {
        targets.first { $0.code == draft.clause }
    }

    /// What the person decided about this row of the annex; `nil` for a task of the plan's body.
    public func decision(on draft: DraftTask) -> TaskDecision? {
        guard draft.product != nil, let number = draft.clause.split(separator: ".").last else {
            return nil
        }
        return tasks.first { String($0.number) == number }
    }

    /// Makes the year.
    ///
    /// The scale says how many times the inspections, findings and documents of the year there are;
    /// more than 1 is for measuring speed only.
    public static func make(_ edition: Edition, scale: Int = 1) throws -> SampleYear {
        let story = Story.of(edition)
        let agencies = try SampleFiles.agencies(of: edition)
        let scene = Scene(story: story, cast: Cast(agencies, story))
        let selfInspections = scene.selfInspections()
        let agencyPlans = scene.agencyPlans()
        let inspections = scene.inspections()
        let (scaledInspections, scaledFindings) = Scaling.repeated(
            inspections, scene.findings(of: inspections), times: scale)
        return SampleYear(
            edition: edition, period: story.period, today: story.today,
            provinceCode: story.province,
            agencies: agencies, planText: try SampleFiles.planText(of: edition),
            targets: story.targets,
            tasks: story.tasks, agencyPlans: agencyPlans,
            agencyTasks: scene.agencyTasks(of: agencyPlans, selfInspections),
            inspections: scaledInspections, selfInspections: selfInspections,
            findings: scaledFindings,
            legalDocuments: Scaling.repeated(scene.legalDocuments(), times: scale),
            figures: story.figures, registers: scene.registers())
    }
}

/// A line of a list with the day on which somebody entered it.
///
/// One entered long after what it tells of shows as "ghi nhận sau" on the days between.
public struct Recorded<Row: Hashable & Sendable>: Hashable, Sendable {
    public let row: Row
    public let recordedOn: Day

    public init(_ row: Row, on recordedOn: Day) {
        self.row = row
        self.recordedOn = recordedOn
    }
}
