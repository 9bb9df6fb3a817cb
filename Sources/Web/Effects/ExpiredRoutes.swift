import Documents
import Domain
import Foundation
import Hummingbird
import Markup
import Store

/// The documents that expired in a period, or a whole systematisation: a page, and the draft to be signed.
enum ExpiredRoutes {
    static func add(to router: Routes) {
        router.get("/documents/expired", .may(.seeDocuments)) { _, context in
            try await page(context)
        }
        router.get("/documents/expired.docx", .may(.recordDocuments)) { _, context in
            try await draft(context)
        }
    }

    /// The period asked for; without one the calendar year of today.
    private static func period(_ context: AppContext) throws -> (from: Day, until: Day) {
        var problems: [Problem] = []
        let from = context.query.day("from", &problems)
        let until = context.query.day("until", &problems)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        let year = context.today.year
        let first = from ?? Day(year: year, month: 1, day: 1) ?? context.today
        let last = until ?? Day(year: first.year, month: 12, day: 31) ?? context.today
        guard first <= last else {
            throw InvalidInput([
                Problem(
                    "until", vi: "Ngày cuối không thể trước ngày đầu \(first.vi).",
                    en: "The last day cannot be before the first, \(first.en).")
            ])
        }
        return (first, last)
    }

    private static func kind(_ context: AppContext) -> ExpiredBuilder.Kind {
        ExpiredBuilder.Kind(rawValue: context.query.text("list")) ?? .expired
    }

    private static func page(_ context: AppContext) async throws -> Response {
        let (language, today, kind) = (context.language, context.today, kind(context))
        let (from, until) = try period(context)
        let mayRecord = context.may(.recordDocuments)
        let builder = try await context.site.store.read { db in
            let systematised =
                kind == .systematisation
                ? try db.systematisedDocuments(from: from, until: until) : nil
            return ExpiredBuilder(
                kind: kind, from: from, until: until, today: today, language: language,
                expired: try systematised?.expired
                    ?? db.expiredDocuments(from: from, until: until),
                systematised: systematised, mayRecord: mayRecord)
        }
        let label = builder.text("Kỳ", "Periods")
        let main: HTML = """
            <div class="head"><div><h1>\(builder.title)</h1><p class="lede">\(builder.lede)</p></div>\(linkLine(builder.links))</div>
            \(viewChoices(builder.periods, label: label))
            <div class="stack">\(filterForm(builder.filter, Words("Records", language)))\
            \(each: builder.tables, tablePart)</div>
            """
        return context.page(builder.title, in: .documents, main: main)
    }

    private static func draft(_ context: AppContext) async throws -> Response {
        let (from, until) = try period(context)
        let (today, kind) = (context.today, kind(context))
        let draft = try await context.site.store.read { db -> OfficialDocument in
            let tree = try db.agencyTree(on: today)
            guard let root = tree.root.map({ tree[$0].id }),
                let letterhead = try db.letterhead(of: root, in: tree)
            else { throw MissingRecord(Bilingual(vi: "cơ quan ban hành", en: "issuer"), "") }
            switch kind {
            case .expired:
                return try db.expiredDocuments(from: from, until: until)
                    .draft(by: letterhead, on: today)
            case .systematisation:
                return try db.systematisedDocuments(from: from, until: until)
                    .draft(by: letterhead, on: today)
            }
        }
        let place = try TemporaryFile(ending: "docx")
        try WordDocument.write(draft, to: place.path)
        return Response(
            status: .ok,
            headers: [
                .contentType: WordDocument.contentType,
                .contentDisposition:
                    "attachment; filename=\"\(kind == .expired ? "van-ban-het-hieu-luc" : "he-thong-hoa")-\(from.text)-\(until.text).docx\"",
                .cacheControl: "private, no-cache",
            ],
            body: ResponseBody(
                byteBuffer: ByteBuffer(bytes: try Data(contentsOf: URL(filePath: place.path)))))
    }
}

extension Paths {
    static let expiredDocuments = "/documents/expired"
    static let expiredDraft = "/documents/expired.docx"
}
