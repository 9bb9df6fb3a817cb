import Domain
import Markup
import Store

/// The blocks that are scored in a year, each with its round and set.
struct ScoresPage: Sendable {
    let title: String
    let lede: String
    let links: [Link]
    let headings: [BoardPage.Heading]
    let rows: [[BoardPage.Cell]]

    init(
        year: Int, rounds: [ScoringRound], sets: [ListedCriteriaSet], language: Language,
        canManage: Bool
    ) {
        let words = Words("Scoring", language)
        title = "\(words["scores"]) \(year)"
        lede = words["scores-lede"]
        links =
            [Link(words["criteria-sets"], Paths.criteriaSets)]
            + (canManage ? [Link(words["open-round"], Paths.rounds(year))] : [])
        headings = ["block", "round", "criteria-set", "state"].map {
            BoardPage.Heading(text: words[$0])
        }
        rows = rounds.map { round in
            let set = sets.first { $0.id == round.set }
            let state =
                round.publication.map {
                    words("published-by", ["symbol": $0.symbol, "day": $0.on[language]])
                } ?? words("due-self", ["day": round.terms.selfDue[language]])
            let publish =
                canManage && round.publication == nil
                ? Paths.roundPublication(round.year, round.block) : nil
            return [
                BoardPage.Cell(
                    text: round.block.scoredTitle[language],
                    path: Paths.board(round.year, round.block)),
                BoardPage.Cell(text: round.terms.title),
                BoardPage.Cell(
                    text: set?.details.name ?? "–", path: set.map { Paths.criteriaSet($0.number) }),
                BoardPage.Cell(text: state, path: publish),
            ]
        }
    }
}

func scoresView(_ page: ScoresPage, _ words: Words) -> HTML {
    """
    <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
    <section class="card">\(when: page.rows.isEmpty, "<p class=\"none\">\(words["scores-none"])</p>")\
    \(when: !page.rows.isEmpty, scoreTable(words["scores-caption"], page.headings, page.rows))</section>
    """
}
