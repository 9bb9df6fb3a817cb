import Domain

extension ReadableDatabase {
    /// Works out what a list of days would change; the same day means the same entry.
    public func calendarImport(_ read: ReadRows<CalendarDayRow>) throws -> RecordImport<CalendarDay>
    {
        var result = RecordImport<CalendarDay>(problems: read.problems, notices: read.notices)
        let known = Dictionary(
            uniqueKeysWithValues: try calendarDays(where: "kind IN ('holiday', 'worked')").map {
                ($0.day, $0)
            })
        var seen: [Day: Int] = [:]
        for (number, row) in read.rows {
            guard let day = row.day, let kind = row.kind, let name = row.name else { continue }
            if let other = seen.updateValue(number, forKey: day) {
                result.problems.append(.sameRecord(as: other, field: "day", row: number))
                continue
            }
            let entry = CalendarDay(
                day: day, kind: kind, name: name, source: row.source ?? "",
                certainty: row.certainty ?? .unverified)
            result.problems += entry.problems.map { $0.at(row: number) }
            result.take(entry, replacing: known[day])
        }
        return result
    }
}

extension WritableDatabase {
    /// Enters days off and days worked in exchange, all rows or none, and moves what is due by them.
    public func importCalendar(_ read: ReadRows<CalendarDayRow>, by user: User.ID) throws
        -> ImportSummary
    {
        try require(.manageCalendar, of: user)
        let result = try calendarImport(read)
        try result.requireSound()
        var changes: [Change] = []
        for entry in result.new + result.changed.map(\.new) {
            try run(
                """
                INSERT INTO calendar_days (day_on, kind, name, source, certainty)
                VALUES (\(entry.day), \(entry.kind.rawValue), \(entry.name), \(entry.source),
                  \(entry.certainty.rawValue))
                ON CONFLICT (day_on) DO UPDATE SET kind = excluded.kind, name = excluded.name,
                  source = excluded.source, certainty = excluded.certainty
                """
            )
            let old = result.changed.first { $0.old.day == entry.day }?.old
            changes.append(Change("calendar-day", entry.day.text, before: old, after: entry))
        }
        guard !changes.isEmpty else { return result.summary }
        changes += try moveDeadlines()
        try journal("calendar.changed", by: user, changes)
        return result.summary
    }

    /// Takes a day out of the calendar: it follows the week again.
    public func removeCalendarDay(_ day: Day, by user: User.ID) throws {
        try require(.manageCalendar, of: user)
        guard let old = try calendarDays(where: "day_on = \(day)").first else {
            throw MissingRecord(Bilingual(vi: "ngày trong lịch", en: "calendar day"), day.text)
        }
        try run("DELETE FROM calendar_days WHERE day_on = \(day)")
        var changes = [Change("calendar-day", day.text, before: old)]
        changes += try moveDeadlines()
        try journal("calendar.changed", by: user, changes)
    }

    /// Reckons every deadline that counts working days anew.
    private func moveDeadlines() throws -> [Change] {
        let grounds = ReckoningGrounds(self)
        var changes = TaskChanges()
        let counted = try fullTasks(
            where: "t.deadline_counting = 'working' AND t.closed_on IS NULL")
        let years = try planYears(of: counted.map(\.plan))
        var moved: Set<Int> = []
        for task in counted {
            guard let reckoning = try grounds.reckoning(of: task, reports: { [] }) else { continue }
            let new = task.reckoned(reckoning)
            guard new != task else { continue }
            try updateCourse(new)
            changes.note(task, new.raised)
            moved.insert(years[task.plan] ?? 0)
        }
        for year in moved.sorted() { try raise(.plans, year: year) }
        return changes.changes
    }
}
