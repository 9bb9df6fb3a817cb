extension Permission {
    static let accounts: [Permission] = [resetPasswordsBelow, manageSignIn]

    /// Held in a body, it reaches the bodies below it: see ``AccountReach``.
    public static let resetPasswordsBelow = Permission(
        "accounts.reset-below", vi: "cấp lại mật khẩu cho đơn vị trực thuộc",
        en: "reset passwords of the bodies below",
        reach: [.officer: [.below], .administrator: .everywhere])
    public static let manageSignIn = Permission(
        "sign-in.manage", vi: "sửa quy định đăng nhập", en: "change the rules of signing in",
        roles: [.administrator])
}
