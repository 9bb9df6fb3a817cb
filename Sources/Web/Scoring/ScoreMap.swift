import Domain
import Markup
import Store

/// Agencies down, criteria across, points in each crossing: a table whose colours have words.
struct ScoreMap: Sendable {
    let title: String
    let caveat: String?
    let crumbs: [Link]
    let caption: String
    let columns: [Column]
    let rows: [Row]
    let legend: [String]

    struct Column: Sendable {
        /// Its number, which sorts the agencies by it.
        let code: Link
        let title: String
        let isSorted: Bool
        /// How many agencies have all of its points: "18/21".
        let full: String
    }

    struct Row: Sendable {
        let name: Link
        let cells: [(text: String, level: Int?)]
    }
}

struct ScoreMapBuilder {
    let board: ScoreBoard
    let lines: [Int: [AssessmentLine]]
    let year: Int
    let block: Agency.Block?
    let language: Language
    /// The criterion by which the agencies are sorted; otherwise they stand in the order of the tree.
    var order = ""

    private var words: Words { Words("Scoring", language) }

    func map() -> ScoreMap {
        let scorer = Scorer(board.set)
        let scored = board.set.scored
        let outcomes = board.files.map { file in
            (file, scorer.countedOutcomes(lines[file.assessment.number] ?? []))
        }
        let columns = scored.map { position in
            let criterion = board.set.criteria[position]
            let full = outcomes.count {
                $0.1[position]?.points == criterion.bounds.upperBound
            }
            let counted = outcomes.count { $0.1[position]?.points != nil }
            return ScoreMap.Column(
                code: Link(
                    criterion.code,
                    Paths.changed(
                        Paths.scoreMap(year, block),
                        [("order", criterion.code == order ? nil : criterion.code)])),
                title: criterion.title, isSorted: criterion.code == order,
                full: "\(full)/\(counted)")
        }
        return ScoreMap(
            title: "\(words["map"]): \(block.scoredTitle[language])",
            caveat: board.isPublished ? nil : words["not-final"],
            crumbs: [
                Link(words["scores"], Paths.scores(year)),
                Link(block.scoredTitle[language], Paths.board(year, block)), Link(words["map"]),
            ], caption: words["map-caption"], columns: columns,
            rows: outcomes.sorted {
                if let sorted = board.set.position(of: order) {
                    let (left, right) = ($0.1[sorted]?.points, $1.1[sorted]?.points)
                    if left != right {
                        return left?.hundredths ?? -100_000 > right?.hundredths ?? -100_000
                    }
                }
                return (board.tree.position(of: $0.0.assessment.agency) ?? .max)
                    < (board.tree.position(of: $1.0.assessment.agency) ?? .max)
            }.map { row($0.0, $0.1, scored) }, legend: (0...4).map { words["heat-\($0)"] })
    }

    private func row(
        _ file: ListedAssessment, _ outcomes: [Outcome?], _ scored: [Int]
    ) -> ScoreMap.Row {
        let body = board.tree.body(file.assessment.agency)
        return ScoreMap.Row(
            name: Link(
                body?.version.shortName ?? "?",
                body.map { Paths.assessment(year, block, $0.code) }),
            cells: scored.map { position in
                switch outcomes[position] {
                case .points(let points)?:
                    (
                        Written.points(points, language),
                        heat(.points(points), board.set.criteria[position])
                    )
                case .notCounted?: ("", nil)
                default: ("–", 0)
                }
            })
    }
}

func scoreMapView(_ map: ScoreMap, words: Words) -> HTML {
    """
    \(crumbsView(map.crumbs, label: words["crumbs"]))
    <div class="head"><div><h1>\(map.title)</h1></div></div>
    <div class="stack">
    \(if: map.caveat, { "<p class=\"notice at-risk\">\($0)</p>" })
    <section class="card"><ul class="line heat-legend">\(each: map.legend.enumerated(), { "<li class=\"heat-\($0.offset)\">\($0.element)</li>" })</ul>
    <div class="scroll" tabindex="0" role="region" aria-label="\(map.title)"><table class="heat"><caption>\(map.caption)</caption>
    <thead><tr><th scope="col">\(words["agency"])</th>\(each: map.columns, columnHeading)</tr></thead>
    <tbody>\(each: map.rows, row)</tbody>
    <tfoot><tr><th scope="row">\(words["at-maximum"])</th>\(each: map.columns, { "<td>\($0.full)</td>" })</tr></tfoot></table></div></section></div>
    """
}

private func columnHeading(_ column: ScoreMap.Column) -> HTML {
    """
    <th scope="col"\(attribute: "aria-sort", column.isSorted ? "descending" : nil)><abbr title="\(column.title)">\(linkView(column.code))</abbr></th>
    """
}

private func row(_ row: ScoreMap.Row) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.name))</th>\(each: row.cells, { "<td\(attribute: "class", $0.level.map { "heat-\($0)" })>\($0.text)</td>" })</tr>

    """
}
