import Domain
import Markup
import Store

/// An agency's lost points, the easiest to win first, and what other figures would give.
struct PointsToWinPage: Sendable {
    let title: String
    let lede: String
    let caveat: String?
    let crumbs: [Link]
    let cards: [BoardPage.Card]
    let path: String
    let lines: [Line]
    let none: String

    struct Line: Sendable {
        let heading: Link
        let lost: String
        let feasibility: String
        let owner: String
        let rank: String
        let working: String
        /// The findings and tasks behind it, soonest due first.
        let work: [Work]
        let links: [Link]
        /// What else the figure could be.
        let fields: [Field]
    }

    struct Work: Sendable {
        let link: Link
        let due: String
    }
}

struct PointsToWinBuilder {
    let view: AssessmentFileView
    let year: Int
    let block: Agency.Block?
    let language: Language
    let today: Day
    /// The what-if, as the address carries it.
    let asked: Form
    /// Who sees to what nobody else answers for: the agency's reform officer.
    let owner: String
    let openWork: OpenWork
    /// What is done about points of this file, by criterion.
    let remediations: [Int: ListedRemediation]
    /// Names of those who answer, as far as the viewer may know them.
    let names: [User.ID: String]
    let mayEnter: Bool

    private var words: Words { Words("Scoring", language) }
    private var set: CriteriaSet { view.board.set }

    func page() -> PointsToWinPage {
        let scorer = view.scorer
        let now = scorer.countedOutcomes(view.lines)
        let supposed = supposed(scorer, now)
        let before = totals(scorer, now)
        let after = totals(scorer, supposed)
        let lost = scorer.lostPoints(
            now, beforeCutOff: today <= view.board.round.terms.cutOff)
        return PointsToWinPage(
            title: "\(words["points-to-win"]): \(view.agency.shortName)",
            lede: words(
                "to-win-lede",
                [
                    "lost": Written.points(
                        lost.reduce(.zero) { $0 + $1.lost }, language),
                    "day": view.board.round.terms.cutOff[language],
                ]),
            caveat: view.board.isPublished ? nil : words["not-final"],
            crumbs: SelfScoreForm(
                view: view, year: year, block: block, language: language, area: 0
            ).crumbs(words["points-to-win"]),
            cards: cards(before, after),
            path: Paths.assessment(year, block, view.agency.code, "points"),
            lines: lost.map { line($0, scorer, now, before) }, none: words["nothing-lost"])
    }

    private func totals(_ scorer: Scorer, _ outcomes: [Outcome?]) -> ScoreTotals {
        scorer.totals(
            of: outcomes, penalty: view.file.assessment.penalty,
            withSurvey: view.lines.contains { $0.entry?.origin == .surveyed })
    }

    /// What the figures asked for would come to, in the place of those on record.
    private func supposed(_ scorer: Scorer, _ now: [Outcome?]) -> [Outcome?] {
        var outcomes = now
        for position in set.scored {
            let typed = asked.text("v\(position)")
            let criterion = set.criteria[position]
            guard !typed.isEmpty, let rule = criterion.rule,
                let answer = Answer(
                    typed: typed, of: asked.text("w\(position)"),
                    branch: view.line(position)?.entry?.answer?.branch ?? 0, for: criterion)
            else { continue }
            let outcome = rule.outcome(of: answer, within: criterion.bounds)
            if outcome != .unmatched { outcomes[position] = outcome }
        }
        return outcomes
    }

    /// The place among the block that an index would give; the others as they are.
    private func place(_ index: Percentage?) -> String? {
        guard view.board.seesAll, let index else { return nil }
        let others = view.board.files.filter {
            $0.assessment.number != view.file.assessment.number
        }
        return
            "\(1 + others.count { ($0.index ?? Percentage(basisPoints: -1)) > index })/\(view.board.files.count)"
    }

