import Domain
import Store

/// Makes a block's board of what the viewer may see.
struct BoardBuilder {
    let board: ScoreBoard
    let year: Int
    let block: Agency.Block?
    let language: Language
    /// The column by which the reader sorts: `index`, `own`, `name`.
    let order: String
    let canManage: Bool

    private var words: Words { Words("Scoring", language) }

    func page() -> BoardPage {
        let title = "\(words["index-of"]) \(board.round.year): \(block.scoredTitle[language])"
        return BoardPage(
            title: title, lede: lede,
            caveat: board.isPublished ? nil : words[board.seesAll ? "not-final" : "not-final-own"],
            crumbs: [Link(words["scores"], Paths.scores(year)), Link(block.scoredTitle[language])],
            links: links, cards: cards, headings: headings, rows: sorted.map(row),
            caption: words("board-caption", ["count": Written.count(board.files.count, language)]),
            none: board.files.isEmpty ? words["board-none"] : nil,
            refreshPath: canManage && !board.isPublished
                ? Paths.roundMeasures(year, block) : nil)
    }

    private var lede: String {
        var parts = [board.round.terms.title]
        if let publication = board.round.publication {
            parts.append(
                words(
                    "published-by",
                    ["symbol": publication.symbol, "day": publication.on[language]]))
        } else {
            parts.append(words("due-self", ["day": board.round.terms.selfDue[language]]))
        }
        parts.append(words("cut-off", ["day": board.round.terms.cutOff[language]]))
        if board.isPublished, !comparesYears,
            let change = board.files.first.flatMap({ board.change($0) })
        {
            parts.append("\(words["change"]): \(change.words[language])")
        }
        return parts.joined(separator: ". ") + "."
    }

    private var links: [Link] {
        var links = [Link(words["criteria-set"], Paths.criteriaSet(board.set.number))]
        if board.seesAll {
            links.append(Link(words["map"], Paths.scoreMap(year, block)))
            links.append(Link(words["honesty"], Paths.honesty(year, block)))
        }
        links.append(Link(words["comparison"], Paths.scoreComparison(year, block)))
        if canManage, !board.isPublished {
            links.append(Link(words["import-survey"], Paths.surveyScores(year, block)))
        }
        for format in ["csv", "xlsx"] {
            links.append(Link(format.uppercased(), Paths.boardFile(year, block, format)))
        }
        return links
    }

    private var cards: [BoardPage.Card] {
        var cards: [BoardPage.Card] = []
        if let mean = board.mean {
            cards.append(
                BoardPage.Card(
                    name: words["mean"],
                    figure: Written.points(board.isPublished ? mean.counted : mean.own, language),
                    detail: words("over", ["count": Written.count(mean.count, language)])))
        }
        guard board.seesAll else { return cards }
        let known = board.files.filter { $0.index != nil }.sorted { ahead($0, $1) }
        if let best = known.first { cards.append(card(words["best"], best)) }
        if let last = known.last, known.count > 1 { cards.append(card(words["last"], last)) }
        let counts = classCounts
        if !counts.isEmpty {
            cards.append(
                BoardPage.Card(
                    name: words["classes"],
                    figure: counts.map { "\($0.count)" }.joined(separator: "/"),
                    detail: counts.map(\.name).joined(separator: "/")))
        }
        if board.isPublished { cards.append(gapCard) }
        return cards
    }

    private var classCounts: [(name: String, count: Int)] {
        guard board.isPublished else { return [] }
        return board.set.details.classes.lines.map { line in
            (
                line.name,
                board.files.count {
                    $0.index.flatMap { board.set.details.classes.name(for: $0) } == line.name
                }
            )
        }
    }

    /// How much the agencies gave themselves beyond what was found, on average.
    private var gapCard: BoardPage.Card {
        let gaps = board.files.map { $0.gap.hundredths }
        let mean = gaps.isEmpty ? 0 : gaps.reduce(0, +) / gaps.count
        return BoardPage.Card(
            name: words["gap-mean"], figure: signed(Points(hundredths: mean)),
            detail: words["gap-detail"])
    }

    private func card(_ name: String, _ file: ListedAssessment) -> BoardPage.Card {
        BoardPage.Card(
            name: name, figure: file.index.map { Written.share($0, language) } ?? "–",
            detail: shortName(file))
    }

