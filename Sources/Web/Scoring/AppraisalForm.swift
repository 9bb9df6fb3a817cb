import Domain
import Store

/// Makes the form in which appraisers, or the council, give points.
struct AppraisalForm {
    let view: AssessmentFileView
    let year: Int
    let block: Agency.Block?
    let language: Language
    let area: Int
    let voice: Assessment.Voice
    var typed: Form?
    var refusal: (any UserFacingError)?

    private var words: Words { Words("Scoring", language) }
    private var set: CriteriaSet { view.board.set }
    private var path: String { Paths.assessment(year, block, view.agency.code, "appraisal") }

    func page() -> LineFormPage {
        let shared = SelfScoreForm(
            view: view, year: year, block: block, language: language, area: area)
        return LineFormPage(
            title: "\(voice.title[language]): \(view.agency.shortName)",
            lede: words["appraisal-lede"], caveat: nil,
            crumbs: shared.crumbs(voice.title[language]), areas: areas, path: path,
            hidden: [HiddenField(name: "area", value: String(area))],
            lines: set.scored.filter {
                set.area(of: $0) == area && !set.criteria[$0].isSurveyed
            }.map(line),
            problems: refusal.map {
                [$0.message[language]] + $0.problems.map { $0.message[language] }
            } ?? [], saveLabel: words["save"],
            cancelPath: Paths.assessment(year, block, view.agency.code))
    }

    private var areas: [OverviewPage.ViewChoice] {
        self.set.children(of: nil).map { position in
            OverviewPage.ViewChoice(
                text: "\(set.criteria[position].code). \(set.criteria[position].title)".shortened(
                    to: 34),
                path: Paths.changed(path, [("area", String(position))]),
                isCurrent: position == area)
        }
    }

    private func line(_ position: Int) -> LineFormPage.Line {
        let criterion = set.criteria[position]
        let line = view.line(position)
        let isShare = criterion.input?.kind == .share
        var notes: [String] = []
        if let rule = criterion.rule {
            notes.append("\(words["rule"]): \(rule.words(isShare: isShare)[language])")
            notes.append(rule.working(of: line?.entry?.answer, for: criterion)[language])
        }
        if let note = line?.entry?.note, !note.isEmpty {
            notes.append("\(words["evidence-given"]): \(note)")
        }
        for voice in Assessment.Voice.allCases where voice != self.voice {
            guard let judgement = line?.judgements[voice] else { continue }
            let reason = judgement.reason.isEmpty ? "" : " · \(judgement.reason)"
            notes.append("\(voice.title[language]): \(words.text(judgement.outcome))\(reason)")
        }
        if let text = line?.explanation, !text.isEmpty {
            notes.append("\(words["explanation"]): \(text)")
        }
        let mine = line?.judgements[voice]
        let points = mine.map { words.text($0.outcome) } ?? ""
        return LineFormPage.Line(
            heading:
                "\(criterion.code) \(criterion.title) (\(words["at-most"]) \(Written.points(criterion.maximum, language)))",
            notes: notes,
            fields: [
                Field(
                    name: "points-\(position)", label: words["points"],
                    value: typed?.text("points-\(position)") ?? points,
                    hint: words["points-hint"],
                    problems: refusal?.problems.filter { $0.field == criterion.code }
                        .map { $0.message[language] } ?? []),
                Field(
                    name: "reason-\(position)", label: words["reason"],
                    value: typed?.text("reason-\(position)") ?? mine?.reason ?? "", isWide: true),
            ])
    }

    /// Reads the points typed; an empty field judges nothing.
    static func read(_ form: Form, _ set: CriteriaSet, area: Int) throws -> [GivenFields] {
        var problems: [Problem] = []
        var given: [GivenFields] = []
        for position in set.scored where set.area(of: position) == area {
            let typed = form.text("points-\(position)")
            guard !typed.isEmpty else { continue }
            let reason = form.text("reason-\(position)")
            let folded = Vietnamese.folded(typed)
            if folded == "khong tinh" || folded == "not counted" {
                given.append(GivenFields(position: position, points: nil, reason: reason))
            } else if let points = Points(typed) {
                given.append(GivenFields(position: position, points: points, reason: reason))
            } else {
                let code = set.criteria[position].code
                problems.append(
                    Problem(
                        code,
                        vi:
                            "Tiêu chí \(code): “\(typed)” không phải là số điểm; hãy ghi như 0,5 hoặc “không tính”.",
                        en:
                            "Criterion \(code): “\(typed)” is no number of points; write 0.5 or “not counted”."
                    ))
            }
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        return given
    }
}

/// What was typed for one criterion.
struct GivenFields: Sendable {
    let position: Int
    let points: Points?
    let reason: String
}

extension Words {
    /// Points as a field holds them.
    func text(_ outcome: Outcome) -> String {
        outcome.points.map { Written.points($0, language) } ?? self["not-counted"]
    }
}
