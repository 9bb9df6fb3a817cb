import AsyncHTTPClient
import Crypto
import Domain
import Foundation
import Hummingbird
import JWTKit
import NIOCore
import NIOHTTP1
import Store

/// Asks the issuer: where to send people, what a code stands for, with which keys it signs.
///
/// Source: OpenID Connect Core 1.0, Discovery 1.0; RFC 7636 (PKCE).
actor IssuerClient {
    private let settings: IssuerSettings
    private var known: (description: Description, at: Instant)?
    private var keys: (keys: JWTKeyCollection, names: Set<String>, at: Instant)?

    /// Seconds for which description and keys are kept.
    private static let kept = 3_600
    /// Seconds before a key that we don't know makes us ask for the keys again.
    private static let patience = 30

    init(_ settings: IssuerSettings) {
        self.settings = settings
    }

    /// Where to send the browser.
    func authorization(_ request: IssuerRequest, redirect: String, at now: Instant) async throws
        -> String
    {
        let address = try await description(at: now).authorization_endpoint
        let challenge = Data(SHA256.hash(data: Data(request.verifier.utf8))).base64URL
        let fields = [
            ("response_type", "code"), ("scope", "openid"), ("client_id", settings.client),
            ("redirect_uri", redirect), ("state", request.state), ("nonce", request.nonce),
            ("code_challenge", challenge), ("code_challenge_method", "S256"),
        ]
        return address + (address.contains("?") ? "&" : "?") + formFields(fields)
    }

    /// Turns the code of an answer into what the issuer says of the person.
    ///
    /// - Throws: ``IssuerError``.
    func claims(code: String, verifier: String, nonce: String, redirect: String, at now: Instant)
        async throws -> IssuerClaims
    {
        let token = try await token(code: code, verifier: verifier, redirect: redirect, at: now)
        let claims = try await checked(token, at: now)
        let fault = claims.fault(
            issuer: settings.address, client: settings.client, nonce: nonce, at: now)
        guard fault == nil else { throw IssuerError.badToken }
        return claims
    }

    private func token(code: String, verifier: String, redirect: String, at now: Instant)
        async throws -> String
    {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
            ("client_id", settings.client), ("code_verifier", verifier),
        ]
        let description = try await description(at: now)
        var request = HTTPClientRequest(url: description.token_endpoint)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.headers.add(name: "Accept", value: "application/json")
        if let secret = settings.secret {
            let methods = description.token_endpoint_auth_methods_supported
            if let methods, !methods.contains("client_secret_basic") {
                fields.append(("client_secret", secret))
            } else {
                let pair = [settings.client, secret].map { formFields([("", $0)]).dropFirst() }
                let word = Data(pair.joined(separator: ":").utf8).base64EncodedString()
                request.headers.add(name: "Authorization", value: "Basic \(word)")
            }
        }
        request.body = .bytes(ByteBuffer(string: formFields(fields)))
        let (status, body) = try await send(request)
        guard status == 200 else { throw IssuerError.refused }
        return try decoded(TokenAnswer.self, body).id_token
    }

    /// The token's claims, once its signature was checked against the issuer's keys.
    private func checked(_ token: String, at now: Instant) async throws -> IssuerClaims {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let head = Data(base64URL: parts[0]),
            let header = try? JSONDecoder().decode(TokenHead.self, from: head)
        else { throw IssuerError.badToken }
        let keys = try await keys(knowing: header.kid, at: now)
        do {
            return try await keys.verify(token, as: IssuerToken.self).claims
        } catch {
            throw IssuerError.badToken
        }
    }

    private func keys(knowing name: String?, at now: Instant) async throws -> JWTKeyCollection {
        if let keys {
            let isKnown = name.map { keys.names.contains($0) } ?? true
            let isNew = now < keys.at + Self.patience
            if isNew || isKnown && now < keys.at + Self.kept { return keys.keys }
        }
        let (status, body) = try await send(
            HTTPClientRequest(url: try await description(at: now).jwks_uri))
        guard status == 200 else { throw IssuerError.unreachable }
        let list = try decoded(KeyList.self, body).keys.compactMap(\.key)
        let collection = JWTKeyCollection()
        for (number, key) in list.enumerated() {
            var key = key
            if key.keyIdentifier == nil { key.keyIdentifier = JWKIdentifier(string: "\(number)") }
            // A key of a kind we cannot use signs nothing for us.
            _ = try? await collection.add(jwk: key)
        }
        keys = (collection, Set(list.compactMap(\.keyIdentifier?.string)), now)
        return collection
    }

    private func description(at now: Instant) async throws -> Description {
        if let known, now < known.at + Self.kept { return known.description }
        let base =
            settings.address.hasSuffix("/") ? String(settings.address.dropLast()) : settings.address
        let (status, body) = try await send(
            HTTPClientRequest(url: base + "/.well-known/openid-configuration"))
        guard status == 200 else { throw IssuerError.unreachable }
        let description = try decoded(Description.self, body)
        let places = [
            description.authorization_endpoint, description.token_endpoint, description.jwks_uri,
        ]
        guard description.issuer == settings.address, places.allSatisfy(IssuerSettings.isSafe)
        else {
            throw IssuerError.unreachable
        }
        known = (description, now)
        return description
    }

    private func send(_ request: HTTPClientRequest) async throws -> (Int, Data) {
        do {
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(5))
            let body = try await response.body.collect(upTo: 1 << 20)
            return (Int(response.status.code), Data(body.readableBytesView))
        } catch {
            throw IssuerError.unreachable
        }
    }

    private func decoded<Value: Decodable>(_ type: Value.Type, _ body: Data) throws -> Value {
        do { return try JSONDecoder().decode(type, from: body) } catch {
            throw IssuerError.unreachable
        }
    }
}

