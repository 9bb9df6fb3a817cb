import Domain
import Testing

@Suite struct PasswordRuleTests {
    @Test(arguments: [
        "con trâu đi trước", "Tre già măng mọc!", "kg7-mmq2-xxw9", "839204715526",
        "thuyền giấy qua sông đỏ",
    ])
    func `a long password of its own is taken`(_ password: String) {
        #expect(PasswordRule.problems(of: password, login: "quantri").isEmpty)
    }

    @Test(arguments: [
        "123456789012", "matkhau12345", "Mật khẩu 2021", "passwordpassword", "aaaaaaaaaaaa",
        "nguyenvana.nguyenvana", "qwertyuiop123", "Cải cách hành chính 2021", "P@ssw0rd2021!!",
        "15101990nguyenvana", "abcdefghijklmn", "UBND Bình Định 2021", "1q2w3e4r5t1q",
    ])
    func `an easy password is refused however long`(_ password: String) {
        #expect(!PasswordRule.problems(of: password, login: "nguyenvana").isEmpty)
    }

    @Test func `a short password is refused for that alone`() {
        #expect(PasswordRule.problems(of: "kg7-mmq2", login: "quantri").count == 1)
    }

    @Test func `one longer than two hundred characters is refused`() {
        let password = String(repeating: "con trâu đi trước ", count: 12)
        #expect(PasswordRule.problems(of: password, login: "quantri").count == 1)
    }

    @Test(arguments: [
        ("Trần Thị Bưởi", "tran thi buoi 88"), ("Lê Ngọc Kha", "kha-kha-kha-kha"),
        ("Sở Y tế", "soyte soyte 2021"),
    ])
    func `the account's own words count as nothing`(_ own: String, _ password: String) {
        #expect(PasswordRule.problems(of: password, login: "x", ownWords: [own]).count == 1)
        #expect(PasswordStrength(of: password, ownWords: [own]).weaknesses.contains(.ownWord))
    }

    @Test func `the refusal says what makes it easy, and never the password`() throws {
        let problem = try #require(
            PasswordRule.problems(of: "Mật khẩu 12345 2021", login: "quantri").first)
        #expect(problem.message.vi.contains("từ nhiều người dùng"))
        #expect(problem.message.vi.contains("dãy phím liền nhau"))
        #expect(problem.message.vi.contains("ngày hoặc năm"))
        #expect(problem.message.en.contains("worth only 3 characters"))
        #expect(!problem.message.vi.contains("12345 2021"))
    }

    @Test func `no sort of character is asked for`() {
        #expect(PasswordRule.problems(of: "chuồn chuồn bay thấp", login: "quantri").isEmpty)
    }

    @Test(arguments: [
        ("aaaa", 1), ("abcd", 1), ("4321", 1), ("qwert", 1), ("2021", 1), ("15101990", 1),
        ("matkhau", 1), ("xkq", 3), ("xkqxkq", 4), ("M@tKh@u", 1),
    ])
    func `what a guesser tries first counts as one step`(_ password: String, _ steps: Int) {
        #expect(PasswordStrength(of: password).steps == steps)
    }

    @Test func `any text is measured, never trapped`() {
        let letters = Array("aA0@!ấ đ-.👍\u{301}\u{0}")
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let text = String((0..<30).compactMap { _ in letters.randomElement(using: &random) })
            let strength = PasswordStrength(of: text, ownWords: [String(text.prefix(5))])
            #expect(strength.steps <= text.unicodeScalars.count, "seed \(seed)")
        }
    }
}
