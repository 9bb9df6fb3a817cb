import Hummingbird

/// The router as features see it: no address can be added without saying whom it is for.
final class Routes {
    /// One address and whom it is for, for the tests over all of them.
    struct Route: Hashable, Sendable {
        let method: String
        let path: String
        let access: Access
    }

    private(set) var all: [Route] = []
    private var adding: [(Router<AppContext>) -> Void] = []

    /// Adds every address to the router.
    func add(to router: Router<AppContext>) {
        for add in adding { add(router) }
    }

    /// Adds a page or a file.
    func get(
        _ path: RouterPath, _ access: Access,
        use handle:
            @escaping @Sendable (Request, AppContext) async throws -> some ResponseGenerator
    ) {
        all.append(Route(method: "GET", path: path.description, access: access))
        adding.append { router in
            router.get(path) { request, context in
                try access.require(context)
                return try await handle(request, context)
            }
        }
    }

    /// Adds what a signed-in person does with a form: the only way a handler may change the record.
    ///
    /// A form that comes after its session has ended is kept until its person has signed in again; one
    /// that was not made for this person is refused. Only then does the handler get the form.
    func write(
        _ path: RouterPath, _ access: Access, limits: FormLimits = .typed,
        use handle: @escaping @Sendable (Form, AppContext) async throws -> Response
    ) {
        all.append(Route(method: "POST", path: path.description, access: access))
        adding.append { router in
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
    }

    /// Adds what somebody does who has no session yet, and so no token: signing in.
    func writeWithoutSession(
        _ path: RouterPath,
        use handle: @escaping @Sendable (Request, AppContext) async throws -> Response
    ) {
        all.append(Route(method: "POST", path: path.description, access: .everyone))
        adding.append { router in router.post(path, use: handle) }
    }
}

/// The addresses that can be opened, to lead there from where only forms are taken.
struct PageAddresses: Sendable {
    /// The parts of each address, `{}` for what differs from record to record.
    private let pages: Set<[String]>
    private let forms: [[String]]

    init(_ routes: [Routes.Route]) {
        pages = Set(routes.filter { $0.method == "GET" }.map { Self.shape($0.path) })
        forms = routes.filter { $0.method == "POST" }.map { Self.shape($0.path) }
    }

    /// Returns where a form that was sent to the path can be opened: there, or the nearest page above.
    func page(at path: String) -> String {
        let parts = Self.parts(path)
        // /documents/file is itself before it is some document.
        var shape =
            forms.filter { Self.isMet($0, by: parts) }
            .max { $0.filter { $0 != "{}" }.count < $1.filter { $0 != "{}" }.count } ?? []
        while !shape.isEmpty, !pages.contains(shape) { shape.removeLast() }
        return "/" + parts.prefix(shape.count).joined(separator: "/")
    }

    private static func isMet(_ shape: [String], by parts: [String]) -> Bool {
        shape.count == parts.count && zip(shape, parts).allSatisfy { $0 == "{}" || $0 == $1 }
    }

    private static func shape(_ path: String) -> [String] {
        parts(path).map { $0.hasPrefix("{") && $0.hasSuffix("}") ? "{}" : $0 }
    }

    private static func parts(_ path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }
}
