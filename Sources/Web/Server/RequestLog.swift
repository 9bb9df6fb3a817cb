import Domain
import HTTPTypes
import Hummingbird
import Logging

/// Gives every request its id, and the log one line about it when the log is asked to tell of requests.
///
/// The line names the route, never the address itself: an address may hold the secret of an
/// invitation, and a query what somebody searched for. It holds no header, no cookie, no field.
struct RequestLog: RouterMiddleware {
    typealias Context = AppContext

    static let idHeader = fieldName("X-Request-Id")

    func handle(
        _ request: Request, context: AppContext,
        next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response = try await next(request, context)
        response.headers[Self.idHeader] = context.notes.id
        guard context.logger.logLevel <= .info else { return response }
        var said: Logger.Metadata = [
            "request": "\(context.notes.id)", "method": "\(method(of: request))",
            "route": "\(route(context))", "status": .stringConvertible(response.status.code),
            "ms": .stringConvertible(milliseconds(since: start)),
        ]
        if let account = context.notes.account { said["account"] = "\(account.text)" }
        context.logger.info("request", metadata: said)
        return response
    }

    /// The route as the program knows it, `/{year}/plan`; a dash when no route has the address.
    private func route(_ context: AppContext) -> String {
        let route = context.endpointPath ?? "-"
        return route.hasPrefix("/") ? route : "-"
    }

    /// The method when it is one of those browsers know; anybody may invent others.
    private func method(of request: Request) -> String {
        let known: [HTTPRequest.Method] = [
            .get, .head, .post, .put, .delete, .patch, .options, .trace, .connect,
        ]
        return known.contains(request.method) ? request.method.rawValue : "?"
    }

    private func milliseconds(since start: ContinuousClock.Instant) -> Int {
        Int((ContinuousClock.now - start) / .milliseconds(1))
    }
}

/// The name of a header field that the HTTP library has no constant for.
func fieldName(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else {
        preconditionFailure("\(name) is a field name.")
    }
    return name
}
