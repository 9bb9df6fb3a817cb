import Domain
import HTTPTypes
import HummingbirdTesting
import Sample
import Store
import Testing

@testable import Web

/// Ratings on their pages, over the sample.
@Suite struct RatingPageTests {
    @Test func `a visitor sees no rating, published or not`() async throws {
        let site = try await SampleSite.of2021.value.test
        #expect(try await site.get("/2021/ratings").status != .ok)
        #expect(try await site.get("/2021/ratings/1").status != .ok)
    }

    @Test func `a published rating shows class, decision and who signed`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/ratings/1", site.officer).text
        #expect(page.contains("2187/QĐ-UBND"))
        #expect(page.contains("Hoàn thành tốt nhiệm vụ"))
        #expect(page.contains("Tập thể cơ quan"))
        #expect(!page.contains("Chưa công bố"))
    }

    @Test func `a rating opens the working of its rules`() async throws {
        let site = try await SampleSite.of2021.value
        let found = try await site.test.store.read { db in
            try db.ratingRounds(of: 2021, for: .system).first.flatMap { round in
                try db.ratings(of: round, for: .system).first { $0.kind == .head }?.number
            }
        }
        let number = try #require(found)
        let page = try await site.test.get("/2021/ratings/1/\(number)", site.officer).text
        #expect(page.contains("Thời gian giữ chức vụ"))
        #expect(page.contains("Nhiệm vụ đến hạn hoàn thành đúng hạn"))
        #expect(
            !page.contains("<form method=\"post\" action=\"/2021/ratings/1/\(number)/decision\""))
    }

    @Test func `the working names the share of targets that the body keeps`() async throws {
        let site = try await SampleSite.of2021.value
        let number = try await site.test.store.read { db in
            let round = try #require(try db.ratingRound(numbered: 1, for: .system))
            return try #require(
                try db.ratings(of: round, for: .system).first { $0.kind == .head }?.number)
        }
        let page = try await site.test.get("/2021/ratings/1/\(number)", site.officer).text
        #expect(page.contains("Chỉ tiêu của tỉnh mà cơ quan đã đạt"))
    }

    @Test func `no class of the sample's half-year holds more than its limit`() async throws {
        let site = try await SampleSite.of2021.value.test
        let broken = try await site.store.read { db -> Int in
            let round = try #require(try db.ratingRounds(of: 2021, for: .system).first)
            let rules = try db.rules(of: round)
            let ratings = try db.ratings(of: round, for: .system)
            return RatedKind.allCases.reduce(0) { sum, kind in
                let decided = ratings.filter { $0.kind == kind }.compactMap { $0.decision?.level }
                return sum + rules.broken(by: decided).count
            }
        }
        #expect(broken == 0)
    }

    @Test func `rules are told in words, not as they are typed`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/rating-rules/1", site.officer).text
        #expect(page.contains("Chỉ số CCHC của cơ quan từ 80% trở lên"))
        #expect(!page.contains("index &gt;= 80"))
    }

    @Test func `rules that are not understood are shown again with line and remedy`() async throws {
        let site = try await SampleSite.of2021.value
        let answer = try await site.test.post(
            "/rating-rules",
            [
                "token": site.officer.token, "name": "Thử", "year": "2022",
                "rules": "Tốt: điểm cao\nKém:",
            ], site.officer)
        #expect(answer.status != .seeOther)
        #expect(answer.text.contains("Không hiểu điều kiện “điểm cao”"))
    }

    @Test func `commendations are a register with list and export`() async throws {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/2021/commendations").text
        #expect(page.contains("455/QĐ-UBND"))
    }
}
