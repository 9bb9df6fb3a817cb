import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Reading
import Sample
import Store
import Testing

@testable import Web

/// Boards, maps and assessments over the sample; those that write have a site of their own.
@Suite struct ScoringPageTests {
    @Test func `a visitor reads the published board with ranks, classes and both parts`()
        async throws
    {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/2020/index/departments").text
        #expect(page.contains("14/QĐ-UBND (minh họa)"))
        #expect(page.contains("/2020/index/departments/BD-SNV"))
        #expect(page.contains("không so sánh được (chưa có kết quả năm trước)"))
    }

    @Test func `a visitor learns nothing of a board that is not published`() async throws {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/2021/index/departments").text
        #expect(page.contains("kết quả chưa công bố"))
        #expect(!page.contains("/2021/index/departments/BD-SNV"))
        #expect(!page.contains("Bình quân khối"))
        #expect(try await site.get("/2021/index/departments/BD-SNV").status == .notFound)
        #expect(try await site.get("/2021/index/departments/map").status != .ok)
    }

    @Test func `figures that are not final say so`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/index/departments", site.officer).text
        #expect(page.contains("chưa phải kết quả cuối cùng"))
    }

    @Test func `the map of a published round has a cell for every criterion and is small`()
        async throws
    {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/2020/index/districts/map").text
        #expect(page.contains("<table class=\"heat\">"))
        #expect(page.utf8.count < 1_000_000)
    }

    @Test func `an assessment opens each rule with the numbers put in`() async throws {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/2020/index/departments/BD-SNV").text
        #expect(page.contains("x = "))
        #expect(page.contains("≥95%: 3; 70%-&lt;95%: x/95% × 3"))
        #expect(page.contains("Thẩm định lần 2"))
    }

    @Test func `points to win recomputes what a reader supposes`() async throws {
        let site = try await SampleSite.of2021.value
        let path = "/2021/index/departments/BD-SNV/points"
        let page = try await site.test.get(path, site.officer).text
        #expect(page.contains("Điểm đã mất"))
        let field = try #require(page.firstMatch(of: /name="(v\d+)" value=""/)?.1)
        let supposed = try await site.test.get("\(path)?\(field)=100", site.officer).text
        #expect(supposed.contains("Nếu là"))
    }

    @Test func `points to win name the findings and tasks behind what is lost`() async throws {
        let site = try await SampleSite.of2021.value
        let found = try await site.test.store.read { db -> (String, [OwedRecord])? in
            let round = try #require(try db.scoringRound(of: 2021, block: .departments))
            let set = try #require(try db.criteriaSet(round.set))
            let measures = set.criteria.compactMap { criterion -> ScoringMeasure? in
                if case .measure(let measure)? = criterion.input { measure } else { nil }
            }
            guard measures.contains(.findingsRemedied) else { return nil }
            let today = try #require(Day("2021-10-15"))
            let tree = try db.agencyTree(on: today)
            for file in try db.assessments(of: round, for: .system) {
                let agency = file.assessment.agency
                let work = try db.openWork(
                    of: agency, year: 2021, on: today, cutOff: round.terms.cutOff)
                if !work.findings.isEmpty, let body = tree.body(agency) {
                    return (body.code, work.findings)
                }
            }
            return nil
        }
        let (code, findings) = try #require(found)
        let page = try await site.test.get("/2021/index/departments/\(code)/points", site.officer)
        for finding in findings.prefix(3) {
            #expect(page.text.contains("href=\"/2021/findings/\(finding.code)\""))
        }
    }

    @Test func `a set goes out as YAML and comes back the same`() async throws {
        let site = try await SampleSite.of2021.value.test
        let yaml = try await site.get("/criteria/1/set.yaml").text
        let read = try CriteriaYAML.read(.init(yaml.utf8), name: "1.yaml")
        let set = try #require(try await site.store.read { try $0.criteriaSet(numbered: 1) })
        #expect(read.problems == [])
        #expect(read.criteria == set.criteria)
        #expect(read.details == set.details)
    }

    @Test func `a set goes out as its decision and comes back with the same rules`() async throws {
        let site = try await SampleSite.of2021.value
        let set = try #require(try await site.test.store.read { try $0.criteriaSet(numbered: 1) })
        let file = try await site.test.get("/criteria/1/table.docx", site.officer)
        let read = ReadCriteria(
            CriteriaColumns.all.read(
                try CriteriaWord.table(Data(file.body.readableBytesView), name: "qd.docx"),
                blank: CriterionRow()),
            details: set.details, notes: set.notes)
        #expect(read.problems == [])
        #expect(read.criteria.map(\.code) == set.criteria.map(\.code))
        #expect(read.criteria.map(\.title) == set.criteria.map(\.title))
        #expect(read.criteria.map(\.maximum) == set.criteria.map(\.maximum))
        #expect(read.criteria.map(\.nature) == set.criteria.map(\.nature))
        #expect(read.criteria.map(\.rule) == set.criteria.map(\.rule))
        // A document doesn't say whether a figure is a whole number.
        let kinds = set.criteria.map { $0.input?.kind == .number ? .count : $0.input?.kind }
        #expect(read.criteria.map { $0.input?.kind } == kinds)
    }

    @Test func `two editions are compared line by line`() async throws {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/criteria/4?with=1").text
        #expect(page.contains("sửa câu chữ, nguồn số liệu"))
        #expect(!page.contains("cách chấm khác"))
    }

    @Test func `an officer scores the agency, hands in, and finds the points on the page`()
        async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let path = "/2021/index/departments/BD-SYT"
        let store = site.test.store
        let (position, version) = try await store.read { db in
            let round = try #require(try db.scoringRound(of: 2021, block: .departments))
            let set = try #require(try db.criteriaSet(round.set))
            let agency = try #require(
                try db.agencies(coded: "BD-SYT", on: round.terms.cutOff).first)
            let file = try #require(try db.assessment(of: agency.agency, in: round, for: .system))
            return (try #require(set.position(of: "1.3.2")), file.assessment.version)
        }
        let answer = try await site.test.post(
            "\(path)/self-score",
            [
                "token": site.officer.token, "version": "\(version)", "area": "0",
                "value-\(position)": "1",
                "note-\(position)": "Báo cáo số 99/BC-SYT",
            ], site.officer)
        #expect(answer.status == .seeOther)
        let page = try await site.test.get(path, site.officer).text
        #expect(page.contains("Báo cáo số 99/BC-SYT"))
        #expect(page.contains("chậm một lần: 0,5 → 0,5 điểm"))
    }

    @Test func `a figure that is none is shown again with its place and remedy`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let path = "/2021/index/departments/BD-SYT"
        let position = try await site.test.store.read { db in
            let round = try #require(try db.scoringRound(of: 2021, block: .departments))
            return try #require(try db.criteriaSet(round.set)?.position(of: "1.3.1"))
        }
        let answer = try await site.test.post(
            "\(path)/self-score",
            ["token": site.officer.token, "version": "1", "area": "0", "value-\(position)": "1,5"],
            site.officer)
        #expect(answer.status != .seeOther)
        #expect(answer.text.contains("Tiêu chí 1.3.1: “1,5”"))
    }
}
