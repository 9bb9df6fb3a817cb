import Domain
import Foundation
import Store
import Support
import Testing

/// Two worker processes on one workspace, with a mail command that notes what it was given.
@Suite(.serialized) struct TwoServersTests {
    @Test(arguments: TestEngine.shared)
    func `two processes send each mail once and sign each day once`(_ engine: TestEngine)
        async throws
    {
        let address = try engine.newAddress()
        let store = try await Store.open(address)
        try await store.migrate()
        try await store.writeOffTheRecord { db in
            for number in 0..<40 {
                let reader = "a\(number)@x.vn"
                _ = try db.writeMail(
                    Mail(
                        id: db.newID(), recipient: reader, day: db.now.day(), kind: "digest",
                        address: reader, subject: "Việc cần làm", body: "Kính gửi\n"))
            }
        }
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let command = try mailCommand(in: folder)

        let workers = try (0..<2).map { _ in
            try worker(address, sendmail: command, folder)
        }
        for worker in workers { worker.waitUntilExit() }

        #expect(workers.map(\.terminationStatus) == [0, 0])
        let sent = try String(contentsOf: folder.appending(path: "sent"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
        #expect(sent.sorted() == (0..<40).map { "a\($0)@x.vn" }.sorted())
        let (fates, days) = try await store.read { db in
            (try db.mails(limit: 100).map { $0.fate(at: db.now) }, try db.journalSignatures())
        }
        #expect(fates == Array(repeating: .sent, count: 40))
        #expect(days.count == 1)
    }

    @Test func `a job that fails tells the operator, by one mail a day`() async throws {
        let address = try TestEngine.sqliteFile.newAddress()
        let store = try await Store.open(address)
        try await store.migrate()
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Backups cannot be kept where a file stands.
        try Data().write(to: folder.appending(path: "backups"))
        let command = try mailCommand(in: folder)

        for _ in 0..<2 {
            let worker = try worker(address, sendmail: command, folder)
            worker.waitUntilExit()
            #expect(worker.terminationStatus == 1)
            try await store.writeOffTheRecord { db in
                _ = try db.run("UPDATE jobs SET due_at = '2000-01-01T00:00:00.000Z'")
            }
        }

        let mails = try await store.read { try $0.mails() }
        #expect(mails.map(\.mail.kind) == ["alarm.prove-backup"])
        #expect(mails.first?.sentAt != nil)
        let sent = try String(contentsOf: folder.appending(path: "sent"), encoding: .utf8)
        #expect(sent == "quantri@x.vn\n")
    }

    /// A stand-in for sendmail: notes the recipient it was given, in one write.
    private func mailCommand(in folder: URL) throws -> String {
        let command = folder.appending(path: "sendmail")
        let script = """
            #!/bin/bash
            cat >/dev/null
            echo "${@: -1}" >> "\(folder.path)/sent"
            """
        try Data(script.utf8).write(to: command)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: command.path)
        return command.path
    }

    private func worker(_ address: String, sendmail: String, _ folder: URL) throws -> Process {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0])
        let process = Process()
        process.executableURL = tests.deletingLastPathComponent().appendingPathComponent("caicach")
        process.arguments = [
            "work", "--once", "--database", address, "--sendmail", sendmail, "--mail-from",
            "cchc@x.vn", "--signing-key", folder.appending(path: "key").path, "--backups",
            folder.appending(path: "backups").path, "--alarm-address", "quantri@x.vn",
        ]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        return process
    }
}
