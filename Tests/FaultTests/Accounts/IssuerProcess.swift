import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Testing

/// `issuer.py` on a port of its own, ended with the test.
final class IssuerProcess: Sendable {
    let address: String
    private let process: Process

    static let client = "caicach"
    static let secret = "bí mật của máy khách"

    init() throws {
        process = Process()
        let output = Pipe()
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "issuer.py")
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path]
        process.standardOutput = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(Int(said.split(separator: "\n").first ?? ""), "issuer.py: \(said)")
        address = "http://127.0.0.1:\(port)"
    }

    /// Tells it who comes next, what is wrong with its tokens, or to change its key.
    func tell(_ query: String) async throws {
        _ = try await Visitor.get(address + "/control?" + query)
    }

    /// Kills it, for a process begun beside a server inherits that SIGTERM is ignored.
    func stop() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

/// A browser as far as signing in goes: it keeps cookies and follows nothing by itself.
struct Visitor {
    var cookies: [String: String] = [:]

    struct Answer {
        let status: Int
        let location: String?
        let text: String
    }

    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: HTTPClient.Configuration(redirectConfiguration: .disallow))

    static func get(_ address: String) async throws -> Answer {
        var visitor = Visitor()
        return try await visitor.get(address)
    }

    mutating func get(_ address: String) async throws -> Answer {
        var request = HTTPClientRequest(url: address)
        let pairs = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        if !pairs.isEmpty {
            request.headers.add(name: "Cookie", value: pairs.joined(separator: "; "))
        }
        let response = try await Self.client.execute(request, timeout: .seconds(20))
        for cookie in response.headers["Set-Cookie"] {
            let pair = cookie.prefix { $0 != ";" }.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
        }
        let body = try await response.body.collect(upTo: 4 << 20)
        return Answer(
            status: Int(response.status.code), location: response.headers.first(name: "Location"),
            text: String(buffer: body))
    }
}
