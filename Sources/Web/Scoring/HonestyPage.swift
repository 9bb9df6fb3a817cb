import Domain
import Hummingbird
import Store

/// How honest self-scores are: spread, share at the maximum, gap by criterion and agency, drift.
enum HonestyRoutes {
    static func add(to router: Routes) {
        router.get("/:year/index/:block/honesty", .may(.seeScores), use: honesty)
    }

    @Sendable private static func honesty(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (year, block) = (try context.year(), try context.block())
        let (viewer, sees, today, language) = (
            context.viewer, context.may(.seeBoards), context.today, context.language
        )
        let page = try await context.site.store.read { db -> ProvincePage in
            guard
                let board = try ScoreBoard(
                    db, year: year, block: block, viewer: viewer, seesBoards: sees, on: today)
            else { throw ScoringRoutes.noRound(year, block) }
            guard board.seesAll else { throw PermissionError.notAllowed(.seeBoards) }
            let before = try ScoreBoard(
                db, year: year - 1, block: block, viewer: viewer, seesBoards: sees, on: today)
            return HonestyBuilder(
                board: board, before: before?.seesAll == true ? before : nil,
                lines: try db.lines(of: board.round.id), year: year, block: block,
                language: language
            ).page()
        }
        return context.page(
            page.title, in: .scores, main: provinceView(page, Words("Scoring", language)))
    }
}

struct HonestyBuilder {
    let board: ScoreBoard
    let before: ScoreBoard?
    let lines: [Int: [AssessmentLine]]
    let year: Int
    let block: Agency.Block?
    let language: Language

    private var words: Words { Words("Scoring", language) }

    func page() -> ProvincePage {
        let honesty = ScoreHonesty(
            Scorer(board.set), board.files.map { lines[$0.assessment.number] ?? [] },
            indices: board.files.compactMap(\.index))
        return ProvincePage(
            title: "\(words["honesty"]): \(block.scoredTitle[language])",
            lede: words["honesty-lede"], caveat: board.isPublished ? nil : words["not-final"],
            crumbs: [
                Link(words["scores"], Paths.scores(year)),
                Link(block.scoredTitle[language], Paths.board(year, block)),
                Link(words["honesty"]),
            ], links: [], cards: cards(honesty),
            tables: [agencies(), criteria(honesty), spread(honesty)])
    }

    private func cards(_ honesty: ScoreHonesty) -> [BoardPage.Card] {
        let cells = honesty.lines.reduce(0) { $0 + $1.count }
        let bySelf = Percentage(honesty.lines.reduce(0) { $0 + $1.fullBySelf }, of: cells)
        let full = Percentage(honesty.lines.reduce(0) { $0 + $1.full }, of: cells)
        let gap = honesty.lines.reduce(Points.zero) { $0 + $1.gap }
        let mean = board.files.isEmpty ? 0 : gap.hundredths / board.files.count
        func share(_ value: Percentage?) -> String {
            value.map { Written.share($0, language) } ?? "–"
        }
        return [
            BoardPage.Card(
                name: words["gap-mean"], figure: signed(Points(hundredths: mean)),
                detail: words["gap-detail"]),
            BoardPage.Card(
                name: words["full-self"], figure: share(bySelf), detail: words["of-lines"]),
            BoardPage.Card(name: words["full"], figure: share(full), detail: words["of-lines"]),
            BoardPage.Card(
                name: words["tells-nothing"],
                figure: "\(honesty.lines.count { $0.tellsNothing })/\(honesty.lines.count)",
                detail: words["of-lines-all"]),
        ]
    }

    private func signed(_ points: Points) -> String {
        (points > .zero ? "+" : "") + Written.points(points, language)
    }

    /// Who gave themselves the most beyond what was found, and whether it grew since last year.
    private func agencies() -> ProvincePage.Table {
        let last = Dictionary(
            (before?.files ?? []).map { ($0.assessment.agency, $0) },
            uniquingKeysWith: { first, _ in first })
        let rows = board.files.sorted {
            ($0.gap, $1.assessment.number) > ($1.gap, $0.assessment.number)
        }
        return ProvincePage.Table(
            heading: words["gap-by-agency"], links: [], caption: words["gap-by-agency-caption"],
            headings: ["agency", "own", "appraised", "gap", "gap-before", "own-before"].map {
                BoardPage.Heading(text: words[$0], isNumber: $0 != "agency")
            },
            rows: rows.map { file in
                let body = board.tree.body(file.assessment.agency)
                let old = last[file.assessment.agency]
                return [
                    BoardPage.Cell(
                        text: body?.version.shortName ?? "?",
                        path: body.map { Paths.assessment(year, block, $0.code) }),
                    BoardPage.Cell(text: Written.points(file.own.points, language)),
                    BoardPage.Cell(
                        text: Written.points(
                            file.counted.points - file.surveyed.points, language)),
                    BoardPage.Cell(text: signed(file.gap)),
                    BoardPage.Cell(text: old.map { signed($0.gap) } ?? words["no-year-before"]),
                    BoardPage.Cell(
                        text: old.map { Written.points($0.own.points, language) } ?? "–"),
                ]
            }, none: words["board-none"])
    }

    private func criteria(_ honesty: ScoreHonesty) -> ProvincePage.Table {
        let sorted = honesty.lines.sorted { ($0.gap, $1.position) > ($1.gap, $0.position) }
        return ProvincePage.Table(
            heading: words["gap-by-criterion"], links: [],
            caption: words["gap-by-criterion-caption"],
            headings: ["criterion", "maximum", "full-self", "full", "gap"].map {
                BoardPage.Heading(text: words[$0], isNumber: $0 != "criterion")
            },
            rows: sorted.map { line in
                let criterion = board.set.criteria[line.position]
                let mean = Points(
                    hundredths: line.count == 0 ? 0 : line.gap.hundredths / line.count)
                return [
                    BoardPage.Cell(
                        text: "\(criterion.code) \(criterion.title)",
                        detail: line.tellsNothing ? words["tells-nothing-mark"] : nil),
                    BoardPage.Cell(text: Written.points(criterion.maximum, language)),
                    BoardPage.Cell(text: "\(line.fullBySelf)/\(line.count)"),
                    BoardPage.Cell(text: "\(line.full)/\(line.count)"),
                    BoardPage.Cell(text: signed(mean)),
                ]
            }, none: "")
    }

    private func spread(_ honesty: ScoreHonesty) -> ProvincePage.Table {
        let filled = honesty.spread.indices.filter { honesty.spread[$0] > 0 }
        let range = (filled.first ?? 0)...(filled.last ?? 0)
        return ProvincePage.Table(
            heading: words["spread"], links: [], caption: words["spread-caption"],
            headings: [
                BoardPage.Heading(text: words["index"]),
                BoardPage.Heading(text: words["agencies"], isNumber: true),
                BoardPage.Heading(text: words["spread-bar"]),
            ],
            rows: range.reversed().map { place in
                [
                    BoardPage.Cell(
                        text: place == 19
                            ? "95 – 100" : "\(place * 5) – \(place * 5 + 5)"),
                    BoardPage.Cell(text: "\(honesty.spread[place])"),
                    BoardPage.Cell(
                        text: String(repeating: "▇", count: min(honesty.spread[place], 40))),
                ]
            }, none: words["board-none"])
    }
}
