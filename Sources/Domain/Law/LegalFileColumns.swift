/// What one line of a document's list of steps says.
public struct LegalStepRow: Hashable, Sendable {
    public var title: String?
    public var body: String?
    public var days: Int?
    public var counting: LegalStep.Counting?
    public var term: LegalStep.Term?
    public var startedOn: Day?
    public var doneOn: Day?
    public var paper: String?
    public var waived: String?
    public var source: String?

    public init() {}

    public init(_ step: LegalStep) {
        (title, body, days, counting, term) = (
            step.title, step.body, step.days, step.counting, step.term
        )
        (startedOn, doneOn, paper) = (step.startedOn, step.doneOn, step.paper)
        (waived, source) = (step.waived, step.source)
    }

    public var step: LegalStep {
        var step = LegalStep(title ?? "")
        (step.body, step.days) = (body ?? "", days)
        (step.counting, step.term) = (counting ?? .calendar, term ?? .atMost)
        (step.startedOn, step.doneOn, step.paper) = (startedOn, doneOn, paper ?? "")
        (step.waived, step.source) = (waived ?? "", source ?? "")
        return step
    }
}

public enum LegalStepColumns {
    public static let all: [Column<LegalStepRow>] = [
        .text("step", Bilingual(vi: "Bước", en: "Step"), \.title, required: true, longest: 300),
        .text("body", Bilingual(vi: "Cơ quan thực hiện", en: "Body"), \.body, longest: 200),
        .count("days", Bilingual(vi: "Thời hạn (ngày)", en: "Term (days)"), \.days, limit: 1_000),
        .choice("counting", Bilingual(vi: "Cách tính", en: "Counting"), \.counting, title: \.title),
        .choice("term", Bilingual(vi: "Mức", en: "Kind of term"), \.term, title: \.title),
        .day("started_on", Bilingual(vi: "Ngày bắt đầu", en: "Begun on"), \.startedOn),
        .day("done_on", Bilingual(vi: "Ngày xong", en: "Done on"), \.doneOn),
        .text("paper", Bilingual(vi: "Văn bản", en: "Paper"), \.paper, longest: 300),
        .text("waived", Bilingual(vi: "Lý do bỏ qua", en: "Why waived"), \.waived, longest: 300),
        .text("source", Bilingual(vi: "Căn cứ của bước", en: "Source"), \.source, longest: 300),
    ]
}

/// What one line of the table of opinions says.
public struct LegalOpinionRow: Hashable, Sendable {
    public var body: String?
    public var askedOn: Day?
    public var answeredOn: Day?
    public var paper: String?
    public var opinion: String?
    public var taken: LegalOpinion.Taken?
    public var reply: String?

    public init() {}

    public init(_ opinion: LegalOpinion) {
        (body, askedOn, answeredOn) = (opinion.body, opinion.askedOn, opinion.answeredOn)
        (paper, self.opinion, taken) = (opinion.paper, opinion.opinion, opinion.taken)
        reply = opinion.reply
    }

    public var line: LegalOpinion {
        var line = LegalOpinion(body ?? "")
        (line.askedOn, line.answeredOn, line.paper) = (askedOn, answeredOn, paper ?? "")
        (line.opinion, line.taken, line.reply) = (opinion ?? "", taken, reply ?? "")
        return line
    }
}

public enum LegalOpinionColumns {
    public static let all: [Column<LegalOpinionRow>] = [
        .text(
            "body", Bilingual(vi: "Cơ quan, tổ chức góp ý", en: "Whose opinion"), \.body,
            required: true, longest: 200),
        .day("asked_on", Bilingual(vi: "Ngày xin ý kiến", en: "Asked on"), \.askedOn),
        .day("answered_on", Bilingual(vi: "Ngày trả lời", en: "Answered on"), \.answeredOn),
        .text("paper", Bilingual(vi: "Văn bản góp ý", en: "Letter"), \.paper, longest: 300),
        .text("opinion", Bilingual(vi: "Ý kiến", en: "Opinion"), \.opinion, longest: 4_000),
        .choice("taken", Bilingual(vi: "Xử lý", en: "Taken up"), \.taken, title: \.title),
        .text(
            "reply", Bilingual(vi: "Nội dung tiếp thu, giải trình", en: "What was done"), \.reply,
            longest: 4_000),
    ]
}
