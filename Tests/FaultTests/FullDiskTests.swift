import Foundation
import Support
import Testing

/// A server whose disk is full says so, loses nothing, and goes on when there is room again.
@Suite(.serialized)
struct FullDiskTests {
    @Test func `a server that may write no more answers 503, still shows pages, and recovers`()
        async throws
    {
        let workspace = try await ReadyWorkspace(TestEngine.sqliteFile.newAddress())
        let server = try await ServerProcess(workspace.address)
        let client = try workspace.client(at: server)
        let before = try #require(client.record("trước"))
        #expect(before.status == 303)

        let size = try sizeOfLargestFile(of: workspace.address)
        try server.limitFiles(to: size + 20_000)
        let written = try fill(client)
        #expect(try #require(client.get("/2021/findings")).status == 200)
        try server.limitFiles(to: nil)

        #expect(try #require(client.record("sau")).status == 303)
        try await expect(["trước"] + written + ["sau"], in: workspace)
    }

    @Test(.enabled(if: canMount, "mounting a file system needs root"))
    func `a server on a file system without room answers 503 and recovers`() async throws {
        let workspace = try await ReadyWorkspace(TestEngine.sqliteFile.newAddress())
        let folder = URL(filePath: workspace.address).deletingLastPathComponent().path
        let server = try await ServerProcess(
            workspace.address,
            wrapper: """
                exec unshare --mount bash -c 'cp -r "$0" "$0.copy" && \
                mount -t tmpfs -o size=16m none "$0" && cp "$0.copy"/* "$0"/ && exec "$@"' \
                '\(folder)' "$@"
                """)
        let client = try workspace.client(at: server)
        // What the server's own processes see under that name, not we.
        let inside = URL(filePath: "/proc/\(server.process.processIdentifier)/root\(folder)")
        let filler = inside.appending(path: "filler")
        try Data().write(to: filler)
        let file = try FileHandle(forWritingTo: filler)
        while (try? file.write(contentsOf: Data(count: 4_096))) != nil {}
        try file.close()

        let written = try fill(client)
        #expect(try #require(client.get("/2021/findings")).status == 200)
        try FileManager.default.removeItem(at: filler)

        #expect(try #require(client.record("sau")).status == 303)
        let page = try #require(client.get("/2021/findings.csv")).body
        for words in written + ["sau"] { #expect(page.contains(words)) }
    }

    /// Writes until the server says that it cannot; returns what it acknowledged.
    private func fill(_ client: Client) throws -> [String] {
        var written: [String] = []
        for number in 1...2_000 {
            let words = "vấn đề \(number) " + String(repeating: "x", count: 1_500)
            let answer = try #require(client.record(words))
            guard answer.status == 303 else {
                #expect(answer.status == 503)
                #expect(answer.headers["retry-after"] == "10")
                #expect(answer.body.contains("chưa ghi gì"))
                // The same again: something shorter might still find room.
                #expect(try #require(client.record(words)).status == 503)
                return written
            }
            written.append(words)
        }
        Issue.record("the disk never filled up")
        return written
    }

    private func expect(_ written: [String], in workspace: ReadyWorkspace) async throws {
        let found = try await workspace.check()
        #expect(found.records == written)
        #expect(found.journaled == written)
        #expect(found.isWhole)
    }

    private func sizeOfLargestFile(of address: String) throws -> Int {
        let folder = URL(filePath: address).deletingLastPathComponent()
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.fileSizeKey])
        return try files.compactMap { try $0.resourceValues(forKeys: [.fileSizeKey]).fileSize }
            .max() ?? 0
    }

    private static let canMount: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "unshare --mount mount -t tmpfs none /mnt 2>/dev/null"]
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()
}

extension ServerProcess {
    /// From now on no file of the server may grow beyond so many bytes; `nil` lifts the limit.
    func limitFiles(to bytes: Int?) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/prlimit")
        process.arguments = [
            "--pid", "\(self.process.processIdentifier)",
            "--fsize=\(bytes.map(String.init) ?? "unlimited"):",
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
