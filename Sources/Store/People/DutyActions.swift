import Domain

extension WritableDatabase {
    /// Says who answers for records from a day on, several at once.
    ///
    /// - Throws: ``PeopleError/dutyMoved(_:)`` when who answered is no longer who the form showed;
    ///   ``InvalidInput`` for a person who holds no post on the day; ``PermissionError``.
    public func assignDuties(_ wanted: [DutyChange], from day: Day, by user: User.ID) throws {
        try requireSomewhere(.assignDuties, of: user)
        var changes: [Change] = []
        var years: Set<Int> = []
        for change in wanted where change.was != change.person {
            guard let record = try owedRecord(change.kind, change.record, on: day) else {
                throw MissingRecord(change.kind.title, change.record)
            }
            try require(.assignDuties, of: user, inEach: [record.agency])
            if let person = change.person { try requireInPost(person, on: day) }
            let now = try openDuty(change.kind, change.record)
            guard now?.person == change.was else {
                throw PeopleError.dutyMoved("\(change.kind.title.vi) \(record.code)")
            }
            changes += try pass(now, of: record, to: change.person, from: day)
            years.insert(record.year)
        }
        guard !changes.isEmpty else { return }
        for year in years.sorted() { try raise(.plans, year: year) }
        try journal("duties.assigned", by: user, changes)
    }

    /// Ends a post and passes on what its holder still owes, and the post itself if wanted.
    ///
    /// One action and one entry: whoever asks later sees what moved with what.
    public func handOver(_ plan: HandOver, by user: User.ID) throws {
        guard let old = try post(numbered: plan.post) else {
            throw MissingRecord(Bilingual(vi: "chức vụ", en: "post"), "\(plan.post)")
        }
        try require(.handOver, of: user, in: old.agency)
        guard old.version == plan.version else {
            throw EditConflict(Bilingual(vi: "Chức vụ", en: "post"))
        }
        guard plan.successor != old.person else { throw PeopleError.samePerson }
        guard plan.day > old.tenure.from else {
            throw InvalidInput([
                Problem(
                    "day", vi: "Ngày bàn giao phải sau ngày bắt đầu \(old.tenure.from.vi).",
                    en: "The day must come after the post's first, \(old.tenure.from.en).")
            ])
        }
        var changes: [Change] = []
        if old.tenure.until == nil || plan.day < (old.tenure.until ?? plan.day) {
            let ended = old.ending(on: plan.day)
            try update(ended)
            changes.append(Change("post", old.id.text, before: old, after: ended.raised))
        }
        if let manner = plan.succession {
            changes.append(try succeed(old, manner, plan, by: user))
        } else {
            try requireInPost(plan.successor, on: plan.day)
        }
        var years: Set<Int> = []
        for record in try owedRecords(by: old.person, on: plan.day - 1)
        where plan.records.contains(record.key) {
            // Who may hand over the post may pass on what its agency owes, and nothing else.
            if record.agency != old.agency {
                try require(.handOver, of: user, inEach: [record.agency])
            }
            let duty = try openDuty(record.kind, record.record)
            guard duty?.person == old.person else {
                throw PeopleError.dutyMoved("\(record.kind.title.vi) \(record.code)")
            }
            changes += try pass(duty, of: record, to: plan.successor, from: plan.day)
            years.insert(record.year)
        }
        guard !changes.isEmpty else { return }
        for year in years.sorted() { try raise(.plans, year: year) }
        try raise(.agencies)
        try journal(
            "post.handed-over", by: user, in: old.agency,
            because: plan.basis.isEmpty ? nil : plan.basis, changes)
    }

    /// Gives the successor the leaver's post from the day on.
    private func succeed(
        _ old: Post, _ manner: Post.Manner, _ plan: HandOver, by user: User.ID
    ) throws -> Change {
        let post = Post(
            id: newID(), number: try nextNumber("post"), person: plan.successor, role: old.role,
            agency: old.agency, title: old.title, areas: old.areas, manner: manner,
            tenure: Tenure(from: plan.day), basis: plan.basis)
        try requireGiving(post, by: user)
        try requireSound(post)
        try insert(post)
        return Change("post", post.id.text, after: post)
    }

    private func openDuty(_ kind: Duty.Kind, _ record: String) throws -> Duty? {
        try duties(
            where: "kind = \(kind.rawValue) AND record = \(record) AND until_on IS NULL"
        ).first
    }

    /// A duty that began on the day or later never came to be: its person is put right instead.
    private func pass(
        _ duty: Duty?, of record: OwedRecord, to person: User.ID?, from day: Day
    ) throws -> [Change] {
        if let duty, duty.tenure.from >= day {
            guard let person else {
                try run("DELETE FROM duties WHERE id = \(duty.id)")
                return [Change("duty", duty.id.text, before: duty)]
            }
            let moved = duty.answered(by: person)
            try run(
                "UPDATE duties SET person = \(person), recorded_at = \(now) WHERE id = \(duty.id)")
            return [Change("duty", duty.id.text, before: duty, after: moved)]
        }
        var changes: [Change] = []
        if let duty {
            try run(
                "UPDATE duties SET until_on = \(day), recorded_at = \(now) WHERE id = \(duty.id)")
            changes.append(
                Change("duty", duty.id.text, before: duty, after: duty.ending(on: day)))
        }
        if let person {
            let next = Duty(
                id: newID(), kind: record.kind, record: record.record, agency: record.agency,
                person: person, tenure: Tenure(from: day))
            try run(
                """
                INSERT INTO duties (id, kind, record, agency, person, from_on, recorded_at)
                VALUES (\(next.id), \(next.kind.rawValue), \(next.record), \(next.agency),
                  \(next.person), \(day), \(now))
                """
            )
            changes.append(Change("duty", next.id.text, after: next))
        }
        return changes
    }

    private func requireInPost(_ person: User.ID, on day: Day) throws {
        let held = try posts(of: person, for: .system)
        guard held.contains(where: { $0.tenure.contains(day) }) else {
            throw InvalidInput([
                Problem(
                    "person", vi: "Người nhận không giữ chức vụ nào vào ngày \(day.vi).",
                    en: "The person holds no post on \(day.en).")
            ])
        }
    }
}
