import Domain

/// What a person wants to ask after, and how.
public struct ReminderRequest: Sendable {
    public let year: Int
    /// The things chosen from the list: "task 01J…".
    public let keys: Set<String>
    public let channels: Set<Reminder.Channel>
    public let answerBy: Day
    /// The address of the reminder with that number, as the message gives it.
    public let pageAddress: @Sendable (Int) -> String
    /// The address of a signed link; `nil` where no mail can go out.
    public let linkAddress: (@Sendable (String) -> String)?

    /// As many things as one reminder may name.
    public static let mostItems = 500

    public init(
        year: Int, keys: Set<String>, channels: Set<Reminder.Channel>, answerBy: Day,
        pageAddress: @escaping @Sendable (Int) -> String,
        linkAddress: (@Sendable (String) -> String)?
    ) {
        self.year = year
        self.keys = keys
        self.channels = channels
        self.answerBy = answerBy
        self.pageAddress = pageAddress
        self.linkAddress = linkAddress
    }
}

extension WritableDatabase {
    /// Asks agencies after what they owe: keeps the list, makes the message, writes the mails.
    ///
    /// What was done since the list was shown is left out. The message counts as sent on the day it
    /// is made; a letter counts once its symbol and day are entered: ``signReminderLetter``.
    ///
    /// - Throws: ``ReminderError``; ``PermissionError`` when a body is out of reach.
    @discardableResult
    public func remind(
        _ request: ReminderRequest, by user: User.ID, on today: Day
    ) throws -> Reminder {
        try requireSomewhere(.chase, of: user)
        guard !request.channels.isEmpty else { throw ReminderError.noChannel }
        guard request.keys.count <= ReminderRequest.mostItems else {
            throw ReminderError.tooMany(ReminderRequest.mostItems)
        }
        if request.channels.contains(.mail), request.linkAddress == nil {
            throw ReminderError.noMail
        }
        let chosen = try openItems(request.keys, on: today)
        guard !chosen.isEmpty else { throw ReminderError.nothingChosen }
        try require(.chase, of: user, inEach: Set(chosen.map(\.agency)))
        let answerBy = max(request.answerBy, today)
        let number = try nextNumber("reminder")
        let mails =
            request.channels.contains(.mail)
            ? try writeReminderMails(
                chosen, answerBy: answerBy, on: today, linkAddress: request.linkAddress) : 0
        let reminder = Reminder(
            id: newID(), number: number, year: request.year, madeOn: today, by: user,
            answerBy: answerBy,
            message: try message(chosen, on: today, answerBy, request.pageAddress(number)).text,
            items: chosen.map { Reminder.Item($0) },
            notices: Reminder.Channel.allCases.filter(request.channels.contains).map { channel in
                Reminder.Notice(
                    channel: channel, day: channel == .letter ? nil : today, by: user,
                    reference: channel == .mail ? String(mails) : "")
            })
        try insert(reminder)
        try journal(
            "reminder.made", by: user,
            [Change("reminder", reminder.id.text, after: ReminderRecord(reminder))])
        return reminder
    }

    /// Enters the symbol and day under which the letter was issued: from then on it counts.
    public func signReminderLetter(
        _ number: Int, symbol: String, on day: Day, version: Int, by user: User.ID
    ) throws {
        let reminder = try openReminder(number, version: version, by: user)
        let signed = try reminder.lettered(symbol: symbol, on: day, by: user)
        try run(
            """
            UPDATE reminder_notices SET day_on = \(day), made_by = \(user),
              reference = \(symbol.trimmed)
            WHERE reminder_id = \(reminder.id) AND channel = 'letter'
            """
        )
        try save(signed, over: reminder, "reminder.letter-signed", by: user)
    }

    /// Says that a reminder did not go out after all: it no longer counts, and stays readable.
    public func withdrawReminder(
        _ number: Int, version: Int, because reason: String?, by user: User.ID, on today: Day
    ) throws {
        let reminder = try openReminder(number, version: version, by: user)
        let withdrawn = try reminder.withdrawn(on: today)
        try run("UPDATE reminders SET withdrawn_on = \(today) WHERE id = \(reminder.id)")
        try save(withdrawn, over: reminder, "reminder.withdrawn", because: reason, by: user)
    }

