import Domain
import Markup
import Store

/// The criteria sets, the newest first.
struct CriteriaListPage: Sendable {
    let title: String
    let links: [Link]
    let headings: [BoardPage.Heading]
    let rows: [[BoardPage.Cell]]

    init(_ sets: [ListedCriteriaSet], language: Language, canManage: Bool) {
        let words = Words("Scoring", language)
        title = words["criteria-sets"]
        links = canManage ? [Link(words["import-set"], Paths.criteriaImport)] : []
        headings = [
            BoardPage.Heading(text: words["criteria-set"]), BoardPage.Heading(text: words["block"]),
            BoardPage.Heading(text: words["set-year"], isNumber: true),
            BoardPage.Heading(text: words["scored-count"], isNumber: true),
            BoardPage.Heading(text: words["state"]),
        ]
        rows = sets.map { set in
            [
                BoardPage.Cell(
                    text: set.details.name, path: Paths.criteriaSet(set.number),
                    detail: set.details.symbol),
                BoardPage.Cell(text: set.details.block.scoredTitle[language]),
                BoardPage.Cell(text: String(set.details.year)),
                BoardPage.Cell(text: Written.number(set.scoredCount, language)),
                BoardPage.Cell(
                    text: set.closedOn.map { words("closed-on", ["day": $0[language]]) }
                        ?? words["draft"]),
            ]
        }
    }
}

func criteriaListView(_ page: CriteriaListPage, _ words: Words) -> HTML {
    """
    <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(words["criteria-lede"])</p></div>\(linkLine(page.links))</div>
    <section class="card">\(when: page.rows.isEmpty, "<p class=\"none\">\(words["criteria-none"])</p>")\
    \(when: !page.rows.isEmpty, scoreTable(words["criteria-caption"], page.headings, page.rows))</section>
    """
}

/// One criteria set: its lines as the table of a decision has them, or what differs from another.
struct CriteriaSetPage: Sendable {
    let title: String
    let lede: String
    let crumbs: [Link]
    let links: [Link]
    let others: [Link]
    let queries: [Query]
    let lines: [Line]
    /// What another edition is called, when it is compared with.
    let comparedWith: String?

    struct Query: Sendable {
        let message: String
        let note: String?
        let path: String
        let hidden: [HiddenField]
        let field: Field
        let mayNote: Bool
    }

    struct Line: Sendable {
        let depth: Int
        let code: String
        let title: String
        let maximum: String
        let rule: String
        let input: String
        let evidence: String
        let appraiser: String
        /// How it differs from the other edition.
        let difference: String?
    }
}

struct CriteriaSetBuilder {
    let set: CriteriaSet
    let other: CriteriaSet?
    let others: [ListedCriteriaSet]
    let language: Language
    let canManage: Bool

    private var words: Words { Words("Scoring", language) }

    func page() -> CriteriaSetPage {
        let details = self.set.details
        let comparison = other.map { CriteriaComparison($0, self.set) }
        var lines = self.set.criteria.indices.map { position in
            line(
                self.set.criteria[position], depth: self.set.depth(position),
                comparison?.lines[position].difference)
        }
        for gone in comparison?.lines ?? [] where gone.difference == .removed {
            if let before = gone.before { lines.append(line(before, depth: 0, .removed)) }
        }
        return CriteriaSetPage(
            title: details.name, lede: lede,
            crumbs: [Link(words["criteria-sets"], Paths.criteriaSets), Link(details.name)],
            links: [
                Link("YAML", Paths.criteriaSet(self.set.number, "set.yaml")),
                Link("XLSX", Paths.criteriaSet(self.set.number, "table.xlsx")),
                Link("CSV", Paths.criteriaSet(self.set.number, "table.csv")),
                Link("DOCX", Paths.criteriaSet(self.set.number, "table.docx")),
                Link(words["opinions"], Paths.criteriaSet(self.set.number, "opinions")),
                Link(
                    words("rescoring", ["year": String(details.year - 1)]),
                    Paths.criteriaSet(self.set.number, "rescoring")),
            ]
                + (canManage && self.set.closedOn == nil
                    ? [Link(words["edit-set"], Paths.criteriaSet(self.set.number, "text"))] : []),
            others: others.filter {
                $0.number != self.set.number && $0.details.block == details.block
            }.map {
                Link(
                    words("compare-with", ["year": String($0.details.year)]),
                    Paths.changed(
                        Paths.criteriaSet(self.set.number), [("with", String($0.number))]))
            },
            queries: self.set.allQueries.map(query), lines: lines,
            comparedWith: other.map { "\($0.details.name) (\($0.details.year))" })
    }

