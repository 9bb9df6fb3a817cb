import Foundation
import Store
import Support
import Testing

/// Nobody holds a server up by being slow, nor by taking all its connections.
@Suite(.serialized)
struct SlowClientTests {
    @Test func `who sends the head of a request too slowly is cut off`() async throws {
        let server = try await server()
        let wire = try Wire(port: server.port)
        let start = ContinuousClock.now
        let isCut = await onThread {
            guard wire.send("GET /sign-in HTTP/1.1\r\nHost: a\r\n") else { return true }
            for _ in 0..<200 {
                Thread.sleep(forTimeInterval: 0.1)
                if !wire.send("X-A: b\r\n") { return true }
            }
            return false
        }
        #expect(isCut)
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func `who sends a form a letter at a time is cut off, and others are served`()
        async throws
    {
        let server = try await server()
        let wires = try (0..<20).map { _ in try Wire(port: server.port) }
        for wire in wires {
            wire.send(
                "POST /session HTTP/1.1\r\nHost: a\r\nContent-Length: 15000\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
        }
        let start = ContinuousClock.now
        let port = server.port
        let isCut = await onThread {
            for _ in 0..<200 {
                Thread.sleep(forTimeInterval: 0.1)
                if Client(port: port).get("/sign-in")?.status != 200 { return false }
                if wires.filter({ $0.send("a") }).isEmpty { return true }
            }
            return false
        }
        #expect(isCut)
        #expect(ContinuousClock.now - start < .seconds(15))
    }

    @Test func `who doesn't take the answer is cut off`() async throws {
        let server = try await server()
        let wire = try Wire(port: server.port, patience: 1)
        wire.takeLittle()
        // More answers than the system keeps for somebody who reads none.
        let asked = String(
            repeating: "GET /assets/style.css HTTP/1.1\r\nHost: a\r\n\r\n", count: 3_000)
        let isCut = await onThread {
            for _ in 0..<15 {
                if !wire.send(asked) && !wire.send("GET ") { return true }
                Thread.sleep(forTimeInterval: 1)
            }
            return false
        }
        #expect(isCut)
        #expect(Client(port: server.port).get("/sign-in")?.status == 200)
    }

    @Test func `a flood of connections leaves the server the files that it needs`() async throws {
        let workspace = try await ReadyWorkspace(TestEngine.sqliteFile.newAddress())
        let server = try await ServerProcess(
            workspace.address, wrapper: "ulimit -n 200; exec \"$@\"")
        let client = try workspace.client(at: server)
        var wires: [Wire] = []
        for _ in 0..<400 { wires.append(try Wire(port: server.port)) }
        // The first have been let in; what they ask for is written to a file while all others wait.
        for wire in wires.prefix(5) {
            wire.send(
                "GET /agencies.csv HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                    + "Cookie: \(client.cookie)\r\n\r\n")
            #expect(wire.readToEnd().flatMap { Answer($0) }?.status == 200)
        }
        wires = []
        #expect(client.get("/agencies.csv")?.status == 200)
    }

    @Test func `a body without end is cut off`() async throws {
        let server = try await server()
        let wire = try Wire(port: server.port, patience: 5)
        wire.send(
            "POST /session HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
        let chunk = "100000\r\n" + String(repeating: "a", count: 1 << 20) + "\r\n"
        let sent = await onThread {
            (0..<1_000).first { _ in !wire.send(chunk) } ?? 1_000
        }
        #expect(sent < 400)
    }

    private func server(wrapper: String = "exec \"$@\"") async throws -> ServerProcess {
        let address = try TestEngine.sqliteFile.newAddress()
        let store = try await Store.open(address, passwordCost: .cheap)
        try await store.migrate()
        _ = try await store.createFirstAdministrator()
        return try await ServerProcess(address, ["--client-patience", "2"], wrapper: wrapper)
    }
}
