import Domain
import Hummingbird
import Markup
import Store

/// Agencies and years beside each other, criterion by criterion; and an older year under newer rules.
enum ComparisonRoutes {
    static func add(to router: Routes) {
        router.get("/:year/index/:block/comparison", .may(.seeScores), use: compare)
        router.get("/criteria/:number/rescoring", .may(.seeScores), use: rescore)
    }

    /// How many agencies or years stand beside each other at most.
    private static let most = 4

    @Sendable private static func compare(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (year, block) = (try context.year(), try context.block())
        let (viewer, sees, today, language) = (
            context.viewer, context.may(.seeBoards), context.today, context.language
        )
        let words = Words("Scoring", language)
        // Each is "2021/BD-SNV"; an empty choice is left out.
        let asked = (1...most).map { context.query.text("c\($0)") }
        let (columns, choices, set) = try await context.site.store.read { db in
            guard
                let board = try ScoreBoard(
                    db, year: year, block: block, viewer: viewer, seesBoards: sees, on: today)
            else { throw ScoringRoutes.noRound(year, block) }
            var choices = [Field.Choice(value: "", text: "–")]
            for round in try db.scoringRounds() where round.block == block {
                guard
                    let other = try ScoreBoard(
                        db, year: round.year, block: block, viewer: viewer, seesBoards: sees,
                        on: today)
                else { continue }
                choices += other.files.compactMap { file in
                    other.tree.body(file.assessment.agency).map {
                        Field.Choice(
                            value: "\(round.year)/\($0.code)", text: $0.version.shortName,
                            group: String(round.year))
                    }
                }
            }
            let columns = try asked.compactMap { choice -> ComparedColumn? in
                let halves = choice.split(separator: "/", maxSplits: 1).map(String.init)
                guard halves.count == 2, let of = Int(halves[0]) else { return nil }
                return ComparedColumn(
                    try AssessmentFileView(
                        db, year: of, block: block, code: halves[1], viewer: viewer,
                        seesBoards: sees, on: today), year: of)
            }
            return (columns, choices, columns.first?.view.board.set ?? board.set)
        }
        let fields = asked.enumerated().map { place, value in
            Field(
                name: "c\(place + 1)", label: words("compared", ["number": "\(place + 1)"]),
                kind: .choice(choices), value: value)
        }
        let headings =
            [
                BoardPage.Heading(text: words["criterion"]),
                BoardPage.Heading(text: words["maximum"], isNumber: true),
            ] + columns.map { BoardPage.Heading(text: $0.name, isNumber: true) }
        let rows = set.criteria.indices.map { position -> [BoardPage.Cell] in
            let criterion = set.criteria[position]
            return [
                BoardPage.Cell(text: "\(criterion.code) \(criterion.title)"),
                BoardPage.Cell(text: Written.points(criterion.maximum, language)),
            ] + columns.map { $0.cell(criterion, language, words) }
        }
        let totals =
            [BoardPage.Cell(text: words["index"]), BoardPage.Cell(text: "")]
            + columns.map {
                BoardPage.Cell(
                    text: $0.view.file.index.map { Written.share($0, language) } ?? "–",
                    detail: $0.view.board.isPublished ? nil : words["not-final-mark"])
            }
        let path = Paths.scoreComparison(year, block)
        let main: HTML = """
            \(crumbsView([Link(words["scores"], Paths.scores(year)), Link(block.scoredTitle[language], Paths.board(year, block)), Link(words["comparison"])], label: words["crumbs"]))
            <div class="head"><div><h1>\(words["comparison"]): \(block.scoredTitle[language])</h1><p class="lede">\(words["comparison-lede"])</p></div></div>
            <div class="stack"><form class="card noprint" method="get" action="\(path)"><div class="form">\(each: fields, fieldView)\
            <div class="actions"><button class="main">\(words["compare"])</button></div></div></form>
            \(when: !columns.isEmpty, comparedTable(words, headings, [totals] + rows))</div>
            """
        return context.page(words["comparison"], in: .scores, main: main)
    }

    private static func comparedTable(
        _ words: Words, _ headings: [BoardPage.Heading], _ rows: [[BoardPage.Cell]]
    ) -> HTML {
        """
        <section class="card">\(scoreTable(words["comparison-caption"], headings, rows))</section>
        """
    }

