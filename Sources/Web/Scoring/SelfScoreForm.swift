import Domain
import Store

/// Makes the form in which an agency scores itself, and reads what was typed.
struct SelfScoreForm {
    let view: AssessmentFileView
    let year: Int
    let block: Agency.Block?
    let language: Language
    /// The position of the area shown.
    let area: Int
    var typed: Form?
    var refusal: (any UserFacingError)?
    /// The only lines shown, to a department that leads them in a joint file; `nil` for all.
    var led: Set<Int>?

    private var words: Words { Words("Scoring", language) }
    private var set: CriteriaSet { view.board.set }
    private var code: String { view.agency.code }

    func page() -> LineFormPage {
        LineFormPage(
            title: "\(words["self-score"]): \(view.agency.shortName)",
            lede: words("self-score-lede", ["day": view.board.round.terms.selfDue[language]]),
            caveat: words["not-final-own"],
            crumbs: crumbs(words["self-score"]), areas: areas,
            path: Paths.assessment(year, block, code, "self-score"),
            hidden: [
                HiddenField(
                    name: EditedForm.versionName,
                    value: typed?.text(EditedForm.versionName)
                        ?? String(view.file.assessment.version)),
                HiddenField(name: "area", value: String(area)),
            ],
            lines: scored.map(line), problems: problems, saveLabel: words["save"],
            cancelPath: Paths.assessment(year, block, code))
    }

    func crumbs(_ last: String) -> [Link] {
        [
            Link(words["scores"], Paths.scores(year)),
            Link(block.scoredTitle[language], Paths.board(year, block)),
            Link(view.agency.shortName, Paths.assessment(year, block, code)), Link(last),
        ]
    }

    private var problems: [String] {
        guard let refusal else { return [] }
        return [refusal.message[language]] + refusal.problems.map { $0.message[language] }
    }

    private var areas: [OverviewPage.ViewChoice] {
        self.set.children(of: nil).filter { area in
            led?.contains { set.area(of: $0) == area } != false
        }.map { position in
            OverviewPage.ViewChoice(
                text: "\(set.criteria[position].code). \(set.criteria[position].title)".shortened(
                    to: 34),
                path: Paths.changed(
                    Paths.assessment(year, block, code, "self-score"), [("area", String(position))]),
                isCurrent: position == area)
        }
    }

    private var scored: [Int] {
        self.set.scored.filter {
            set.area(of: $0) == area && led?.contains($0) != false
        }
    }

    private func line(_ position: Int) -> LineFormPage.Line {
        let criterion = set.criteria[position]
        let entry = view.line(position)?.entry
        let isShare = criterion.input?.kind == .share
        var notes: [String] = []
        if let rule = criterion.rule {
            notes.append("\(words["rule"]): \(rule.words(isShare: isShare)[language])")
            notes.append(
                entry?.isExempt == true
                    ? words("exempt", ["ground": entry?.note ?? ""])
                    : rule.working(of: entry?.answer, for: criterion)[language])
        }
        let isDeclared = criterion.input?.isDeclared == true
        if isDeclared, !criterion.evidence.isEmpty {
            notes.append("\(words["evidence-asked"]): \(criterion.evidence)")
        }
        if !isDeclared, let input = criterion.input {
            notes.append("\(words["input"]): \(input.title[language])")
        }
        return LineFormPage.Line(
            heading:
                "\(criterion.code) \(criterion.title) (\(words["at-most"]) \(Written.points(criterion.maximum, language)))",
            notes: notes, fields: isDeclared ? fields(position, criterion, entry) : [])
    }

    private func fields(
        _ position: Int, _ criterion: Criterion, _ entry: AssessmentLine.Entry?
    ) -> [Field] {
        guard let rule = criterion.rule, let kind = criterion.input?.kind else { return [] }
        let typed = typed
        func value(_ name: String, _ stored: String) -> String {
            typed?.text("\(name)-\(position)") ?? stored
        }
        var fields: [Field] = []
        if rule.branches.count > 1 {
            fields.append(
                Field(
                    name: "branch-\(position)", label: words["circumstance"],
                    kind: .choice(
                        rule.branches.enumerated().map {
                            Field.Choice(value: String($0), text: $1.name ?? "")
                        }),
                    value: value("branch", String(entry?.answer?.branch ?? 0))))
        }
        switch kind {
        case .choice:
            let options = rule.branches[entry?.answer?.branch ?? 0].options
            var chosen = ""
            if case .chosen(let option) = entry?.answer?.value { chosen = String(option) }
            fields.append(
                Field(
                    name: "value-\(position)", label: words["choice"],
                    kind: .choice(
                        [Field.Choice(value: "", text: "–")]
                            + options.enumerated().map {
                                Field.Choice(value: String($0), text: $1)
                            }), value: value("value", chosen)))
        case .share:
            let (part, whole) = stored(entry)
            fields.append(
                Field(
                    name: "value-\(position)", label: words["part"], kind: .number,
                    value: value("value", part), hint: words["part-hint"]))
            fields.append(
                Field(
                    name: "whole-\(position)", label: words["whole"], kind: .number,
                    value: value("whole", whole)))
        case .count, .number:
            fields.append(
                Field(
                    name: "value-\(position)", label: words["figure"], kind: .number,
                    value: value("value", stored(entry).part)))
        }
        if kind != .choice, rule.takesNothingArisen {
            let isNone = typed?.has("none-\(position)") ?? (entry?.answer?.value == .nothingArose)
            fields.append(
                Field(
                    name: "none-\(position)", label: words["nothing-arose"],
                    kind: .tick(isChosen: isNone)))
        }
        if !criterion.exemption.isEmpty {
            let isExempt = typed?.has("exempt-\(position)") ?? (entry?.isExempt ?? false)
            fields.append(
                Field(
                    name: "exempt-\(position)", label: words["exempt-ask"],
                    kind: .tick(isChosen: isExempt), hint: criterion.exemption))
        }
        fields.append(
            Field(
                name: "note-\(position)", label: words["note"],
                value: value("note", entry?.note ?? ""),
                problems: refusal?.problems.filter { $0.field == criterion.code }
                    .map { $0.message[language] } ?? [], isWide: true))
        return fields
    }