    private func save(
        _ changed: Reminder, over old: Reminder, _ action: String, because reason: String? = nil,
        by user: User.ID
    ) throws {
        let count = try run(
            """
            UPDATE reminders SET version = \(changed.version), recorded_at = \(now)
            WHERE id = \(old.id) AND version = \(old.version)
            """
        )
        guard count == 1 else { throw EditConflict(Bilingual(vi: "Lần đôn đốc", en: "reminder")) }
        try journal(
            action, by: user, because: reason,
            [
                Change(
                    "reminder", old.id.text, before: ReminderRecord(old),
                    after: ReminderRecord(changed))
            ])
    }

    private func openReminder(_ number: Int, version: Int, by user: User.ID) throws -> Reminder {
        try requireSomewhere(.chase, of: user)
        guard let id = try reminderID(numbered: number), let reminder = try reminder(id) else {
            throw MissingRecord(Bilingual(vi: "lần đôn đốc", en: "reminder"), "\(number)")
        }
        try require(.chase, of: user, inEach: Set(reminder.items.map(\.agency)))
        guard reminder.version == version else {
            throw EditConflict(Bilingual(vi: "Lần đôn đốc", en: "reminder"))
        }
        return reminder
    }

    /// What of the chosen things is still open, as the inboxes have it, agency by agency.
    private func openItems(_ keys: Set<String>, on today: Day) throws -> [InboxItem] {
        let parts = keys.map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
        let question = InboxQuestion(
            bodies: .all, today: today, year: try planCalendar().year(of: today))
        var found: [InboxItem] = []
        for kind in InboxItem.Kind.allCases where kind.isChased {
            let records = parts.filter { $0.count == 2 && $0[0] == kind.rawValue }.map { $0[1] }
            guard !records.isEmpty else { continue }
            found += try inboxItems(
                question, InboxFilter(boxes: [.late, .due], kind: kind, records: records),
                limit: ReminderRequest.mostItems)
        }
        let names = try agencies(named: Set(found.map(\.agency)), on: today)
        return found.enumerated().sorted { left, right in
            let (one, other) = (left.element.agency, right.element.agency)
            return one == other
                ? left.offset < right.offset
                : Vietnamese.sortKey(names[one]?.name ?? "")
                    < Vietnamese.sortKey(
                        names[other]?.name ?? "")
        }.map(\.element)
    }

    private func message(
        _ items: [InboxItem], on today: Day, _ answerBy: Day, _ link: String
    ) throws -> ReminderMessage {
        let names = try agencies(named: Set(items.map(\.agency)), on: today)
        var lines: [(agency: Agency.ID, count: Int, due: Day?)] = []
        for item in items {
            if let last = lines.indices.last, lines[last].agency == item.agency {
                lines[last].count += 1
                lines[last].due = [lines[last].due, item.dueOn].compactMap(\.self).min()
            } else {
                lines.append((item.agency, 1, item.dueOn))
            }
        }
        return ReminderMessage(
            what: InboxItem.what(items, on: today).vi,
            // Those who owe the most come first: they are named while there is room.
            lines: lines.enumerated().sorted {
                ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
            }.map { _, line in
                ReminderMessage.Line(
                    agency: names[line.agency]?.nameInSentence ?? "", count: line.count,
                    dueOn: line.due)
            },
            madeOn: today, answerBy: answerBy, link: link)
    }

    private func insert(_ reminder: Reminder) throws {
        try run(
            """
            INSERT INTO reminders
              (id, number, year, made_on, made_by, answer_by, message, version, recorded_at)
            VALUES (\(reminder.id), \(reminder.number), \(reminder.year), \(reminder.madeOn),
              \(reminder.by), \(reminder.answerBy), \(reminder.message), \(reminder.version), \(now))
            """
        )
        for notice in reminder.notices {
            try run(
                """
                INSERT INTO reminder_notices (reminder_id, channel, day_on, made_by, reference)
                VALUES (\(reminder.id), \(notice.channel.rawValue), \(notice.day), \(notice.by),
                  \(notice.reference))
                """
            )
        }
        for (position, item) in reminder.items.enumerated() {
            try run(
                """
                INSERT INTO reminder_items
                  (reminder_id, position, kind, record, code, title, agency_id, due_on)
                VALUES (\(reminder.id), \(position), \(item.kind), \(item.record), \(item.code),
                  \(item.title), \(item.agency), \(item.dueOn))
                """
            )
        }
    }
}
