import Domain
import Hummingbird
import Markup
import Store

/// The province's own index on one page: value and rank over the years, what it is made of, who owes
/// what, and what was lost.
struct ProvincePage: Sendable {
    let title: String
    let lede: String
    let caveat: String?
    let crumbs: [Link]
    let links: [Link]
    let cards: [BoardPage.Card]
    let tables: [Table]

    struct Table: Sendable {
        let heading: String
        let links: [Link]
        let caption: String
        let headings: [BoardPage.Heading]
        let rows: [[BoardPage.Cell]]
        let none: String
    }
}

struct ProvinceBuilder {
    let year: Int
    let language: Language
    let today: Day
    let results: [NationalResult]
    /// `nil` while no round is open that the viewer may see.
    let view: AssessmentFileView?
    let leads: [Int: CriterionLead]
    let proofs: [Int: Proof]
    let remediations: [ListedRemediation]
    let canManage: Bool
    let hasRound: Bool

    init(
        _ db: ReadableDatabase, year: Int, viewer: Viewer, seesBoards: Bool, canManage: Bool,
        language: Language, on day: Day
    ) throws {
        self.year = year
        self.language = language
        self.canManage = canManage
        today = day
        results = try db.nationalResults()
        let board = try ScoreBoard(
            db, year: year, block: nil, viewer: viewer, seesBoards: seesBoards, on: day)
        hasRound = try db.scoringRound(of: year, block: nil) != nil
        let code = board?.files.first.flatMap { board?.tree.body($0.assessment.agency)?.code }
        view = try code.map {
            try AssessmentFileView(
                db, year: year, block: nil, code: $0, viewer: viewer, seesBoards: seesBoards,
                on: day)
        }
        guard let view else {
            leads = [:]
            proofs = [:]
            remediations = []
            return
        }
        let number = view.file.assessment.number
        leads = try db.leads(of: number)
        proofs = try db.proofs(of: number, view.board.set)
        remediations = try db.remediations(of: number)
    }

    private var words: Words { Words("Scoring", language) }

    func page() -> ProvincePage {
        ProvincePage(
            title: "\(words["province-index"]) \(year)", lede: lede,
            caveat: view != nil && !isJudged ? words["not-final-own"] : nil,
            crumbs: [
                Link(words["scores"], Paths.scores(year)),
                Link(Agency.Block?.none.scoredTitle[language]),
            ], links: links, cards: cards, tables: [years, areas, owners, lost].compactMap(\.self))
    }

    /// Whether the Ministry's word is in.
    private var isJudged: Bool {
        view?.lines.contains { $0.judgements[.council] != nil } ?? false
    }

    private var lede: String {
        guard let view else { return words[hasRound ? "province-hidden" : "province-none"] }
        let round = view.board.round
        return [
            round.terms.title, "\(words["stage"]): \(view.file.assessment.stage.title[language])",
            round.publication.map {
                words("published-by", ["symbol": $0.symbol, "day": $0.on[language]])
            } ?? words("due-self", ["day": round.terms.selfDue[language]]),
        ].joined(separator: ". ") + "."
    }

    private var links: [Link] {
        var links: [Link] = []
        if let view {
            let code = view.agency.code
            func file(_ thing: String) -> String { Paths.assessment(year, nil, code, thing) }
            links += [
                Link(words["by-criterion"], Paths.assessment(year, nil, code)),
                Link(words["remediation"], file("remediation")),
                Link(words["self-report-docx"], file("report.docx")),
                Link(words["self-report-xlsx"], file("report.xlsx")),
                Link(words["evidence-zip"], file("evidence.zip")),
            ]
            if canManage, !view.board.isPublished {
                links += [
                    Link(words["assign-leads"], file("leads")),
                    Link(words["import-result"], file("result")),
                ]
            }
        }
        if canManage { links.append(Link(words["announcement"], Paths.announcement(year))) }
        return links
    }

    private var announced: NationalResult? { results.first { $0.year == year } }

