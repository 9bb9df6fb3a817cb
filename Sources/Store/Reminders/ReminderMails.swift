import Domain

extension WritableDatabase {
    /// Writes one mail to each person who answers for some of the items and has an address.
    ///
    /// One a day: who got one today gets no second. Where nobody was named, the body's reform officers
    /// are written to, where there are none its head.
    ///
    /// - Returns: how many mails were new.
    func writeReminderMails(
        _ items: [InboxItem], answerBy: Day, on today: Day,
        linkAddress: (@Sendable (String) -> String)?
    ) throws -> Int {
        guard let linkAddress else { return 0 }
        let key = try reminderKey()
        let workspace = try workspace()
        let agencies = try agencies(named: Set(items.map(\.agency)), on: today)
        var written = 0
        for (person, owed) in try recipients(of: items, on: today) {
            let mail = ReminderMail(
                name: person.name, workspace: workspace.name, today: today, answerBy: answerBy,
                lines: owed.map { item in
                    ReminderMail.Line(
                        item: item, agency: agencies[item.agency]?.nameInSentence ?? "",
                        link: linkAddress(
                            ReminderLink(
                                kind: item.kind, record: item.record, person: person.id,
                                until: now.day() + ReminderLink.days
                            ).signed(with: key)))
                })
            let isNew = try writeMail(
                Mail(
                    to: person.id, at: person.mail, on: now.day(), kind: "reminder",
                    subject: mail.subject, body: mail.body, id: newID()))
            if isNew { written += 1 }
        }
        return written
    }

    private struct Recipient: Hashable {
        let id: User.ID
        let name: String
        let mail: String
    }

    private func recipients(
        of items: [InboxItem], on today: Day
    ) throws -> [(person: Recipient, items: [InboxItem])] {
        var holders: [Agency.ID: [Role: [User.ID]]] = [:]
        for row in try rows(
            """
            SELECT agency, role, person FROM posts
            WHERE agency IN \(list: Set(items.map(\.agency))) AND role IN ('officer', 'head')
              AND from_on <= \(today) AND (until_on IS NULL OR until_on > \(today))
            ORDER BY number
            """
        ) {
            let role: Role = row.choice(1, .officer)
            holders[row.id(0), default: [:]][role, default: []].append(row.id(2))
        }
        let known = try addresses(
            of: Set(items.compactMap(\.person)).union(holders.values.flatMap { $0.values.joined() })
        )
        var found: [User.ID: [InboxItem]] = [:]
        for item in items {
            let own = item.person.map { [$0] } ?? []
            let office = holders[item.agency] ?? [:]
            let choices = [own, office[.officer] ?? [], office[.head] ?? []]
            let reached = choices.map { $0.filter { known[$0] != nil } }.first { !$0.isEmpty }
            for person in reached ?? [] { found[person, default: []].append(item) }
        }
        return found.compactMap { id, items in known[id].map { ($0, items) } }
            .sorted { $0.0.id < $1.0.id }
    }

    private func addresses(of people: Set<User.ID>) throws -> [User.ID: Recipient] {
        let found = try rows(
            """
            SELECT id, name, mail FROM accounts
            WHERE id IN \(list: people) AND mail IS NOT NULL AND closed_at IS NULL
            """
        ).map { Recipient(id: $0.id(0), name: $0.text(1), mail: $0.text(2)) }
        return Dictionary(
            uniqueKeysWithValues: found.filter { Mail.isAddress($0.mail) }.map { ($0.id, $0) })
    }
}
