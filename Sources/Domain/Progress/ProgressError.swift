/// What a task refuses.
public enum ProgressError: UserFacingError, Hashable {
    case isApproach(String)
    case isCancelled(String)
    case isClosed(String)
    case isDone(String)
    /// It goes by its parts; report on them.
    case hasParts(String)
    /// A deadline that waits for itself, through these tasks.
    case waitsForItself([String])
    /// A task that would be its own part, through these tasks.
    case isItsOwnPart([String])
    /// Next year has no plan to roll tasks into.
    case noNextPlan(year: Int)
    case yearNotOver(Int, until: Day)
    case rolledAlready(String, into: String)
    /// A task that cannot be given to several bodies: it is a part itself, or over.
    case cannotSpread(String)
    /// Nobody was chosen, or everybody chosen has a part already.
    case nobodyToSpreadTo(String)

    public var code: String {
        switch self {
        case .isApproach: "task.is-approach"
        case .isCancelled: "task.is-cancelled"
        case .isClosed: "task.is-closed"
        case .isDone: "task.is-done"
        case .hasParts: "task.has-parts"
        case .waitsForItself: "task.waits-for-itself"
        case .isItsOwnPart: "task.own-part"
        case .noNextPlan: "task.no-next-plan"
        case .yearNotOver: "task.year-not-over"
        case .rolledAlready: "task.rolled-already"
        case .cannotSpread: "task.cannot-spread"
        case .nobodyToSpreadTo: "task.nobody-to-spread-to"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .waitsForItself, .isItsOwnPart, .nobodyToSpreadTo: .invalid
        default: .conflict
        }
    }

    public var message: Bilingual {
        switch self {
        case .isApproach(let code):
            Bilingual(
                vi:
                    "Mục \(code) là giải pháp, không có cơ quan chủ trì, sản phẩm hay thời hạn; hãy giao nhiệm vụ trước.",
                en: "\(code) is an approach without lead, product or deadline; assign it first.")
        case .isCancelled(let code):
            Bilingual(
                vi: "Nhiệm vụ \(code) đã được đưa ra khỏi kế hoạch; không báo cáo nữa.",
                en: "Task \(code) was taken out of the plan; nothing more is reported on it.")
        case .isClosed(let code):
            Bilingual(
                vi:
                    "Nhiệm vụ \(code) đã đánh giá cuối năm; việc làm tiếp hãy ghi ở nhiệm vụ chuyển sang năm sau.",
                en:
                    "Task \(code) was closed with its year; go on with the one rolled into the next."
            )
        case .isDone(let code):
            Bilingual(
                vi: "Nhiệm vụ \(code) đã hoàn thành; nếu ghi nhầm, hãy chọn “Mở lại” và ghi lý do.",
                en: "Task \(code) is done; if that was a mistake, open it again with a reason.")
        case .hasParts(let code):
            Bilingual(
                vi: "Nhiệm vụ \(code) hoàn thành theo các phần của nó; hãy báo cáo ở từng phần.",
                en: "Task \(code) completes from its parts; report on those.")
        case .waitsForItself(let codes):
            Bilingual(
                vi:
                    "Thời hạn không thể chờ chính nó (\(codes.joined(separator: " → "))); hãy chọn việc khác làm mốc.",
                en:
                    "A deadline cannot wait for itself (\(codes.joined(separator: " → "))); choose another act."
            )
        case .isItsOwnPart(let codes):
            Bilingual(
                vi:
                    "Nhiệm vụ không thể là phần của chính nó (\(codes.joined(separator: " → "))); hãy chọn nhiệm vụ cha khác.",
                en:
                    "A task cannot be a part of itself (\(codes.joined(separator: " → "))); choose another parent."
            )
        case .noNextPlan(let year):
            Bilingual(
                vi:
                    "Chưa có kế hoạch năm \(year) để chuyển nhiệm vụ sang; hãy ghi kế hoạch đó trước.",
                en: "There is no plan of \(year) to roll tasks into; record it first.")
        case .yearNotOver(let year, let last):
            Bilingual(
                vi:
                    "Năm kế hoạch \(year) đến hết ngày \(last.vi) mới kết thúc; chưa đánh giá cuối năm.",
                en: "The plan year \(year) runs until \(last.en); it cannot be closed yet.")
        case .cannotSpread(let code):
            Bilingual(
                vi:
                    "Nhiệm vụ \(code) là một phần của nhiệm vụ khác hoặc đã kết thúc nên không phân cho các đơn vị được; hãy mở nhiệm vụ cha.",
                en: "Task \(code) is a part itself or over, and cannot be spread; open its parent.")
        case .nobodyToSpreadTo(let code):
            Bilingual(
                vi:
                    "Chưa chọn đơn vị nào, hoặc các đơn vị đã chọn đều đã có phần của mình trong nhiệm vụ \(code); hãy chọn thêm.",
                en:
                    "No agency is chosen, or each has its part of task \(code) already; choose others."
            )
        case .rolledAlready(let code, let next):
            Bilingual(
                vi: "Nhiệm vụ \(code) đã chuyển sang năm sau thành nhiệm vụ \(next).",
                en: "Task \(code) was rolled into the next year as task \(next).")
        }
    }
}
