import Domain
import Testing

/// A finding moves by steps alone, and closes only on proof and by the right hands.
@Suite struct FindingStateTests {
    private let outside = Finding.Standpoint(isOfBody: false)
    private let body = Finding.Standpoint(isOfBody: true)
    private let head = Finding.Standpoint(isOfBody: true, headsBody: true)

    @Test func `a notice gives the usual fifteen days`() throws {
        let told = try finding().taking(
            .init(.notified, on: day("2021-05-20"), document: "12/TB"), by: outside,
            ground(on: "2021-05-20"))
        #expect(told.state == .notified)
        #expect(told.dueOn == day("2021-06-04"))
    }

    @Test func `working days leave out the weekends`() {
        let rules = InspectionRules(remedyDays: 15, remedyCounting: .working)
        #expect(
            rules.due(after: day("2021-05-20"), WorkingCalendar()) == day("2021-06-10"))
    }

    @Test func `what a superior found closes with evidence and a verifier outside the body`() throws
    {
        let closed = try evidenced().taking(
            .init(.accepted, on: day("2021-06-01")), by: outside, ground())
        #expect(closed.state == .closed)
        #expect(closed.closedOn == day("2021-06-01"))
    }

    @Test func `nobody of the body accepts what a superior found, not even its head`() throws {
        for standpoint in [body, head] {
            #expect(throws: FindingError.verifierOfBody) {
                try evidenced().taking(
                    .init(.accepted, on: day("2021-06-01")), by: standpoint, ground())
            }
        }
    }

    @Test func `what a check of a document found is judged from below, not by the body`() {
        let below = Finding.Standpoint(isOfBody: true, isInBody: false)
        let found = finding(.documentCheck)
        #expect(!found.bars(below))
        #expect(found.bars(body))
        #expect(finding(.inspection).bars(below))
    }

    @Test func `whoever sent the evidence does not judge it`() throws {
        let sender = Finding.Standpoint(isOfBody: false, sentEvidence: true)
        #expect(throws: FindingError.sameHands) {
            try evidenced().taking(.init(.accepted, on: day("2021-06-01")), by: sender, ground())
        }
    }

    @Test func `what the body found itself is accepted by its own head`() throws {
        let own = try finding(.selfInspection).taking(
            .init(.evidenced, on: day("2021-05-25"), document: "9/BC"), by: body, ground())
        #expect(throws: FindingError.headNeeded) {
            try own.taking(.init(.accepted, on: day("2021-06-01")), by: outside, ground())
        }
        #expect(
            try own.taking(.init(.accepted, on: day("2021-06-01")), by: head, ground()).closedOn
                == day("2021-06-01"))
    }

    @Test func `evidence is a document or a file`() throws {
        let told = try notified()
        let step = Finding.Step(.evidenced, on: day("2021-05-25"), text: "Đã làm")
        #expect(throws: InvalidInput.self) { try told.taking(step, by: body, ground()) }
        #expect(try told.taking(step, by: body, ground(hasFiles: true)).state == .evidenced)
    }

    @Test func `what is returned says why, and may have a new last day`() throws {
        let step = Finding.Step(.returned, on: day("2021-06-01"), dueOn: day("2021-06-20"))
        #expect(throws: InvalidInput.self) { try evidenced().taking(step, by: outside, ground()) }
        let back = try evidenced().taking(
            .init(.returned, on: day("2021-06-01"), text: "Thiếu ảnh", dueOn: day("2021-06-20")),
            by: outside, ground())
        #expect((back.state, back.dueOn) == (.returned, day("2021-06-20")))
    }

    @Test func `a finding referred upward is still open and still due`() throws {
        let referred = try notified().taking(
            .init(.referred, on: day("2021-05-25"), text: "Cần kinh phí của tỉnh"), by: body,
            ground())
        #expect(referred.closedOn == nil)
        #expect(referred.isOverdue(on: day("2021-07-01")))
    }

    @Test func `a step does not come before the one before it or after today`() throws {
        for on in ["2021-05-19", "2021-12-01"] {
            #expect(throws: InvalidInput.self) {
                try notified().taking(
                    .init(.planned, on: day(on), text: "Làm"), by: body, ground())
            }
        }
    }

    @Test func `a re-check that fails opens it again`() throws {
        let closed = try evidenced().taking(
            .init(.accepted, on: day("2021-06-01"), recheckOn: day("2021-09-01")), by: outside,
            ground())
        #expect(closed.possibleSteps == [.checked, .reopened])
        let open = try closed.taking(
            .init(.reopened, on: day("2021-09-01"), text: "Tái diễn"), by: outside, ground())
        #expect((open.closedOn, open.state) == (nil, .returned))
    }

    @Test func `one own finding in ten is checked from above, and at least one`() {
        let rules = InspectionRules.usual
        for closures in [1, 9, 10, 11, 95] {
            var sampled = 0
            for closed in 0..<closures where rules.samplesNext(closed: closed, sampled: sampled) {
                sampled += 1
            }
            #expect(sampled == rules.ownSample.quota(of: closures), "\(closures)")
        }
    }

    /// Anybody asks for anything in any order: a superior's finding closes only after evidence was
    /// given, and by somebody outside the body who did not give it.
    @Test
    func
        `no sequence of requests closes a superior's finding without proof and a foreign verifier`()
    {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let sources = Finding.Source.allCases.filter { $0 != .selfInspection }
            var finding = finding(pick(from: &random, sources))
            var (evidence, sender): (Bool, Int?) = (false, nil)
            var last: Day?
            for _ in 0..<40 {
                // 0 and 1 work in the body (1 heads it), 2 and 3 do not.
                let person = Int.random(in: 0...3, using: &random)
                let standpoint = Finding.Standpoint(
                    isOfBody: person < 2, headsBody: person == 1, sentEvidence: sender == person)
                let hasFiles = Int.random(in: 0...9, using: &random) == 0
                let step = Finding.Step(
                    pick(from: &random, Finding.Step.Kind.allCases),
                    on: day("2021-05-10") + Int.random(in: 0...90, using: &random),
                    text: pick(from: &random, ["", "Đã làm"]),
                    document: pick(from: &random, ["", "9/BC"]),
                    dueOn: pick(from: &random, [nil, day("2021-08-01")]))
                let before = finding
                guard
                    let after = try? finding.taking(
                        step, by: standpoint,
                        Finding.Ground(
                            today: day("2021-10-15"), usualDue: step.on + 15, lastStepOn: last,
                            hasFiles: hasFiles))
                else { continue }
                finding = after
                last = step.on
                if step.kind == .evidenced || step.kind == .referred { sender = person }
                if step.kind == .evidenced { evidence = true }
                if before.closedOn == nil, after.closedOn != nil {
                    #expect(
                        evidence || !step.document.isEmpty || hasFiles, "seed \(seed): no evidence")
                    #expect(person >= 2, "seed \(seed): closed by the body")
                    #expect(sender != person, "seed \(seed): closed by who sent it")
                }
                #expect((after.state == .closed) == (after.closedOn != nil), "seed \(seed)")
            }
        }
    }

    private func pick<Value>(from random: inout SeededGenerator, _ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private func finding(_ source: Finding.Source = .inspection) -> Finding {
        Finding(
            id: Finding.ID("1"), number: 1, inspection: nil, finder: Agency.ID("BD"),
            body: Agency.ID("BD-540"), source: source, text: "Chưa niêm yết thủ tục",
            foundOn: day("2021-05-20"), dueOn: day("2021-06-20"))
    }

    private func notified() throws -> Finding {
        try finding().taking(
            .init(.notified, on: day("2021-05-20"), document: "12/TB"), by: outside, ground())
    }

    private func evidenced() throws -> Finding {
        try notified().taking(
            .init(.evidenced, on: day("2021-05-25"), document: "9/BC"), by: body, ground())
    }

    private func ground(on notice: String = "2021-05-20", hasFiles: Bool = false) -> Finding.Ground
    {
        Finding.Ground(
            today: day("2021-10-15"),
            usualDue: InspectionRules.usual.due(after: day(notice), WorkingCalendar()),
            hasFiles: hasFiles)
    }
}

@Suite struct FindingLikenessTests {
    private func isLike(_ a: (String, String), _ b: (String, String)) -> Bool {
        FindingLikeness(text: a.0, ground: a.1).isLike(FindingLikeness(text: b.0, ground: b.1))
    }

    @Test func `the same ground and like words are the same problem again`() {
        #expect(
            isLike(
                ("Còn hồ sơ quá hạn không có văn bản xin lỗi", "NĐ 61/2018, Điều 19"),
                ("Hồ sơ giải quyết quá hạn không có văn bản xin lỗi", "NĐ 61/2018, điều 19")))
    }

    @Test func `another ground is another problem`() {
        #expect(!isLike(("Chưa niêm yết thủ tục", "NĐ 61"), ("Chưa niêm yết thủ tục", "NĐ 63")))
    }

    @Test func `without a ground the words have to agree`() {
        #expect(isLike(("Chưa niêm yết thủ tục", ""), ("Chưa niêm yết thủ tục.", "")))
        #expect(!isLike(("Chưa niêm yết thủ tục đất đai", ""), ("Chưa niêm yết phí, lệ phí", "")))
    }
}
