import ArgumentParser
import Domain
import Store

/// The lists that can be imported and exported, by the name they have on the command line.
enum RecordList: String, CaseIterable, ExpressibleByArgument, Sendable {
    case agencies
    case agencyPlans = "agency-plans"
    case agencyTasks = "agency-tasks"
    case inspections
    case selfInspections = "self-inspections"
    case findings
    case documents
    case people

    /// Works out what the table would change; writes nothing.
    func dryRun(_ table: CellTable, from day: Day?, _ db: ReadableDatabase) throws -> ImportSummary
    {
        switch self {
        case .agencies:
            let plan = try db.agencyImport(
                AgencyColumns.all.read(table, blank: AgencyRow()), from: day)
            return ImportSummary(
                new: plan.newCount, changed: plan.changedCount, unchanged: plan.unchangedCount,
                problems: plan.problems, notices: plan.notices)
        case .agencyPlans:
            return try db.agencyPlanImport(
                AgencyPlanColumns.all.read(table, blank: AgencyPlanRow())
            ).summary
        case .agencyTasks:
            return try db.agencyTaskImport(
                AgencyTaskColumns.all.read(table, blank: AgencyTaskRow())
            ).summary
        case .inspections:
            return try db.inspectionImport(
                InspectionColumns.all.read(table, blank: InspectionRow())
            ).summary
        case .selfInspections:
            return try db.selfInspectionImport(
                SelfInspectionColumns.all.read(table, blank: SelfInspectionRow())
            ).summary
        case .findings:
            return try db.findingImport(FindingColumns.all.read(table, blank: FindingRow())).summary
        case .documents:
            return try db.legalDocumentImport(
                LegalDocumentColumns.all.read(table, blank: LegalDocumentRow())
            ).summary
        case .people:
            return try db.postImport(PostColumns.all.read(table, blank: PostRow())).summary
        }
    }

    /// Takes the table into the record, all rows or none.
    func take(
        _ table: CellTable, from day: Day?, by user: User.ID, _ db: WritableDatabase
    ) throws -> ImportSummary {
        switch self {
        case .agencies:
            try db.importAgencies(
                AgencyColumns.all.read(table, blank: AgencyRow()), from: day, by: user)
        case .agencyPlans:
            try db.importAgencyPlans(
                AgencyPlanColumns.all.read(table, blank: AgencyPlanRow()), by: user)
        case .agencyTasks:
            try db.importAgencyTasks(
                AgencyTaskColumns.all.read(table, blank: AgencyTaskRow()), by: user)
        case .inspections:
            try db.importInspections(
                InspectionColumns.all.read(table, blank: InspectionRow()), by: user)
        case .selfInspections:
            try db.importSelfInspections(
                SelfInspectionColumns.all.read(table, blank: SelfInspectionRow()), by: user)
        case .findings:
            try db.importFindings(FindingColumns.all.read(table, blank: FindingRow()), by: user)
        case .documents:
            try db.importLegalDocuments(
                LegalDocumentColumns.all.read(table, blank: LegalDocumentRow()), by: user)
        case .people:
            try db.importPosts(PostColumns.all.read(table, blank: PostRow()), by: user)
        }
    }
}
