import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Testing

@testable import Web

/// The journal's page, its entries and what records' pages tell of their history.
@Suite struct JournalPageTests {
    @Test func `a visitor is asked to sign in`() async throws {
        let site = try await TestSite()

        #expect(try await site.get("/journal").status == .seeOther)
        #expect(try await site.get("/journal/1").status == .seeOther)
    }

    @Test func `a filter narrows the page, and says when a name is not known`() async throws {
        let site = try await TestSite()
        let browser = try await site.signedIn()

        let all = try await site.get("/journal", browser).text
        let passwords = try await site.get("/journal?action=account.password-changed", browser).text
        let program = try await site.get("/journal?who=.program", browser).text
        let nobody = try await site.get("/journal?who=khongco", browser).text

        #expect(all.components(separatedBy: "<li id=\"e").count == 4)
        #expect(passwords.components(separatedBy: "<li id=\"e").count == 2)
        #expect(program.components(separatedBy: "<li id=\"e").count == 3)
        #expect(nobody.contains("Không có tài khoản “khongco”"))
    }

    @Test func `a difference is told in words, never in JSON`() async throws {
        let site = try await TestSite()
        let browser = try await site.signedIn()
        try await site.store.write { db in
            try db.journal(
                "target.accepted", by: nil,
                [
                    Change(
                        "target", "T1",
                        before: ["decision": "proposed", "deadline": "2021-01-31"],
                        after: ["decision": "accepted", "deadline": "2021-02-28"])
                ])
        }

        let page = try await site.get("/journal", browser).text

        #expect(page.contains("<del>đề xuất</del>"))
        #expect(page.contains("<ins>chấp nhận</ins>"))
        #expect(page.contains("<del>31/01/2021</del>"))
        #expect(page.contains("<th scope=\"row\">Thời hạn</th>"))
        #expect(!page.contains("{&quot;"))
    }

    @Test func `every field that the sample journals has words in both languages`() async throws {
        let sample = try await SampleSite.of2021.value
        let changes = try await sample.test.store.read { db in
            var found: Set<String> = []
            var changes: [(String, FieldChange)] = []
            for entry in try db.journalEntries(limit: 1_000) {
                for change in entry.changes {
                    for field in change.fieldChanges
                    where found.insert("\(change.kind) \(field.field)").inserted {
                        changes.append((change.kind, field))
                    }
                }
            }
            return changes
        }

        #expect(changes.count > 50)
        for (kind, field) in changes {
            for language in Language.allCases {
                let words = JournalWords.field(kind, field, language)
                #expect(words != field.field, "\(kind).\(field.field)")
                #expect(JournalWords.kind(kind, language) != kind)
            }
        }
    }

    @Test func `an entry has a page with all its changes, and an unknown one is not found`()
        async throws
    {
        let site = try await TestSite()
        let browser = try await site.signedIn()
        try await site.store.write { db in
            let changes = (0..<150).map { (number: Int) in
                Change("task", "T\(number)", after: ["text": "việc \(number)"])
            }
            try db.journal("agency-tasks.imported", by: nil, changes)
        }

        let list = try await site.get("/journal", browser).text
        let first = try await site.get("/journal/4", browser).text
        let rest = try await site.get("/journal/4?position=100", browser).text

        #expect(list.contains("Xem cả 150 thay đổi"))
        #expect(first.contains("việc 99<") && !first.contains("việc 100<"))
        #expect(rest.contains("việc 149<"))
        #expect(try await site.get("/journal/999", browser).status == .notFound)
    }

    @Test func `the signed heads are public, also when the workspace is not`() async throws {
        let site = try await TestSite(openToVisitors: false)
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        let key = try SigningKey.open(path)
        let day = try #require(Day("2021-10-15"))
        let signed = try await site.store.signJournalHead(with: key, on: day)

        let page = try await site.get("/public/journal")
        let file = try await site.get("/public/journal.json")

        #expect(page.status == .ok)
        #expect(page.text.contains("15/10/2021"))
        #expect(file.text.contains(key.publicKey))
        #expect(file.text.contains(signed.signature))
        #expect(!page.text.contains("workspace.changed"))
    }

    @Test func `a receipt that the page gives holds by itself`() async throws {
        let site = try await TestSite()
        let browser = try await site.signedIn()
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        let key = try SigningKey.open(path)
        _ = try await site.store.signJournalHead(with: key, on: try #require(Day("2021-10-15")))

        let file = try await site.get("/journal/2/receipt.json", browser)
        let (entry, _) = try JournalReceipt.check(
            Data(file.text.utf8), publicKey: key.publicKey)

        #expect(entry.seq == 2)
        #expect(try await site.get("/journal/2/receipt.json").status == .seeOther)
    }
}
