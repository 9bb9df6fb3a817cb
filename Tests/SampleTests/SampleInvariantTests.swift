import Domain
import Testing

@testable import Sample

/// What must agree in any year of the sample, at any scale.
@Suite struct SampleInvariants {
    struct Case: Hashable, CustomTestStringConvertible {
        let edition: SampleYear.Edition
        let scale: Int

        var testDescription: String { "\(edition) × \(scale)" }
    }

    static let cases = SampleYear.Edition.allCases.flatMap { edition in
        [1, 10].map { Case(edition: edition, scale: $0) }
    }

    /// Each made once; a year that cannot be made is missing here.
    private static let made = Dictionary(
        uniqueKeysWithValues: cases.map { ($0, try? SampleYear.make($0.edition, scale: $0.scale)) })

    private func sample(_ one: Case) throws -> SampleYear {
        try #require(Self.made[one] ?? nil)
    }

    @Test(arguments: cases)
    func `every code names a body of the year`(_ one: Case) throws {
        let sample = try sample(one)
        let codes = Set(sample.agencies.compactMap(\.code))
        let used =
            sample.agencyPlans.map(\.row.agencyCode) + sample.agencyTasks.map(\.row.agencyCode)
            + sample.inspections.flatMap { [$0.row.inspectorCode, $0.row.bodyCode] }
            + sample.selfInspections.map(\.row.bodyCode) + sample.findings.map(\.row.bodyCode)
            + sample.legalDocuments.map(\.row.issuerCode)
            + sample.targets.map { $0.leadCode as String? }
            + sample.tasks.map { $0.leadCode as String? }
        #expect(used.filter { code in code.map { !codes.contains($0) } ?? true } == [])
    }

    @Test(arguments: cases)
    func `nothing was entered after today or before it happened`(_ one: Case) throws {
        let sample = try sample(one)
        let entries =
            sample.agencyPlans.map { ([$0.row.issuedOn], $0.recordedOn) }
            + sample.agencyTasks.map { ([$0.row.doneOn], $0.recordedOn) }
            + sample.inspections.map {
                ([$0.row.heldOn, $0.row.concludedOn, $0.row.cancelledOn], $0.recordedOn)
            } + sample.selfInspections.map { ([$0.row.heldOn], $0.recordedOn) }
            + sample.findings.map { ([$0.row.foundOn, $0.row.closedOn], $0.recordedOn) }
            + sample.legalDocuments.map { ([$0.row.signedOn, $0.row.judgedOn], $0.recordedOn) }
            + sample.figures.map { ([$0.day], $0.recordedOn) }
        for (days, entered) in entries {
            #expect(entered <= sample.today)
            #expect(days.compactMap { $0 }.allSatisfy { $0 <= entered })
        }
    }

    @Test(arguments: cases)
    func `lists are in the order of entry`(_ one: Case) throws {
        let sample = try sample(one)
        for days in [
            sample.agencyPlans.map(\.recordedOn), sample.agencyTasks.map(\.recordedOn),
            sample.inspections.map(\.recordedOn), sample.selfInspections.map(\.recordedOn),
            sample.findings.map(\.recordedOn), sample.legalDocuments.map(\.recordedOn),
        ] {
            #expect(days == days.sorted())
        }
    }

    @Test(arguments: cases)
    func `no task is done before its plan was issued`(_ one: Case) throws {
        let sample = try sample(one)
        let issued = Dictionary(
            uniqueKeysWithValues: sample.agencyPlans.map { ($0.row.agencyCode, $0.row.issuedOn) })
        for line in sample.agencyTasks {
            let plan = try #require(issued[line.row.agencyCode].flatMap { $0 })
            #expect(try #require(line.row.dueOn) > plan)
            if let done = line.row.doneOn { #expect(done > plan) }
        }
    }

    @Test(arguments: cases)
    func `agencies with a plan have five to eight numbered tasks`(_ one: Case) throws {
        let sample = try sample(one)
        let numbers = Dictionary(grouping: sample.agencyTasks, by: \.row.agencyCode)
            .mapValues { $0.compactMap(\.row.number).sorted() }
        #expect(numbers.count == sample.agencyPlans.count)
        #expect(
            numbers.values.allSatisfy { (5...8).contains($0.count) && $0 == Array(1...$0.count) })
    }

    @Test(arguments: cases)
    func `the self-inspection's task is done on the day of the self-inspection`(_ one: Case) throws
    {
        let sample = try sample(one)
        let held = Dictionary(
            uniqueKeysWithValues: sample.selfInspections.map { ($0.row.bodyCode, $0.row.heldOn) })
        for line in sample.agencyTasks where line.row.text?.hasPrefix("Tự kiểm tra") == true {
            #expect(line.row.doneOn == held[line.row.agencyCode].flatMap { $0 })
        }
    }

    @Test(arguments: cases)
    func `a district inspects only its own communes`(_ one: Case) throws {
        let sample = try sample(one)
        let byCode = Dictionary(uniqueKeysWithValues: sample.agencies.map { ($0.code, $0) })
        for line in sample.inspections where byCode[line.row.inspectorCode]?.level == .district {
            #expect(byCode[line.row.bodyCode]?.parentCode == line.row.inspectorCode)
        }
    }

