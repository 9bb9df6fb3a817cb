/// Why signing in with the office's own account did not work.
public enum IssuerError: UserFacingError, Hashable {
    /// The issuer doesn't answer, or not as it should.
    case unreachable
    /// The issuer said no, or the person went back.
    case refused
    /// The answer is none to a question of this browser, or comes too late.
    case notAsked
    /// The ID token is not what we asked for, or not signed by the issuer.
    case badToken
    /// Nobody here is linked with that identity; an account is never made by itself.
    case notLinked
    /// Without it nobody could open the account.
    case onlyWayIn

    public var code: String {
        switch self {
        case .unreachable: "issuer.unreachable"
        case .refused: "issuer.refused"
        case .notAsked: "issuer.not-asked"
        case .badToken: "issuer.bad-token"
        case .notLinked: "issuer.not-linked"
        case .onlyWayIn: "issuer.only-way-in"
        }
    }

    public var kind: ErrorKind { self == .onlyWayIn ? .conflict : .invalid }

    public var message: Bilingual {
        switch self {
        case .unreachable:
            Bilingual(
                vi:
                    "Hệ thống đăng nhập tập trung không trả lời; hãy thử lại sau hoặc đăng nhập bằng mật khẩu.",
                en: "The sign-in service does not answer; try again later or use your password.")
        case .refused:
            Bilingual(
                vi: "Hệ thống đăng nhập tập trung không cho vào; hãy thử lại.",
                en: "The sign-in service did not let you in; try again.")
        case .notAsked:
            Bilingual(
                vi: "Lượt đăng nhập này đã quá hạn hoặc bắt đầu ở trình duyệt khác; hãy làm lại.",
                en: "This sign-in took too long or began in another browser; begin again.")
        case .badToken:
            Bilingual(
                vi:
                    "Không xác minh được câu trả lời của hệ thống đăng nhập tập trung; hãy thử lại, nếu vẫn lỗi thì báo quản trị viên.",
                en:
                    "The sign-in service's answer could not be verified; try again, and if it stays tell the administrator."
            )
        case .notLinked:
            Bilingual(
                vi:
                    "Danh tính này chưa liên kết với tài khoản nào ở đây. Hãy mở liên kết mời, hoặc đăng nhập bằng mật khẩu rồi liên kết ở trang Tài khoản.",
                en:
                    "This identity is linked with no account here. Open your invitation, or sign in with your password and link it on your account page."
            )
        case .onlyWayIn:
            Bilingual(
                vi:
                    "Tài khoản chưa có mật khẩu nên chưa bỏ liên kết được; hãy đề nghị cấp mật khẩu.",
                en: "The account has no password, so the link must stay; ask for a password first.")
        }
    }
}
