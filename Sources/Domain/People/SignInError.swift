/// Why somebody was not signed in, or a password was not changed.
public enum SignInError: UserFacingError, Hashable {
    /// The same answer for an unknown login and a wrong password, so that neither is given away.
    case refused
    /// Too many failures; how many seconds to wait.
    case tooManyAttempts(retryAfter: Int)
    /// The present password was not right.
    case wrongPassword

    public var code: String {
        switch self {
        case .refused: "sign-in.refused"
        case .tooManyAttempts: "sign-in.too-many-attempts"
        case .wrongPassword: "password.wrong"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .refused, .wrongPassword: .invalid
        case .tooManyAttempts: .tooManyRequests
        }
    }

    public var retryAfter: Int? {
        if case .tooManyAttempts(let seconds) = self { seconds } else { nil }
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
        case .wrongPassword:
            Bilingual(
                vi: "Mật khẩu hiện tại không đúng; hãy nhập lại.",
                en: "The present password is not right; type it again.")
        }
    }
}
