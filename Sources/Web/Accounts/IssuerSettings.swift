/// Where the office's own accounts are kept (an OpenID Connect issuer), as the command line says it.
public struct IssuerSettings: Sendable {
    /// The issuer's identifier, `https://sso.example.gov.vn`, exactly as its tokens name it.
    public let address: String
    public let client: String
    /// `nil` for a public client, which PKCE alone protects.
    public let secret: String?
    /// What people know it by: "VNeID", "SSO tỉnh".
    public let name: String

    public init(address: String, client: String, secret: String?, name: String) {
        self.address = address
        self.client = client
        self.secret = secret
        self.name = name
    }

    /// Whether secrets may be sent there: by https, or without leaving this machine.
    public static func isSafe(_ address: String) -> Bool {
        if address.hasPrefix("https://") { return true }
        guard address.hasPrefix("http://") else { return false }
        let host = address.dropFirst(7).prefix { !"/:?#".contains($0) }
        return host == "127.0.0.1" || host == "localhost"
    }
}
