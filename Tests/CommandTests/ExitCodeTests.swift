import Testing

@Suite struct ExitCodeTests {
    @Test func `help is no failure`() throws {
        let answer = try Caicach.run("--help")
        #expect(answer.code == 0)
        #expect(answer.output.contains("SUBCOMMANDS"))
    }

    @Test func `a line that is not understood ends with 64`() throws {
        #expect(try Caicach.run("serve", "--port", "tám").code == 64)
        #expect(try Caicach.run("fly").code == 64)
    }

    @Test func `a rule that says no ends with 1 and says in both languages what to do`() throws {
        let answer = try Caicach.run("journal", "verify", "--database", "/khong/co/gi.sqlite")
        #expect(answer.code == 1)
        #expect(answer.complaint.contains("tạo mới bằng"))
        #expect(answer.complaint.contains("make one with"))
        #expect(answer.output.isEmpty)
    }

    @Test func `a file that is not there is named`() throws {
        let answer = try Caicach.run("read", "/khong/co/ke-hoach.txt")
        #expect(answer.code == 1)
        #expect(answer.complaint.contains("/khong/co/ke-hoach.txt"))
    }

    @Test func `a workspace that is not up to date is refused with the way out`() throws {
        let folder = try Folder()
        let answer = try Caicach.run(
            "journal", "verify", "--database", try folder.file("empty.sqlite", ""))
        #expect(answer.code == 1)
        #expect(answer.complaint.contains("caicach migrate"))
    }
}

@Suite struct MigrateTests {
    @Test func `a new workspace is made, its folder too, and its journal is whole`() throws {
        let folder = try Folder()
        let database = folder.path("a/b/caicach.sqlite")
        #expect(try Caicach.run("migrate", "--database", database).code == 0)
        let answer = try Caicach.run("journal", "verify", "--database", database, "--json")
        #expect(answer.code == 0)
        #expect(answer.output.contains("\"entries\" : 0"))
    }

    @Test func `migrating twice changes nothing`() throws {
        let folder = try Folder()
        let database = folder.path("caicach.sqlite")
        #expect(try Caicach.run("migrate", "--database", database).code == 0)
        #expect(try Caicach.run("migrate", "--database", database).code == 0)
    }
}

@Suite struct UserTests {
    @Test func `an unknown login is named`() throws {
        let folder = try Folder()
        let database = folder.path("caicach.sqlite")
        _ = try Caicach.run("migrate", "--database", database)
        let answer = try Caicach.run("user", "reset-password", "ai-do", "--database", database)
        #expect(answer.code == 1)
        #expect(answer.complaint.contains("ai-do"))
    }
}
