import Documents
import Domain
import Foundation
import Hummingbird
import Markup
import Store

/// The documents that expired in a period, as a page and as the draft that publishes them.
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

    private static func page(_ context: AppContext) async throws -> Response {
        let language = context.language
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        let (from, until) = try period(context)
        let list = try await context.site.store.read {
            try $0.expiredDocuments(from: from, until: until)
        }
        let title =
            text("Văn bản hết hiệu lực ", "Documents expired ") + list.period[language]
        func table(_ caption: String, _ lines: [ExpiredDocuments.Line], _ withParts: Bool)
            -> TaskPage.Table
        {
            TaskPage.Table(
                caption: caption,
                headings: [
                    text("Số, ký hiệu", "Symbol"), text("Trích yếu", "Title"),
                    withParts ? text("Nội dung hết hiệu lực", "Parts") : nil,
                    text("Lý do", "Reason"), text("Từ ngày", "From"),
                ].compactMap(\.self),
                rows: lines.prefix(500).map { line in
                    [
                        TaskPage.Cell(
                            link: Link(line.symbol, Paths.legalDocument(line.number))),
                        TaskPage.Cell(link: Link(line.title)),
                        withParts
                            ? TaskPage.Cell(
                                link: Link(
                                    line.parts.map { $0.title[language] }.joined(separator: "; ")))
                            : nil, TaskPage.Cell(link: Link(line.reason)),
                        TaskPage.Cell(link: Link(line.day[language])),
                    ].compactMap(\.self)
                }, none: text("Không có văn bản nào.", "There is none."),
                lede: lines.count > 500
                    ? text("Hiện 500 dòng đầu; tệp có đủ.", "The first 500; the file has all.")
                    : nil)
        }
        let filter = RecordListPage.Filter(
            path: Paths.expiredDocuments,
            fields: [
                Field(
                    name: "from", label: text("Từ ngày", "From"), kind: .day, value: from.vi),
                Field(
                    name: "until", label: text("Đến hết ngày", "Through"), kind: .day,
                    value: until.vi),
            ], kept: [])
        let file = Paths.changed(
            Paths.expiredDraft, [("from", from.text), ("until", until.text)])
        let links =
            context.may(.recordDocuments)
            ? [Link(text("Dự thảo quyết định công bố (.docx)", "Draft decision (.docx)"), file)]
            : []
        let main: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="lede">\(text("Lập từ các tác động đã ghi. Hệ thống hóa 05 năm: chọn từ 01/01 năm đầu đến 31/12 năm cuối.", "From the ledger. For five years choose their first and last day."))</p></div>\(linkLine(links))</div>
            <div class="stack">\(filterForm(filter, Words("Records", language)))\
            \(tablePart(table(text("Hết hiệu lực toàn bộ", "Wholly"), list.whole, false)))\
            \(tablePart(table(text("Hết hiệu lực một phần", "In part"), list.partly, true)))</div>
            """
        return context.page(title, in: .documents, main: main)
    }

    private static func draft(_ context: AppContext) async throws -> Response {
        let (from, until) = try period(context)
        let today = context.today
        let draft = try await context.site.store.read { db -> OfficialDocument in
            let tree = try db.agencyTree(on: today)
            guard let root = tree.root.map({ tree[$0].id }),
                let letterhead = Letterhead(of: root, in: tree)
            else { throw MissingRecord(Bilingual(vi: "cơ quan ban hành", en: "issuer"), "") }
            return try db.expiredDocuments(from: from, until: until)
                .draft(by: letterhead, on: today)
        }
        let place = try TemporaryFile(ending: "docx")
        try WordDocument.write(draft, to: place.path)
        return Response(
            status: .ok,
            headers: [
                .contentType: WordDocument.contentType,
                .contentDisposition:
                    "attachment; filename=\"van-ban-het-hieu-luc-\(from.text)-\(until.text).docx\"",
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
