/// What scoring refuses, and what to do instead.
public enum ScoringError: UserFacingError, Hashable {
    case setClosed(on: Day)
    case setHasQueries(Int)
    case noSet(Bilingual)
    case roundExists(Int)
    case roundPublished(on: Day)
    /// The step is not the one the assessment is at.
    case wrongStage(Assessment.Stage)
    case refusedLate(since: Day)
    case notCounted(String)
    case notYours(String)
    case reasonNeeded(String)
    case notAllConfirmed(Int)
    /// Only the province's own file is scored by somebody else.
    case ownRound
    /// There is no plan of the year that a remedy could be a task of.
    case noPlan(Int)
    case nothingLost(String)
    case takenUp(String)

    public var code: String {
        switch self {
        case .setClosed: "criteria.closed"
        case .setHasQueries: "criteria.sums-open"
        case .noSet: "criteria.missing"
        case .roundExists: "round.exists"
        case .roundPublished: "round.published"
        case .wrongStage: "assessment.wrong-stage"
        case .refusedLate: "assessment.refused-late"
        case .notCounted: "assessment.computed"
        case .notYours: "assessment.not-yours"
        case .reasonNeeded: "assessment.reason-needed"
        case .notAllConfirmed: "round.not-all-confirmed"
        case .ownRound: "round.own"
        case .noPlan: "remediation.no-plan"
        case .nothingLost: "remediation.nothing-lost"
        case .takenUp: "remediation.taken-up"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .noSet, .reasonNeeded, .notCounted, .setHasQueries: .invalid
        case .notYours: .forbidden
        default: .conflict
        }
    }

    public var message: Bilingual {
        switch self {
        case .setClosed(let day):
            Bilingual(
                vi:
                    "Bộ tiêu chí đã dùng để chấm điểm từ ngày \(day.vi) nên không sửa được; hãy lập bản mới cho năm khác.",
                en: "The set has been scored by since \(day.en) and is closed; make a new edition.")
        case .setHasQueries(let count):
            Bilingual(
                vi:
                    "Bộ tiêu chí còn \(Written.count(count, .vi)) chỗ tổng điểm không khớp; hãy sửa hoặc ghi lý do trước khi mở đợt chấm.",
                en:
                    "\(Written.english(count, "sum", "sums")) of the set do not come out; mend or explain them first."
            )
        case .noSet(let block):
            Bilingual(
                vi: "Chưa có bộ tiêu chí cho \(block.vi); hãy nhập bộ tiêu chí trước.",
                en: "There is no criteria set for \(block.en); import one first.")
        case .roundExists(let year):
            Bilingual(
                vi: "Khối này đã có đợt chấm năm \(year); hãy mở đợt đó.",
                en: "The block has a round of \(year) already; open that one.")
        case .roundPublished(let day):
            Bilingual(
                vi: "Kết quả đã công bố ngày \(day.vi) nên không sửa được.",
                en: "The results were published on \(day.en); nothing changes any more.")
        case .wrongStage(let stage):
            Bilingual(
                vi:
                    "Hồ sơ đang ở bước “\(stage.title.vi)” nên chưa làm được việc này; hãy tải lại trang.",
                en:
                    "The file is at the step “\(stage.title.en)”, so this cannot be done now; reload the page."
            )
        case .refusedLate(let day):
            Bilingual(
                vi:
                    "Đã hết hạn nhận hồ sơ từ sau ngày \(day.vi); hãy gửi văn bản giải trình để cơ quan thường trực xem xét.",
                en:
                    "Files are not taken after \(day.en); write to the standing office to be excused."
            )
        case .notCounted(let code):
            Bilingual(
                vi:
                    "Tiêu chí \(code) được tính từ hồ sơ hoặc điều tra, không tự khai; hãy sửa hồ sơ gốc.",
                en:
                    "Criterion \(code) is counted from records or a survey; mend the records instead."
            )
        case .notYours(let code):
            Bilingual(
                vi: "Tiêu chí \(code) do cơ quan khác thẩm định.",
                en: "Criterion \(code) is appraised by another body.")
        case .reasonNeeded(let code):
            Bilingual(
                vi: "Tiêu chí \(code): điểm khác với điểm trước đó; hãy ghi lý do.",
                en: "Criterion \(code): the points differ from those before; give the reason.")
        case .ownRound:
            Bilingual(
                vi:
                    "Chỉ hồ sơ của tỉnh mới nhận kết quả do Bộ chấm; khối này do hội đồng của tỉnh quyết định.",
                en:
                    "Only the province's file takes a result from above; this block is decided by its own council."
            )
        case .noPlan(let year):
            Bilingual(
                vi:
                    "Năm \(year) chưa có kế hoạch để ghi nhiệm vụ; hãy khai kế hoạch, hoặc chọn thời hạn trong năm đã có kế hoạch.",
                en:
                    "There is no plan of \(year) to hold the task; declare one, or choose a day in a year that has one."
            )
        case .nothingLost(let code):
            Bilingual(
                vi:
                    "Tiêu chí \(code) đã đạt điểm tối đa hoặc không áp dụng, không có điểm mất để khắc phục.",
                en: "Criterion \(code) has all its points or does not apply; nothing was lost.")
        case .takenUp(let code):
            Bilingual(
                vi: "Tiêu chí \(code) đã có trong kế hoạch khắc phục; hãy sửa nhiệm vụ đã ghi.",
                en: "Criterion \(code) is in the plan already; change its task instead.")
        case .notAllConfirmed(let count):
            Bilingual(
                vi:
                    "Còn \(Written.count(count, .vi)) cơ quan chưa xác nhận kết quả; hãy đôn đốc, hoặc công bố kèm lý do.",
                en:
                    "\(Written.english(count, "agency has", "agencies have")) not confirmed yet; remind them, or publish with a reason."
            )
        }
    }
}
