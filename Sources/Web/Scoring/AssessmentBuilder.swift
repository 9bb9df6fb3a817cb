import Domain
import Store

/// One agency's file with everything that its pages show.
struct AssessmentFileView: Sendable {
    let board: ScoreBoard
    let file: ListedAssessment
    let agency: Agency.Version
    let lines: [AssessmentLine]
    let steps: [AssessmentStep]
    let names: [User.ID: String]

    var scorer: Scorer { Scorer(board.set) }
    func line(_ position: Int) -> AssessmentLine? { lines.first { $0.position == position } }

    /// - Throws: ``MissingRecord`` when there is no such file, or none that the viewer may see.
    init(
        _ db: ReadableDatabase, year: Int, block: Agency.Block?, code: String, viewer: Viewer,
        seesBoards: Bool, on day: Day
    ) throws {
        let missing = MissingRecord(Bilingual(vi: "hồ sơ chấm điểm", en: "assessment"), code)
        guard
            let board = try ScoreBoard(
                db, year: year, block: block, viewer: viewer, seesBoards: seesBoards, on: day),
            let agency = board.tree.bodies(coded: code).first,
            let file = board.files.first(where: { $0.assessment.agency == agency.id })
        else { throw missing }
        self.board = board
        self.file = file
        self.agency = agency.version
        lines = try db.lines(of: file.assessment.number)
        steps = try db.steps(of: file.assessment.number)
        var people = Set(steps.compactMap(\.by))
        for line in lines { people.formUnion(line.judgements.values.compactMap(\.by)) }
        names = try db.userNames(people)
    }
}

/// Makes the page of one assessment.
struct AssessmentBuilder {
    let view: AssessmentFileView
    let year: Int
    let block: Agency.Block?
    let language: Language
    let context: ScoringRights
    var problems: [String] = []

    private var words: Words { Words("Scoring", language) }
    private var board: ScoreBoard { view.board }
    private var file: ListedAssessment { view.file }

    func page() -> AssessmentPage {
        AssessmentPage(
            title: view.agency.name, lede: lede,
            caveat: board.isPublished ? nil : words["not-final"],
            crumbs: [
                Link(words["scores"], Paths.scores(year)),
                Link(block.scoredTitle[language], Paths.board(year, block)),
                Link(view.agency.shortName),
            ], links: links, cards: cards, actions: actions, problems: problems,
            headings: Assessment.Voice.allCases.map { $0.title[language] } + [words["counted"]],
            lines: lines, steps: steps)
    }

    private var lede: String {
        "\(board.round.terms.title). \(words["stage"]): \(file.assessment.stage.title[language])."
    }

    private var links: [Link] {
        let code = view.agency.code
        var links = [
            Link(words["agency-page"], Paths.agency(code)),
            Link(words["points-to-win"], Paths.assessment(year, block, code, "points")),
            Link(words["remediation"], Paths.assessment(year, block, code, "remediation")),
        ]
        if context.mayScore || context.mayAppraise {
            links += [
                Link(
                    words["self-report-docx"],
                    Paths.assessment(year, block, code, "report.docx")),
                Link(words["evidence-zip"], Paths.assessment(year, block, code, "evidence.zip")),
            ]
        }
        if context.mayScore || !context.led.isEmpty,
            context.isOpenToOwn(file.assessment, board.round)
        {
            links.append(
                Link(words["self-score"], Paths.assessment(year, block, code, "self-score")))
        }
        if context.mayAppraise, file.assessment.stage.voice != nil {
            links.append(
                Link(words["appraise"], Paths.assessment(year, block, code, "appraisal")))
        }
        return links
    }

    /// What a late file cost; empty when nothing.
    private var late: String {
        let penalty = file.assessment.penalty
        guard penalty < .zero else { return "" }
        return words(
            "late-penalty",
            ["points": Written.points(Points(hundredths: -penalty.hundredths), language)])
    }

