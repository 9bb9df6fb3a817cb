/// What a person typed into a Phiếu báo cáo, read from its fields.
///
/// The rest of the page, such as which tasks there are, comes from the record and is not theirs to say.
public struct SubmissionAnswers: Hashable, Sendable {
    public var nothingArose = false
    public var tasks: [Plan.Task.ID: TaskAnswer] = [:]
    public var measures: [Plan.Target.ID: MeasureAnswer] = [:]
    public var difficulties = ""
    public var proposals = ""

    public struct TaskAnswer: Hashable, Sendable {
        public var percent: Int?
        public var doneOn: Day?
        public var result = ""
        public var explanation = ""

        public init(
            percent: Int? = nil, doneOn: Day? = nil, result: String = "", explanation: String = ""
        ) {
            self.percent = percent
            self.doneOn = doneOn
            self.result = result
            self.explanation = explanation
        }
    }

    public struct MeasureAnswer: Hashable, Sendable {
        public var numerator: Int?
        public var denominator: Int?
        public var nothingArose = false
        public var source = ""

        public init(
            numerator: Int? = nil, denominator: Int? = nil, nothingArose: Bool = false,
            source: String = ""
        ) {
            self.numerator = numerator
            self.denominator = denominator
            self.nothingArose = nothingArose
            self.source = source
        }
    }

    public init() {}
}

extension SubmissionAnswers {
    /// Reads the fields of the page as they were typed, with everything that cannot be read.
    ///
    /// Only fields of the tasks and targets of the page are looked at.
    public static func read(
        _ fields: [String: String], on page: SubmissionContent, _ problems: inout [Problem]
    ) -> SubmissionAnswers {
        var reader = FieldReader(fields: fields)
        var answers = SubmissionAnswers()
        answers.nothingArose = reader.isTicked("nothing_arose")
        answers.difficulties = reader.text("difficulties")
        answers.proposals = reader.text("proposals")
        for line in page.tasks {
            let field = { (part: String) in SubmissionContent.TaskLine.field(part, line.task) }
            answers.tasks[line.task] = TaskAnswer(
                percent: reader.count(field("percent")), doneOn: reader.day(field("done_on")),
                result: reader.text(field("result")),
                explanation: reader.text(field("explanation")))
        }
        for line in page.measures {
            let field = { (part: String) in SubmissionContent.MeasureLine.field(part, line.target) }
            answers.measures[line.target] = MeasureAnswer(
                numerator: reader.count(field("numerator")),
                denominator: line.isShare ? reader.count(field("denominator")) : nil,
                nothingArose: reader.isTicked(field("nothing_arose")),
                source: reader.text(field("source")))
        }
        problems += reader.problems
        return answers
    }
}

extension SubmissionContent {
    /// The page with what was typed in the place of what it was prefilled with.
    public func answered(_ answers: SubmissionAnswers) -> SubmissionContent {
        SubmissionContent(
            nothingArose: answers.nothingArose,
            tasks: tasks.map { line in
                guard let answer = answers.tasks[line.task] else { return line }
                return TaskLine(
                    task: line.task, number: line.number, plan: line.plan, text: line.text,
                    dueOn: line.dueOn, percent: answer.doneOn == nil ? answer.percent : 100,
                    doneOn: answer.doneOn, result: answer.result, explanation: answer.explanation,
                    evidence: line.evidence)
            },
            measures: measures.map { line in
                guard let answer = answers.measures[line.target] else { return line }
                return MeasureLine(
                    target: line.target, code: line.code, title: line.title, isShare: line.isShare,
                    numerator: answer.numerator, denominator: answer.denominator,
                    nothingArose: answer.nothingArose, source: answer.source)
            },
            difficulties: answers.difficulties, proposals: answers.proposals)
    }

    /// What the page's own fields hold before anybody types.
    public var fields: [String: String] {
        var fields = ["difficulties": difficulties, "proposals": proposals]
        if nothingArose { fields["nothing_arose"] = "1" }
        for line in tasks {
            let field = { (part: String) in TaskLine.field(part, line.task) }
            fields[field("percent")] = line.percent.map { String($0) } ?? ""
            fields[field("done_on")] = line.doneOn?.vi ?? ""
            fields[field("result")] = line.result
            fields[field("explanation")] = line.explanation
        }
        for line in measures {
            let field = { (part: String) in MeasureLine.field(part, line.target) }
            fields[field("numerator")] = line.numerator.map { String($0) } ?? ""
            fields[field("denominator")] = line.denominator.map { String($0) } ?? ""
            fields[field("source")] = line.source
            if line.nothingArose { fields[field("nothing_arose")] = "1" }
        }
        return fields
    }
}

/// Reads fields one by one and keeps what is wrong with them.
private struct FieldReader {
    let fields: [String: String]
    var problems: [Problem] = []

    func text(_ name: String) -> String { (fields[name] ?? "").trimmed }

    func isTicked(_ name: String) -> Bool { !text(name).isEmpty }

    mutating func count(_ name: String) -> Int? {
        let typed = text(name)
        guard !typed.isEmpty else { return nil }
        if let number = Written.read(typed.hasSuffix("%") ? String(typed.dropLast()) : typed),
            number < 1_000_000_000_000
        {
            return number
        }
        problems.append(
            Problem(
                name, vi: "“\(typed)” không phải là số nguyên không âm; hãy ghi như 11000.",
                en: "“\(typed)” is not a whole number of zero or more; write it as 11000."))
        return nil
    }

    mutating func day(_ name: String) -> Day? {
        let typed = text(name)
        guard !typed.isEmpty else { return nil }
        if let day = Day(typed) { return day }
        problems.append(
            Problem(
                name, vi: "“\(typed)” không phải là ngày có thật; hãy ghi như 15/10/2021.",
                en: "“\(typed)” is not a day that exists; write it as 15/10/2021."))
        return nil
    }
}
