/// What one line of a list of people to invite says.
public struct AccountRow: Hashable, Sendable {
    public var login: String?
    public var name: String?
    public var mail: String?
    public var agencyCode: String?
    public var role: Role?

    public init() {}
}

/// The columns of a list of people to invite, for import, export and form alike.
public enum AccountColumns {
    public static let all: [Column<AccountRow>] = [
        .checked(
            "login", Bilingual(vi: "Tên đăng nhập", en: "Login"), \.login, required: true,
            AccountRule.login),
        .text(
            "name", Bilingual(vi: "Họ và tên", en: "Name"), \.name, required: true, longest: 100),
        .checked("mail", Bilingual(vi: "Thư điện tử", en: "Mail"), \.mail, AccountRule.mail),
        .text(
            "agency_code", Bilingual(vi: "Mã cơ quan", en: "Agency code"), \.agencyCode,
            longest: 40),
        .choice("role", Bilingual(vi: "Vai trò", en: "Role"), \.role, title: \.title),
    ]
}

extension Column {
    /// A column of text that a rule brings into its stored form, or says what is wrong with it.
    fileprivate static func checked(
        _ key: String, _ heading: Bilingual, _ field: any WritableKeyPath<Row, String?> & Sendable,
        required: Bool = false, _ rule: @escaping @Sendable (String) -> (String?, Bilingual)
    ) -> Column {
        Column(
            key, heading, required: required,
            read: { cell, row in
                let (value, refusal) = rule(cell)
                guard let value else { return Problem(key, vi: refusal.vi, en: refusal.en) }
                row[keyPath: field] = value
                return nil
            },
            write: { $0[keyPath: field] ?? "" })
    }
}

/// What logins and mail addresses look like.
public enum AccountRule {
    /// The login as stored, lower case; `nil` when it cannot be one, with the reason.
    static func login(_ typed: String) -> (String?, Bilingual) {
        let login = typed.lowercased()
        let isFine =
            (3...64).contains(login.utf8.count)
            && login.utf8.allSatisfy { isPlain($0) || "._-@".utf8.contains($0) }
            && login.utf8.first.map(isPlain) == true && !reserved.contains(login)
        return (
            isFine ? login : nil,
            Bilingual(
                vi:
                    "“\(typed)” không dùng làm tên đăng nhập được; hãy dùng 3 đến 64 chữ không dấu, chữ số, dấu chấm, gạch nối, @.",
                en:
                    "“\(typed)” cannot be a login; use 3 to 64 plain letters, digits, dots, hyphens, @."
            )
        )
    }

    /// The mail address as stored; `nil` when it cannot be one, with the reason.
    ///
    /// Plain ASCII without white space or control characters, so it cannot end a header early.
    static func mail(_ typed: String) -> (String?, Bilingual) {
        let halves = typed.split(separator: "@", omittingEmptySubsequences: false)
        let isFine =
            halves.count == 2 && typed.utf8.count <= 254 && !halves[0].isEmpty
            && halves[0].utf8.allSatisfy { isPlain($0) || "._-+".utf8.contains($0) }
            && halves[0].first != "-" && halves[1].contains(".")
            && halves[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && $0.utf8.allSatisfy { isPlain($0) || $0 == 0x2D } && $0.first != "-"
            }
        return (
            isFine ? typed : nil,
            Bilingual(
                vi:
                    "“\(typed)” không phải địa chỉ thư điện tử; hãy ghi như ten@cchc.example.gov.vn.",
                en: "“\(typed)” is no mail address; write it as name@cchc.example.gov.vn.")
        )
    }

    /// Parts of addresses beside which an account's own would not be found.
    private static let reserved: Set<String> = ["new", "import", "template.csv", "template.xlsx"]

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
    }
}
