/// Why a post was not given, ended or handed over.
public enum PeopleError: UserFacingError, Hashable {
    /// The post has ended already, on that day.
    case ended(on: Day)
    /// A leaver cannot hand over to themselves.
    case samePerson
    /// Who answers for the record changed since the form was opened.
    case dutyMoved(String)

    public var code: String {
        switch self {
        case .ended: "post.ended"
        case .samePerson: "post.same-person"
        case .dutyMoved: "duty.moved"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .ended, .dutyMoved: .conflict
        case .samePerson: .invalid
        }
    }

    public var message: Bilingual {
        switch self {
        case .ended(let day):
            Bilingual(
                vi: "Chức vụ đã kết thúc từ ngày \(day.vi); hãy xem trang của người này.",
                en: "The post ended on \(day.en); see the person's page.")
        case .samePerson:
            Bilingual(
                vi: "Người nhận phải khác người bàn giao; hãy chọn lại người nhận.",
                en: "The successor is the leaver; choose somebody else.")
        case .dutyMoved(let record):
            Bilingual(
                vi:
                    "Người chịu trách nhiệm của \(record) đã được thay đổi sau khi bạn mở trang; hãy xem lại rồi gửi lại.",
                en:
                    "Who answers for \(record) was changed after you opened the page; look again, then send again."
            )
        }
    }
}
