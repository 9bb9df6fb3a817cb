/// Why an account could not be opened or changed.
public enum AccountError: UserFacingError, Hashable {
    /// The link was used, withdrawn or has run out, or there never was one: all one answer.
    case linkNotValid
    /// A person may not close their own account, or nobody could let them in again.
    case ownAccount
    /// The account is closed, or was never opened.
    case notInUse
    /// The account is not among those the person reaches.
    case outOfReach
    /// There is a second factor already.
    case alreadyHasSecondFactor
    /// The workspace's rules ask for one of somebody with this role.
    case secondFactorRequired
    case wrongCode
    /// The issuer's account is linked with another account here.
    case linkedElsewhere

    public var code: String {
        switch self {
        case .linkNotValid: "account.link-not-valid"
        case .ownAccount: "account.own"
        case .notInUse: "account.not-in-use"
        case .outOfReach: "account.out-of-reach"
        case .alreadyHasSecondFactor: "second-factor.already-there"
        case .secondFactorRequired: "second-factor.required"
        case .wrongCode: "second-factor.wrong-code"
        case .linkedElsewhere: "issuer.linked-elsewhere"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .linkNotValid: .notFound
        case .outOfReach: .forbidden
        case .wrongCode: .invalid
        case .ownAccount, .notInUse, .alreadyHasSecondFactor,
            .secondFactorRequired, .linkedElsewhere:
            .conflict
        }
    }

    public var message: Bilingual {
        switch self {
        case .linkNotValid:
            Bilingual(
                vi:
                    "Liên kết này không dùng được: đã dùng, đã bị thay hoặc đã hết hạn. Hãy đề nghị người quản trị gửi liên kết mới.",
                en:
                    "This link cannot be used: it was used, replaced, or has run out. Ask the administrator for a new one."
            )
        case .ownAccount:
            Bilingual(
                vi: "Không thể khóa tài khoản của chính mình; hãy nhờ người quản trị khác.",
                en: "You cannot close your own account; ask another administrator.")
        case .notInUse:
            Bilingual(
                vi: "Tài khoản đã khóa; hãy mở lại trước.",
                en: "The account is closed; open it again first.")
        case .outOfReach:
            Bilingual(
                vi:
                    "Bạn chỉ cấp lại được mật khẩu cho tài khoản của đơn vị trực thuộc; hãy đề nghị quản trị hệ thống.",
                en:
                    "You may reset passwords of the bodies below yours only; ask an administrator.")
        case .alreadyHasSecondFactor:
            Bilingual(
                vi: "Tài khoản đã có xác thực hai lớp; hãy tắt trước khi đặt lại.",
                en: "There is a second factor already; remove it before setting another up.")
        case .secondFactorRequired:
            Bilingual(
                vi: "Vai trò của bạn bắt buộc xác thực hai lớp nên không tắt được.",
                en: "Your role requires a second factor, so it cannot be removed.")
        case .wrongCode:
            Bilingual(
                vi:
                    "Mã không đúng hoặc đã dùng; hãy đợi mã mới trên điện thoại rồi nhập lại, và kiểm tra giờ của điện thoại.",
                en:
                    "The code is not right or was used; wait for the next one on the phone, and check the phone's clock."
            )
        case .linkedElsewhere:
            Bilingual(
                vi: "Danh tính này đã liên kết với một tài khoản khác; hãy báo quản trị hệ thống.",
                en: "This identity is linked with another account; tell an administrator.")
        }
    }
}