    /// Last year's facts under this year's rules: a reckoning, marked as such.
    @Sendable private static func rescore(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let (viewer, sees, today, language) = (
            context.viewer, context.may(.seeBoards), context.today, context.language
        )
        let words = Words("Scoring", language)
        let page = try await context.site.store.read { db -> ProvincePage in
            guard let set = try db.criteriaSet(numbered: number) else {
                throw MissingRecord(Bilingual(vi: "bộ tiêu chí", en: "criteria set"), "\(number)")
            }
            let year = Int(context.query.text("of")) ?? set.details.year - 1
            guard
                let board = try ScoreBoard(
                    db, year: year, block: set.details.block, viewer: viewer, seesBoards: sees,
                    on: today)
            else { throw ScoringRoutes.noRound(year, set.details.block) }
            guard board.seesAll else { throw PermissionError.notAllowed(.seeBoards) }
            let rescoring = Rescoring(board.set, by: set)
            let lines = try db.lines(of: board.round.id)
            let found = board.files.map { file in
                (
                    file,
                    rescoring.totals(
                        of: lines[file.assessment.number] ?? [],
                        penalty: file.assessment.penalty)
                )
            }
            let ranks = Ranking.ranks(
                of: found.map { $0.1.index?.basisPoints ?? -1 }, ties: set.details.ties)
            return ProvincePage(
                title: words("rescoring", ["year": String(year)]), lede: set.details.name,
                caveat: words["rescoring-caveat"],
                crumbs: [
                    Link(words["criteria-sets"], Paths.criteriaSets),
                    Link(set.details.name, Paths.criteriaSet(number)),
                    Link(words("rescoring", ["year": String(year)])),
                ], links: [],
                cards: [
                    BoardPage.Card(
                        name: words["without-facts"],
                        figure: "\(rescoring.withoutFacts.count)/\(set.scored.count)",
                        detail: rescoring.withoutFacts.prefix(8).map { set.criteria[$0].code }
                            .joined(separator: ", "))
                ],
                tables: [
                    ProvincePage.Table(
                        heading: words["rescored"], links: [], caption: words["rescored-caption"],
                        headings: ["agency", "index-then", "rank-then", "index-now", "rank-now"]
                            .map { BoardPage.Heading(text: words[$0], isNumber: $0 != "agency") },
                        rows: found.indices.sorted {
                            (ranks[$0], $0) < (ranks[$1], $1)
                        }.map { place in
                            let (file, totals) = found[place]
                            let body = board.tree.body(file.assessment.agency)
                            return [
                                BoardPage.Cell(
                                    text: body?.version.shortName ?? "?",
                                    path: body.map {
                                        Paths.assessment(year, set.details.block, $0.code)
                                    }),
                                BoardPage.Cell(
                                    text: file.index.map { Written.share($0, language) } ?? "–"),
                                BoardPage.Cell(
                                    text: board.ranks.index[file.assessment.number]
                                        .map { String($0) } ?? "–"),
                                BoardPage.Cell(
                                    text: totals.index.map { Written.share($0, language) } ?? "–"),
                                BoardPage.Cell(text: String(ranks[place])),
                            ]
                        }, none: words["board-none"])
                ])
        }
        return context.page(page.title, in: .scores, main: provinceView(page, words))
    }
}

/// One agency's year, to stand beside others.
struct ComparedColumn: Sendable {
    let view: AssessmentFileView
    let name: String
    private let outcomes: [Outcome?]

    init(_ view: AssessmentFileView, year: Int) {
        self.view = view
        name = "\(view.agency.shortName) \(year)"
        outcomes = view.scorer.countedOutcomes(view.lines)
    }

    /// Its points for a criterion of the first column's set; another rule cannot be compared.
    func cell(_ criterion: Criterion, _ language: Language, _ words: Words) -> BoardPage.Cell {
        let set = view.board.set
        guard let place = set.position(of: criterion.code) else {
            return BoardPage.Cell(text: words["not-in-set"])
        }
        guard criterion.isScored else {
            let part = view.scorer.part(place, of: outcomes)
            return BoardPage.Cell(text: Written.points(part.points, language))
        }
        let text =
            outcomes[place]?.points.map { Written.points($0, language) } ?? words["not-counted"]
        return BoardPage.Cell(
            text: text,
            detail: set.criteria[place].scoresAlike(criterion) ? nil : words["rule-differs"])
    }
}

extension Paths {
    static func scoreComparison(_ year: Int, _ block: Agency.Block?) -> String {
        path([String(year), "index", slug(block), "comparison"])
    }
    static func honesty(_ year: Int, _ block: Agency.Block?) -> String {
        path([String(year), "index", slug(block), "honesty"])
    }
}
