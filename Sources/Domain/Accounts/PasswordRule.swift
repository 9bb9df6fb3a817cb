/// What a new password must be like.
///
/// Length and being hard to guess, never sorts of characters. The limits are ours.
public enum PasswordRule {
    /// In characters.
    public static let shortest = 12
    public static let longest = 200
    /// The fewest steps a guesser must need: see ``PasswordStrength``.
    public static let fewestSteps = 8

    /// The rule in one breath, to be read before choosing.
    public static let explanation = Bilingual(
        vi:
            "Ít nhất \(shortest) ký tự; không bắt buộc chữ hoa, số hay ký hiệu. Cách dễ: ghép vài từ không liên quan mà bạn nhớ được, có thể có dấu và dấu cách. Tên, tên đăng nhập, từ thông dụng, ngày tháng và dãy phím liền nhau chỉ tính như một ký tự.",
        en:
            "At least \(shortest) characters; capitals, digits and signs are not asked for. An easy way: join a few unrelated words you remember, with spaces if you like. Names, the login, common words, dates and runs of keys each count as one character only."
    )

    /// Every reason the password cannot be taken; empty when it can.
    ///
    /// Own words are the login, the person's name, mail address and body, the workspace's name.
    public static func problems(of password: String, login: String, ownWords: [String] = [])
        -> [Problem]
    {
        let count = password.count
        var problems: [Problem] = []
        if count < shortest {
            problems.append(
                Problem(
                    "password",
                    vi:
                        "Mật khẩu phải có ít nhất \(shortest) ký tự; hãy ghép vài từ dễ nhớ.",
                    en:
                        "A password has at least \(shortest) characters; join a few words you remember."
                ))
        }
        guard count <= longest else {
            return [
                Problem(
                    "password", vi: "Mật khẩu dài quá \(longest) ký tự; hãy rút ngắn.",
                    en: "The password is longer than \(longest) characters; shorten it.")
            ]
        }
        let strength = PasswordStrength(of: password, ownWords: [login] + ownWords)
        if strength.steps < fewestSteps, !strength.weaknesses.isEmpty {
            problems.append(easyToGuess(strength))
        }
        return problems
    }

    private static func easyToGuess(_ strength: PasswordStrength) -> Problem {
        let titles = strength.weaknesses.map(\.title)
        let (vi, en) = (
            Written.list(titles.map(\.vi), .vi), Written.list(titles.map(\.en), .en)
        )
        let left = Written.count(strength.steps)
        return Problem(
            "password",
            vi:
                "Mật khẩu này dễ đoán: có \(vi), nên chỉ đáng \(left.vi) ký tự (cần \(Written.count(fewestSteps, .vi))). Hãy thêm vài từ khác, không liên quan đến bạn.",
            en:
                "This password is easily guessed: it has \(en), so it is worth only \(Written.english(strength.steps, "character", "characters")) (\(fewestSteps) are needed). Add a few other words that have nothing to do with you."
        )
    }
}