/// What an issuer publishes about itself, by the names it uses.
private struct Description: Decodable {
    let issuer: String
    let authorization_endpoint: String
    let token_endpoint: String
    let jwks_uri: String
    let token_endpoint_auth_methods_supported: [String]?
}

private struct TokenAnswer: Decodable { let id_token: String }

private struct TokenHead: Decodable { let kid: String? }

/// The issuer's keys; one of a kind that we don't know is passed over.
private struct KeyList: Decodable {
    let keys: [Entry]

    struct Entry: Decodable {
        let key: JWK?

        init(from decoder: any Decoder) throws {
            let use = try? decoder.container(keyedBy: Name.self).decodeIfPresent(
                String.self, forKey: .use)
            key = use == "enc" ? nil : try? JWK(from: decoder)
        }

        enum Name: String, CodingKey { case use }
    }
}

/// The claims by the names they have in a token.
private struct IssuerToken: JWTPayload {
    let iss: String
    let sub: String
    let aud: AudienceClaim
    let azp: String?
    let exp: ExpirationClaim
    let iat: IssuedAtClaim
    let nonce: String?

    /// Whether the claims answer what we asked, ``IssuerClaims`` says, by the request's own clock.
    func verify(using algorithm: some JWTAlgorithm) throws {}

    var claims: IssuerClaims {
        IssuerClaims(
            issuer: iss, subject: sub, audience: aud.value, authorizedParty: azp,
            expiresAt: instant(exp.value), issuedAt: instant(iat.value), nonce: nonce)
    }

    private func instant(_ date: Foundation.Date) -> Instant {
        let seconds = min(max(date.timeIntervalSince1970, 0), 253_402_300_799)
        return Instant(milliseconds: Int64(seconds) * 1_000)
    }
}

/// As a form sends it: names and values encoded, `&` between.
private func formFields(_ fields: [(String, String)]) -> String {
    String(Paths.changed("/", fields.map { ($0.0, Optional($0.1)) }).dropFirst(2))
}

extension Data {
    fileprivate var base64URL: String {
        String(
            base64EncodedString().compactMap { letter in
                switch letter {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: letter
                }
            })
    }

    fileprivate init?(base64URL text: some StringProtocol) {
        let plain = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        self.init(
            base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }
}
