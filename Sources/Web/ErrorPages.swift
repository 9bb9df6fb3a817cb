import Domain
import Hummingbird
import Logging
import Markup

/// The only place that turns an error into an answer and chooses its status.
///
/// A rule that said no is shown as it stands, in the reader's language. Anything else is a fault: it is
/// logged with a reference number, and the reader sees the number only.
struct ErrorPages: RouterMiddleware {
    typealias Context = AppContext

    let site: Site

    func handle(
        _ request: Request, context: AppContext,
        next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch is SignInNeeded where request.method == .get || request.method == .head {
            let path = request.uri.path + (request.uri.query.map { "?" + $0 } ?? "")
            return .redirect(to: Paths.signIn(next: path))
        } catch {
            let refusal =
                (error as? any UserFacingError) ?? known(error, request)
                ?? fault(error, request, context)
            return await page(of: refusal, request, context)
        }
    }

    static func status(of kind: ErrorKind) -> HTTPResponse.Status {
        switch kind {
        case .invalid: .badRequest
        case .notFound: .notFound
        case .conflict: .conflict
        case .forbidden, .signInNeeded: .forbidden
        case .tooLarge: .contentTooLarge
        case .tooManyRequests: .tooManyRequests
        case .unavailable: .serviceUnavailable
        }
    }

    /// What the HTTP library itself refuses, in our words.
    private func known(_ error: any Error, _ request: Request) -> (any UserFacingError)? {
        guard let error = error as? any HTTPResponseError else { return nil }
        return switch error.status {
        case .notFound, .methodNotAllowed: MissingPage(path: request.uri.path)
        case .contentTooLarge: FormError.requestTooLarge(limit: FormLimits.standard.request)
        case .badRequest: FormError.malformed
        default: nil
        }
    }

    private func fault(
        _ error: any Error, _ request: Request, _ context: AppContext
    ) -> any UserFacingError {
        let reference = context.notes.id
        let changes = request.method != .get && request.method != .head
        context.logger.error("fault: \(loggedText(error))", metadata: ["request": "\(reference)"])
        return Unavailable(error, reference: reference, changes: changes)
            ?? Fault(reference: reference)
    }

    private func page(
        of refusal: any UserFacingError, _ request: Request, _ context: AppContext
    ) async -> Response {
        let status = refusal is Fault ? .internalServerError : Self.status(of: refusal.kind)
        var page = ErrorPage(refusal, request)
        var context = context
        // The surroundings are read anew, for the error may come from reading them; but who asks too
        // often, or asks while the database is away, is answered without it.
        let asksDatabase = refusal.kind != .tooManyRequests && refusal.kind != .unavailable
        context.arrival =
            asksDatabase ? try? await site.arrival(request, peer: context.peer) : nil
        if case PermissionError.notAllowed(let permission, let agency)? = refusal
            as? PermissionError, let today = context.arrival?.visit.today
        {
            page.remedy = await Grantors.lines(
                for: permission, in: agency, on: today, site.store, request.language)
        }
        let frame =
            context.arrival.map { _ in context.frame(page.title, in: nil, year: context.shownYear) }
            ?? Frame(bare: page.title, request)
        var response = Response.page(frame, main: errorView(page), status: status)
        response.headers[.retryAfter] = refusal.retryAfter.map { String($0) }
        return response
    }
}

extension ErrorPage {
    fileprivate init(_ refusal: any UserFacingError, _ request: Request) {
        let language = request.language
        let words = Words("Server", language)
        let reference = (refusal as? Fault)?.reference ?? (refusal as? Unavailable)?.reference
        let home = Link(words["home"], Paths.home)
        let isPage = request.method == .get || request.method == .head
        let address = localAddress(request.uri.path + (request.uri.query.map { "?" + $0 } ?? ""))
        let waits = refusal.retryAfter != nil && isPage ? [Link(words["try-again"], address)] : []
        self.init(
            language: language, title: words[refusal is Fault ? "fault" : "\(refusal.kind)"],
            message: refusal.message[language],
            problems: refusal.problems.map { $0.placed[language] },
            reference: reference,
            next: refusal.kind == .signInNeeded
                ? [Link(words["sign-in"], Paths.signIn), home] : waits + [home])
    }
}

extension Frame {
    /// The frame when not even the workspace can be read.
    fileprivate init(bare title: String, _ request: Request) {
        self.init(
            language: request.language, title: title, workspaceName: "", homePath: Paths.home,
            formPath: Paths.home, year: "", years: [], onDay: "", rail: [],
            otherLanguagePath: Paths.changed(
                localAddress(request.uri.path), [("lang", request.language == .vi ? "en" : "vi")]))
    }
}

/// Something went wrong that the reader cannot mend; the log says more under the same reference.
private struct Fault: UserFacingError {
    let reference: String

    var code: String { "fault" }
    var kind: ErrorKind { .invalid }
    var message: Bilingual {
        Bilingual(
            vi: "Hệ thống gặp lỗi và đã ghi lại; hãy thử lại, nếu vẫn lỗi thì báo quản trị viên.",
            en: "The error was logged; try again, and if it stays tell the administrator.")
    }
}
