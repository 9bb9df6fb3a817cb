/// What submissions refuse.
public enum SubmissionError: UserFacingError, Hashable {
    /// The period has not begun; its first day.
    case notBegun(Day)
    /// The period is locked; the day on which the agency's exception ended, when it had one.
    case locked(Period.Lock, exceptionEnded: Day?)
    /// It was taken up, so nothing is sent over it.
    case accepted
    /// Nobody waits for a decision on it.
    case nothingToDecide(Submission.State)
    case reasonNeeded
    /// The workspace has the head send it.
    case headNeeded
    /// The superior agency has to take it up first; its name.
    case superiorFirst(String)
    /// A signed document without anything submitted.
    case nothingSubmitted
    case periodInUse

    public var code: String {
        switch self {
        case .notBegun: "submission.not-begun"
        case .locked: "submission.locked"
        case .accepted: "submission.accepted"
        case .nothingToDecide: "submission.nothing-to-decide"
        case .reasonNeeded: "submission.reason-needed"
        case .headNeeded: "submission.head-needed"
        case .superiorFirst: "submission.superior-first"
        case .nothingSubmitted: "submission.nothing-submitted"
        case .periodInUse: "submission.period-in-use"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .headNeeded, .superiorFirst: .forbidden
        case .reasonNeeded: .invalid
        default: .conflict
        }
    }

    public var problems: [Problem] {
        guard case .reasonNeeded = self else { return [] }
        return [Problem("reason", vi: message.vi, en: message.en)]
    }

    public var message: Bilingual {
        switch self {
        case .notBegun(let first):
            Bilingual(
                vi: "Kỳ báo cáo bắt đầu từ ngày \(first.vi); từ ngày đó mới gửi được.",
                en: "The period begins on \(first.en); nothing can be sent before.")
        case .locked(let lock, let ended):
            locked(lock, ended)
        case .accepted:
            Bilingual(
                vi:
                    "Báo cáo đã được tiếp nhận nên đã khóa; muốn sửa, hãy đề nghị cơ quan thường trực trả lại.",
                en:
                    "The report was accepted and is locked; ask the standing office to send it back first."
            )
        case .nothingToDecide(let state):
            Bilingual(
                vi:
                    "Báo cáo đang ở tình trạng “\(state.title.vi)” nên không còn chờ tiếp nhận; hãy tải lại trang.",
                en:
                    "The report is “\(state.title.en)”, so there is nothing to decide; load the page again."
            )
        case .reasonNeeded:
            Bilingual(
                vi: "Hãy ghi lý do để đơn vị biết cần làm gì.",
                en: "Give the reason, so that the agency knows what to do.")
        case .headNeeded:
            Bilingual(
                vi:
                    "Báo cáo do người đứng đầu hoặc cấp phó gửi; hãy lưu nháp và bấm “Trình lãnh đạo”.",
                en: "The head or a deputy sends the report; save it and ask the head for approval.")
        case .superiorFirst(let name):
            Bilingual(
                vi:
                    "Báo cáo đang chờ \(name) tiếp nhận trước; nếu tiếp nhận thay, hãy ghi lý do.",
                en:
                    "The report waits for \(name) to take it up first; give a reason to act in its place."
            )
        case .nothingSubmitted:
            Bilingual(
                vi: "Chưa gửi số liệu của kỳ này; hãy gửi số liệu trước rồi ghi văn bản ký.",
                en: "Nothing was submitted for this period; submit the data first.")
        case .periodInUse:
            Bilingual(
                vi: "Kỳ này đã có báo cáo nên không xóa được; hãy khóa kỳ nếu không dùng nữa.",
                en: "Reports were submitted for this period, so it stays; lock it instead.")
        }
    }

    private func locked(_ lock: Period.Lock, _ ended: Day?) -> Bilingual {
        let exception =
            ended.map {
                Bilingual(
                    vi: " Thời hạn gửi bổ sung của đơn vị đã hết ngày \($0.vi).",
                    en: " The agency's exception ended on \($0.en).")
            } ?? Bilingual("")
        return Bilingual(
            vi: "Kỳ báo cáo đã khóa từ ngày \(lock.from.vi): \(lock.reason).\(exception.vi) "
                + "Hãy đề nghị cơ quan thường trực cho gửi bổ sung.",
            en: "The period is locked since \(lock.from.en): \(lock.reason).\(exception.en) "
                + "Ask the standing office for an exception.")
    }
}

extension Submission.State {
    public var title: Bilingual {
        switch self {
        case .submitted: Bilingual(vi: "đã gửi, chờ tiếp nhận", en: "submitted, to be taken up")
        case .returned: Bilingual(vi: "bị trả lại", en: "returned")
        case .accepted: Bilingual(vi: "đã tiếp nhận", en: "accepted")
        }
    }
}