    private var headings: [BoardPage.Heading] {
        let change = comparesYears ? [BoardPage.Heading(text: words["change"])] : []
        let rating = board.isPublished ? [BoardPage.Heading(text: words["class"])] : []
        let stage = board.isPublished ? [] : [BoardPage.Heading(text: words["stage"])]
        return [
            BoardPage.Heading(text: words["agency"], path: sorting("name"), order: sign("name")),
            BoardPage.Heading(
                text: words["index"], path: sorting("index"), isNumber: true, order: sign("index")),
            BoardPage.Heading(text: words["rank"], isNumber: true),
        ] + change + rating + [
            BoardPage.Heading(text: words["appraised"], isNumber: true),
            BoardPage.Heading(text: words["surveyed"], isNumber: true),
            BoardPage.Heading(
                text: words["own"], path: sorting("own"), isNumber: true, order: sign("own")),
            BoardPage.Heading(text: words["gap"], isNumber: true),
        ] + stage
    }

    private func sorting(_ order: String) -> String {
        Paths.changed(
            Paths.board(year, block), [("order", order == "index" ? nil : order)])
    }

    private func sign(_ order: String) -> String? {
        order == self.order ? (order == "name" ? "ascending" : "descending") : nil
    }

    private var sorted: [ListedAssessment] {
        switch order {
        case "name":
            board.files.sorted { position($0) < position($1) }
        case "own":
            board.files.sorted {
                ($1.own.points, position($0)) < ($0.own.points, position($1))
            }
        default: board.files.sorted(by: ahead)
        }
    }

    private func ahead(_ left: ListedAssessment, _ right: ListedAssessment) -> Bool {
        let (first, second) = (left.index?.basisPoints ?? -1, right.index?.basisPoints ?? -1)
        return first == second ? position(left) < position(right) : first > second
    }

    private func position(_ file: ListedAssessment) -> Int {
        board.tree.position(of: file.assessment.agency) ?? .max
    }

    private func row(_ file: ListedAssessment) -> [BoardPage.Cell] {
        let number = file.assessment.number
        let code = board.tree.body(file.assessment.agency)?.code
        let rank = { (ranks: [Int: Int]) in ranks[number].map { "\(words["place"]) \($0)" } }
        var cells = [
            BoardPage.Cell(
                text: shortName(file), path: code.map { Paths.assessment(year, block, $0) }),
            BoardPage.Cell(text: file.index.map { Written.share($0, language) } ?? "–"),
            BoardPage.Cell(text: board.ranks.index[number].map(String.init) ?? "–"),
            BoardPage.Cell(
                text: part(file.appraised), detail: rank(board.ranks.appraised)),
            BoardPage.Cell(
                text: file.surveyed.maximum == .zero ? words["no-survey"] : part(file.surveyed),
                detail: file.surveyed.maximum == .zero ? nil : rank(board.ranks.surveyed)),
            BoardPage.Cell(text: part(file.own)),
            BoardPage.Cell(
                text: file.assessment.stage == .selfScoring
                    ? "–" : signed(file.gap)),
        ]
        if board.isPublished {
            if comparesYears {
                cells.insert(
                    BoardPage.Cell(text: board.change(file)?.words[language] ?? "–"), at: 3)
            }
            cells.insert(
                BoardPage.Cell(
                    text: file.index.flatMap { board.set.details.classes.name(for: $0) } ?? "–"),
                at: comparesYears ? 4 : 3)
        } else {
            cells.append(BoardPage.Cell(text: file.assessment.stage.title[language]))
        }
        return cells
    }

    /// Whether any agency can be compared with last year; where none can, it is said once.
    private var comparesYears: Bool {
        board.isPublished
            && board.files.contains {
                if case .by = board.change($0) { true } else { false }
            }
    }

    private func part(_ part: ScoreTotals.Part) -> String {
        "\(Written.points(part.points, language))/\(Written.points(part.maximum, language))"
    }

    private func signed(_ points: Points) -> String {
        (points > .zero ? "+" : "") + Written.points(points, language)
    }

    private func shortName(_ file: ListedAssessment) -> String {
        board.tree.body(file.assessment.agency)?.version.shortName ?? "?"
    }
}

extension ListedAssessment {
    /// How much more the agency gave itself than counts in the end, the survey left out.
    var gap: Points { own.points - (counted.points - surveyed.points) }
}
