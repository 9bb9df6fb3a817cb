import ArgumentParser
import Domain
import Foundation
import Web

/// Where the office's own accounts are kept, for signing in with them (OpenID Connect).
struct IssuerOption: ParsableArguments {
    @Option(
        name: .customLong("oidc-issuer"),
        help: ArgumentHelp(
            "An OpenID Connect issuer to sign in with, exactly as it names itself.",
            valueName: "URL"))
    var address: String?

    @Option(name: .customLong("oidc-client"), help: "What the issuer knows this site by.")
    var client = "caicach"

    @Option(
        name: .customLong("oidc-secret-file"),
        help: ArgumentHelp(
            "A file whose first line is the client secret; without it PKCE alone protects.",
            valueName: "path"))
    var secretFile: String?

    @Option(name: .customLong("oidc-name"), help: "What people know the issuer by.")
    var name = "SSO"

    func validate() throws {
        guard let address else { return }
        guard IssuerSettings.isSafe(address) else {
            throw ValidationError("The issuer is reached by https, or on this machine.")
        }
    }

    func settings() throws -> IssuerSettings? {
        guard let address else { return nil }
        let secret = try secretFile.map { path in
            let bytes = try Data(contentsOf: URL(filePath: path))
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map {
                String($0).trimmed
            } ?? ""
        }
        return IssuerSettings(address: address, client: client, secret: secret, name: name)
    }
}
