import Domain
import Store
import Support
import Testing

/// Anybody asks for anything, in any order and by any way there is.
@Suite struct FindingWalkContract {
    @Test(arguments: TestEngine.available)
    func `no sequence of requests closes a superior's finding without proof and a foreign verifier`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            inspectionRows("BD-SNV|BD-540||2021-05-10|2021-05-12|2021-05-20|07/TB-SNV"))
        try await office.importing(findingRows("BD-540|1|Chưa niêm yết|2021-05-20|2021-06-30"))
        let (body, finder) = (try await office.agency("BD-540"), try await office.agency("BD-SNV"))
        let people = try await [
            office.person("Trần Văn Mẫu", .officer, in: body),
            office.person("Lê Thị Mẫu", .head, in: body),
            office.person("Vũ Văn Mẫu", .inspector, in: body),
            office.person("Bùi Văn Mẫu", .inspector, in: finder),
            office.person("Đỗ Thị Mẫu", .officer, in: finder),
        ]
        let ofBody = Set(people.prefix(3))
        var (closings, refusals) = (0, 0)
        for seed in Seeds.all.prefix(20) {
            var random = SeededGenerator(seed: seed)
            var evidence: [User.ID] = []
            // As the one before left it: closed, returned, referred or with evidence.
            for _ in 0..<25 {
                let person = people[Int.random(in: people.indices, using: &random)]
                let request = Request(&random)
                let before = try #require(try await office.read { try $0.finding(numbered: 1) })
                do {
                    try await office.store.write { try request.ask($0, of: before, by: person) }
                } catch {
                    refusals += 1
                    continue
                }
                let after = try #require(try await office.read { try $0.finding(numbered: 1) })
                if request.step.kind == .evidenced, after.state == .evidenced {
                    evidence.append(person)
                }
                #expect(after.source == .inspection, "seed \(seed)")
                #expect(after.body == body, "seed \(seed)")
                #expect((after.state == .closed) == (after.closedOn != nil), "seed \(seed)")
                guard before.closedOn == nil, after.closedOn != nil else { continue }
                closings += 1
                #expect(!after.evidence.isEmpty, "seed \(seed): closed without proof")
                #expect(!ofBody.contains(person), "seed \(seed): closed by the body")
                #expect(evidence.last != person, "seed \(seed): closed by who sent it")
            }
        }
        // A walk that closed nothing, or was never refused, would show nothing.
        #expect(closings > 0)
        #expect(refusals > closings)
    }

    /// One of the ways in which somebody may try to move a finding.
    private struct Request: Sendable {
        let way: Int
        let step: Finding.Step

        init(_ random: inout SeededGenerator) {
            let texts = ["", "Đã làm"]
            let documents = ["", "9/BC"]
            let kinds = Finding.Step.Kind.allCases
            way = Int.random(in: 0..<8, using: &random)
            step = Finding.Step(
                kinds[Int.random(in: kinds.indices, using: &random)],
                on: day("2021-05-20") + Int.random(in: 0...140, using: &random),
                text: texts[Int.random(in: 0...1, using: &random)],
                document: documents[Int.random(in: 0...1, using: &random)],
                dueOn: Int.random(in: 0...1, using: &random) == 0 ? nil : day("2021-09-01"))
        }

        func ask(_ db: WritableDatabase, of finding: Finding, by user: User.ID) throws {
            switch way {
            case 0:
                let (on, document) = (step.on, step.document)
                try db.correctFinding(
                    finding.with { ($0.closedOn, $0.evidence) = (on, document) }, by: user)
            case 1:
                // As if the body had found it itself, so that its own head might accept.
                try db.correctFinding(
                    finding.with { ($0.source, $0.inspection) = (.selfInspection, nil) }, by: user)
            case 2:
                _ = try db.importFindings(
                    findingRows(
                        "BD-540|1|Chưa niêm yết|2021-05-20|2021-06-30|\(step.on.text)|\(step.document)"
                    ), by: user)
            default:
                try db.takeStep(step, with: 1, by: user)
            }
        }
    }
}
