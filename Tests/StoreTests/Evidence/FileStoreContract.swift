import Domain
import Foundation
import Store
import Support
import Testing

/// Files and rows: cleaned when unused, checked by their hash, backed up and restored with the rows.
@Suite struct FileStoreContract {
    @Test func `a file lies under its hash, readable by its owner alone`() async throws {
        let files = FileStore.beside(":memory:")
        let kept = try await files.keep(Data("abc".utf8))

        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(kept.sha256 == hash)
        #expect(files.path(hash) == "\(files.folder)/ba/78/\(hash)")
        let mode = try FileManager.default.attributesOfItem(atPath: files.path(hash))
        #expect(mode[.posixPermissions] as? Int == 0o600)
        let left = try FileManager.default.contentsOfDirectory(
            atPath: files.incomingFolder.path)
        #expect(left.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `what no row names is cleaned away after a day, what one names never`(
        _ engine: TestEngine
    ) async throws {
        let office = try await ProvenOffice(engine)
        let named = try await office.upload("có tên")
        try await office.attach(named)
        let unnamed = try await office.upload("không tên")
        let fresh = try await office.upload("mới đến")
        let files = office.store.files
        // The clock of the test stands in 2021; two days before it is old, after it is not.
        for upload in [named, unnamed] {
            try age(files.path(upload.file.sha256), "2021-10-13T02:00:00.000Z")
        }

        #expect(try await office.store.cleanFiles() == 1)

        #expect(files.size(named.file.sha256) != nil)
        #expect(files.size(unnamed.file.sha256) == nil)
        #expect(files.size(fresh.file.sha256) != nil)
    }

    @Test(arguments: TestEngine.available)
    func `bytes that come again are not cleaned away for their age`(_ engine: TestEngine)
        async throws
    {
        let office = try await ProvenOffice(engine)
        let upload = try await office.upload("lại")
        try age(office.store.files.path(upload.file.sha256), "2021-10-01T02:00:00.000Z")
        let again = try await office.upload("lại")

        #expect(try await office.store.cleanFiles() == 0)
        try await office.attach(again)
    }

    @Test(arguments: TestEngine.available)
    func `a file that is missing, cut or altered is found by the check`(_ engine: TestEngine)
        async throws
    {
        let office = try await ProvenOffice(engine)
        for text in ["một tệp", "hai tệp", "bốn tệ"] {
            try await office.attach(try await office.upload(text))
        }
        let files = office.store.files
        #expect(try await problems(office).isEmpty)
        let named = try await office.read {
            try $0.evidence(matching: "", limit: 9, for: .system).compactMap(\.newest?.sha256)
        }
        try FileManager.default.removeItem(atPath: files.path(named[0]))
        try Data("h".utf8).write(to: URL(filePath: files.path(named[1])))
        try Data("một tệq".utf8).write(to: URL(filePath: files.path(named[2])))

        #expect(try await problems(office).count == 3)
    }

    @Test(arguments: TestEngine.shared)
    func `files go into the archive and come out of it, each whole`(_ engine: TestEngine)
        async throws
    {
        let office = try await ProvenOffice(engine)
        try await office.attach(try await office.upload("một"))
        try await office.attach(try await office.upload("hai"))
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let archive = folder.appending(path: "a.zip").path
        #expect(try await office.store.backUp(to: archive).files?.count == 2)

        let (address, files) = (try engine.newAddress(), FileStore.beside(":memory:"))
        try await Store.restore(archive, into: address, files: files)

        let restored = try await Store.open(address, files: files)
        let parts = try await restored.read { try $0.check(files) }
        #expect(parts.allSatisfy { $0.problems.isEmpty })
        #expect(parts.first { $0.part == .files }?.count == 2)
    }

    @Test(arguments: TestEngine.shared)
    func `proved backups share their files, and are restored from beside`(_ engine: TestEngine)
        async throws
    {
        let office = try await ProvenOffice(engine)
        try await office.attach(try await office.upload("một"))
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-test-\(UUID().uuidString)"
        ).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let proved = try await office.store.proveBackup(in: folder)

        let (address, files) = (try engine.newAddress(), FileStore.beside(":memory:"))
        try await Store.restore(proved.path, into: address, files: files)

        let restored = try await Store.open(address, files: files)
        #expect(
            try await restored.read { try $0.check(files) }.allSatisfy { $0.problems.isEmpty })
        // Without its file a row is not restored, and nothing is written.
        try FileManager.default.removeItem(atPath: folder + "/files")
        let second = try engine.newAddress()
        await #expect(throws: BackupError.self) {
            try await Store.restore(proved.path, into: second, files: .beside(":memory:"))
        }
        #expect(engine == .postgres || !FileManager.default.fileExists(atPath: second))
    }

    @Test(arguments: TestEngine.shared)
    func `a backup is refused while a row lacks its file`(_ engine: TestEngine) async throws {
        let office = try await ProvenOffice(engine)
        let upload = try await office.upload("một")
        try await office.attach(upload)
        try FileManager.default.removeItem(
            atPath: office.store.files.path(upload.file.sha256))

        let path = FileManager.default.temporaryDirectory.appending(
            path: "caicach-test-\(UUID().uuidString)"
        ).path
        await #expect(throws: BackupError.fileMissing(upload.file.sha256)) {
            try await office.store.backUp(to: path)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    private func problems(_ office: ProvenOffice) async throws -> [Bilingual] {
        let files = office.store.files
        let parts = try await office.read { try $0.check(files) }
        return parts.flatMap(\.problems)
    }

    private func age(_ path: String, _ instant: String) throws {
        let moment = try #require(Instant(instant))
        try FileManager.default.setAttributes(
            [
                .modificationDate: Foundation.Date(
                    timeIntervalSince1970: Double(moment.milliseconds) / 1_000)
            ], ofItemAtPath: path)
    }
}