    private func stored(_ entry: AssessmentLine.Entry?) -> (part: String, whole: String) {
        guard case .number(let number)? = entry?.answer?.value else { return ("", "") }
        let whole = number.numerator % number.denominator == 0 && number.denominator == 1
        if whole { return (String(number.numerator), "") }
        if number.denominator == 100 {
            return (Written.points(Points(hundredths: number.numerator), language), "")
        }
        return (String(number.numerator), String(number.denominator))
    }

    /// Reads the lines of the area; a line in which nothing was typed is left out.
    static func read(
        _ form: Form, _ set: CriteriaSet, area: Int, led: Set<Int>? = nil
    ) throws -> [EnteredFields] {
        var problems: [Problem] = []
        let lines = set.scored.filter {
            set.area(of: $0) == area && set.criteria[$0].input?.isDeclared == true
                && led?.contains($0) != false
        }.compactMap { EnteredFields(form, $0, set.criteria[$0], &problems) }
        if !problems.isEmpty { throw InvalidInput(problems) }
        return lines
    }
}

/// What was typed for one criterion.
struct EnteredFields: Sendable {
    let position: Int
    let answer: Answer?
    let note: String

    init?(
        _ form: Form, _ position: Int, _ criterion: Criterion, _ problems: inout [Problem]
    ) {
        self.position = position
        note = form.text("note-\(position)")
        let branch = Int(form.text("branch-\(position)")) ?? 0
        if form.has("exempt-\(position)") {
            answer = nil
            return
        }
        if form.has("none-\(position)") {
            answer = Answer(.nothingArose, branch: branch)
            return
        }
        let typed = form.text("value-\(position)")
        guard !typed.isEmpty else { return nil }
        let found = Answer(
            typed: typed, of: form.text("whole-\(position)"), branch: branch, for: criterion)
        guard let found else {
            problems.append(
                Problem(
                    criterion.code,
                    vi:
                        "Tiêu chí \(criterion.code): “\(typed)” không phải là số liệu hợp lệ; tử số không vượt mẫu số, số có nhiều nhất hai chữ số thập phân.",
                    en:
                        "Criterion \(criterion.code): “\(typed)” is no valid figure; a part is not above its whole, a figure has at most two decimals."
                ))
            return nil
        }
        answer = found
    }
}

extension Answer {
    /// What a person typed for a criterion: a part and its whole, a percentage, a figure, a choice.
    ///
    /// - Returns: `nil` when it is none.
    init?(typed: String, of whole: String, branch: Int, for criterion: Criterion) {
        guard let kind = criterion.input?.kind else { return nil }
        if kind == .choice {
            guard let option = Int(typed), option >= 0,
                let branches = criterion.rule?.branches, branches.indices.contains(branch),
                option < branches[branch].options.count
            else { return nil }
            self.init(.chosen(option), branch: branch)
            return
        }
        guard let number = Points(typed.replacing("%", with: "")), number >= .zero else {
            return nil
        }
        switch kind {
        case .share where whole.isEmpty:
            guard number.hundredths <= 10_000 else { return nil }
            self.init(.number(Fraction(number.hundredths, 10_000)), branch: branch)
        case .share:
            guard let below = Points(whole), below > .zero, number <= below else { return nil }
            self.init(
                .number(
                    number.hundredths % 100 == 0 && below.hundredths % 100 == 0
                        ? Fraction(number.hundredths / 100, below.hundredths / 100)
                        : Fraction(number.hundredths, below.hundredths)), branch: branch)
        case .count:
            guard number.hundredths % 100 == 0 else { return nil }
            self.init(.number(Fraction(number.hundredths / 100)), branch: branch)
        case .number, .choice:
            self.init(.number(Fraction(number.hundredths, 100)), branch: branch)
        }
    }
}
