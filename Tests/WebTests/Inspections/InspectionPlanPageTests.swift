import Domain
import HTTPTypes
import HummingbirdTesting
import Sample
import Store
import Testing

@testable import Web

@Suite struct InspectionPlanPageTests {
    @Test func `the plan names bodies, weeks and inspectors, and who may issue it sees the form`()
        async throws
    {
        let sample = try await SampleSite.of2021.value
        let path = "/2021/inspections/plan?by=BD-SNV"
        let visitor = try await sample.test.get(path)
        #expect(visitor.status == .ok)
        #expect(!visitor.text.contains("name=\"issued_on\""))
        let office = try await sample.test.get(path, sample.officer)
        #expect(office.text.contains("name=\"issued_on\""))
        #expect(office.text.contains("/2021/inspections/plan.docx?by=BD-SNV"))
    }

    @Test func `the draft of the plan is a Word file`() async throws {
        let sample = try await SampleSite.of2021.value
        let file = try await sample.test.get(
            "/2021/inspections/plan.docx?by=BD-SNV", sample.officer)
        #expect(file.status == .ok)
        #expect(file.headers[.contentDisposition]?.contains("ke-hoach-kiem-tra-2021.docx") == true)
    }

    @Test func `the reasons for a pick show the index with a link to the assessment`() async throws
    {
        let sample = try await SampleSite.of2021.value
        let page = try await sample.test.get(
            "/2021/inspections/picks?by=BD-SNV", sample.officer)
        #expect(page.text.contains("href=\"/2020/index/departments/"))
        #expect(page.text.contains("<span class=\"soft\">năm 2020</span>"))
    }
}
