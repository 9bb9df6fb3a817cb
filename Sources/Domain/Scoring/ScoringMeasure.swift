/// A figure of one agency that is counted from our own records, so that nobody types it.
///
/// Each is a part of a whole, or a count; what had happened by the end of the cut-off day counts.
public enum ScoringMeasure: String, CaseIterable, Hashable, Sendable, Codable {
    case planDays = "plan-days"
    case planTasks = "plan-tasks"
    case tasksDone = "tasks-done"
    case tasksOnTime = "tasks-on-time"
    case tasksOverdue = "tasks-overdue"
    case assignedDone = "assigned-done"
    case selfInspections = "self-inspections"
    case selfInspectionsReported = "self-inspections-reported"
    case unitsInspected = "units-inspected"
    case inspectionsConcluded = "inspections-concluded"
    case findingsRemedied = "findings-remedied"
    case findingsOnTime = "findings-on-time"
    case findingsOverdue = "findings-overdue"
    case documentsIssued = "documents-issued"
    case documentsChecked = "documents-checked"
    case documentsInOrder = "documents-in-order"
    case documentsProcedure = "documents-procedure"
    case documentsAuthority = "documents-authority"
    case documentsQuality = "documents-quality"

    public var kind: CriterionInput.Kind {
        switch self {
        case .planDays, .planTasks, .tasksOverdue, .selfInspections, .findingsOverdue,
            .documentsIssued:
            .count
        case .tasksDone, .tasksOnTime, .assignedDone, .selfInspectionsReported, .unitsInspected,
            .inspectionsConcluded, .findingsRemedied, .findingsOnTime, .documentsChecked,
            .documentsInOrder, .documentsProcedure, .documentsAuthority, .documentsQuality:
            .share
        }
    }

    /// What is counted, as a sentence's end: "tỷ lệ nhiệm vụ … đã hoàn thành".
    public var title: Bilingual {
        switch self {
        case .planDays:
            Bilingual(
                vi:
                    "số ngày từ khi tỉnh ban hành kế hoạch đến khi cơ quan ban hành kế hoạch của mình",
                en: "days from the province's plan to the agency's own")
        case .planTasks:
            Bilingual(
                vi: "số nhiệm vụ trong kế hoạch của cơ quan", en: "tasks in the agency's plan")
        case .tasksDone:
            Bilingual(
                vi: "tỷ lệ nhiệm vụ trong kế hoạch của cơ quan đã hoàn thành",
                en: "share of the tasks of the agency's plan that are done")
        case .tasksOnTime:
            Bilingual(
                vi: "tỷ lệ nhiệm vụ đến hạn trong kế hoạch của cơ quan hoàn thành đúng hạn",
                en: "share of the due tasks of the agency's plan done in time")
        case .tasksOverdue:
            Bilingual(
                vi: "số nhiệm vụ trong kế hoạch của cơ quan quá hạn chưa hoàn thành",
                en: "overdue tasks of the agency's plan")
        case .assignedDone:
            Bilingual(
                vi: "tỷ lệ nhiệm vụ tỉnh giao cơ quan chủ trì, đến hạn, đã hoàn thành",
                en: "share of the due tasks led for the province that are done")
        case .selfInspections:
            Bilingual(vi: "số cuộc tự kiểm tra đã thực hiện", en: "self-inspections held")
        case .selfInspectionsReported:
            Bilingual(
                vi: "tỷ lệ cuộc tự kiểm tra đã thực hiện có báo cáo",
                en: "share of the self-inspections held that have a report")
        case .unitsInspected:
            Bilingual(
                vi: "tỷ lệ đơn vị trực thuộc được cơ quan kiểm tra, đã có kết luận",
                en: "share of the bodies directly below that were inspected and concluded")
        case .inspectionsConcluded:
            Bilingual(
                vi: "tỷ lệ cuộc kiểm tra cơ quan đã tiến hành có thông báo kết luận",
                en: "share of the inspections held that have a conclusion notice")
        case .findingsRemedied:
            Bilingual(
                vi: "tỷ lệ vấn đề phát hiện qua kiểm tra đã khắc phục",
                en: "share of the findings that are remedied")
        case .findingsOnTime:
            Bilingual(
                vi: "tỷ lệ vấn đề đến hạn được khắc phục đúng hạn",
                en: "share of the due findings remedied in time")
        case .findingsOverdue:
            Bilingual(
                vi: "số vấn đề quá hạn chưa khắc phục", en: "findings overdue and not remedied")
        case .documentsIssued:
            Bilingual(vi: "số văn bản QPPL đã ban hành", en: "normative documents issued")
        case .documentsChecked:
            Bilingual(
                vi: "tỷ lệ văn bản QPPL đã được kiểm tra",
                en: "share of the normative documents that were checked")
        case .documentsInOrder:
            Bilingual(
                vi:
                    "tỷ lệ văn bản QPPL đã kiểm tra đúng cả trình tự, thủ tục, thẩm quyền, chất lượng",
                en: "share of the checked documents in order in all four respects")
        case .documentsProcedure:
            Bilingual(
                vi: "tỷ lệ văn bản QPPL đã kiểm tra đúng trình tự, thủ tục",
                en: "share of the checked documents right in order and procedure")
        case .documentsAuthority:
            Bilingual(
                vi: "tỷ lệ văn bản QPPL đã kiểm tra đúng thẩm quyền",
                en: "share of the checked documents right in authority")
        case .documentsQuality:
            Bilingual(
                vi: "tỷ lệ văn bản QPPL đã kiểm tra bảo đảm chất lượng",
                en: "share of the checked documents right in quality")
        }
    }
}
