import Foundation
import Support
import Testing

/// The log of a real server, after people have typed secrets into it.
struct ServerLogTests {
    @Test func `the log holds no password, token, cookie, answer or address`() async throws {
        let workspace = try await ReadyWorkspace(TestEngine.sqliteFile.newAddress())
        let server = try await ServerProcess(workspace.address, ["--log", "json"])
        let client = try workspace.client(at: server)
        let visitor = Client(port: server.port)
        _ = visitor.get("/sign-in?next=/SECRET1")
        _ = visitor.get("/SECRET2/SECRET3?q=SECRET4", headers: ["Cookie: caicach_session=SECRET5"])
        _ = visitor.post("/session", ["login": "SECRET6", "password": "SECRET7"])
        _ = client.get("/2021/findings?q=SECRET8", headers: ["User-Agent: SECRET9"])
        _ = client.post(
            "/account/password",
            ["current": "SECRET10", "password": "SECRET11", "again": "SECRET12"])
        #expect(client.record("SECRET13")?.status == 303)
        _ = client.post("/2021/findings", ["text": "SECRET14", "found_on": "SECRET15"])
        _ = client.get("/2021/targets/SECRET16/rows.csv")
        var thief = client
        thief.token = "SECRET17"
        #expect(thief.record("SECRET18")?.status == 403)
        await server.stopped()

        let lines = server.log.split(separator: "\n").map(String.init)
        let requests = lines.filter { $0.contains("\"message\":\"request\"") }
        #expect(requests.count == 10)
        for line in lines {
            #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil, "\(line)")
        }
        let secrets =
            (1...18).map { "SECRET\($0)" } + [
                client.token, String(client.cookie.dropFirst("caicach_session=".count)),
            ]
        for secret in secrets { #expect(!server.log.contains(secret), "\(secret)") }
        #expect(!server.log.contains("127.0.0.1\""))
    }
}
