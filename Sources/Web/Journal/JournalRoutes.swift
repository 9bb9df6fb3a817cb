import Domain
import Hummingbird
import Store

/// Who did what: the journal, newest first, a page at a time, and each entry by itself.
enum JournalRoutes {
    static func add(to router: Routes) {
        router.get("/journal", .may(.readJournal), use: journal)
        router.get("/journal/:seq", .may(.readJournal), use: entry)
        router.get("/journal/:seq/receipt.json", .may(.readJournal), use: receipt)
    }

    private static let pageLength = 30
    private static let changesPerPage = 100

    @Sendable private static func journal(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (language, typed, address, today) = (
            context.language, context.query, context.address, context.today
        )
        let page = try await context.site.store.read { db in
            let query = try JournalQuery(typed, db)
            let found = try db.journal(query.filter, after: query.after, limit: pageLength)
            let builder = JournalBuilder(
                language: language, address: address,
                difference: JournalDifference(
                    names: try db.journalNames(found.entries.idsToName), language: language),
                changeCounts: found.changeCounts)
            let words = Words("Journal", language)
            let count = Written.number(try db.journalEnd().seq, language)
            return JournalPage(
                language: language, title: words["title"], lede: words("lede", ["count": count]),
                links: [Link(words["signed-heads"], Paths.publicJournal)],
                filter: RecordListPage.Filter(
                    journal: typed, authors: try db.journalAuthors(),
                    agencies: try db.agencyTree(on: today), problems: query.problems, language),
                problems: query.problems.map { $0.message[language] },
                entries: builder.entries(found.entries, of: query.filter.record),
                pager: pager(found, query, address, language),
                none: words[query.filter.isEmpty ? "none" : "none-found"])
        }
        return context.page(page.title, in: .journal, main: journalView(page))
    }

    private static func pager(
        _ found: JournalExcerpt, _ query: JournalQuery, _ address: String, _ language: Language
    ) -> Pager? {
        guard let last = found.entries.last, found.hasMore || query.after != nil else { return nil }
        let words = Words("Journal", language)
        return Pager(
            text: "", label: words["pages"],
            previous: query.after == nil
                ? nil : Link(words["newest"], Paths.changed(address, [("after", nil)])),
            next: found.hasMore
                ? Link(words["older"], Paths.changed(address, [("after", String(last.seq))])) : nil)
    }

    @Sendable private static func entry(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (language, seq) = (context.language, try context.number("seq"))
        let position = max(0, context.query.optional("position").flatMap { Int($0) } ?? 0)
        let page = try await context.site.store.read { db in
            guard
                let (entry, count) = try db.journalEntry(
                    seq, from: position, limit: changesPerPage)
            else {
                throw MissingRecord(Bilingual(vi: "mục nhật ký", en: "journal entry"), "\(seq)")
            }
            let builder = JournalBuilder(
                language: language, address: Paths.journalEntry(seq),
                difference: JournalDifference(
                    names: try db.journalNames([entry].idsToName), language: language),
                changeCounts: [:])
            let words = Words("Journal", language)
            return JournalPage(
                language: language, title: words("entry", ["number": String(seq)]),
                lede: words["entry-lede"],
                links: [
                    Link(words["title"], Paths.journal),
                    Link(words["receipt"], Paths.journalReceipt(seq)),
                ],
                filter: nil, problems: [],
                entries: [builder.entry(entry, count: count, isOpen: true)],
                pager: pager(count, position, seq, language), none: "")
        }
        return context.page(page.title, in: .journal, main: journalView(page))
    }

    @Sendable private static func receipt(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let seq = try context.number("seq")
        let receipt = try await context.site.store.read { try $0.journalReceipt(seq) }
        return .file(
            try receipt.data(), type: "application/json", named: "caicach-journal-\(seq).json")
    }

    private static func pager(_ count: Int, _ position: Int, _ seq: Int, _ language: Language)
        -> Pager?
    {
        guard count > changesPerPage else { return nil }
        let words = Words("Journal", language)
        let end = min(count, position + changesPerPage)
        func path(_ position: Int) -> String {
            Paths.changed(Paths.journalEntry(seq), [("position", String(position))])
        }
        return Pager(
            text: words(
                "range",
                [
                    "from": Written.number(position + 1, language),
                    "to": Written.number(end, language), "count": Written.number(count, language),
                ]),
            label: words["pages"],
            previous: position > 0
                ? Link(words["earlier-changes"], path(max(0, position - changesPerPage))) : nil,
            next: end < count ? Link(words["later-changes"], path(end)) : nil)
    }
}