    private var cards: [BoardPage.Card] {
        let part = { (part: ScoreTotals.Part) in
            "\(Written.points(part.points, language))/\(Written.points(part.maximum, language))"
        }
        var cards = [
            BoardPage.Card(
                name: words["index"],
                figure: file.index.map { Written.share($0, language) } ?? "–",
                detail: words(
                    "raw",
                    [
                        "points": Written.points(file.counted.points, language),
                        "maximum": Written.points(file.counted.maximum, language),
                    ]) + late),
            BoardPage.Card(
                name: words["appraised"], figure: part(file.appraised),
                detail: file.appraised.index.map { Written.share($0, language) } ?? ""),
            BoardPage.Card(
                name: words["own"], figure: part(file.own),
                detail: words("mean-is", ["mean": mean])),
        ]
        if file.surveyed.maximum > .zero {
            cards.append(
                BoardPage.Card(
                    name: words["surveyed"], figure: part(file.surveyed),
                    detail: file.surveyed.index.map { Written.share($0, language) } ?? ""))
        }
        if let rank = board.ranks.index[file.assessment.number] {
            cards.append(
                BoardPage.Card(
                    name: words["rank"], figure: "\(rank)/\(board.ranks.index.count)",
                    detail: board.isPublished ? board.change(file)?.words[language] ?? "" : ""))
        }
        if board.isPublished,
            let name = file.index.flatMap({ board.set.details.classes.name(for: $0) })
        {
            cards.append(BoardPage.Card(name: words["class"], figure: name, detail: ""))
        }
        return cards
    }

    private var mean: String {
        board.mean.map { Written.points(board.isPublished ? $0.counted : $0.own, language) } ?? "–"
    }

    var lines: [AssessmentPage.Line] {
        let scorer = view.scorer
        let counted = scorer.countedOutcomes(view.lines)
        let own = scorer.countedOutcomes(view.lines, upTo: .own)
        return board.set.criteria.indices.map { position in
            let criterion = board.set.criteria[position]
            let line = view.line(position)
            guard criterion.isScored else {
                let groups = [own, counted].map { scorer.part(position, of: $0).points }
                return AssessmentPage.Line(
                    code: criterion.code, title: criterion.title,
                    depth: board.set.depth(position),
                    maximum: Written.points(criterion.maximum, language),
                    points: [Written.points(groups[0], language), "", "", ""]
                        + [Written.points(groups[1], language)],
                    level: nil, working: [], links: [])
            }
            let points = Assessment.Voice.allCases.map { voice in
                voice == .own
                    ? text(own[position])
                    : line?.judgements[voice].map { text($0.outcome) } ?? ""
            }
            return AssessmentPage.Line(
                code: criterion.code, title: criterion.title, depth: board.set.depth(position),
                maximum: Written.points(criterion.maximum, language),
                points: points + [text(counted[position])],
                level: counted[position].flatMap { heat($0, criterion) },
                working: working(position, criterion, line),
                links: recordLinks(criterion) + [
                    Link(
                        words["evidence-page"],
                        Paths.criterion(year, block, view.agency.code, criterion.code))
                ])
        }
    }

    private func text(_ outcome: Outcome?) -> String {
        switch outcome {
        case .points(let points)?: Written.points(points, language)
        case .notCounted?: words["not-counted"]
        case .missing?, .unmatched?: "–"
        case nil: ""
        }
    }

    private func working(
        _ position: Int, _ criterion: Criterion, _ line: AssessmentLine?
    ) -> [String] {
        let isShare = criterion.input?.kind == .share
        var parts: [String] = []
        if let rule = criterion.rule {
            parts.append("\(words["rule"]): \(rule.words(isShare: isShare)[language])")
            if line?.entry?.isExempt == true {
                parts.append(words("exempt", ["ground": line?.entry?.note ?? ""]))
            } else {
                parts.append(rule.working(of: line?.entry?.answer, for: criterion)[language])
            }
        }
        if let input = criterion.input {
            parts.append("\(words["input"]): \(input.title[language])")
        }
        if !criterion.evidence.isEmpty {
            parts.append("\(words["evidence-asked"]): \(criterion.evidence)")
        }
        if let entry = line?.entry, !entry.note.isEmpty, !entry.isExempt {
            parts.append("\(words["evidence-given"]): \(entry.note)")
        }
        for voice in Assessment.Voice.allCases where voice != .own {
            guard let judgement = line?.judgements[voice] else { continue }
            let by = judgement.by.flatMap { view.names[$0] } ?? ""
            parts.append(
                "\(voice.title[language]): \(text(judgement.outcome)) · \(judgement.reason) · \(by), \(judgement.at.day()[language])"
            )
        }
        if let text = line?.explanation, !text.isEmpty {
            parts.append("\(words["explanation"]): \(text)")
        }
        return parts
    }