    private var lede: String {
        let details = self.set.details
        return [
            details.block.scoredTitle[language], String(details.year), details.symbol,
            words("maximum-of", ["points": Written.points(self.set.maximum, language)]),
            details.classes.text, details.source,
            self.set.closedOn.map { words("closed-on", ["day": $0[language]]) } ?? words["draft"],
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func query(_ query: SumQuery) -> CriteriaSetPage.Query {
        CriteriaSetPage.Query(
            message: query.message[language], note: self.set.notes[query.code],
            path: Paths.criteriaSet(self.set.number, "notes"),
            hidden: [
                HiddenField(name: "code", value: query.code),
                HiddenField(name: EditedForm.versionName, value: String(self.set.version)),
            ],
            field: Field(
                name: "note", label: words["settle-note"], isRequired: true,
                idPrefix: query.code, isWide: true),
            mayNote: canManage && self.set.closedOn == nil && self.set.notes[query.code] == nil)
    }

    private func line(
        _ criterion: Criterion, depth: Int, _ difference: CriteriaComparison.Difference?
    ) -> CriteriaSetPage.Line {
        let isShare = criterion.input?.kind == .share
        let nature =
            criterion.nature == .standard ? "" : " (\(criterion.nature.title[language]))"
        return CriteriaSetPage.Line(
            depth: depth, code: criterion.code, title: criterion.title + nature,
            maximum: Written.points(criterion.maximum, language),
            rule: criterion.rule?.words(isShare: isShare)[language] ?? "",
            input: criterion.input?.title[language] ?? "", evidence: criterion.evidence,
            appraiser: criterion.appraiser,
            difference: difference.map { words["difference-\(Self.key($0))"] })
    }

    private static func key(_ difference: CriteriaComparison.Difference) -> String {
        switch difference {
        case .added: "added"
        case .removed: "removed"
        case .scoredOtherwise: "scored"
        case .reworded: "reworded"
        case .same: "same"
        }
    }
}

func criteriaSetView(_ page: CriteriaSetPage, token: String, words: Words) -> HTML {
    """
    \(crumbsView(page.crumbs, label: words["crumbs"]))
    <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
    <div class="stack">
    \(each: page.queries, { query($0, token, words) })
    <section class="card"><div class="title"><h2>\(words["criteria"])</h2>\(linkLine(page.others))</div>
    <div class="scroll" tabindex="0" role="region" aria-label="\(words["criteria-table"])"><table class="score-lines wraps"><caption>\(page.comparedWith.map { words("compared-with", ["name": $0]) } ?? words["criteria-table"])</caption>
    <thead><tr><th scope="col">\(words["criterion"])</th><th scope="col" class="n">\(words["maximum"])</th>\
    \(if: page.comparedWith, { _ in "<th scope=\"col\">\(words["difference"])</th>" })<th scope="col">\(words["rule"])</th>\
    <th scope="col">\(words["evidence-asked"])</th><th scope="col">\(words["appraiser"])</th></tr></thead>
    <tbody>\(each: page.lines, { line($0, words) })</tbody></table></div></section></div>
    """
}

private func line(_ line: CriteriaSetPage.Line, _ words: Words) -> HTML {
    """
    <tr class="depth-\(line.depth)"><th scope="row"><b>\(line.code)</b> \(line.title)</th>\
    <td class="n" data-of="\(words["maximum"])">\(line.maximum)</td>\
    \(if: line.difference, { "<td data-of=\"\(words["difference"])\">\($0)</td>" })\
    <td data-of="\(words["rule"])">\(line.rule)\(when: !line.input.isEmpty, " <small class=\"soft\">\(line.input)</small>")</td>\
    <td data-of="\(words["evidence-asked"])">\(line.evidence)</td><td data-of="\(words["appraiser"])">\(line.appraiser)</td></tr>

    """
}

private func query(_ query: CriteriaSetPage.Query, _ token: String, _ words: Words) -> HTML {
    """
    <section class="notice at-risk"><p>\(query.message)</p>\(if: query.note, { "<p><b>\(words["settled"])</b> \($0)</p>" })\
    \(when: query.mayNote, noteForm(query, token, words))</section>
    """
}

private func noteForm(_ query: CriteriaSetPage.Query, _ token: String, _ words: Words) -> HTML {
    """
    <form method="post" action="\(query.path)">\(tokenField(token))\(each: query.hidden, hiddenField)\
    <div class="form">\(fieldView(query.field))<div class="actions"><button>\(words["settle"])</button></div></div></form>
    """
}
