import Domain
import Hummingbird
import Store

/// One document of a campaign: its outcome, whose it is, its task.
enum LegalReviewLineRoutes {
    static func add(to router: Routes) {
        let line = RouterPath("/documents/reviews/:number/lines/:document")
        router.get(line, .may(.seeDocuments)) { _, context in try await page(context) }
        router.write(line, .may(.reviewDocuments)) { form, context in
            try await change("outcome", form, context, settle)
        }
        router.write(
            "/documents/reviews/:number/lines/:document/body", .may(.manageLegalReviews)
        ) { form, context in try await change("body", form, context, move) }
        router.write("/documents/reviews/:number/lines/:document/task", .may(.managePlans)) {
            form, context in try await change("task", form, context, assign)
        }
    }

    private static func page(
        _ context: AppContext,
        refused: (name: String, form: Form, refusal: any UserFacingError)? = nil
    ) async throws -> Response {
        let (number, document) = (try context.number("number"), try context.number("document"))
        let (language, token, today) = (context.language, context.formToken, context.today)
        let (mayManage, mayAssign, user) = (
            context.may(.manageLegalReviews), context.may(.managePlans), context.person?.user.id
        )
        let page = try await context.site.store.read { db in
            let review = try LegalReviewRoutes.required(number, db)
            let found = try LegalDocumentRoutes.required(document, db)
            var filter = LegalReviewFilter()
            filter.document = found.id
            guard
                let listed = try db.legalReviewLines(
                    of: review.id, filter, on: today, limit: 1
                ).first
            else { throw MissingRecord(Bilingual(vi: "văn bản", en: "document"), "\(document)") }
            return LegalReviewLineBuilder(
                review: review, listed: listed, language: language, day: today, token: token,
                tree: try db.agencyTree(on: today), alerts: try db.basisAlerts(of: found.id),
                history: try HistoryEntry.entries(
                    of: "legal-review-line", "\(review.id)/\(found.id)", db, language),
                mayRecord: try user.map {
                    try db.isGranted(
                        .reviewDocuments, to: $0, in: listed.line.body, on: today)
                } ?? false, mayManage: mayManage, mayAssign: mayAssign, refused: refused
            ).page()
        }
        return context.page(
            page.title, in: .documents, refusal: refused?.refusal, main: legalReviewView(page))
    }

    private typealias Action =
        @Sendable (
            _ db: WritableDatabase, _ review: Int, _ document: Int, _ form: Form, _ user: User.ID
        ) throws -> Void

    private static func change(
        _ name: String, _ form: Form, _ context: AppContext, _ action: @escaping Action
    ) async throws -> Response {
        let (number, document) = (try context.number("number"), try context.number("document"))
        let user = try context.signedIn().user.id
        do {
            try await context.site.store.write {
                try action($0, number, document, form, user)
            }
            return context.redirect(
                to: Paths.legalReviewLine(number, document),
                saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, refused: (name, form, refusal))
        }
    }

    private static let settle: Action = { db, review, document, form, user in
        var problems: [Problem] = []
        var finding = LegalReview.Finding()
        finding.outcome = LegalReview.Outcome(rawValue: form.text("outcome"))
        finding.reason = Vietnamese.composed(String(form.text("reason").prefix(1_000)))
        finding.doBy = form.day("do_by", &problems)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        if let code = form.optional("doer") {
            let today = try db.workspace().today(db.now)
            finding.doer = try db.reviewer(coded: code, on: today, field: "doer")
        }
        try db.settleLegalReviewLine(
            of: review, document: document, finding, version: form.version, by: user)
    }

    private static let move: Action = { db, review, document, form, user in
        let today = try db.workspace().today(db.now)
        try db.moveLegalReviewLine(
            of: review, document: document,
            to: try db.reviewer(coded: form.text("body"), on: today, field: "body"),
            version: form.version, by: user)
    }

    private static let assign: Action = { db, review, document, form, user in
        _ = try db.assignLegalReview(
            review, document: document, to: form.optional("task"), by: user)
    }
}