    /// The records that a counted figure comes from.
    private func recordLinks(_ criterion: Criterion) -> [Link] {
        guard case .measure(let measure) = criterion.input else { return [] }
        let path: String =
            switch measure {
            case .planDays, .planTasks, .tasksDone, .tasksOnTime, .tasksOverdue:
                Paths.agencyPlan(board.round.year, view.agency.code)
            case .assignedDone: Paths.tasks(board.round.year)
            case .selfInspections, .selfInspectionsReported:
                Paths.selfInspections(board.round.year)
            case .unitsInspected, .inspectionsConcluded: Paths.inspections(board.round.year)
            case .findingsRemedied, .findingsOnTime, .findingsOverdue:
                Paths.findings(board.round.year)
            case .documentsIssued, .documentsChecked, .documentsInOrder, .documentsProcedure,
                .documentsAuthority, .documentsQuality:
                Paths.documents(board.round.year)
            }
        return [Link(words["records"], path)]
    }

    private var steps: [String] {
        view.steps.map { step in
            let by = step.by.flatMap { view.names[$0] } ?? ""
            let reason = step.reason.isEmpty ? "" : " – \(step.reason)"
            return "\(step.at.day()[language]) · \(step.stage.title[language]) · \(by)\(reason)"
        }
    }

    private var actions: [AssessmentPage.Action] {
        let code = view.agency.code
        let version = HiddenField(
            name: EditedForm.versionName, value: String(file.assessment.version))
        func action(_ thing: String, _ key: String, _ fields: [Field] = []) -> AssessmentPage.Action
        {
            AssessmentPage.Action(
                path: Paths.assessment(year, block, code, thing), label: words[key],
                fields: fields, hidden: [version], lede: words["\(key)-lede"])
        }
        guard !board.isPublished else { return [] }
        let late = file.assessment.submittedOn ?? context.today
        let excuse =
            context.mayManage && late > board.round.terms.selfDue && file.assessment.excuse.isEmpty
            ? [
                action(
                    "excuse", "excuse",
                    [Field(name: "reason", label: words["reason"], isRequired: true, isWide: true)])
            ] : []
        switch file.assessment.stage {
        case .selfScoring where context.mayScore:
            return [action("submission", "submit")] + excuse
        case .appraising where context.mayManage, .appraisingAgain where context.mayManage:
            return [action("stage", "finish-appraisal")] + excuse
        case .explaining where context.mayScore:
            let judged = view.lines.filter { $0.judgements[.appraisal] != nil }
            let fields = judged.map { line in
                let criterion = board.set.criteria[line.position]
                return Field(
                    name: "text-\(line.position)",
                    label:
                        "\(criterion.code) \(criterion.title): \(text(line.judgements[.own]?.outcome)) → \(text(line.judgements[.appraisal]?.outcome))",
                    kind: .longText(rows: 2), value: line.explanation,
                    hint: line.judgements[.appraisal]?.reason, isWide: true)
            }
            return [action("explanation", "explain", fields)]
        case .deciding where context.mayDecide: return [action("stage", "decide")]
        case .confirming where context.mayScore:
            return [
                action(
                    "confirmation", "confirm",
                    [Field(name: "document", label: words["document"], isRequired: true)])
            ]
        default: return []
        }
    }
}

/// How much of its maximum a criterion reached, in five steps for its colour; `nil` for none.
func heat(_ outcome: Outcome, _ criterion: Criterion) -> Int? {
    guard criterion.maximum > .zero, let points = outcome.points else { return nil }
    let share = (points - criterion.bounds.lowerBound).hundredths * 4 / criterion.maximum.hundredths
    return min(max(share, 0), 4)
}

/// What whoever looks at an assessment may do with it.
struct ScoringRights: Sendable {
    let mayScore: Bool
    /// The lines that the viewer fills in for a department that leads them.
    let led: Set<Int>
    let mayAppraise: Bool
    let mayDecide: Bool
    let mayManage: Bool
    let today: Day

    init(
        _ db: ReadableDatabase, viewer: Viewer, agency: Agency.ID, file: Int, on day: Day
    ) throws {
        func may(_ permission: Permission, _ agency: Agency.ID?) throws -> Bool {
            guard case .person(let user) = viewer else { return false }
            return try db.isGranted(permission, to: user, in: agency, on: day)
        }
        mayScore = try may(.scoreOwn, agency)
        if case .person(let user) = viewer {
            led = try db.ledPositions(of: file, for: user, on: day)
        } else {
            led = []
        }
        mayAppraise = try may(.appraiseScores, agency) || may(.decideScores, agency)
        mayDecide = try may(.decideScores, agency)
        mayManage = try may(.manageRounds, nil)
        today = day
    }

    /// Whether the agency may enter figures now: until it hands in, or in time for supplements.
    func isOpenToOwn(_ file: Assessment, _ round: ScoringRound) -> Bool {
        guard round.publication == nil else { return false }
        if file.stage == .selfScoring { return true }
        return file.stage == .appraising && round.terms.supplementUntil.map { today <= $0 } ?? false
    }
}