    private func cards(_ before: ScoreTotals, _ after: ScoreTotals) -> [BoardPage.Card] {
        var cards = [
            BoardPage.Card(
                name: words["index"],
                figure: before.index.map { Written.share($0, language) } ?? "–",
                detail: place(before.index).map { "\(words["place"]) \($0)" } ?? "")
        ]
        if before != after {
            cards.append(
                BoardPage.Card(
                    name: words["what-if"],
                    figure: after.index.map { Written.share($0, language) } ?? "–",
                    detail: [
                        "\(Written.points(after.points, language))/\(Written.points(after.maximum, language))",
                        place(after.index).map { "\(words["place"]) \($0)" },
                    ].compactMap(\.self).joined(separator: " · ")))
        }
        return cards
    }

    private func line(
        _ lost: LostPoints, _ scorer: Scorer, _ now: [Outcome?], _ before: ScoreTotals
    ) -> PointsToWinPage.Line {
        let criterion = set.criteria[lost.position]
        var full = now
        full[lost.position] = .points(criterion.bounds.upperBound)
        let rank = place(totals(scorer, full).index)
        let entry = view.line(lost.position)?.entry
        let work = work(lost.position, criterion)
        return PointsToWinPage.Line(
            heading: Link(
                "\(criterion.code) \(criterion.title)",
                Paths.criterion(year, block, view.agency.code, criterion.code)),
            lost: Written.points(lost.lost, language),
            feasibility: lost.feasibility.title[language], owner: owners(lost.position, work),
            rank: rank == place(before.index)
                ? "" : rank.map { "\(words["would-be"]) \($0)" } ?? "",
            working: criterion.rule?.working(of: entry?.answer, for: criterion)[language] ?? "",
            work: work.prefix(Self.mostShown).map(shown)
                + (remediations[lost.position].map { [shown($0)] } ?? []),
            links: links(lost, criterion, hidden: work.count - Self.mostShown),
            fields: fields(lost.position, criterion, entry))
    }

    /// More than these are told by their number, with a link to all of them.
    private static let mostShown = 3

    private func work(_ position: Int, _ criterion: Criterion) -> [OwedRecord] {
        guard case .measure(let measure) = criterion.input else { return [] }
        return openWork.behind(measure) ?? []
    }

    /// Who answers for the work behind it and for its remedy; the officer where nobody is named.
    private func owners(_ position: Int, _ work: [OwedRecord]) -> String {
        var found: [String] = []
        for name in work.prefix(Self.mostShown).map({ $0.duty.flatMap { names[$0.person] } }) {
            if let name, !found.contains(name) { found.append(name) }
        }
        if let lead = remediations[position]?.remediation.terms.lead,
            let body = view.board.tree.body(lead)
        {
            found.append(body.version.shortName)
        }
        return found.isEmpty ? owner : found.joined(separator: ", ")
    }

    private func shown(_ record: OwedRecord) -> PointsToWinPage.Work {
        PointsToWinPage.Work(
            link: Link(
                "\(record.kind.title[language]) \(record.code): \(record.title)".shortened(to: 90),
                record.path(on: nil)), due: due(record.dueOn))
    }

    private func shown(_ remedy: ListedRemediation) -> PointsToWinPage.Work {
        PointsToWinPage.Work(
            link: Link(
                "\(words["remedy-task"]) \(remedy.taskCode)",
                Paths.taskPage(remedy.taskYear, remedy.taskCode)),
            due: due(remedy.remediation.terms.dueOn))
    }

    private func due(_ day: Day?) -> String {
        guard let day else { return "" }
        return words(day < today ? "was-due" : "is-due", ["day": day[language]])
    }

