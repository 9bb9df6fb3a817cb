import Domain
import Hummingbird
import HummingbirdTesting
import Reading
import Sample
import Store
import Support
import Testing

@testable import Web

@Suite struct CoordinationPageTests {
    @Test(arguments: [
        "Đất đai", "Lao động, thương binh và xã hội", "Hai quy chế cho một thủ tục",
        "hai quy chế cho một thủ tục", "Ghi chưa có, nhưng đã có quy chế",
    ])
    func `the list counts by field and points out what does not fit`(_ words: String) async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/coordination")
        #expect(page.status == .ok)
        #expect(page.text.contains(words))
    }

    @Test func `a regulation is drawn as lanes and says the same as a list`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/coordination-regulations/1").text
        #expect(page.contains("<svg class=\"lanes\""))
        #expect(page.contains("Xác định nghĩa vụ tài chính"))
        #expect(page.contains("khi thửa đất có tranh chấp"))
        #expect(page.contains("vượt 1,5 ngày"))
        #expect(page.contains("phải rà soát lại từ 01/07/2021"))
    }

    @Test func `a procedure names the two regulations on it, and its task`() async throws {
        let site = try await SampleSite.of2021.value
        let two = try await site.test.get("/2021/coordination/5").text
        #expect(two.contains("02 quy chế cùng có hiệu lực"))
        let owed = try await site.test.get("/2021/coordination/2").text
        #expect(owed.contains("/2021/tasks/"))
    }

    @Test func `what is in the plan's annex is tied to it and not made twice`() async throws {
        let site = try await SampleSite.of2021.value
        let (tied, tasks) = try await site.test.store.read { db in
            let plan = try #require(try db.currentPlan(of: 2021))
            return (try db.coordinationTasks(), try db.tasks(of: plan.id))
        }
        let words = tasks.filter { $0.text.contains("quy chế phối hợp") && $0.lead != nil }
        let codes = Set(words.compactMap(\.code))
        #expect(tied.filter { codes.contains($0.code) }.count >= 2)
    }

    @Test func `the standing office makes a need a task`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let typed = [
            "token": site.officer.token, "code": "1.1", "name": "Thủ tục thử", "field": "other",
            "body_code": "BD-STP", "need": "issue", "need_of": "process", "doer_code": "BD-STP",
            "due_on": "01/12/2021", "listed_on": "01/10/2021",
        ]
        let added = try await site.test.post("/2021/coordination", typed, site.officer)
        #expect(added.status == .seeOther)
        let wrong = try await site.test.post(
            "/2021/coordination/10/task", ["token": site.officer.token, "task": "999"],
            site.officer)
        #expect(wrong.text.contains("không có nhiệm vụ"))
        let made = try await site.test.post(
            "/2021/coordination/10/task", ["token": site.officer.token], site.officer)
        #expect(made.status == .seeOther)
        #expect(
            try await site.test.get("/2021/coordination/10", site.officer).text.contains(
                "/2021/tasks/"))
    }

    @Test(arguments: ["coordination", "coordination-regulations"])
    func `a list goes out and comes back unchanged`(_ key: String) async throws {
        let site = try await SampleSite.of2021.value
        let kind = try #require(RecordKind.all.first { $0.key == key })
        let file = try await site.test.get("/2021/\(key).csv", site.officer)
        #expect(file.status == .ok)
        let table = try CSVFile.read(file.text, name: "a.csv")
        let summary = try await site.test.store.read { try kind.dryRun($0, table) }
        #expect((summary.new, summary.changed) == (0, 0))
        #expect(summary.problems.isEmpty)
        #expect(summary.unchanged == table.rows.count)
    }
}
