import Domain
import Reading
import Testing

@testable import Sample

/// The plans' texts as the reader understands them, beside what a person decided.
@Suite struct SamplePlans {
    private func draft(_ edition: SampleYear.Edition) throws -> (SampleYear, DraftPlan) {
        let sample = try SampleYear.make(edition)
        return (sample, PlanReader.read(sample.planText))
    }

    @Test func `the head of the plan of 2021 is read whole`() throws {
        let head = try draft(.binhDinh2021).1.document
        #expect(head.symbol == "95/KH-UBND")
        #expect(head.issuer == "Ủy ban nhân dân tỉnh Bình Định")
        #expect(head.issuedOn == Story.day("31/12/2020"))
        #expect(head.year == 2021)
        #expect(head.title == "CẢI CÁCH HÀNH CHÍNH TỈNH BÌNH ĐỊNH NĂM 2021")
    }

    @Test func `the head of the plan of 2026 is read whole`() throws {
        let head = try draft(.giaLai2026).1.document
        #expect(head.symbol == "112/KH-UBND")
        #expect(head.issuer == "Ủy ban nhân dân tỉnh Gia Lai")
        #expect(head.issuedOn == Story.day("24/12/2025"))
        #expect(head.year == 2026)
    }

    @Test(arguments: SampleYear.Edition.allCases)
    func `the reader finds the targets that were decided on, and no other`(
        _ edition: SampleYear.Edition
    ) throws {
        let (sample, draft) = try draft(edition)
        #expect(draft.targets.map(\.clause) == sample.targets.map(\.code))
        #expect(draft.targets.allSatisfy { sample.decision(on: $0) != nil })
    }

    @Test(arguments: SampleYear.Edition.allCases)
    func `the reader proposes the measures that were chosen`(_ edition: SampleYear.Edition) throws {
        let (sample, draft) = try draft(edition)
        let chosen = sample.targets.map { $0.measure == .typed ? nil : $0.measure.rawValue }
        #expect(draft.targets.map(\.measure) == chosen)
    }

    @Test(arguments: SampleYear.Edition.allCases)
    func `the targets' values are those that are counted with`(_ edition: SampleYear.Edition) throws
    {
        let (sample, draft) = try draft(edition)
        let values = draft.targets.map { $0.value?.text(.vi) }
        let expected =
            sample.year == 2021
            ? ["100", "100", "30", "30", "100", "100", "100"]
            : ["100", "100", "30", "100", "100", "100", "80", "90"]
        #expect(values == expected)
        #expect(draft.targets.allSatisfy { $0.unit == "%" })
    }

    @Test(arguments: SampleYear.Edition.allCases)
    func `every row of the annex is read and decided on`(_ edition: SampleYear.Edition) throws {
        let (sample, draft) = try draft(edition)
        let rows = draft.tasks.filter { sample.decision(on: $0) != nil }
        #expect(rows.compactMap { sample.decision(on: $0)?.number } == sample.tasks.map(\.number))
        #expect(
            rows.allSatisfy {
                $0.lead != nil && $0.product != nil && $0.deadline != nil && $0.budget != nil
            })
    }

    @Test(arguments: SampleYear.Edition.allCases)
    func `a row's lead is the agency that the annex names`(_ edition: SampleYear.Edition) throws {
        let (sample, draft) = try draft(edition)
        let names = Dictionary(uniqueKeysWithValues: sample.agencies.map { ($0.code, $0.name) })
        for task in draft.tasks {
            guard let decision = sample.decision(on: task) else { continue }
            #expect(task.lead == names[decision.leadCode].flatMap { $0 })
        }
    }

    @Test(arguments: SampleYear.Edition.allCases)
    func `a row's last day is the one that the annex gives`(_ edition: SampleYear.Edition) throws {
        let (sample, draft) = try draft(edition)
        for task in draft.tasks {
            guard let decision = sample.decision(on: task), case .day(let day) = task.deadline
            else { continue }
            #expect(decision.dueOn == day, "row \(decision.number)")
        }
    }

    @Test(arguments: SampleYear.Edition.allCases)
    func `the reader asks only how the quota over two tiers is meant`(_ edition: SampleYear.Edition)
        throws
    {
        let queries = try draft(edition).1.queries.map(\.message.vi)
        #expect(queries.count == 1)
        #expect(queries.allSatisfy { $0.contains("tính gộp") })
    }
}
