import Domain
import Foundation
import Sample
import Store
import Support
import Testing

/// One archive for both databases: what goes in comes out, or nothing does.
@Suite struct BackupContract {
    /// From each engine into each.
    static let moves = TestEngine.shared.flatMap { from in
        TestEngine.shared.map { (from: from, into: $0) }
    }

    @Test(arguments: moves)
    func `a workspace moved from one database to another is the same to the last row`(
        _ move: (from: TestEngine, into: TestEngine)
    ) async throws {
        let source = try await sampleStore(move.from)
        let (first, second) = (archivePath(), archivePath())
        let made = try await source.backUp(to: first)

        let address = try move.into.newAddress()
        let files = FileStore.beside(":memory:")
        try await Store.restore(first, into: address, files: files, isRehearsal: true)
        let target = try await Store.open(address, files: files)
        let again = try await target.backUp(to: second)

        #expect(made.rows > 2_000)
        #expect(again.tables == made.tables)
        #expect(again.files == made.files)
        #expect(made.files?.isEmpty == false)
        let checked = try await target.read { try $0.check(files) }
        #expect(checked.allSatisfy { $0.problems.isEmpty })
    }

    @Test(arguments: TestEngine.shared)
    func `a restored workspace goes on being written to, and its journal says what it is`(
        _ engine: TestEngine
    ) async throws {
        let source = try await sampleStore(engine)
        let path = archivePath()
        let made = try await source.backUp(to: path)
        let address = try engine.newAddress()

        let files = FileStore.beside(":memory:")
        try await Store.restore(path, into: address, files: files)
        let target = try await Store.open(address, files: files)
        try await target.requireMigrated()
        try await target.write { try $0.journal("plan.issued", by: nil) }

        let (last, found) = try await target.read {
            (try $0.journalEntries(limit: 2), try $0.verifyJournal())
        }
        #expect(last.map(\.action) == ["plan.issued", "workspace.restored"])
        #expect(found.broken == nil)
        #expect(found.entries == made.journalSeq + 2)
    }

    @Test(arguments: TestEngine.shared)
    func `what is written while a backup is made is not in it, or whole`(_ engine: TestEngine)
        async throws
    {
        let store = try await engine.open()
        let isDone = Held(false)
        let writing = Task {
            var count = 0
            while !isDone.value {
                try await store.write { db in
                    let number = try db.nextNumber("row")
                    try db.journal(
                        "row.added", by: nil, [Change("row", "\(number)", after: number)])
                }
                count += 1
            }
            return count
        }
        var archives: [String] = []
        for _ in 0..<5 {
            archives.append(archivePath())
            try await store.backUp(to: try #require(archives.last))
        }
        isDone.value = true
        #expect(try await writing.value > 0)

        for archive in archives {
            let address = try engine.newAddress()
            let made = try await Store.restore(archive, into: address, isRehearsal: true)
            let copy = try await Store.open(address)
            let (found, counter) = try await copy.read { db in
                let last = try db.rows("SELECT value FROM counters WHERE kind = 'row'").first
                return (try db.verifyJournal(), last?.int(0) ?? 0)
            }
            #expect(found.broken == nil)
            #expect(found.entries == made.journalSeq)
            #expect(counter == made.journalSeq)
        }
    }

    @Test(arguments: TestEngine.shared)
    func `a workspace that holds anything is never restored over`(_ engine: TestEngine) async throws
    {
        let path = archivePath()
        try await sampleStore(engine).backUp(to: path)
        let address = try engine.newAddress()
        let store = try await Store.open(address)
        try await store.migrate()
        try await store.write { try $0.journal("plan.issued", by: nil) }

        let files = FileStore.beside(":memory:")
        await #expect(throws: BackupError.targetNotEmpty(address)) {
            try await Store.restore(path, into: address, files: files)
        }
        #expect(!FileManager.default.fileExists(atPath: files.folder))
        #expect(try await store.read { try $0.journalEnd().seq } == 1)
    }

