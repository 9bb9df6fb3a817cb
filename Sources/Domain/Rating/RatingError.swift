/// What rating refuses, and what to do instead.
public enum RatingError: UserFacingError, Hashable {
    case rulesClosed(on: Day)
    case wrongStage(RatingRound.Stage)
    case reasonNeeded
    case undecided(Int)
    case windowOpen(until: Day)
    case windowClosed(on: Day)
    case notYours
    case ownRating
    case overLimit(name: String, count: Int, allowed: Int)
    case nobody

    public var code: String {
        switch self {
        case .rulesClosed: "rating.rules-closed"
        case .wrongStage: "rating.wrong-stage"
        case .reasonNeeded: "rating.reason-needed"
        case .undecided: "rating.undecided"
        case .windowOpen: "rating.window-open"
        case .windowClosed: "rating.window-closed"
        case .notYours: "rating.not-yours"
        case .ownRating: "rating.own-rating"
        case .overLimit: "rating.over-limit"
        case .nobody: "rating.nobody"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .reasonNeeded, .overLimit, .nobody: .invalid
        case .notYours, .ownRating: .forbidden
        default: .conflict
        }
    }

    public var message: Bilingual {
        switch self {
        case .rulesClosed(let day):
            Bilingual(
                vi:
                    "Quy định đã dùng để xếp loại từ ngày \(day.vi) nên không sửa được; hãy lập bản mới.",
                en: "The rules have rated somebody since \(day.en) and are closed; add an edition.")
        case .wrongStage(let stage):
            Bilingual(
                vi: "Đợt xếp loại đang ở bước “\(stage.title.vi)” nên chưa làm được việc này.",
                en: "The rating is at the step “\(stage.title.en)”; this cannot be done now.")
        case .reasonNeeded:
            Bilingual(
                vi: "Mức quyết định khác mức gợi ý; hãy ghi lý do.",
                en: "The class differs from the one suggested; give the reason.")
        case .undecided(let count):
            Bilingual(
                vi:
                    "Còn \(Written.count(count, .vi)) trường hợp chưa quyết định; hãy quyết định hết.",
                en: "\(Written.english(count, "case is", "cases are")) undecided; decide them all.")
        case .windowOpen(let day):
            Bilingual(
                vi: "Thời gian nhận ý kiến đến hết ngày \(day.vi); hãy ký sau ngày đó.",
                en: "Objections are taken until \(day.en); sign after it.")
        case .windowClosed(let day):
            Bilingual(
                vi:
                    "Thời gian nhận ý kiến đã hết ngày \(day.vi); hãy gửi văn bản cho người quyết định.",
                en: "Objections were taken until \(day.en); write to who decides.")
        case .notYours:
            Bilingual(
                vi: "Đây không phải xếp loại của bạn.", en: "This rating is not yours.")
        case .ownRating:
            Bilingual(
                vi:
                    "Không ai tự quyết định mức xếp loại của mình; hãy để lãnh đạo khác có thẩm quyền quyết định.",
                en: "Nobody decides on themselves; leave it to another leader who may decide.")
        case .overLimit(let name, let count, let allowed):
            Bilingual(
                vi:
                    "“\(name)” có \(Written.count(count, .vi)) người, quy định cho nhiều nhất \(Written.count(allowed, .vi)); hãy xếp lại hoặc ghi lý do vượt.",
                en:
                    "“\(name)” holds \(count), the rules allow \(allowed); decide anew or give the reason."
            )
        case .nobody:
            Bilingual(
                vi:
                    "Dưới cơ quan quyết định không có ai giữ chức vụ trong khối ở kỳ này; hãy kiểm tra khối và thời gian.",
                en:
                    "Below the body that decides nobody held a post in the block in this period; check the block and the days."
            )
        }
    }
}
