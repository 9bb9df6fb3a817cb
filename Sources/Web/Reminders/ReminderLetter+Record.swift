import Domain
import Store

extension ReminderLetter {
    /// The letter of a reminder on record, sent by the body in which its maker chases.
    init(_ reminder: Reminder, _ db: ReadableDatabase) throws {
        let tree = try db.agencyTree(on: reminder.madeOn)
        let held = try db.heldRoles(of: reminder.by).filter {
            $0.tenure.contains(reminder.madeOn) && Permission.chase.reach[$0.role] != nil
        }
        let own = try db.users([reminder.by])[reminder.by]?.agency
        let sender = held.compactMap(\.agency).first ?? own ?? tree.bodies.first?.id
        guard let sender, let letterhead = try db.letterhead(of: sender, in: tree)
        else {
            throw MissingRecord(Bilingual(vi: "cơ quan gửi", en: "sending agency"), "")
        }
        let earlier = try db.reminderCounts(
            of: reminder.items.compactMap { item in item.itemKind.map { ($0, item.record) } },
            year: reminder.year, before: reminder.number)
        let plan = try db.currentPlan(of: reminder.year)
        self.init(
            reminder, letterhead: letterhead,
            names: try db.agencies(named: Set(reminder.items.map(\.agency)), on: reminder.madeOn)
                .mapValues(\.name),
            plan: plan.map { "\($0.type) số \($0.symbol)" } ?? "",
            earlier: earlier.mapValues(\.times))
    }
}