    /// Where the figure is entered, or where the rest of what is behind it stands.
    private func links(_ lost: LostPoints, _ criterion: Criterion, hidden: Int) -> [Link] {
        let (year, code) = (view.board.round.year, view.agency.code)
        if lost.feasibility == .toBeEntered, criterion.input?.isDeclared == true {
            guard mayEnter else { return [] }
            return [
                Link(
                    words["enter-figure"],
                    Paths.changed(
                        Paths.assessment(year, block, code, "self-score"),
                        [("area", String(set.area(of: lost.position)))]))
            ]
        }
        guard case .measure(let measure) = criterion.input else { return [] }
        let more = hidden > 0 ? " (+\(hidden))" : ""
        switch measure {
        case .findingsRemedied, .findingsOnTime, .findingsOverdue:
            return [
                Link(
                    words["open-findings"] + more,
                    Paths.changed(Paths.findings(year), [("agency", code)]))
            ]
        case .planDays, .planTasks, .tasksDone, .tasksOnTime, .tasksOverdue:
            return [Link(words["open-tasks"] + more, Paths.agencyPlan(year, code))]
        case .assignedDone:
            return [
                Link(
                    words["assigned-tasks"] + more,
                    Paths.changed(Paths.tasks(year), [("lead", code)]))
            ]
        case .selfInspections, .selfInspectionsReported:
            return [Link(words["own-self-inspections"], Paths.selfInspections(year))]
        case .unitsInspected, .inspectionsConcluded:
            return [Link(words["quota-board"], Paths.quotas(year))]
        default: return []
        }
    }

    private func fields(
        _ position: Int, _ criterion: Criterion, _ entry: AssessmentLine.Entry?
    ) -> [Field] {
        guard let rule = criterion.rule else { return [] }
        if criterion.input?.kind == .choice {
            let options = rule.branches[entry?.answer?.branch ?? 0].options
            return [
                Field(
                    name: "v\(position)", label: words["what-if"],
                    kind: .choice(
                        [Field.Choice(value: "", text: "–")]
                            + options.enumerated().map {
                                Field.Choice(value: String($0), text: $1)
                            }), value: asked.text("v\(position)"))
            ]
        }
        return [
            Field(
                name: "v\(position)", label: words["what-if"], kind: .number,
                value: asked.text("v\(position)"),
                hint: criterion.input?.kind == .share ? words["percent-hint"] : nil)
        ]
    }
}

func pointsToWinView(_ page: PointsToWinPage, words: Words) -> HTML {
    """
    \(crumbsView(page.crumbs, label: words["crumbs"]))
    <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
    <div class="stack">
    \(if: page.caveat, { "<p class=\"notice at-risk\">\($0)</p>" })
    \(scoreCards(page.cards, words["summary"]))
    <form class="card" method="get" action="\(page.path)"><h2>\(words["lost-points"])</h2>
    \(when: page.lines.isEmpty, "<p class=\"none\">\(page.none)</p>")\
    \(when: !page.lines.isEmpty, lostTable(page, words))
    <div class="actions"><button class="main">\(words["compute"])</button> <a class="button" href="\(page.path)">\(words["clear"])</a></div></form></div>
    """
}

private func lostTable(_ page: PointsToWinPage, _ words: Words) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(words["lost-points"])"><table class="rowed what-if"><caption>\(words["lost-caption"])</caption><thead><tr>\
    <th scope="col">\(words["criterion"])</th><th scope="col" class="n">\(words["lost"])</th>\
    <th scope="col">\(words["feasibility"])</th><th scope="col">\(words["owner"])</th>\
    <th scope="col">\(words["what-if"])</th></tr></thead>
    <tbody>\(each: page.lines, { lostRow($0, words) })</tbody></table></div>
    """
}

private func lostRow(_ line: PointsToWinPage.Line, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(linkView(line.heading)) <small class="soft">\(line.working)</small>\
    \(when: !line.work.isEmpty, "<ul class=\"behind\">\(each: line.work, { "<li>\(linkView($0.link)) <small class=\"soft\">\($0.due)</small></li>" })</ul>")\
    \(linkLine(line.links))</th>\
    <td class="n" data-of="\(words["lost"])">\(line.lost)</td>\
    <td data-of="\(words["feasibility"])">\(line.feasibility) <small class="soft">\(line.rank)</small></td>\
    <td data-of="\(words["owner"])">\(line.owner)</td><td data-of="\(words["what-if"])">\(each: line.fields, fieldView)</td></tr>

    """
}
