import Domain
import Markup

/// The quotas of inspection: of each inspecting body what is done, under way and still needed, by name.
struct QuotaPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let views: [OverviewPage.ViewChoice]
    let links: [Link]
    let boards: [Board]
    let none: String

    struct Board: Sendable {
        let heading: Link
        let lede: String
        let mergers: [String]
        let tables: [Lines]
    }

    struct Lines: Sendable {
        let caption: String
        let lines: [Line]
    }

    struct Line: Sendable {
        let name: Link
        /// "32", "10", "07", "01", "02".
        let counts: [String]
        let badge: Badge
        let draft: Link?
        /// Concluded, under way, scheduled, nothing yet: with names.
        let groups: [(word: String, names: [Link])]
    }
}

func quotaView(_ page: QuotaPage) -> HTML {
    let words = Words("Inspections", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        \(viewChoices(page.views, label: words["views"]))</div>
        <div class="stack">\(linkLine(page.links))
        \(when: page.boards.isEmpty, "<p class=\"none\">\(page.none)</p>")\(each: page.boards, { quotaBoard($0, words) })</div>
        """
}

private func quotaBoard(_ board: QuotaPage.Board, _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(linkView(board.heading))</h2><p class="soft">\(board.lede)</p>
    \(each: board.mergers, { "<p>\($0)</p>" })
    \(each: board.tables, { quotaTable($0, words) })</section>

    """
}

private func quotaTable(_ table: QuotaPage.Lines, _ words: Words) -> HTML {
    let heads = ["bodies", "needed", "done", "under-way", "scheduled", "missing", "gap"]
    return """
        <div class="scroll" tabindex="0" role="region" aria-label="\(table.caption)"><table class="rowed quota"><caption>\(table.caption)</caption><thead><tr>\
        <th scope="col">\(words["line"])</th>\(each: heads, { "<th scope=\"col\" class=\"n\">\(words[$0])</th>" })\
        <th scope="col">\(words["state"])</th></tr></thead>
        <tbody>\(each: table.lines, { quotaLine($0, heads.map { words[$0] }, words) })</tbody></table></div>
        """
}

private func quotaLine(_ line: QuotaPage.Line, _ heads: [String], _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(linkView(line.name))</th>\
    \(each: zip(line.counts, heads), { "<td class=\"n\" data-of=\"\($1)\">\($0)</td>" })\
    <td>\(badgeView(line.badge)) \(if: line.draft, linkView)</td></tr>
    <tr class="by-name"><td colspan="\(heads.count + 2)"><details><summary>\(words["by-name"])</summary>\
    <div class="named">\(each: line.groups, quotaNames)</div></details></td></tr>

    """
}

private func quotaNames(_ group: (word: String, names: [Link])) -> HTML {
    guard !group.names.isEmpty else { return "" }
    return """
        <div><p><b>\(group.word)</b> <small class="soft">\(group.names.count)</small></p>\
        <ul>\(each: group.names, { "<li>\(linkView($0))</li>" })</ul></div>
        """
}