    @Test(arguments: cases)
    func `every inspection is sound and concluded after it was held`(_ one: Case) throws {
        for line in try sample(one).inspections {
            let inspection = Inspection(
                id: Inspection.ID("1"), number: 1, inspector: Agency.ID("2"), body: Agency.ID("3"),
                kind: try #require(line.row.kind), plannedOn: line.row.plannedOn,
                heldOn: line.row.heldOn,
                concludedOn: line.row.concludedOn,
                conclusionSymbol: line.row.conclusionSymbol ?? "",
                cancelledOn: line.row.cancelledOn)
            #expect(inspection.problems.isEmpty)
            #expect(line.row.conclusionSymbol == nil || line.row.concludedOn != nil)
        }
    }

    @Test(arguments: cases)
    func `an inspector never uses the number of a conclusion notice twice`(_ one: Case) throws {
        let symbols = try sample(one).inspections.compactMap { line in
            line.row.conclusionSymbol.map { "\(line.row.inspectorCode ?? "") \($0)" }
        }
        #expect(Set(symbols).count == symbols.count)
    }

    @Test(arguments: cases)
    func `no two inspections have inspector, body and day in common`(_ one: Case) throws {
        let keys = try sample(one).inspections.map { line in
            "\(line.row.inspectorCode ?? "") \(line.row.bodyCode ?? "") \((line.row.plannedOn ?? line.row.heldOn)?.text ?? "")"
        }
        #expect(Set(keys).count == keys.count)
    }

    @Test(arguments: cases)
    func `a finding is its inspection's, on the day of the conclusion`(_ one: Case) throws {
        let sample = try sample(one)
        for line in sample.findings {
            let inspection = sample.inspections[try #require(line.row.inspectionNumber) - 1]
            #expect(line.row.bodyCode == inspection.row.bodyCode)
            #expect(line.row.foundOn == inspection.row.concludedOn)
            #expect(line.recordedOn >= inspection.row.concludedOn ?? sample.today)
        }
    }

    @Test(arguments: cases)
    func `no body without a plan is inspected without a word about it`(_ one: Case) throws {
        let sample = try sample(one)
        let missing = Story.of(one.edition).plans.missing
        #expect(sample.findings.allSatisfy { !missing.contains($0.row.bodyCode ?? "") })
    }

    @Test(arguments: cases)
    func `every finding is sound`(_ one: Case) throws {
        for line in try sample(one).findings {
            let finding = Finding(
                id: Finding.ID("1"), number: 1, inspection: nil, body: Agency.ID("2"),
                text: line.row.text ?? "", foundOn: try #require(line.row.foundOn),
                dueOn: try #require(line.row.dueOn), closedOn: line.row.closedOn,
                evidence: line.row.evidence ?? "")
            #expect(finding.problems.isEmpty)
            #expect(finding.dueOn > finding.foundOn)
            #expect(finding.closedOn.map { $0 > finding.foundOn } ?? true)
        }
    }

    @Test(arguments: cases)
    func `no body has one finding twice on a day`(_ one: Case) throws {
        let keys = try sample(one).findings.map {
            "\($0.row.bodyCode ?? "") \($0.row.foundOn?.text ?? "") \($0.row.text ?? "")"
        }
        #expect(Set(keys).count == keys.count)
    }

    @Test(arguments: cases)
    func `no issuer uses a document's symbol twice and none is judged before it is signed`(
        _ one: Case
    ) throws {
        let sample = try sample(one)
        let keys = sample.legalDocuments.map { "\($0.row.issuerCode ?? "") \($0.row.symbol ?? "")" }
        #expect(Set(keys).count == keys.count)
        for line in sample.legalDocuments {
            let signed = try #require(line.row.signedOn)
            #expect(sample.period.contains(signed))
            #expect(line.row.judgedOn.map { $0 > signed } ?? true)
        }
    }

    @Test(arguments: SampleYear.Edition.allCases)
    func `offices work on working days only`(_ edition: SampleYear.Edition) throws {
        let sample = try SampleYear.make(edition)
        let calendar = Story.of(edition).calendar
        let days =
            sample.agencyPlans.map(\.row.issuedOn) + sample.agencyTasks.map(\.row.doneOn)
            + sample.inspections.flatMap { [$0.row.plannedOn, $0.row.heldOn, $0.row.concludedOn] }
            + sample.selfInspections.flatMap { [$0.row.plannedOn, $0.row.heldOn] }
            + sample.findings.map(\.row.closedOn) + sample.tasks.map(\.doneOn)
            + sample.legalDocuments.flatMap { [$0.row.signedOn, $0.row.judgedOn] }
        #expect(days.compactMap { $0 }.filter { !calendar.isWorking($0) }.map(\.vi) == [])
    }

    @Test(arguments: SampleYear.Edition.allCases)
    func `ten times the records leave every figure of the plan as it is`(
        _ edition: SampleYear.Edition
    ) throws {
        let once = SampleFacts(try SampleYear.make(edition))
        let tenfold = SampleFacts(try SampleYear.make(edition, scale: 10))
        #expect(tenfold.sample.inspections.count == once.sample.inspections.count * 10)
        #expect(tenfold.sample.findings.count == once.sample.findings.count * 10)
        #expect(tenfold.sample.legalDocuments.count == once.sample.legalDocuments.count * 10)
        for target in once.sample.targets {
            let (one, ten) = (once.standing(target), tenfold.standing(target))
            #expect(one.verdict == ten.verdict, "\(target.code)")
            #expect(one.value == ten.value, "\(target.code)")
        }
    }
}
