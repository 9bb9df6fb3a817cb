import Domain
import Foundation
import Hummingbird
import Store

/// The journal's signed heads and the keys that signed them, without sign-in.
enum PublicJournalRoutes {
    static func add(to router: Routes) {
        router.get("/public/journal", .everyone, use: page)
        router.get("/public/journal.json", .everyone, use: file)
    }

    private static let pageLength = 60

    @Sendable private static func page(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let language = context.language
        var problems: [Problem] = []
        let before = context.query.day("before", &problems)
        let page = try await context.site.store.read { db in
            let words = Words("Journal", language)
            let found = try db.journalSignatures(before: before, limit: pageLength + 1)
            let shown = found.prefix(pageLength)
            return PublicJournalPage(
                language: language, title: words["public-title"], lede: words["public-lede"],
                keys: try db.signingKeys().map { key in
                    PublicJournalPage.Key(
                        text: key.publicKey,
                        since: words("key-since", ["day": key.addedAt.day()[language]]))
                },
                days: shown.map { row($0, language) },
                links: [Link(words["as-json"], Paths.publicJournalFile)],
                pager: pager(shown.last, hasMore: found.count > pageLength, before, language))
        }
        return context.page(page.title, in: nil, main: publicJournalView(page))
    }

    private static func row(_ signed: JournalSignature, _ language: Language)
        -> PublicJournalPage.Row
    {
        let head = signed.head
        let isEmpty = head.last < head.first
        return PublicJournalPage.Row(
            day: head.day[language],
            entries: isEmpty
                ? Words("Journal", language)["no-entries"] : "\(head.first)-\(head.last)",
            text: signed.text, key: signed.publicKey, signature: signed.signature)
    }

    private static func pager(
        _ last: JournalSignature?, hasMore: Bool, _ before: Day?, _ language: Language
    ) -> Pager? {
        guard let last, hasMore || before != nil else { return nil }
        let words = Words("Journal", language)
        return Pager(
            text: "", label: words["pages"],
            previous: before == nil ? nil : Link(words["newest"], Paths.publicJournal),
            next: hasMore
                ? Link(
                    words["older"],
                    Paths.changed(Paths.publicJournal, [("before", last.head.day.text)])) : nil)
    }

    /// Every key, and the signed heads of the last two thousand days.
    @Sendable private static func file(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let published = try await context.site.store.read { db in
            Published(
                keys: try db.signingKeys().map {
                    Published.Key(publicKey: $0.publicKey, addedAt: $0.addedAt.text)
                },
                days: try db.journalSignatures(limit: 2_000).map {
                    Published.Signed(
                        day: $0.head.day.text, text: $0.text, publicKey: $0.publicKey,
                        signature: $0.signature)
                })
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return .file(
            try encoder.encode(published), type: "application/json",
            named: "caicach-journal-heads.json")
    }
}

private struct Published: Encodable, Sendable {
    struct Key: Encodable {
        let publicKey: String
        let addedAt: String
    }

    struct Signed: Encodable {
        let day: String
        let text: String
        let publicKey: String
        let signature: String
    }

    let keys: [Key]
    let days: [Signed]
}
