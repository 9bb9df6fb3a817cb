import Domain
import Hummingbird
import Reading
import Store

/// What one document's page is made from.
enum EvidencePages {
    static let name = Bilingual(vi: "tài liệu", en: "document")

    /// Files larger than this are not opened to be shown: 40 MB of PDF.
    private static let mostShown = 40 << 20

    /// Whether the record's own page shows the evidence card.
    static func isEmbedded(_ record: CitedRecord) -> Bool {
        switch record.subject.kind {
        case .plan: !record.isOfAgencyPlan
        default: true
        }
    }

    /// The revision that the address names, when the viewer may see its document.
    static func revision(_ context: AppContext) async throws -> (Evidence, Evidence.Revision) {
        let (number, wanted) = (try context.number("number"), try context.number("revision"))
        let viewer = context.viewer
        let kept = try await context.site.store.read {
            try $0.evidence(numbered: number, for: viewer)
        }
        guard let kept, let revision = kept.revisions.first(where: { $0.number == wanted }) else {
            throw MissingRecord(name, "\(number)")
        }
        return (kept.evidence, revision)
    }

    static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil,
        isReplacing: Bool = false
    ) async throws -> Response {
        let number = try context.number("number")
        let found = try await read(number, context)
        guard let newest = found.kept.newest else { throw MissingRecord(name, "\(number)") }
        let builder = EvidenceBuilder(
            language: context.language, kept: found.kept, proves: found.proves,
            preview: await preview(newest, number, context),
            signatures: await signatures(newest, context), mayChange: found.mayChange,
            token: context.formToken, history: found.history, typed: typed, refusal: refusal,
            isReplacing: isReplacing)
        guard let page = builder.evidencePage() else { throw MissingRecord(name, "\(number)") }
        return context.page(
            page.title, in: .evidence, refusal: refusal, main: evidenceView(page))
    }

    private struct Found: Sendable {
        let kept: KeptEvidence
        let proves: [(listed: ListedLink, record: CitedRecord, address: String?)]
        let mayChange: Bool
        let history: [HistoryEntry]
    }

    private static func read(_ number: Int, _ context: AppContext) async throws -> Found {
        let (viewer, language, user) = (
            context.viewer, context.language, context.person?.user.id
        )
        let isAttacher = context.may(.attachEvidence)
        return try await context.site.store.read { db in
            guard let kept = try db.evidence(numbered: number, for: viewer) else {
                throw MissingRecord(name, "\(number)")
            }
            let id = kept.evidence.id
            let proves = try db.proven(by: id, for: viewer).compactMap { listed in
                try db.citedRecord(listed.link.subject).map { (listed, $0, Paths.page(of: $0)) }
            }
            return Found(
                kept: kept, proves: proves,
                mayChange: try isAttacher && (user.map { try db.mayChange(kept, $0) } ?? false),
                history: user == nil
                    ? []
                    : try HistoryEntry.entries(of: "evidence", id.text, db, language)
                        + HistoryEntry.entries(of: "evidence-file", id.text, db, language)
                        .filter { $0.what == JournalWords.action("evidence.replaced", language) })
        }
    }

    private static func preview(
        _ revision: Evidence.Revision, _ number: Int, _ context: AppContext
    ) async -> EvidencePage.Preview {
        let words = Words("Evidence", context.language)
        let path = context.site.store.files.path(revision.sha256)
        guard revision.bytes <= mostShown else { return .nothing(words["too-large-to-show"]) }
        switch revision.type {
        case .png, .jpeg, .gif, .webp:
            return .picture(
                path: Paths.evidenceFile(number, revision.number), name: revision.name)
        case .pdf:
            guard DocumentPreview.showsPages, let count = await DocumentPreview.pageCount(of: path)
            else { return .nothing(words["pages-not-shown"]) }
            let shown = min(count, DocumentPreview.mostPages)
            return .pages(
                (1...max(1, shown)).map { page in
                    EvidencePage.Preview.Page(
                        path: Paths.evidencePage(number, revision.number, page),
                        name: words("page", ["number": String(page), "count": String(count)]))
                }, more: count > shown ? words("more-pages", ["count": String(shown)]) : nil)
        case .word, .sheet, .text:
            do {
                let (blocks, isCut) = try await DocumentPreview.blocks(
                    of: path, named: revision.name)
                return .blocks(
                    blocks.map {
                        switch $0 {
                        case .paragraph(let text): .paragraph(text)
                        case .table(let rows): .table(rows)
                        }
                    }, more: isCut ? words["cut"] : nil)
            } catch {
                return .nothing(words["not-shown"])
            }
        case .tiff, .heic, .slides, .oldOffice: return .nothing(words["not-shown"])
        }
    }

    static func signatures(
        _ revision: Evidence.Revision, _ context: AppContext
    ) async -> SignatureReading? {
        guard revision.type == .pdf, revision.bytes <= mostShown else { return nil }
        return await SignatureReader.read(context.site.store.files.path(revision.sha256))
    }
}
