import Domain
import Foundation
import Store
import Support
import Testing

/// A server that is told to stop finishes what it began.
@Suite(.serialized) struct GracefulStopTests {
    @Test(arguments: TestEngine.shared)
    func `requests under way are answered whole, and the server then ends well`(
        _ engine: TestEngine
    ) async throws {
        let server = try ServedWorkspace(try engine.newAddress())
        let body = "login=ai&password=sai-mat-khau-nay"
        // The first half of each request is there when the server is told to stop.
        let halves = try (0..<8).map { _ in
            let connection = try RawConnection(port: server.port)
            connection.send(
                """
                POST /session HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r
                Content-Length: \(body.utf8.count)\r\n\r\nlogin=
                """)
            return connection
        }
        try await Task.sleep(for: .milliseconds(400))
        server.askToStop()
        try await Task.sleep(for: .milliseconds(400))
        let answers = halves.map { connection in
            connection.send(String(body.dropFirst(6)))
            return connection.rest()
        }

        for answer in answers {
            #expect(answer.hasPrefix("HTTP/1.1 4"), "\(answer.prefix(60))")
            #expect(answer.contains("</html>"))
        }
        #expect(server.exitCode() == 0)
    }

    @Test func `a server told to stop takes no new connection and ends although one stays idle`()
        async throws
    {
        let server = try ServedWorkspace(try TestEngine.sqliteFile.newAddress())
        let idle = try RawConnection(port: server.port)
        idle.send("GET /sign-in HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(idle.bytes(12) == 12)

        server.askToStop()

        #expect(server.exitCode() == 0)
        #expect(throws: POSIXError.self) { try RawConnection(port: server.port) }
    }

    @Test func `the monitoring address answers health and metrics, the public one does not`()
        async throws
    {
        let port = try freePort()
        let server = try ServedWorkspace(
            try TestEngine.sqliteFile.newAddress(),
            ["--no-worker", "--monitoring-port", "\(port)"])
        func get(_ path: String, _ port: Int) throws -> String {
            let connection = try RawConnection(port: port)
            connection.send("GET \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            return connection.rest()
        }
        _ = try get("/sign-in", server.port)

        #expect(try get("/health", port).contains("\r\n\r\nok\n"))
        let metrics = try get("/metrics", port)
        #expect(metrics.contains("caicach_requests_total{method=\"GET\",status=\"200\"} 1\n"))
        #expect(metrics.contains("caicach_journal_entries 1\n"))
        #expect(metrics.contains("caicach_database_up 1\n"))
        #expect(try !get("/metrics", server.port).contains("caicach_requests_total"))
        #expect(try !get("/health", server.port).contains("\r\n\r\nok\n"))
        server.askToStop()
        #expect(server.exitCode() == 0)
    }
}
