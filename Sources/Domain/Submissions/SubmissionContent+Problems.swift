extension SubmissionContent {
    /// The most characters that a text of the page may have.
    public static let longestText = 4_000

    /// Every reason the page cannot be sent on the day; empty when it can.
    ///
    /// Fields are named as the page names them: `task.<id>.result`.
    public func problems(in period: Period, on day: Day) -> [Problem] {
        var problems = tasks.flatMap { $0.problems(in: period, on: day) }
        problems += measures.flatMap { nothingArose ? [] : $0.problems }
        if nothingArose { problems += contradictions(in: period) }
        for (field, text) in [("difficulties", difficulties), ("proposals", proposals)] {
            problems += Self.tooLong(field, text)
        }
        return problems
    }

    /// What speaks against "không phát sinh": work that was due in the period and isn't done, or
    /// figures typed all the same.
    private func contradictions(in period: Period) -> [Problem] {
        let due = tasks.filter { line in
            line.doneOn == nil && line.dueOn.map { $0 <= period.agencyLast } ?? false
        }
        var problems: [Problem] = []
        if !due.isEmpty {
            let numbers = due.map { String($0.number) }
            problems.append(
                Problem(
                    "nothing_arose",
                    vi:
                        "Có \(Written.count(due.count, .vi)) nhiệm vụ đến hạn trong kỳ mà chưa xong (số \(Written.list(numbers, .vi))), nên không thể báo “không phát sinh”; hãy báo cáo các nhiệm vụ đó.",
                    en:
                        "\(Written.english(due.count, "task", "tasks")) fell due and \(due.count == 1 ? "is" : "are") not done (no. \(Written.list(numbers, .en))), so something arose; report on them."
                ))
        }
        if measures.contains(where: { $0.numerator != nil || $0.denominator != nil }) {
            problems.append(
                Problem(
                    "nothing_arose",
                    vi:
                        "Đã nhập số liệu thì không đánh dấu “không phát sinh”; hãy bỏ một trong hai.",
                    en: "Figures were typed, so something arose; take one of the two away."))
        }
        return problems
    }

    static func tooLong(_ field: String, _ text: String) -> [Problem] {
        let length = text.unicodeScalars.count
        guard length > longestText else { return [] }
        return [
            Problem(
                field,
                vi:
                    "Dài \(Written.number(length, .vi)) ký tự; hãy rút còn \(Written.number(longestText, .vi)) ký tự.",
                en:
                    "\(Written.number(length, .en)) characters; shorten it to \(Written.number(longestText, .en))."
            )
        ]
    }
}

extension SubmissionContent.TaskLine {
    /// The field of the page that holds one of its parts.
    public static func field(_ part: String, _ task: Plan.Task.ID) -> String {
        "task.\(task.text).\(part)"
    }

    /// Whether it is said to be done and nothing proves or explains it.
    ///
    /// That evidence or an explanation is asked for: 383 and 384/BNV-CCHC (28/01/2021).
    public var lacksProof: Bool { doneOn != nil && proof.state == .missing }

    private var proof: Proof { Proof(files: evidence.count, explanation: explanation) }

    func problems(in period: Period, on day: Day) -> [Problem] {
        var problems: [Problem] = []
        if let percent, !(0...100).contains(percent) {
            problems.append(
                Problem(
                    Self.field("percent", task), vi: "Mức độ hoàn thành từ 0 đến 100.",
                    en: "Progress goes from 0 to 100."))
        }
        if let doneOn, doneOn > day {
            problems.append(
                Problem(
                    Self.field("done_on", task),
                    vi:
                        "Ngày hoàn thành \(doneOn.vi) còn ở phía trước; hãy ghi ngày đã hoàn thành.",
                    en: "\(doneOn.en) is still to come; give the day on which it was done."))
        }
        if doneOn != nil {
            problems += proof.problems(field: Self.field("explanation", task)).map {
                Problem(
                    $0.field, vi: "Nhiệm vụ \(number): \($0.message.vi)",
                    en: "Task \(number): \($0.message.en)")
            }
        }
        problems += SubmissionContent.tooLong(Self.field("result", task), result)
        problems += SubmissionContent.tooLong(Self.field("explanation", task), explanation)
        return problems
    }
}

extension SubmissionContent.MeasureLine {
    public static func field(_ part: String, _ target: Plan.Target.ID) -> String {
        "measure.\(target.text).\(part)"
    }

    /// Whether it was answered: with a figure or with nothing arose.
    public var isAnswered: Bool { nothingArose || numerator != nil }

    var problems: [Problem] {
        var problems: [Problem] = []
        func add(_ part: String, _ vi: String, _ en: String) {
            problems.append(Problem(Self.field(part, target), vi: vi, en: en))
        }
        if nothingArose, numerator != nil || denominator != nil {
            add(
                "nothing_arose",
                "Chỉ tiêu \(code): đã có số liệu thì không đánh dấu “không phát sinh”.",
                "Target \(code): a figure was typed, so something arose; take one away.")
        }
        guard !nothingArose else { return problems }
        guard numerator != nil else {
            add(
                "numerator",
                "Chỉ tiêu \(code): hãy nhập số liệu (kể cả 0) hoặc đánh dấu “không phát sinh”.",
                "Target \(code): type a figure (zero too), or tick that nothing arose.")
            return problems
        }
        if isShare, denominator == nil {
            add(
                "denominator", "Chỉ tiêu \(code): hãy nhập tổng số để tính tỷ lệ.",
                "Target \(code): give the whole, for it is a share.")
        }
        if denominator == 0 {
            add(
                "denominator",
                "Chỉ tiêu \(code): tổng số bằng 0 thì đánh dấu “không phát sinh”.",
                "Target \(code): with a whole of zero, tick that nothing arose.")
        }
        if source.trimmed.isEmpty {
            add(
                "source", "Chỉ tiêu \(code): hãy ghi nguồn của số liệu.",
                "Target \(code): say where the figure comes from.")
        }
        return problems
    }
}
