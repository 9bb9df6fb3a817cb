import Domain

extension ReadableDatabase {
    /// Returns the reminder with that number, with as much of its list as the viewer may see.
    ///
    /// - Returns: `nil` when there is none, or none of it is for the viewer; with it, how many lines
    ///   of the list are withheld.
    public func reminder(
        numbered number: Int, for viewer: User.ID, on today: Day
    ) throws -> (reminder: Reminder, withheld: Int)? {
        let bodies = try bodies(within: .seeReminders, of: viewer, on: today)
        guard let whole = try reminders(where: "r.number = \(number)").first else { return nil }
        let seen = try items(of: whole.id, bodies)
        guard !seen.isEmpty else { return nil }
        let all = try rows(
            "SELECT COUNT(*) FROM reminder_items WHERE reminder_id = \(whole.id)"
        ).first?.int(0)
        return (whole.listing(seen), (all ?? seen.count) - seen.count)
    }

    /// Returns the year's reminders that name a body within the viewer's reach, newest first.
    ///
    /// Their lists are left out; how long they are is given instead.
    public func reminders(
        of year: Int, for viewer: User.ID, on today: Day, before number: Int? = nil, limit: Int
    ) throws -> [ListedReminder] {
        let bodies = try bodies(within: .seeReminders, of: viewer, on: today)
        let older: SQL = number.map { "AND r.number < \($0)" } ?? ""
        let found = try reminders(
            where: """
                r.year = \(year) \(older) AND EXISTS (
                  SELECT 1 FROM reminder_items i
                  WHERE i.reminder_id = r.id AND \(bodies.contain("i.agency_id")))
                """, limit: limit)
        return try found.map { reminder in
            let size = try rows(
                """
                SELECT COUNT(*), COUNT(DISTINCT agency_id) FROM reminder_items
                WHERE reminder_id = \(reminder.id)
                """
            ).first
            return ListedReminder(
                reminder: reminder, items: size?.int(0) ?? 0, agencies: size?.int(1) ?? 0)
        }
    }

    /// Returns how often each of the records was asked after, by "kind record".
    ///
    /// A reminder counts once, whatever the number of ways, and only once it went out. Only those
    /// before a number, when one is given.
    public func reminderCounts(
        of items: some Sequence<(kind: InboxItem.Kind, record: String)>, year: Int? = nil,
        before number: Int? = nil
    ) throws -> [String: ReminderCount] {
        var found: [String: ReminderCount] = [:]
        let byKind = Dictionary(grouping: items, by: \.kind)
        for (kind, items) in byKind {
            let ids = Array(Set(items.map(\.record)))
            let inYear: SQL = year.map { "AND r.year = \($0)" } ?? ""
            let earlier: SQL = number.map { "AND r.number < \($0)" } ?? ""
            for start in stride(from: 0, to: ids.count, by: 500) {
                let part = ids[start..<min(start + 500, ids.count)]
                for row in try rows(
                    """
                    SELECT i.record, COUNT(DISTINCT i.reminder_id), MAX(n.day_on)
                    FROM reminder_items i
                    JOIN reminders r ON r.id = i.reminder_id AND r.withdrawn_on IS NULL
                    JOIN reminder_notices n ON n.reminder_id = r.id AND n.day_on IS NOT NULL
                    WHERE i.kind = \(kind.rawValue) AND i.record IN \(list: part) \(inYear) \(earlier)
                    GROUP BY i.record
                    """
                ) {
                    found["\(kind.rawValue) \(row.text(0))"] = ReminderCount(
                        times: row.int(1), lastOn: row.day(2))
                }
            }
        }
        return found
    }

    /// Returns every time the record was asked after, oldest first: what its page prints.
    ///
    /// Lists are left out. The page has asked whether the viewer may see the record.
    public func reminders(
        of kind: InboxItem.Kind, _ record: String, year: Int? = nil
    ) throws -> [Reminder] {
        let one: SQL = year.map { "AND r.year = \($0)" } ?? ""
        return try reminders(
            where: """
                r.withdrawn_on IS NULL \(one) AND r.id IN (
                  SELECT reminder_id FROM reminder_items
                  WHERE kind = \(kind.rawValue) AND record = \(record))
                """
        ).filter { $0.wentOutOn != nil }.reversed()
    }