    private var cards: [BoardPage.Card] {
        var cards: [BoardPage.Card] = []
        if let result = announced {
            let change = change(of: result)
            cards.append(
                BoardPage.Card(
                    name: words["index"], figure: Written.share(result.index, language),
                    detail: change.words[language]))
            cards.append(
                BoardPage.Card(
                    name: words["rank"], figure: "\(result.rank)/\(result.ranked)",
                    detail: [
                        result.appraisedRank.map { "\(words["appraised"]) \($0)" },
                        result.surveyedRank.map { "\(words["surveyed"]) \($0)" },
                    ].compactMap(\.self).joined(separator: ", ")))
        }
        guard let view else { return cards }
        let file = view.file
        cards.append(
            BoardPage.Card(
                name: words["own"], figure: part(file.own),
                detail: file.own.index.map { Written.share($0, language) } ?? ""))
        if isJudged {
            cards.append(
                BoardPage.Card(
                    name: words["ministry"], figure: part(file.appraised),
                    detail: file.appraised.index.map { Written.share($0, language) } ?? ""))
        }
        if file.surveyed.maximum > .zero {
            cards.append(
                BoardPage.Card(
                    name: words["surveyed"], figure: part(file.surveyed),
                    detail: file.surveyed.index.map { Written.share($0, language) } ?? ""))
        }
        let entered = enteredCount(view.board.set.scored)
        let all = view.board.set.scored.filter {
            view.board.set.criteria[$0].input?.isDeclared == true
        }
        cards.append(
            BoardPage.Card(
                name: words["entered"], figure: "\(entered)/\(all.count)",
                detail: words["of-criteria"]))
        return cards
    }

    private func part(_ part: ScoreTotals.Part) -> String {
        "\(Written.points(part.points, language))/\(Written.points(part.maximum, language))"
    }

    private func change(of result: NationalResult) -> ScoreChange {
        result.change(from: results.first { $0.year == result.year - 1 })
    }

    private func enteredCount(_ positions: [Int]) -> Int {
        positions.count {
            view?.board.set.criteria[$0].input?.isDeclared == true
                && view?.line($0)?.entry != nil
        }
    }

    private var years: ProvincePage.Table {
        ProvincePage.Table(
            heading: words["over-years"], links: [], caption: words["over-years-caption"],
            headings: [
                BoardPage.Heading(text: words["set-year"]),
                BoardPage.Heading(text: words["index"], isNumber: true),
                BoardPage.Heading(text: words["rank"], isNumber: true),
                BoardPage.Heading(text: words["change"]),
                BoardPage.Heading(text: words["national-appraised_rank"], isNumber: true),
                BoardPage.Heading(text: words["national-surveyed_rank"], isNumber: true),
                BoardPage.Heading(text: words["national-mean"], isNumber: true),
                BoardPage.Heading(text: words["national-symbol"]),
            ],
            rows: results.map { result in
                let dash = { (rank: Int?) in rank.map { String($0) } ?? "–" }
                return [
                    BoardPage.Cell(
                        text: String(result.year), path: Paths.board(result.year, nil)),
                    BoardPage.Cell(text: Written.share(result.index, language)),
                    BoardPage.Cell(text: "\(result.rank)/\(result.ranked)"),
                    BoardPage.Cell(text: change(of: result).words[language]),
                    BoardPage.Cell(text: dash(result.appraisedRank)),
                    BoardPage.Cell(text: dash(result.surveyedRank)),
                    BoardPage.Cell(text: result.mean.map { Written.share($0, language) } ?? "–"),
                    BoardPage.Cell(
                        text: result.symbol, detail: result.announcedOn[language]),
                ]
            }, none: words["national-none"])
    }

    private var areas: ProvincePage.Table? {
        guard let view else { return nil }
        let (set, scorer) = (view.board.set, view.scorer)
        let own = scorer.countedOutcomes(view.lines, upTo: .own)
        let counted = scorer.countedOutcomes(view.lines)
        let headings =
            ["area", "maximum", "own"] + (isJudged ? ["ministry", "lost"] : []) + ["entered"]
        return ProvincePage.Table(
            heading: words["by-area"], links: [], caption: words["by-area-caption"],
            headings: headings.map { BoardPage.Heading(text: words[$0], isNumber: $0 != "area") },
            rows: set.children(of: nil).map { area in
                let below = set.scored.filter { set.area(of: $0) == area }
                let declared = below.filter { set.criteria[$0].input?.isDeclared == true }
                let (mine, theirs) = (scorer.part(area, of: own), scorer.part(area, of: counted))
                var cells = [
                    BoardPage.Cell(text: "\(set.criteria[area].code) \(set.criteria[area].title)"),
                    BoardPage.Cell(text: Written.points(set.criteria[area].maximum, language)),
                    BoardPage.Cell(text: Written.points(mine.points, language)),
                ]
                if isJudged {
                    cells.append(BoardPage.Cell(text: Written.points(theirs.points, language)))
                    cells.append(
                        BoardPage.Cell(
                            text: Written.points(theirs.maximum - theirs.points, language)))
                }
                cells.append(
                    BoardPage.Cell(text: "\(enteredCount(below))/\(declared.count)"))
                return cells
            }, none: "")
    }

