import Domain
import Testing

@Suite struct PlanConfirmationTests {
    private let user = User.ID("user")

    @Test func `a plan with a complete target can be confirmed`() throws {
        let plan = try Plan.sample().confirmed(
            [.sample(.complete)], by: user, on: day("2021-01-05"))
        #expect(plan.confirmation == Plan.Confirmation(by: user, day: day("2021-01-05")))
    }

    @Test func `a plan is confirmed once`() throws {
        let plan = try Plan.sample().confirmed(
            [.sample(.complete)], by: user, on: day("2021-01-05"))
        #expect(throws: PlanError.alreadyConfirmed(on: day("2021-01-05"))) {
            try plan.confirmed([.sample(.complete)], by: user, on: day("2021-02-05"))
        }
    }

    @Test func `what is still open is told whole, not one by one`() {
        let problems = Plan.sample(symbol: "", issued: nil).problems(with: [])
        #expect(problems.map(\.field) == ["symbol", "issued_on", "targets"])
    }

    @Test func `a plan with open places is refused with them`() {
        #expect(throws: PlanError.self) {
            try Plan.sample(symbol: "").confirmed(
                [.sample(.complete)], by: user, on: day("2021-01-05"))
        }
    }

    @Test func `a plan all of whose targets were rejected promises nothing`() {
        #expect(
            Plan.sample().problems(with: [.sample(.complete, .rejected)]).map(\.field) == [
                "targets"
            ])
    }

    @Test func `a target nobody decided about keeps the plan open`() {
        let problems = Plan.sample().problems(with: [
            .sample(.complete, .proposed, code: "II.1.a.2-1")
        ])
        #expect(
            problems.map(\.message.vi) == ["Chỉ tiêu II.1.a.2-1 chưa được chấp nhận hay loại bỏ."])
    }

    @Test func `a plan holds from its day of effect, otherwise from its day of issue`() {
        #expect(Plan.sample().inForceFrom == day("2020-12-31"))
    }

    @Test func `the refusal of a confirmed plan says what to do instead`() {
        #expect(
            PlanError.alreadyConfirmed(on: day("2021-01-05")).message.vi
                == "Kế hoạch đã được xác nhận ngày 05/01/2021; hãy lập kế hoạch sửa đổi, bổ sung.")
    }
}

@Suite struct TargetProblemTests {
    private func problems(_ change: (inout Plan.Target.Terms) -> Void) -> [String] {
        Plan.Target.sample(Plan.Target.Terms.complete.with(change)).problems.map(\.message.vi)
    }

    @Test func `a complete target lacks nothing`() {
        #expect(problems { _ in } == [])
    }

    @Test func `a target needs a measure`() {
        #expect(problems { $0.measure = nil } == ["Chỉ tiêu II.1.a.1: chưa chọn phương pháp tính."])
    }

    @Test func `a target needs a lead agency`() {
        #expect(problems { $0.lead = nil } == ["Chỉ tiêu II.1.a.1: chưa chọn cơ quan chủ trì."])
    }

    @Test func `a measure that counts bodies needs a scope`() {
        #expect(problems { $0.scope = nil } == ["Chỉ tiêu II.1.a.1: chưa chọn phạm vi áp dụng."])
    }

    @Test func `a measure that counts findings needs no scope`() {
        #expect(problems { ($0.measure, $0.scope) = (.findingsRemedied, nil) } == [])
    }

    @Test func `a target needs a threshold`() {
        #expect(problems { $0.value = nil } == ["Chỉ tiêu II.1.a.1: chưa có mức phải đạt."])
    }

    @Test func `a wish without a number may stay without one`() {
        #expect(problems { ($0.comparator, $0.value) = (.unquantified, nil) } == [])
    }

    @Test func `a deadline needs its source`() {
        #expect(
            problems { $0.deadline = day("2021-03-15") } == [
                "Chỉ tiêu II.1.a.1: thời hạn cần ghi căn cứ."
            ])
    }

    @Test func `a settled reading needs the document that settles it`() {
        #expect(
            problems { $0.reading = .perTier } == [
                "Chỉ tiêu II.1.a.1: cách tính đã chọn cần ghi văn bản quyết định."
            ])
    }

    @Test func `an open reading does not keep the plan from being confirmed`() {
        #expect(problems { ($0.measure, $0.reading) = (.bodiesInspected, nil) } == [])
    }

    @Test func `a rejected target lacks nothing`() {
        #expect(Plan.Target.sample(.share(30), .rejected).problems == [])
    }

    @Test func `a decision keeps the words and their place`() {
        let target = Plan.Target.sample(.complete, .proposed).decided(.accepted)
        #expect(target.decision == .accepted)
        #expect(target.terms == .complete)
    }

    @Test func `a target knows the clause it stands in`() {
        #expect(Plan.Target.sample(.complete, code: "II.1.a.2-3").clause == "II.1.a.2")
    }
}