    func reminder(_ id: Reminder.ID) throws -> Reminder? {
        try reminders(where: "r.id = \(id)").first.map { $0.listing(try items(of: id, .all)) }
    }

    func reminderID(numbered number: Int) throws -> Reminder.ID? {
        try rows("SELECT id FROM reminders WHERE number = \(number)").first?.id(0)
    }

    private func items(
        of id: Reminder.ID, _ bodies: InboxQuestion.Bodies
    ) throws -> [Reminder.Item] {
        try rows(
            """
            SELECT i.kind, i.record, i.code, i.title, i.agency_id, i.due_on FROM reminder_items i
            WHERE i.reminder_id = \(id) AND \(bodies.contain("i.agency_id"))
            ORDER BY i.position
            """
        ).map {
            Reminder.Item(
                kind: $0.text(0), record: $0.text(1), code: $0.text(2), title: $0.text(3),
                agency: $0.id(4), dueOn: $0.optionalDay(5))
        }
    }

    private func reminders(where condition: SQL, limit: Int = 500) throws -> [Reminder] {
        let found = try rows(
            """
            SELECT r.id, r.number, r.year, r.made_on, r.made_by, r.answer_by, r.message,
              r.withdrawn_on, r.version
            FROM reminders r WHERE \(condition) ORDER BY r.number DESC LIMIT \(limit)
            """
        )
        let ids: [Reminder.ID] = found.map { $0.id(0) }
        var notices: [Reminder.ID: [Reminder.Notice]] = [:]
        try each(
            """
            SELECT reminder_id, channel, day_on, made_by, reference FROM reminder_notices
            WHERE reminder_id IN \(list: ids) ORDER BY reminder_id, channel
            """
        ) {
            notices[$0.id(0), default: []].append(
                Reminder.Notice(
                    channel: $0.choice(1, .message), day: $0.optionalDay(2), by: $0.id(3),
                    reference: $0.text(4)))
        }
        return found.map {
            Reminder(
                id: $0.id(0), number: $0.int(1), year: $0.int(2), madeOn: $0.day(3), by: $0.id(4),
                answerBy: $0.day(5), message: $0.text(6), items: [],
                notices: (notices[$0.id(0)] ?? []).inOrder, withdrawnOn: $0.optionalDay(7),
                version: $0.int(8))
        }
    }
}

extension [Reminder.Notice] {
    /// In the order in which the ways are listed everywhere.
    fileprivate var inOrder: [Reminder.Notice] {
        Reminder.Channel.allCases.flatMap { channel in filter { $0.channel == channel } }
    }
}

/// A reminder as a list shows it: how much it asked after, not what.
public struct ListedReminder: Hashable, Sendable {
    public let reminder: Reminder
    public let items: Int
    public let agencies: Int
}

extension Reminder {
    fileprivate func listing(_ items: [Item]) -> Reminder {
        Reminder(
            id: id, number: number, year: year, madeOn: madeOn, by: by, answerBy: answerBy,
            message: message, items: items, notices: notices, withdrawnOn: withdrawnOn,
            version: version)
    }
}

extension ReadableDatabase {
    /// Returns what of the reminder's list is still open, by "kind record".
    public func stillOpen(_ reminder: Reminder, on today: Day) throws -> [String: InboxItem] {
        let question = InboxQuestion(
            bodies: .some(Set(reminder.items.map(\.agency))), today: today,
            year: try inboxYear(on: today))
        var open: [String: InboxItem] = [:]
        for (kind, items) in Dictionary(grouping: reminder.items, by: \.itemKind) {
            guard let kind else { continue }
            let found = try inboxItems(
                question, InboxFilter(kind: kind, records: items.map(\.record)), limit: 1_000)
            for item in found { open["\(kind.rawValue) \(item.record)"] = item }
        }
        return open
    }
}
