import Domain
import Store

/// What the address asks of the list of tasks, with what it names looked up.
struct TaskQuery {
    var filter = TaskFilter()
    let sort: TaskOrder.Key
    /// The code of the last task of the page before.
    let after: String?
    /// As typed, to be shown in the filter again.
    let leadCode: String
    let partnerCode: String
    let personNumber: String

    init(_ typed: Form, tree: AgencyTree, on day: Day, _ db: ReadableDatabase) throws {
        filter.source = TaskFilter.Source(rawValue: typed.text("source")) ?? .main
        filter.box = Plan.Task.Box(rawValue: typed.text("state"))
        filter.area = typed.optional("area")
        filter.silentDays = Int(typed.text("silent")).flatMap { (1...366).contains($0) ? $0 : nil }
        filter.search = String(typed.text("q").prefix(200))
        leadCode = typed.text("lead")
        partnerCode = typed.text("partner")
        personNumber = typed.text("person")
        // Who is not there leads nothing.
        if !leadCode.isEmpty {
            filter.lead = tree.bodies(coded: leadCode).first?.id ?? Agency.ID("-")
        }
        if !partnerCode.isEmpty {
            filter.partner = tree.bodies(coded: partnerCode).first?.id ?? Agency.ID("-")
        }
        if !personNumber.isEmpty {
            filter.person =
                try Int(personNumber).flatMap { try db.person(numbered: $0)?.id } ?? User.ID("-")
        }
        let wanted = TaskOrder.Key(rawValue: typed.text("sort"))
        sort = filter.source == .main ? wanted ?? .number : .due
        after = typed.optional("after")
    }

    func order(_ db: ReadableDatabase, _ year: Int) throws -> TaskOrder {
        TaskOrder(sort, after: try after.flatMap { try db.listedTask(coded: $0, year: year)?.id })
    }
}