    @Test(arguments: TestEngine.shared)
    func `a torn archive is refused at every length, and nothing is written`(_ engine: TestEngine)
        async throws
    {
        let path = archivePath()
        try await sampleStore(engine).backUp(to: path)
        let whole = try Data(contentsOf: URL(filePath: path))
        let address = try engine.newAddress()

        let files = FileStore.beside(":memory:")
        for part in 0..<40 {
            let torn = archivePath()
            try whole.prefix(whole.count * part / 40).write(to: URL(filePath: torn))
            await #expect(throws: BackupError.self, "\(part)/40") {
                try await Store.restore(torn, into: address, files: files)
            }
        }
        #expect(!FileManager.default.fileExists(atPath: files.folder))
        // The place is still empty: the whole archive goes in.
        try await Store.restore(path, into: address, files: files)
    }

    @Test func `an archive with any byte altered is refused, or restores the same`() async throws {
        let path = archivePath()
        let store = try await TestEngine.sqliteFile.open()
        try await store.write { try $0.journal("plan.issued", by: nil, because: "đủ điều kiện") }
        let made = try await store.backUp(to: path)
        let whole = try Data(contentsOf: URL(filePath: path))

        var refused = 0
        for index in stride(from: 0, to: whole.count, by: 11) {
            var altered = whole
            altered[index] ^= 0x10
            let file = archivePath()
            try altered.write(to: URL(filePath: file))
            // What libzip does not look at, such as a file's time, changes nothing of the data.
            guard let read = try? BackupManifest.read(file) else {
                refused += 1
                continue
            }
            #expect(read == made, "byte \(index)")
        }
        #expect(refused > whole.count / 11 / 2)
    }

    @Test(arguments: TestEngine.shared)
    func `an archive put together again with another row is refused`(_ engine: TestEngine)
        async throws
    {
        let store = try await engine.open()
        try await store.write { try $0.journal("plan.issued", by: nil, because: "cũ") }
        try await store.writeOffTheRecord {
            _ = try $0.run("UPDATE journal_entries SET reason = 'mới' WHERE seq = 1")
        }
        let path = archivePath()
        try await store.backUp(to: path)

        let address = try engine.newAddress()
        await #expect(throws: BackupError.brokenJournal(1)) {
            try await Store.restore(path, into: address)
        }
        #expect(!FileManager.default.fileExists(atPath: address))
    }

    @Test func `an archive never replaces a file`() async throws {
        let path = archivePath()
        try Data("mine".utf8).write(to: URL(filePath: path))
        let store = try await TestEngine.sqliteFile.open()

        await #expect(throws: BackupError.alreadyThere(path)) { try await store.backUp(to: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("mine".utf8))
    }

    @Test(arguments: TestEngine.shared)
    func `every text comes back as it was`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let texts = [
            "", "\\N", "\\", "a\tb", "a\nb\r\nc", "\\t", "NFC ế", "NFD e\u{302}\u{301}", "🇻🇳", "'\"",
        ]
        try await store.write { db in
            for text in texts { try db.journal("row.added", by: nil, because: text) }
        }
        let path = archivePath()
        try await store.backUp(to: path)
        let address = try engine.newAddress()
        try await Store.restore(path, into: address, isRehearsal: true)

        let back = try await Store.open(address).read { db in
            try db.rows("SELECT reason FROM journal_entries ORDER BY seq").map { $0.text(0) }
        }
        #expect(back.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    }

    @Test(arguments: TestEngine.shared)
    func `a proved backup is on record, and only so many are kept`(_ engine: TestEngine)
        async throws
    {
        let clock = TestClock("2021-10-15T02:00:00.000Z")
        let store = try await engine.open(clock: clock.reading)
        try await store.write { try $0.journal("plan.issued", by: nil) }
        let folder = archivePath()

        for _ in 0..<4 {
            _ = try await store.proveBackup(in: folder, keeping: 2)
            clock.advance(seconds: 86_400)
        }

        let proved = try await store.read { try $0.provedBackups() }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(proved.count == 4)
        #expect(files.count == 2)
        #expect(
            proved.first.map { files.contains(URL(filePath: $0.path).lastPathComponent) } == true)
        #expect(proved.first?.journalSeq == 1)
    }

    @Test(arguments: TestEngine.shared)
    func `a backup of a workspace whose journal was altered is not proved and not kept`(
        _ engine: TestEngine
    ) async throws {
        let store = try await engine.open()
        try await store.write { try $0.journal("plan.issued", by: nil, because: "cũ") }
        try await store.writeOffTheRecord {
            _ = try $0.run("UPDATE journal_entries SET reason = 'mới' WHERE seq = 1")
        }
        let folder = archivePath()

        await #expect(throws: BackupError.brokenJournal(1)) {
            _ = try await store.proveBackup(in: folder)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        #expect(try await store.read { try $0.provedBackups() }.isEmpty)
    }
}

private func archivePath() -> String {
    FileManager.default.temporaryDirectory.appending(path: "caicach-test-\(UUID().uuidString)").path
}

/// The sample of 2021, shared with tests that only read.
private func sampleStore(_ engine: TestEngine) async throws -> Store {
    try await LoadedSample.shared.store(engine, .binhDinh2021)
}