    /// What each lead department has still to bring.
    private var owners: ProvincePage.Table? {
        guard let view else { return nil }
        let set = view.board.set
        let groups = Dictionary(grouping: leads.values, by: \.agency)
        let rows = groups.map { agency, leads -> (open: Int, cells: [BoardPage.Cell]) in
            let declared = leads.filter {
                set.criteria[$0.position].input?.isDeclared == true
            }
            let open = declared.filter { view.line($0.position)?.entry == nil }
            let late = open.filter { ($0.dueOn ?? view.board.round.terms.selfDue) < today }
            let unproven = declared.filter { lead in
                !set.criteria[lead.position].evidence.isEmpty
                    && view.line(lead.position)?.entry != nil
                    && proofs[lead.position]?.state ?? .missing == .missing
            }
            let body = view.board.tree.body(agency)
            let next = open.map { $0.dueOn ?? view.board.round.terms.selfDue }.min()
            return (
                open.count,
                [
                    BoardPage.Cell(
                        text: body?.version.shortName ?? "?",
                        path: body.map { Paths.agency($0.code) }),
                    BoardPage.Cell(text: String(leads.count)),
                    BoardPage.Cell(text: "\(declared.count - open.count)/\(declared.count)"),
                    BoardPage.Cell(text: String(unproven.count)),
                    BoardPage.Cell(text: String(late.count)),
                    BoardPage.Cell(text: next?[language] ?? "–"),
                ]
            )
        }.sorted { ($1.open, $0.cells[0].text) < ($0.open, $1.cells[0].text) }
        return ProvincePage.Table(
            heading: words["by-lead"], links: [], caption: words["by-lead-caption"],
            headings: ["lead", "criteria", "entered", "unproven", "late", "due"].map {
                BoardPage.Heading(text: words[$0], isNumber: !["lead", "due"].contains($0))
            }, rows: rows.map(\.cells), none: words["leads-none"])
    }

    private var lost: ProvincePage.Table? {
        guard let view, isJudged else { return nil }
        let (set, scorer) = (view.board.set, view.scorer)
        let code = view.agency.code
        let taken = Dictionary(
            remediations.map { ($0.remediation.position, $0) }, uniquingKeysWith: { a, _ in a })
        let found = scorer.lostPoints(scorer.countedOutcomes(view.lines), beforeCutOff: true)
            .sorted { ($0.lost, $1.position) > ($1.lost, $0.position) }
        return ProvincePage.Table(
            heading: words["lost-points"],
            links: [
                Link(words["remediation"], Paths.assessment(year, nil, code, "remediation"))
            ], caption: words["lost-most"],
            headings: ["criterion", "lost", "lead", "remedy"].map {
                BoardPage.Heading(text: words[$0], isNumber: $0 == "lost")
            },
            rows: found.prefix(12).map { lost in
                let criterion = set.criteria[lost.position]
                let lead = leads[lost.position].flatMap { view.board.tree.body($0.agency) }
                let known = taken[lost.position]
                return [
                    BoardPage.Cell(
                        text: "\(criterion.code) \(criterion.title)",
                        path: Paths.criterion(year, nil, code, criterion.code)),
                    BoardPage.Cell(text: Written.points(lost.lost, language)),
                    BoardPage.Cell(text: lead?.version.shortName ?? ""),
                    BoardPage.Cell(
                        text: known?.remediation.terms.remedy ?? words["not-taken-up"],
                        path: known.map { Paths.taskPage($0.taskYear, $0.taskCode) }),
                ]
            }, none: words["nothing-lost"])
    }
}

func provinceView(_ page: ProvincePage, _ words: Words) -> HTML {
    """
    \(crumbsView(page.crumbs, label: words["crumbs"]))
    <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
    <div class="stack">\(linkLine(page.links))
    \(if: page.caveat, { "<p class=\"notice at-risk\">\($0)</p>" })
    \(scoreCards(page.cards, words["summary"]))
    \(each: page.tables, tableCard)
    </div>
    """
}

func tableCard(_ table: ProvincePage.Table) -> HTML {
    """
    <section class="card"><div class="title"><h2>\(table.heading)</h2>\(linkLine(table.links))</div>\
    \(when: table.rows.isEmpty, "<p class=\"none\">\(table.none)</p>")\
    \(when: !table.rows.isEmpty, scoreTable(table.caption, table.headings, table.rows))</section>

    """
}
