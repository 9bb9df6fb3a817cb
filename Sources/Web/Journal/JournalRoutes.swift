import Domain
import Foundation
import Hummingbird
import Store

/// Who did what: the journal, newest first, a page at a time by its numbers.
enum JournalRoutes {
    static func add(to router: Routes) {
        router.get("/journal", .may(.readJournal), use: journal)
    }

    private static let pageLength = 30

    @Sendable private static func journal(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        _ = try context.signedIn()
        let language = context.language
        let before = context.query.optional("before").flatMap { Int($0) }
        let page = try await context.site.store.read { db in
            let entries = try db.journalEntries(before: before, limit: pageLength)
            let names = try db.userNames(Set(entries.compactMap(\.actor)))
            let end = try db.journalEnd()
            return JournalPage(
                language: language,
                title: language == .vi ? "Nhật ký hệ thống" : "Journal",
                lede: language == .vi
                    ? "\(Written.number(end.seq, .vi)) việc đã ghi. Mỗi việc nối với việc trước bằng mã băm; sửa một việc là đứt chuỗi."
                    : "\(Written.number(end.seq, .en)) entries. Each is chained to the one before by its hash; changing one breaks the chain.",
                chain: nil, links: [], filter: nil,
                entries: entries.map { entry($0, names, language) },
                pager: pager(entries, before: before, language),
                none: language == .vi ? "Chưa ghi việc nào." : "Nothing is recorded yet.")
        }
        return context.page(page.title, in: .journal, main: journalView(page))
    }

    private static func pager(_ entries: [JournalEntry], before: Int?, _ language: Language)
        -> Pager?
    {
        guard let first = entries.first, let last = entries.last, last.seq > 1 || before != nil
        else { return nil }
        return Pager(
            text: "\(first.seq)–\(last.seq)", label: language == .vi ? "Các trang" : "Pages",
            previous: before == nil
                ? nil : Link(language == .vi ? "Mới nhất" : "Newest", Paths.journal),
            next: last.seq > 1
                ? Link(
                    language == .vi ? "Cũ hơn" : "Older",
                    Paths.changed(Paths.journal, [("before", String(last.seq))])) : nil)
    }

    private static func entry(
        _ entry: JournalEntry, _ names: [User.ID: String], _ language: Language
    ) -> JournalPage.Entry {
        let shown = entry.changes.prefix(10)
        return JournalPage.Entry(
            number: String(entry.seq), when: "\(entry.at.day()[language]) \(entry.at.timeOfDay())",
            who: entry.actor.flatMap { names[$0] } ?? (language == .vi ? "hệ thống" : "the system"),
            agency: nil, action: JournalWords.action(entry.action, language), reason: entry.reason,
            hash: String(entry.hash.prefix(16)),
            changes: shown.map { change in
                JournalPage.Change(
                    record: Link(JournalWords.kind(change.kind, language)), lines: lines(change))
            })
    }

    /// The fields that differ, in alphabetical order.
    private static func lines(_ change: RecordedChange) -> [JournalPage.Line] {
        let before = fields(change.before)
        let after = fields(change.after)
        return Set(before.keys).union(after.keys).sorted().compactMap { field in
            guard before[field] != after[field] else { return nil }
            return JournalPage.Line(field: field, before: before[field], after: after[field])
        }
    }

    private static func fields(_ json: String?) -> [String: String] {
        guard let json, let parsed = try? JSONSerialization.jsonObject(with: Data(json.utf8)) else {
            return [:]
        }
        var found: [String: String] = [:]
        func walk(_ value: Any, _ path: String) {
            if let object = value as? [String: Any] {
                for (key, inner) in object { walk(inner, path.isEmpty ? key : "\(path).\(key)") }
            } else {
                found[path] = "\(value)".shortened(to: 200)
            }
        }
        walk(parsed, "")
        return found
    }
}
