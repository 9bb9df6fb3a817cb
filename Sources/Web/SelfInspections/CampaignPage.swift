import Domain
import Markup

/// Campaigns of a year, or one of them body by body.
struct CampaignPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let links: [Link]
    /// All bodies, or those in one state.
    var views: [OverviewPage.ViewChoice] = []
    let table: TaskPage.Table
    /// Bodies of the scope that were not asked, and why.
    var omitted: TaskPage.Table?
    var form: TaskFormPart?
}

func campaignPageView(_ page: CampaignPage) -> HTML {
    let words = Words("Inspections", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
        \(when: !page.views.isEmpty, viewChoices(page.views, label: words["views"]))
        <div class="stack">\(tablePart(page.table))\(if: page.omitted, tablePart)\(if: page.form, { formPart($0, page.language) })</div>
        """
}
