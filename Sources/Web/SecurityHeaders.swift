import HTTPTypes
import Hummingbird

/// Tells the browser to run and show only what comes from here, on every answer.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = AppContext

    /// Whether people reach the site by https, so that browsers shall insist on it.
    let isSecure: Bool

    func handle(
        _ request: Request, context: AppContext,
        next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // An answer that is stricter still, such as a file sent by somebody, keeps its own.
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = Self.policy
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[Self.referrerPolicy] = "same-origin"
        response.headers[Self.openerPolicy] = "same-origin"
        response.headers[Self.resourcePolicy] = "same-origin"
        response.headers[Self.frameOptions] = "DENY"
        response.headers[Self.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }

    static let policy = [
        "default-src 'none'", "style-src 'self'", "img-src 'self' data:", "script-src 'self'",
        "connect-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    private static let referrerPolicy = fieldName("Referrer-Policy")
    private static let openerPolicy = fieldName("Cross-Origin-Opener-Policy")
    private static let resourcePolicy = fieldName("Cross-Origin-Resource-Policy")
    /// For browsers too old to know `frame-ancestors`.
    private static let frameOptions = fieldName("X-Frame-Options")
    private static let permissionsPolicy = fieldName("Permissions-Policy")
}
