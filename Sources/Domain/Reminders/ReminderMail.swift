/// What is mailed to one person who still owes something: Vietnamese first, then English.
public struct ReminderMail: Sendable {
    public struct Line: Sendable {
        public let item: InboxItem
        public let agency: String
        /// Opens the exact form.
        public let link: String

        public init(item: InboxItem, agency: String, link: String) {
            self.item = item
            self.agency = agency
            self.link = link
        }
    }

    public let name: String
    public let workspace: Bilingual
    public let today: Day
    public let answerBy: Day
    public let lines: [Line]

    /// As many things as one mail lists.
    static let mostLines = 20

    public init(name: String, workspace: Bilingual, today: Day, answerBy: Day, lines: [Line]) {
        self.name = name
        self.workspace = workspace
        self.today = today
        self.answerBy = answerBy
        self.lines = lines
    }

    public var subject: String {
        "Đôn đốc CCHC: \(Written.count(lines.count, .vi)) việc cần cập nhật trước \(answerBy.vi)"
    }

    public var body: String {
        let shown = lines.prefix(Self.mostLines)
        let items = shown.map { line in
            """
            - \(name(of: line.item)): \(title(of: line.item))
              \(line.agency) · \(line.item.reason(on: today).vi)
              \(line.link)
            """
        }
        let rest = lines.count - shown.count
        let more =
            rest > 0
            ? "\nvà \(Written.count(rest, .vi)) việc khác · and \(rest) more\n" : ""
        return """
            Kính gửi \(name),

            \(workspace.vi): đến ngày \(today.vi) còn những việc sau chưa hoàn thành; đề nghị cập nhật \
            trước ngày \(answerBy.vi). Mỗi liên kết mở đúng biểu cần điền và hết tác dụng sau 30 ngày.

            \(items.joined(separator: "\n\n"))
            \(more)
            Việc đã xong thì không được nhắc nữa; mỗi ngày nhiều nhất một thư.

            \(workspace.en): the items above are open on \(today.en); please bring them up to date before \
            \(answerBy.en). Each link opens the very form and works for 30 days. What is done is not \
            mentioned again; there is at most one mail a day.

            """
    }

    private func name(of item: InboxItem) -> String {
        let code = item.kind == .submission ? "" : item.code
        return "\(item.kind.title.vi) \(code)".trimmed
    }

    private func title(of item: InboxItem) -> String {
        let words = item.title.split(whereSeparator: \.isNewline).joined(separator: " ")
        let title = words.isEmpty ? "năm \(item.year)" : words
        return title.count <= 160 ? title : String(title.prefix(157)) + "…"
    }
}
