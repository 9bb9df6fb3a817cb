import Foundation

/// What a new password must be like.
///
/// The limits are ours: length, not sorts of characters.
public enum PasswordRule {
    /// In characters.
    public static let shortest = 12
    public static let longest = 200

    /// Every reason the password cannot be taken; empty when it can.
    public static func problems(of password: String, login: String) -> [Problem] {
        let count = password.count
        var problems: [Problem] = []
        if count < shortest {
            problems.append(
                Problem(
                    "password",
                    vi: "Mật khẩu phải có ít nhất \(shortest) ký tự; hãy ghép vài từ dễ nhớ.",
                    en:
                        "A password has at least \(shortest) characters; join a few words you remember."
                ))
        }
        if count > longest {
            problems.append(
                Problem(
                    "password", vi: "Mật khẩu dài quá \(longest) ký tự; hãy rút ngắn.",
                    en: "The password is longer than \(longest) characters; shorten it."))
        }
        if count <= longest, isEasyToGuess(password, login: login) {
            problems.append(
                Problem(
                    "password", vi: "Mật khẩu này dễ đoán; hãy chọn mật khẩu khác.",
                    en: "This password is easily guessed; choose another."))
        }
        return problems
    }

    private static func isEasyToGuess(_ password: String, login: String) -> Bool {
        let letters = Vietnamese.folded(password).replacingOccurrences(of: " ", with: "")
        let login = Vietnamese.folded(login).replacingOccurrences(of: " ", with: "")
        return repeats(letters, login) || Swift.Set(letters).count < 5
            || commonest.contains { repeats(letters, $0) }
    }

    /// Whether the text is the word, once or several times, with nothing but digits after it.
    private static func repeats(_ text: String, _ word: String) -> Bool {
        guard !word.isEmpty, text.hasPrefix(word) else { return false }
        var rest = text[...]
        while rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
        return rest.allSatisfy(\.isNumber)
    }

    private static let commonest = [
        "123456789", "1234567890", "0123456789", "987654321", "abc", "abcd", "abcdef", "admin",
        "administrator",
        "anhyeuem", "binhdinh", "caicach", "caicachhanhchinh", "changeme", "cchc", "dangnhap",
        "iloveyou",
        "letmein", "matkhau", "matkhaumoi", "password", "passw0rd", "qazwsxedc", "quantri",
        "qwerty",
        "qwertyuiop", "qwertyuiopasdfghjkl", "sonoivu", "taikhoan", "vietnam", "welcome", "ubnd",
    ]
}
