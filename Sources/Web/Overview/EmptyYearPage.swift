import Domain
import Markup

/// What stands where a year's figures would, while no plan of the year is confirmed.
struct EmptyYearPage: Sendable {
    let title: String
    let lede: String
    let link: Link

    init(year: Int, language: Language) {
        let words = Words("Overview", language)
        title = words("empty-title", ["year": String(year)])
        lede = words["empty-lede"]
        link = Link(words["empty-link"], Paths.plans)
    }
}

func emptyYearView(_ page: EmptyYearPage) -> HTML {
    """
    <h1>\(page.title)</h1>
    <p class="lede">\(page.lede)</p>
    <p>\(linkView(page.link))</p>
    """
}
