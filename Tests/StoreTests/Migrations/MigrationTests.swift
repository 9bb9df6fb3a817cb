import Domain
import Support
import Testing

@testable import Store

@Suite struct MigrationTests {
    @Test(arguments: TestEngine.available)
    func `migrating twice changes nothing`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        try await store.migrate()

        try await store.requireMigrated()
    }

    @Test(arguments: TestEngine.available)
    func `an empty database says that it wants migrating`(_ engine: TestEngine) async throws {
        let store = try await Store.open(try engine.newAddress())

        await #expect(throws: StoreError.notMigrated) { try await store.requireMigrated() }
    }

    @Test(arguments: TestEngine.available)
    func `an old migration that was edited is refused by name`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        try await store.writeOffTheRecord { db in
            _ = try db.run("UPDATE schema_migrations SET checksum = 'other' WHERE number = 1")
        }

        await #expect(throws: StoreError.editedMigration("0001_journal")) {
            try await store.migrate()
        }
    }

    @Test(arguments: TestEngine.available)
    func `a database newer than the program is refused`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        try await store.writeOffTheRecord { db in
            _ = try db.run(
                """
                INSERT INTO schema_migrations (number, name, checksum, applied_at)
                VALUES (9999, '9999_later', 'x', 'x')
                """
            )
        }

        await #expect(throws: StoreError.newerThanProgram("9999_later")) {
            try await store.migrate()
        }
    }

    @Test(arguments: TestEngine.available)
    func `a migration that fails leaves nothing behind`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let text = "CREATE TABLE half (a TEXT);\nCREATE TABLE half (b TEXT);\n"
        let failing =
            try Migration.bundled() + [Migration(number: 9998, name: "9998_half", text: text)]

        await #expect(throws: StoreFault.self) {
            try await store.engine.write { connection in
                (try Migrator(connection, now: Instant(milliseconds: 0)).run(failing), keep: true)
            }
        }
        #expect(try await store.engine.read { try $0.hasTable("half") } == false)
    }

    @Test func `CURRENT names the newest migration`() throws {
        #expect(try Migration.current() == Migration.bundled().last?.name)
    }

    @Test func `the schema is one text for readers`() async throws {
        let text = try await Store.schemaText()

        #expect(text.contains("CREATE TABLE journal_entries ("))
        #expect(text.contains("-- plan.issued"))
    }
}
