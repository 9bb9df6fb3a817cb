import Domain
import Markup
import Store

/// The times a record was asked after, for its own page.
struct ReminderPart: Sendable {
    let language: Language
    /// "Đã đôn đốc 03 lần".
    let heading: String
    let lines: [Link]

    /// - Returns: `nil` when it never was, or the viewer may not see it.
    init?(
        _ kind: InboxItem.Kind, _ record: String, of agency: Agency.ID, for viewer: User.ID?,
        on day: Day, _ db: ReadableDatabase, _ language: Language
    ) throws {
        guard let viewer, try db.isGranted(.seeReminders, to: viewer, in: agency, on: day) else {
            return nil
        }
        let reminders = try db.reminders(of: kind, record)
        guard !reminders.isEmpty else { return nil }
        let names = try db.userNames(Set(reminders.flatMap { $0.notices.map(\.by) }))
        self.language = language
        heading =
            language == .vi
            ? "Đã đôn đốc \(Written.count(reminders.count, .vi)) lần"
            : "Reminded \(Written.english(reminders.count, "time", "times"))"
        lines = reminders.map { reminder in
            let ways = reminder.notices.compactMap { notice in
                notice.day.map { day in
                    [
                        notice.channel.title[language],
                        notice.channel == .letter ? notice.reference : "", day[language],
                        names[notice.by] ?? "",
                    ].filter { !$0.isEmpty }.joined(separator: " ")
                }
            }
            return Link(
                ways.joined(separator: "; ").capitalisedFirst,
                Paths.reminder(reminder.year, reminder.number))
        }
    }
}

/// The card; nothing when it was never asked after.
func reminderCard(_ part: ReminderPart?) -> HTML? {
    guard let part else { return nil }
    return """
        <section class="card"><h2>\(part.heading)</h2>\
        <ol class="history">\(each: part.lines, { "<li>\(linkView($0))</li>" })</ol></section>
        """
}
