import Domain
import Store

/// Reads what was typed into the form of a task; codes become agencies and tasks.
struct TaskFormReader {
    private let typed: Form
    private let tree: AgencyTree
    private let year: Int
    private let db: ReadableDatabase

    init(_ typed: Form, tree: AgencyTree, year: Int, _ db: ReadableDatabase) {
        self.typed = typed
        self.tree = tree
        self.year = year
        self.db = db
    }

    /// - Throws: ``InvalidInput`` with every field that cannot be read.
    func terms() throws -> Plan.Task.Terms {
        var problems: [Problem] = []
        var terms = Plan.Task.Terms()
        terms.text = typed.text("text")
        terms.area = typed.text("area")
        terms.lead = typed.optional("lead").flatMap { agency($0, "lead", &problems) }
        terms.cooperating = typed.text("cooperating")
        terms.partners = tree.agencies(typed: typed, "partners", &problems)
        terms.product = typed.text("product")
        terms.budget = typed.text("budget")
        terms.deadlineText = typed.text("deadline_text")
        terms.parent = try typed.optional("parent").flatMap { try task($0, "parent", &problems) }
        terms.weight = typed.count("weight", &problems) ?? 1
        terms.partRule = Plan.Task.PartRule(rawValue: typed.text("part_rule")) ?? .count
        terms.deadline = try deadline(&problems)
        problems += terms.problems
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return terms
    }

    private func deadline(_ problems: inout [Problem]) throws -> Plan.Task.Deadline? {
        switch Plan.Task.Deadline.Kind(rawValue: typed.text("deadline_kind")) {
        case nil: return nil
        case .throughout: return .throughout
        case .day:
            _ = typed.required("deadline_day", &problems)
            return typed.day("deadline_day", &problems).map { .day($0) }
        case .rhythm:
            guard
                let rhythm = Plan.Task.Deadline.Rhythm(rawValue: typed.text("deadline_rhythm"))
            else {
                problems.append(
                    Problem("deadline_rhythm", vi: "Hãy chọn nhịp.", en: "Choose the rhythm."))
                return nil
            }
            return .rhythm(rhythm)
        case .after:
            _ = typed.required("deadline_count", &problems)
            let counting =
                Plan.Task.Deadline.Counting(rawValue: typed.text("deadline_counting")) ?? .working
            let actOn = typed.day("deadline_act_on", &problems)
            guard let count = typed.count("deadline_count", &problems) else { return nil }
            if let code = typed.optional("deadline_task") {
                return try task(code, "deadline_task", &problems).map {
                    .after($0, count: count, counting)
                }
            }
            return .after(typed.text("deadline_act"), on: actOn, count: count, counting)
        }
    }

    private func agency(_ code: String, _ field: String, _ problems: inout [Problem]) -> Agency.ID?
    {
        if let body = tree.bodies(coded: code).first { return body.id }
        problems.append(
            Problem(
                field, vi: "Không có cơ quan mã “\(code)”; hãy xem mã ở trang Cơ quan, đơn vị.",
                en: "There is no agency “\(code)”; see the Agencies page."))
        return nil
    }

    private func task(_ code: String, _ field: String, _ problems: inout [Problem]) throws
        -> Plan.Task.ID?
    {
        if let task = try db.listedTask(coded: code, year: year) { return task.id }
        problems.append(
            Problem(
                field, vi: "Năm \(year) không có nhiệm vụ “\(code)”; hãy xem mã ở trang Nhiệm vụ.",
                en: "There is no task “\(code)” in \(year); see the Tasks page."))
        return nil
    }
}
