import Domain
import Hummingbird
import Markup
import Store

/// One criterion of one assessment: its rule with the numbers put in, its evidence, who said what.
struct CriterionPage: Sendable {
    let title: String
    let lede: String
    let crumbs: [Link]
    let links: [Link]
    let cards: [BoardPage.Card]
    let working: [String]
    /// Criteria of our own sets that feed it, or the Ministry's that it feeds.
    let fed: [Link]
    let fedHeading: String
}

enum CriterionRoutes {
    static func add(to router: Routes) {
        router.get("/:year/index/:block/:code/criteria/:criterion", .may(.seeScores), use: one)
    }

    @Sendable private static func one(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (year, block, code) = (
            try context.year(), try context.block(), try context.segment("criterion")
        )
        let language = context.language
        let words = Words("Scoring", language)
        let (page, number) = try await ScoringRoutes.fileView(context) { view, rights, db in
            guard let position = view.board.set.position(of: code),
                view.board.set.criteria[position].isScored
            else { throw MissingRecord(Bilingual(vi: "tiêu chí", en: "criterion"), code) }
            let builder = AssessmentBuilder(
                view: view, year: year, block: block, language: language, context: rights)
            return (
                try builder.criterionPage(position, db), view.file.assessment.number
            )
        }
        let part = try await context.evidencePart(
            of: Evidence.Subject(.assessmentLine, "\(number)/\(code)"),
            returning: Paths.criterion(year, block, try context.segment("code"), code))
        return context.page(
            page.title, in: .scores, main: criterionView(page, evidencePartView(part), words))
    }
}

extension AssessmentBuilder {
    func criterionPage(_ position: Int, _ db: ReadableDatabase) throws -> CriterionPage {
        let set = view.board.set
        let criterion = set.criteria[position]
        guard let line = lines.first(where: { $0.code == criterion.code }) else {
            throw MissingRecord(Bilingual(vi: "tiêu chí", en: "criterion"), criterion.code)
        }
        let words = Words("Scoring", language)
        let lead = try db.leads(of: view.file.assessment.number)[position]
        let headings = Assessment.Voice.allCases.map { $0.title[language] } + [words["counted"]]
        var cards = [
            BoardPage.Card(
                name: words["maximum"], figure: Written.points(criterion.maximum, language),
                detail: set.criteria[set.area(of: position)].title)
        ]
        cards += zip(headings, line.points).filter { !$0.1.isEmpty }.map {
            BoardPage.Card(name: $0, figure: $1, detail: "")
        }
        if let lead {
            cards.append(
                BoardPage.Card(
                    name: words["lead"],
                    figure: view.board.tree.body(lead.agency)?.code ?? "?",
                    detail: (lead.dueOn ?? view.board.round.terms.selfDue)[language]))
        }
        let code = view.agency.code
        return CriterionPage(
            title: "\(criterion.code) \(criterion.title)",
            lede: "\(view.agency.name). \(view.board.round.terms.title).",
            crumbs: SelfScoreForm(
                view: view, year: year, block: block, language: language, area: 0
            ).crumbs(criterion.code),
            links: line.links
                + (context.mayScore && context.isOpenToOwn(view.file.assessment, view.board.round)
                    ? [
                        Link(
                            words["self-score"],
                            Paths.changed(
                                Paths.assessment(year, block, code, "self-score"),
                                [("area", String(set.area(of: position)))]))
                    ] : []),
            cards: cards, working: line.working,
            fed: try fed(criterion, db),
            fedHeading: words[block == nil ? "fed-by" : "feeds"])
    }

    /// Which criteria of the year's own sets feed one of the Ministry's, with the mean they reached;
    /// or, from below, which of the Ministry's are fed.
    private func fed(_ criterion: Criterion, _ db: ReadableDatabase) throws -> [Link] {
        guard block == nil else {
            return criterion.fedCodes.map { Link($0, Paths.board(year, nil)) }
        }
        var links: [Link] = []
        for round in try db.scoringRounds(of: year) where round.block != nil {
            guard let set = try db.criteriaSet(round.set) else { continue }
            for fed in set.criteria where fed.fedCodes.contains(criterion.code) {
                links.append(
                    Link(
                        "\(round.block.scoredTitle[language]): \(fed.code) \(fed.title)",
                        Paths.changed(
                            Paths.scoreMap(year, round.block), [("order", fed.code)])))
            }
        }
        return links
    }
}

func criterionView(_ page: CriterionPage, _ evidence: HTML?, _ words: Words) -> HTML {
    """
    \(crumbsView(page.crumbs, label: words["crumbs"]))
    <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
    <div class="stack">
    \(scoreCards(page.cards, words["summary"]))
    <section class="card"><h2>\(words["working"])</h2><ul class="working">\(each: page.working, { "<li>\($0)</li>" })</ul></section>
    \(when: !page.fed.isEmpty, fedList(page))
    \(evidence)
    </div>
    """
}

private func fedList(_ page: CriterionPage) -> HTML {
    """
    <section class="card"><h2>\(page.fedHeading)</h2><ul class="rows">\(each: page.fed, { "<li>\(linkView($0))</li>" })</ul></section>
    """
}
