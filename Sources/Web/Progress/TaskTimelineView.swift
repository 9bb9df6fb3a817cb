import Documents
import Domain
import Markup

func taskTimelineView(_ page: TaskTimelinePage) -> HTML {
    let words = Words("Progress", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        \(viewChoices(page.views, label: words["views"]))</div>
        <section class="card">
        <ul class="line">\(each: page.legend, { "<li>\(badgeView($0))</li>" })</ul>
        \(when: page.rows.isEmpty, "<p class=\"none\">\(page.none)</p>")\
        \(when: !page.rows.isEmpty, timelineTable(page, words))
        \(if: page.more, { "<p>\(linkView($0))</p>" })</section>
        """
}

private func timelineTable(_ page: TaskTimelinePage, _ words: Words) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(page.title)"><table class="timeline rowed"><caption class="unseen">\(page.title)</caption>
    <thead><tr><th scope="col">\(words["task"])</th><th scope="col">\(words["lead"])</th>\
    <th scope="col"><span class="unseen">\(words["course"])</span>\(TaskTimeline.scale(page.months, now: page.now, label: page.nowText))</th>\
    <th scope="col">\(words["due"])</th><th scope="col">\(words["state"])</th></tr></thead>
    <tbody>\(each: page.rows, { timelineRow($0, words) })</tbody></table></div>
    """
}

private func timelineRow(_ row: TaskTimelinePage.Row, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.task))</th><td data-of="\(words["lead"])">\(row.lead)</td><td class="course">\(row.bar.svg)</td>\
    <td data-of="\(words["due"])">\(row.due)</td><td data-of="\(words["state"])">\(badgeView(row.badge))</td></tr>

    """
}
