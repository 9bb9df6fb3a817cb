import Domain
import Foundation
import Testing

@Suite struct SubmissionContentTests {
    private var period: Period {
        get throws { try #require(Period.usual(in: .usual(2021)).first) }
    }

    private func page(
        due: String? = "2021-03-01", done: String? = nil, explanation: String = "",
        evidence: [SubmissionContent.EvidenceLine] = []
    ) -> SubmissionContent {
        SubmissionContent(
            tasks: [
                SubmissionContent.TaskLine(
                    task: Plan.Task.ID("T"), number: 3, plan: "1/KH-UBND", text: "Tập huấn",
                    dueOn: due.map { day($0) }, percent: nil, doneOn: done.map { day($0) },
                    result: "", explanation: explanation, evidence: evidence)
            ],
            measures: [
                SubmissionContent.MeasureLine(
                    target: Plan.Target.ID("M"), code: "II.3", title: "Hồ sơ trực tuyến",
                    isShare: true, numerator: nil, denominator: nil, nothingArose: false,
                    source: "")
            ])
    }

    private func answered(
        _ page: SubmissionContent, _ fields: [String: String]
    ) -> (SubmissionContent, [Problem]) {
        var problems: [Problem] = []
        let answers = SubmissionAnswers.read(fields, on: page, &problems)
        return (page.answered(answers), problems)
    }

    @Test func `an empty figure, zero and nothing arose are three answers`() throws {
        let today = day("2021-03-08")
        func problems(_ fields: [String: String]) throws -> [String] {
            try answered(page(), fields).0.problems(in: period, on: today).map(\.field)
        }
        #expect(try problems([:]) == ["measure.M.numerator"])
        #expect(
            try problems([
                "measure.M.numerator": "0", "measure.M.denominator": "12", "measure.M.source": "sổ",
            ]).isEmpty)
        #expect(try problems(["measure.M.nothing_arose": "1"]).isEmpty)
        #expect(
            try problems(["measure.M.nothing_arose": "1", "measure.M.numerator": "3"])
                == ["measure.M.nothing_arose"])
    }

    @Test func `a done task without evidence asks for an explanation`() throws {
        let today = day("2021-03-08")
        let bare = page(done: "2021-02-20")
        #expect(
            try bare.problems(in: period, on: today).map(\.field).first == "task.T.explanation")
        let explained = page(
            done: "2021-02-20", explanation: "Biên bản lưu bản giấy tại văn thư, bản quét gửi sau")
        #expect(
            try !explained.problems(in: period, on: today).contains { $0.field.hasPrefix("task") })
        let proven = page(
            done: "2021-02-20",
            evidence: [SubmissionContent.EvidenceLine(name: "bb.pdf", sha256: "ab")])
        #expect(try !proven.problems(in: period, on: today).contains { $0.field.hasPrefix("task") })
    }

    @Test func `nothing arose is refused while something was due in the period`() throws {
        let (due, _) = answered(page(), ["nothing_arose": "1"])
        #expect(
            try due.problems(in: period, on: day("2021-03-08")).map(\.field) == ["nothing_arose"])
        let (later, _) = answered(page(due: "2021-06-30"), ["nothing_arose": "1"])
        #expect(try later.problems(in: period, on: day("2021-03-08")).isEmpty)
    }

    @Test func `what cannot be read is named at its field and the rest is kept`() {
        let (page, problems) = answered(
            page(),
            [
                "task.T.done_on": "31/02/2021", "task.T.percent": "nửa",
                "task.T.result": "Đang làm",
                "measure.M.numerator": "-1",
            ])
        #expect(
            problems.map(\.field) == ["task.T.percent", "task.T.done_on", "measure.M.numerator"])
        #expect(page.tasks.first?.result == "Đang làm")
    }

    @Test func `a done task is a hundred per cent and a day to come is no day of completion`()
        throws
    {
        let (page, _) = answered(page(), ["task.T.done_on": "09/03/2021", "task.T.percent": "40"])
        #expect(page.tasks.first?.percent == 100)
        #expect(
            try page.problems(in: period, on: day("2021-03-08")).map(\.field).first
                == "task.T.done_on")
    }

    @Test func `what changed is said with its place, what was and what is`() {
        let before = page()
        let (after, _) = answered(
            before, ["task.T.percent": "60%", "difficulties": "Thiếu người"])
        let changes = after.changes(since: before)
        #expect(
            changes.map(\.place.vi) == ["Nhiệm vụ 3, mức độ hoàn thành", "Khó khăn, vướng mắc"])
        #expect(changes.first?.was == nil)
        #expect(changes.first?.now?.vi == "60%")
        #expect(after.changes(since: after).isEmpty)
    }

    @Test func `a page reads back from its own fields`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let fields = [
                "task.T.percent": String(Int.random(in: 0...100, using: &random)),
                "task.T.result": ["", "xong một phần", "a\nb"].randomElement(using: &random) ?? "",
                "measure.M.numerator": String(Int.random(in: 0...9_999, using: &random)),
                "measure.M.denominator": String(Int.random(in: 1...99_999, using: &random)),
                "measure.M.source": "Cổng dịch vụ công",
                "proposals": ["", "Bổ sung kinh phí"].randomElement(using: &random) ?? "",
            ]
            let (once, problems) = answered(page(), fields)
            let (twice, again) = answered(page(), once.fields)
            #expect(problems.isEmpty && again.isEmpty, "seed \(seed)")
            #expect(once == twice, "seed \(seed)")
        }
    }

    @Test func `a frozen page reads back from its JSON`() throws {
        let page = page(
            done: "2021-02-20",
            evidence: [SubmissionContent.EvidenceLine(name: "bb.pdf", sha256: "ab")])
        let data = try JSONEncoder().encode(page)
        #expect(try JSONDecoder().decode(SubmissionContent.self, from: data) == page)
    }
}
