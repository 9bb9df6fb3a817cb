import Domain
import Testing

@Suite struct PasswordRuleTests {
    @Test(arguments: ["con trâu đi trước", "Tre già măng mọc!", "kg7-mmq2-xxw9"])
    func `a long password of its own is taken`(_ password: String) {
        #expect(PasswordRule.problems(of: password, login: "quantri").isEmpty)
    }

    @Test(arguments: [
        "123456789012", "matkhau12345", "Mật khẩu 2021", "passwordpassword", "aaaaaaaaaaaa",
        "nguyenvana.nguyenvana",
        "qwertyuiop123", "Cải cách hành chính 2021",
    ])
    func `an easy password is refused however long`(_ password: String) {
        #expect(!PasswordRule.problems(of: password, login: "nguyenvana").isEmpty)
    }

    @Test func `a short password is refused`() {
        #expect(PasswordRule.problems(of: "kg7-mmq2", login: "quantri").count == 1)
    }
}
