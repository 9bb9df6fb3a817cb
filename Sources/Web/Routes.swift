import Hummingbird

/// The router as features see it: no address can be added without saying whom it is for.
final class Routes {
    /// One address and whom it is for, for the tests over all of them.
    struct Route: Hashable, Sendable {
        let method: String
        let path: String
        let access: Access
    }

    private let router: Router<AppContext>
    private(set) var all: [Route] = []

    init(_ router: Router<AppContext>) {
        self.router = router
    }

    /// Adds a page or a file.
    func get(
        _ path: RouterPath, _ access: Access,
        use handle:
            @escaping @Sendable (Request, AppContext) async throws -> some ResponseGenerator
    ) {
        all.append(Route(method: "GET", path: path.description, access: access))
        router.get(path) { request, context in
            try access.require(context)
            return try await handle(request, context)
        }
    }

    /// Adds what a signed-in person does with a form: the only way a handler may change the record.
    ///
    /// A form that comes after its session has ended is kept until its person has signed in again; one
    /// that was not made for this person is refused. Only then does the handler get the form.
    func write(
        _ path: RouterPath, _ access: Access, limits: FormLimits = .standard,
        use handle: @escaping @Sendable (Form, AppContext) async throws -> Response
    ) {
        all.append(Route(method: "POST", path: path.description, access: access))
        router.post(path) { request, context in
            guard let person = context.person else {
                return try await LateFormRoutes.keep(request, context, limits: limits)
            }
            try access.require(context)
            let form = try await request.form(limits: limits)
            guard try await context.isOurs(form, of: person) else { throw FormError.notOurs }
            let response = try await handle(form, context)
            return try await LateFormRoutes.forget(after: form, response, context)
        }
    }

    /// Adds what somebody does who has no session yet, and so no token: signing in.
    func writeWithoutSession(
        _ path: RouterPath,
        use handle: @escaping @Sendable (Request, AppContext) async throws -> Response
    ) {
        all.append(Route(method: "POST", path: path.description, access: .everyone))
        router.post(path, use: handle)
    }
}
