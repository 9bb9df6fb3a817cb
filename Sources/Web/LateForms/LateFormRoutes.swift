import Crypto
import Domain
import Foundation
import Hummingbird
import Store

/// A form left open past the session's end: kept, and offered again once its person has signed in.
enum LateFormRoutes {
    static func add(to router: Routes) {
        router.get(RouterPath(Paths.lateForm), .account, use: page)
        router.write(RouterPath(Paths.lateFormRemoval), .account, limits: .small) { _, context in
            let response = context.redirect(
                to: Paths.home,
                saying: Bilingual(
                    vi: "Đã bỏ nội dung được giữ lại.", en: "What was kept is thrown away."))
            return try await forget(context.lateTicket, response, context)
        }
    }

    /// Answers a form that came without a session: it is kept if it can be told whose it is.
    ///
    /// Forms of a few small fields carry passwords or nothing worth keeping; they are not kept.
    static func keep(
        _ request: Request, _ context: AppContext, limits: FormLimits
    ) async throws -> Response {
        guard limits.fields > FormLimits.small.fields else { throw SignInNeeded() }
        guard let token = request.cookies[SiteCookie.session]?.value else { throw SignInNeeded() }
        let hash = SHA256.hash(data: Data(token.utf8)).lowercaseHexadecimal
        guard let account = try await context.site.store.read({ try $0.holder(ofSession: hash) })
        else { throw SignInNeeded() }
        let form = try await request.form(limits: .late(limits))
        guard FormToken(sessionHash: hash).isEqual(to: form.text("token")) else {
            throw FormError.notOurs
        }
        let ticket = LateTicket()
        let kept = KeptForm(form, sentTo: context.address, by: account)
        try await context.site.store.keepLateForm(
            LateForm(ticketHash: ticket.hash, sealed: try kept.sealed(under: ticket)),
            session: hash)
        var response = context.redirect(
            to: Paths.signIn(next: Paths.lateForm),
            saying: Bilingual(
                vi:
                    "Phiên đăng nhập đã hết. Nội dung bạn vừa gửi được giữ lại; hãy đăng nhập để gửi tiếp.",
                en: "Your session has ended. What you sent is kept; sign in to send it on."))
        response.setCookie(
            SiteCookie.made(
                SiteCookie.late, ticket.text, seconds: 86_400,
                isSecure: context.site.settings.isSecure))
        return response
    }

    /// Forgets what was kept once it has been sent again.
    static func forget(
        after form: Form, _ response: Response, _ context: AppContext
    ) async throws -> Response {
        guard form.has(LateFormPage.mark) else { return response }
        return try await forget(context.lateTicket, response, context)
    }

    private static func forget(
        _ ticket: LateTicket?, _ response: Response, _ context: AppContext
    ) async throws -> Response {
        guard let ticket else { return response }
        try await context.site.store.forgetLateForm(ticketHash: ticket.hash)
        var response = response
        response.setCookie(
            SiteCookie.removed(SiteCookie.late, isSecure: context.site.settings.isSecure))
        return response
    }

    @Sendable private static func page(
        _ request: Request, _ context: AppContext
    ) async throws -> Response {
        let person = try context.signedIn()
        guard let ticket = context.lateTicket,
            let kept = try await context.site.store.read({
                try $0.lateForm(ticketHash: ticket.hash)
            }), let form = KeptForm(kept.sealed, under: ticket)
        else { throw LateFormError.gone }
        guard form.account == person.user.id else { throw LateFormError.ofSomebodyElse }
        let page = LateFormPage(form, context)
        return context.page(page.title, main: lateFormView(page))
    }
}

/// Why a kept form is not shown.
enum LateFormError: UserFacingError, Hashable {
    case gone
    case ofSomebodyElse

    var code: String {
        switch self {
        case .gone: "late-form.gone"
        case .ofSomebodyElse: "late-form.of-somebody-else"
        }
    }

    var kind: ErrorKind {
        switch self {
        case .gone: .notFound
        case .ofSomebodyElse: .forbidden
        }
    }

    var message: Bilingual {
        switch self {
        case .gone:
            Bilingual(
                vi: "Không còn nội dung nào được giữ lại; nội dung chỉ giữ trong 24 giờ.",
                en: "Nothing is kept any more; what was sent is kept for 24 hours.")
        case .ofSomebodyElse:
            Bilingual(
                vi:
                    "Nội dung được giữ lại thuộc tài khoản khác; hãy đăng xuất rồi đăng nhập bằng tài khoản đã gửi.",
                en:
                    "What was kept belongs to another account; sign out, then sign in as who sent it."
            )
        }
    }
}

extension FormLimits {
    /// A form of a session that has ended: a megabyte of what was typed; files are read and dropped.
    static func late(_ limits: FormLimits) -> FormLimits {
        FormLimits(
            request: max(limits.request, FormLimits.standard.request),
            file: max(limits.file, FormLimits.standard.file), fields: 1 << 20,
            folder: limits.folder)
    }
}

extension AppContext {
    /// The ticket of a kept form, when the browser holds one.
    var lateTicket: LateTicket? { LateTicket(arrival?.lateTicket) }
}
