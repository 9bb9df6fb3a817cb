import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Sample
import Store
import Testing

@testable import Web

@Suite struct PeoplePageTests {
    @Test func `the page of an agency's people says who headed it on the day asked`() async throws {
        let site = try await SampleSite.of2021.value
        let today = try await site.test.get("/agencies/BD-SNV/people", site.officer).text
        #expect(today.contains("Phạm Minh Hoạ"))
        #expect(today.contains("Người đứng đầu ngày 15/10/2021: Trần Minh Hoạ"))
        let before = try await site.test.get(
            "/agencies/BD-SNV/people?on=31/05/2021", site.officer
        ).text
        #expect(before.contains("Cao Minh Hoạ"))
    }

    @Test func `a target names who answered for it on the day`() async throws {
        let site = try await SampleSite.of2021.value
        let path = "/2021/targets/II.1.a.2-4"
        #expect(try await site.test.get(path + "?on=31/05/2021").text.contains("Cao Minh Hoạ"))
        #expect(try await site.test.get(path + "?on=01/06/2021").text.contains("Phạm Minh Hoạ"))
    }

    @Test func `a person's page lists what they answer for, for who may know`() async throws {
        let site = try await SampleSite.of2021.value
        let number = try await number(of: "Trần Minh Hoạ", site)
        let seen = try await site.test.get("/people/\(number)", site.officer).text
        #expect(seen.contains("Giám đốc Sở Nội vụ"))
        #expect(seen.contains("Ban hành Kế hoạch CCHC"))
        let visitor = try await site.test.get("/people/\(number)").text
        #expect(visitor.contains("Giám đốc Sở Nội vụ"))
        #expect(!visitor.contains("Ban hành Kế hoạch CCHC"))
    }

    @Test func `nobody is told of a person whose posts they may not see`() async throws {
        let site = try await SampleSite.of2021.value
        let number = try await number(of: "Phạm Minh Hoạ", site)
        #expect(try await site.test.get("/people/\(number)").status == .notFound)
    }

    @Test func `the list of people is taken back as it was given out`() async throws {
        let site = try await SampleSite.of2021.value
        let file = try await site.test.get("/people.csv", site.officer).text
        let answer = try await site.test.post(
            "/people/import", ["token": site.officer.token, "table": file], site.officer)
        #expect(answer.text.contains("Tệp này không thay đổi gì"))
    }

    @Test func `a post is given in a form, and its problems stand beside their fields`()
        async throws
    {
        let site = try await TestSite()
        let officer = try await site.withBodies()
        var form = [
            "token": officer.token, "name": "Nguyễn Văn An", "role": "head", "agency_code": "T-1",
            "title": "Chủ tịch", "from_on": "31/02/2021",
        ]
        let refused = try await site.post("/posts", form, officer)
        #expect(refused.status == .badRequest)
        #expect(refused.text.contains("31/02/2021"))
        #expect(refused.text.contains("value=\"Nguyễn Văn An\""))
        form["from_on"] = "01/02/2021"
        #expect(try await site.post("/posts", form, officer).status == .seeOther)
        #expect(
            try await site.get("/agencies/T-1/people", officer).text.contains("Nguyễn Văn An"))
    }

    @Test func `a post is handed over on one page, by one click`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let leaver = try await number(of: "Trần Minh Hoạ", site)
        let successor = try await number(of: "Lê Thị Minh Hoạ", site)
        let post = try await site.test.store.read { db in
            try db.person(numbered: leaver).flatMap { try db.posts(of: $0.id, for: .system).first }
        }
        let number = try #require(post?.number)
        let page = try await site.test.get("/posts/\(number)/hand-over", site.officer).text
        #expect(page.contains("Ban hành Kế hoạch CCHC"))
        let records = page.components(separatedBy: "name=\"record\" value=\"").dropFirst()
            .map { String($0.prefix { $0 != "\"" }) }
        #expect(records.count == 2)
        let answer = try await site.test.post(
            "/posts/\(number)/hand-over",
            [
                "token": site.officer.token, "version": "1", "successor": "\(successor)",
                "day": "15/10/2021", "succession": "acting", "record": records[0],
                "basis": "1/QĐ",
            ], site.officer)
        #expect(answer.status == .seeOther)
        let after = try await site.test.get("/agencies/BD-SNV/people", site.officer).text
        #expect(after.contains("Quyền Giám đốc Sở Nội vụ"))
    }

    @Test func `who answers is said for all an agency owes in one form`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let page = try await site.test.get("/agencies/BD-SNV/duties", site.officer).text
        let name = try #require(
            page.components(separatedBy: "name=\"was.who.target.").dropFirst().first?
                .prefix { $0 != "\"" })
        let successor = try await number(of: "Lê Thị Minh Hoạ", site)
        let stale = try await site.test.post(
            "/agencies/BD-SNV/duties",
            [
                "token": site.officer.token, "day": "15/10/2021",
                "who.target.\(name)": "\(successor)", "was.who.target.\(name)": "",
            ], site.officer)
        #expect(stale.status == .conflict)
        #expect(stale.text.contains("đã được thay đổi"))
    }

    private func number(of name: String, _ site: SampleSite) async throws -> Int {
        let found = try await site.test.store.read { db -> Int? in
            let posts = try db.posts(on: Day(number: 18_915), for: .system)  // 15/10/2021
            let names = try db.userNames(Set(posts.map(\.person)))
            let office = try db.agencies(coded: "BD-SNV").last?.agency
            let person = posts.first { names[$0.person] == name && $0.agency == office }?.person
            return try person.flatMap { try db.personNumbers(of: [$0])[$0] }
        }
        return try #require(found, "nobody is called \(name)")
    }
}
