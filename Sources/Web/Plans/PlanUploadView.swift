import Markup

func planUploadView(_ page: PlanUploadPage) -> HTML {
    let words = Words("Plans", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["document"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
        \(problemSummary(page.problems, heading: words["problems"]))
        <form class="card" method="post" action="\(page.path)" enctype="multipart/form-data">
        \(tokenField(page.token))
        <div class="form">\(each: page.fields, fieldView)
        <div class="actions"><button class="main">\(words["read"])</button> <span class="soft">\(words["secret"])</span></div>
        </div></form>
        """
}
