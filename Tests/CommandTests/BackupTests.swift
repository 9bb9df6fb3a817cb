import Foundation
import Testing

/// Backup, restore and check as an operator runs them.
@Suite struct BackupTests {
    @Test func `a backup is made, read through, restored and checked`() throws {
        let folder = try Folder()
        let (old, new) = (folder.path("old.sqlite"), folder.path("new.sqlite"))
        let archive = folder.path("sao-luu.zip")
        _ = try Caicach.run("sample", "--database", old)

        #expect(try Caicach.run("backup", "--database", old, "--output", archive).code == 0)
        let read = try Caicach.run("restore", archive, "--dry-run", "--database", new)
        #expect(read.code == 0)
        #expect(!FileManager.default.fileExists(atPath: new))
        let restored = try Caicach.run("restore", archive, "--database", new)
        #expect(restored.code == 0)
        #expect(restored.output.contains("đã khôi phục"))
        let checked = try Caicach.run("check", "--database", new, "--json")
        #expect(checked.code == 0)
        #expect(
            try Caicach.run("status", "--database", new, "--json").output
                == Caicach.run("status", "--database", old, "--json").output)
    }

    @Test func `an archive that was cut short ends with 1, and no workspace is made of it`() throws
    {
        let folder = try Folder()
        let (old, new) = (folder.path("old.sqlite"), folder.path("new.sqlite"))
        let archive = folder.path("sao-luu.zip")
        _ = try Caicach.run("migrate", "--database", old)
        _ = try Caicach.run("backup", "--database", old, "--output", archive)
        let whole = try Data(contentsOf: URL(filePath: archive))
        try whole.prefix(whole.count / 2).write(to: URL(filePath: archive))

        let answer = try Caicach.run("restore", archive, "--database", new)

        #expect(answer.code == 1)
        #expect(answer.complaint.contains("Nothing was written"))
        #expect(!FileManager.default.fileExists(atPath: new))
    }

    @Test func `a workspace that is there is not restored over`() throws {
        let folder = try Folder()
        let database = folder.path("caicach.sqlite")
        let archive = folder.path("sao-luu.zip")
        _ = try Caicach.run("migrate", "--database", database)
        _ = try Caicach.run("backup", "--database", database, "--output", archive)

        #expect(try Caicach.run("restore", archive, "--database", database).code == 1)
        #expect(try Caicach.run("backup", "--database", database, "--output", archive).code == 1)
    }
}

/// The work by the clock and the receipts that come of it.
@Suite struct WorkTests {
    @Test func `work done once signs the day, proves a backup, and is not done twice`() throws {
        let folder = try Folder()
        let database = folder.path("caicach.sqlite")
        _ = try Caicach.run("sample", "--database", database)

        let first = try Caicach.run("work", "--once", "--database", database)
        let second = try Caicach.run("work", "--once", "--database", database)
        let verified = try Caicach.run("journal", "verify", "--database", database, "--json")

        #expect(first.output.contains("3 done, 0 failed"))
        #expect(second.output.contains("0 done, 0 failed"))
        #expect(verified.code == 0)
        #expect(verified.output.contains("\"signedDays\" : 1"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: database + ".backups")
                .count { $0.hasSuffix(".zip") } == 1)
    }

    @Test func `a receipt holds without its database, and not once it is altered`() throws {
        let folder = try Folder()
        let (database, receipt) = (folder.path("caicach.sqlite"), folder.path("bien-nhan.json"))
        _ = try Caicach.run("sample", "--database", database)
        #expect(
            try Caicach.run("journal", "receipt", "--entry", "5", "--database", database).code == 1)
        _ = try Caicach.run("work", "--once", "--database", database)

        let made = try Caicach.run(
            "journal", "receipt", "--entry", "5", "--database", database, "--output", receipt)
        #expect(made.code == 0)
        let text = try String(contentsOfFile: receipt, encoding: .utf8)
        let key = try #require(
            text.components(separatedBy: "\"publicKey\" : \"").dropFirst().first?.prefix {
                $0 != "\""
            })
        for file in try FileManager.default.contentsOfDirectory(
            atPath: URL(filePath: database).deletingLastPathComponent().path)
        where file.hasPrefix("caicach.sqlite") {
            try FileManager.default.removeItem(atPath: folder.path(file))
        }

        let checked = try Caicach.run(
            "journal", "receipt", "--check", receipt, "--key", String(key))
        #expect(checked.code == 0)
        #expect(checked.output.contains("Biên nhận đúng: mục 5"))
        let other = try folder.file("khac.json", text.replacing("\"seq\" : 5", with: "\"seq\" : 6"))
        #expect(
            try Caicach.run("journal", "receipt", "--check", other, "--key", String(key)).code == 1)
    }
}
