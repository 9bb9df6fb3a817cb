import Domain
import HTTPTypes
import HummingbirdTesting
import Sample
import Testing

@testable import Web

/// The pages agree with each other about the sample's year.
@Suite struct FigureTests {
    @Test func `the overview's headline says the news`() async throws {
        let page = try await SampleSite.of2021.value.test.get("/2021").text
        #expect(
            page.contains(
                "Một chỉ tiêu không đạt, ba có nguy cơ không đạt, hai đúng tiến độ, một đang bảo đảm"
            ))
    }

    @Test func `a figure is the same on the overview, on its own page and in the plan's margin`()
        async throws
    {
        let site = try await SampleSite.of2021.value.test
        for (path, figure) in [
            ("/2021", "10/32"), ("/2021/targets/II.1.a.2-1", "10 ÷ 32"),
            ("/2021/plan", "10 cơ quan, cần 10"),
        ] {
            #expect(try await site.get(path).text.contains(figure), "\(path)")
        }
    }

    @Test func `the address asks for another day`() async throws {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/2021/targets/II.1.a.2-1?on=31/05/2021").text
        #expect(page.contains("đến 31/05/2021"))
        #expect(page.contains("131/TB-SNV"))
        #expect(!page.contains("211/TB-SNV"))
    }

    @Test func `a day that does not exist is refused with its remedy`() async throws {
        let answer = try await SampleSite.of2021.value.test.get("/2021?on=31/02/2021")
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("31/02/2021"))
    }

    @Test func `every row behind a figure can be taken away as a file`() async throws {
        let site = try await SampleSite.of2021.value.test
        let all = try await site.get("/2021/targets/II.1.a.2-1/rows.csv").text
        #expect(all.split(whereSeparator: \.isNewline).count == 33)
        let counted = try await site.get("/2021/targets/II.1.a.2-1/rows.csv?show=counted").text
        #expect(counted.split(whereSeparator: \.isNewline).count == 11)
    }

    @Test func `a list is filtered by its address and exported as shown`() async throws {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/2021/findings?state=overdue").text
        #expect(page.contains("href=\"/2021/findings.csv?state=overdue\""))
        let file = try await site.get("/2021/findings.csv?state=overdue&source=inspection").text
        #expect(file.split(whereSeparator: \.isNewline).count == 6)
    }
}
