/// Why somebody was not signed in, or a password was not changed.
public enum SignInError: UserFacingError, Hashable {
    /// The same answer for an unknown login and a wrong password, so that neither is given away.
    case refused
    /// Too many failures; how many seconds to wait.
    case tooManyAttempts(retryAfter: Int)
    /// So many sign in at this moment that passwords wait to be checked; how many seconds to wait.
    case busy(retryAfter: Int)
    /// The present password was not right.
    case wrongPassword
    /// The password was right, and a code is asked for that this way of signing in cannot take.
    case codeNeeded
    /// The sign-in that waited for a code waited too long or failed too often.
    case beginAgain

    public var code: String {
        switch self {
        case .refused: "sign-in.refused"
        case .tooManyAttempts: "sign-in.too-many-attempts"
        case .busy: "sign-in.busy"
        case .wrongPassword: "password.wrong"
        case .codeNeeded: "sign-in.code-needed"
        case .beginAgain: "sign-in.begin-again"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .refused, .wrongPassword, .codeNeeded, .beginAgain: .invalid
        case .tooManyAttempts, .busy: .tooManyRequests
        }
    }

    public var retryAfter: Int? {
        switch self {
        case .tooManyAttempts(let seconds), .busy(let seconds): seconds
        default: nil
        }
    }

    public var message: Bilingual {
        switch self {
        case .refused:
            Bilingual(
                vi: "Tên đăng nhập hoặc mật khẩu không đúng; hãy kiểm tra lại cả hai.",
                en: "The login or the password is not right; check both.")
        case .tooManyAttempts(let seconds):
            Bilingual(
                vi:
                    "Đăng nhập sai nhiều lần; hãy thử lại sau \(Written.number(seconds, .vi)) giây.",
                en:
                    "Too many failures; try again in \(Written.english(seconds, "second", "seconds"))."
            )
        case .busy(let seconds):
            Bilingual(
                vi:
                    "Đang có quá nhiều người đăng nhập cùng lúc; hãy thử lại sau \(Written.number(seconds, .vi)) giây.",
                en:
                    "Too many people are signing in at this moment; try again in \(Written.english(seconds, "second", "seconds"))."
            )
        case .wrongPassword:
            Bilingual(
                vi: "Mật khẩu hiện tại không đúng; hãy nhập lại.",
                en: "The present password is not right; type it again.")
        case .codeNeeded:
            Bilingual(
                vi: "Tài khoản có xác thực hai lớp; hãy đăng nhập bằng trang web.",
                en: "The account has a second factor; sign in on the web page.")
        case .beginAgain:
            Bilingual(
                vi: "Đã quá thời gian nhập mã hoặc nhập sai nhiều lần; hãy đăng nhập lại từ đầu.",
                en: "The code took too long or was wrong too often; sign in again.")
        }
    }
}
