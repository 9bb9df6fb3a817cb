import Domain
import Store

/// What the address of the journal's page asks for, as it was typed and as it is understood.
struct JournalQuery: Sendable {
    let filter: JournalFilter
    /// The number of the entry that the page before ended with.
    let after: Int?
    let problems: [Problem]

    /// Reads the form; a name that nothing has is a problem, and the filter leaves it out.
    init(_ query: Form, _ db: ReadableDatabase) throws {
        var filter = JournalFilter()
        var problems: [Problem] = []
        if let login = query.optional("who") {
            if login == JournalQuery.program {
                filter.author = .program
            } else if let user = try db.user(login: login) {
                filter.author = .person(user.id)
            } else {
                problems.append(.unknown("who", login, vi: "tài khoản", en: "account"))
            }
        }
        if let code = query.optional("agency") {
            if let id = try db.journalRecord("agency", named: code) {
                filter.agency = Agency.ID(id)
            } else {
                problems.append(.unknown("agency", code, vi: "cơ quan", en: "agency"))
            }
        }
        filter.action = query.optional("action")
        if let kind = query.optional("kind"), let name = query.optional("record") {
            if let id = try db.journalRecord(kind, named: name) {
                filter.record = JournalFilter.Record(kind: kind, id: id)
            } else {
                problems.append(.unknown("record", name, vi: "hồ sơ", en: "record"))
            }
        }
        filter.from = query.day("from", &problems)
        filter.until = query.day("until", &problems)
        self.filter = filter
        self.problems = problems
        after = query.optional("after").flatMap { Int($0) }
    }

    /// What stands for the program itself among the authors; no login holds a full stop at its start.
    static let program = ".program"
}

extension Problem {
    fileprivate static func unknown(_ field: String, _ typed: String, vi: String, en: String)
        -> Problem
    {
        Problem(
            field, vi: "Không có \(vi) “\(typed)”; hãy chọn trong danh sách gợi ý.",
            en: "There is no \(en) “\(typed)”; choose one of those suggested.")
    }
}
