import Domain
import Markup
import Store

/// The tasks by which bodies take an initiative over, and the button that makes them.
struct InitiativeTasksPart: Sendable {
    let heading: String
    let hint: String
    let caption: String
    let headings: [String]
    let rows: [[Link]]
    let path: String
    let token: String
    /// `nil` for whoever may not make tasks.
    let label: String?

    /// `nil` while the initiative is not to be replicated.
    init?(
        _ number: Int, _ year: Int, for user: User.ID?, token: String, on day: Day,
        _ snapshot: Snapshot, _ language: Language
    ) throws {
        let db = snapshot.db
        guard let initiative = try db.line(Initiative.self, numbered: number),
            initiative.line.outcome == .replicate
        else { return nil }
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        let tree = try snapshot.tree()
        let tasks = try db.tasks(carrying: initiative.id)
        let known = Set(tasks.compactMap(\.lead))
        let missing = initiative.line.replicatingCodes.filter { code in
            !tree.bodies(coded: code).contains { known.contains($0.id) }
        }
        let mayMake =
            try user.map { user in
                try initiative.line.replicatingCodes.allSatisfy { code in
                    try tree.bodies(coded: code).allSatisfy {
                        try db.isGranted(.declarePlans, to: user, in: $0.id, on: day)
                    }
                }
            } ?? false
        heading = text("Nhiệm vụ nhân rộng", "Tasks of replication")
        hint =
            missing.isEmpty
            ? text(
                "Mọi cơ quan nhân rộng đã có nhiệm vụ.", "Everybody who takes it over has a task.")
            : text(
                "Chưa có nhiệm vụ: \(missing.joined(separator: ", ")).",
                "Without a task yet: \(missing.joined(separator: ", ")).")
        caption = text("Nhiệm vụ đã giao", "Tasks made")
        headings = [
            text("Nhiệm vụ", "Task"), text("Cơ quan", "Agency"), text("Thời hạn", "Due"),
            text("Hoàn thành", "Done"),
        ]
        rows = tasks.map { task in
            [
                Link(task.code, Paths.taskPage(year, task.code)),
                Link(task.lead.flatMap { tree.body($0)?.name } ?? ""),
                Link(task.dueOn?[language] ?? ""), Link(task.doneOn?[language] ?? ""),
            ]
        }
        path = Paths.initiativeTasks(year, number)
        self.token = token
        label =
            mayMake && !missing.isEmpty ? text("Giao nhiệm vụ nhân rộng", "Make the tasks") : nil
    }
}

func initiativeTasksView(_ part: InitiativeTasksPart) -> HTML {
    """
    <section class="card below"><h2>\(part.heading)</h2><p class="hint">\(part.hint)</p>\
    \(when: !part.rows.isEmpty, table(part))\(if: part.label, { button($0, part) })</section>

    """
}

private func table(_ part: InitiativeTasksPart) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption class="unseen">\(part.caption)</caption>
    <thead><tr>\(each: part.headings, { "<th scope=\"col\">\($0)</th>" })</tr></thead>
    <tbody>\(each: part.rows, { row($0, part.headings) })</tbody></table></div>
    """
}

private func row(_ cells: [Link], _ headings: [String]) -> HTML {
    """
    <tr>\(if: cells.first, { "<th scope=\"row\">\(linkView($0))</th>" })\
    \(each: zip(cells, headings).dropFirst(), { "<td data-of=\"\($0.1)\">\(linkView($0.0))</td>" })</tr>
    """
}

private func button(_ label: String, _ part: InitiativeTasksPart) -> HTML {
    """
    <form method="post" action="\(part.path)">\(tokenField(part.token))<div class="actions"><button class="main">\(label)</button></div></form>
    """
}
