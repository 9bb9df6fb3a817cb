import Domain
import Markup

func evidenceView(_ page: EvidencePage) -> HTML {
    let words = Words("Evidence", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        <a class="button noprint" href="\(page.download.path)">\(page.download.text)</a></div>
        <div class="cols evidence-page"><div class="stack">
        <section class="card preview" aria-label="\(words["preview"])">\(preview(page.preview))</section>
        </div><div class="stack">
        <section class="card"><h2>\(words["about"])</h2><dl class="facts">\(each: page.facts, factView)</dl></section>
        \(if: page.signatures, { signatures($0, words) })
        \(proves(page.proves, words))
        \(revisions(page.revisions, words))
        \(if: page.forms, { forms($0, words) })
        \(historyCard(page.history, page.language))
        </div></div>
        """
}

private func preview(_ preview: EvidencePage.Preview) -> HTML {
    switch preview {
    case .picture(let path, let name):
        return """
            <img src="\(path)" alt="\(name)">
            """
    case .pages(let pages, let more):
        return """
            \(each: pages, pageView)\(if: more, { "<p class=\"soft\">\($0)</p>" })
            """
    case .blocks(let blocks, let more):
        return """
            <div class="paper">\(each: blocks, blockView)</div>\(if: more, { "<p class=\"soft\">\($0)</p>" })
            """
    case .nothing(let reason):
        return """
            <p class="none">\(reason)</p>
            """
    }
}

private func pageView(_ page: EvidencePage.Preview.Page) -> HTML {
    """
    <img src="\(page.path)" alt="\(page.name)" loading="lazy" width="1100" height="1556">

    """
}

private func blockView(_ block: EvidencePage.Preview.Block) -> HTML {
    switch block {
    case .paragraph(let text):
        return """
            <p>\(text)</p>

            """
    case .table(let rows):
        return """
            <div class="scroll" tabindex="0" role="region"><table><tbody>\(each: rows, rowView)</tbody></table></div>

            """
    }
}

private func rowView(_ cells: [String]) -> HTML {
    """
    <tr>\(each: cells, { "<td>\($0)</td>" })</tr>
    """
}

private func signatures(_ sentences: [String], _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["signatures"])</h2><ul class="bullets">\(each: sentences, { "<li>\($0)</li>" })</ul></section>

    """
}

private func proves(_ proven: [EvidencePage.Proven], _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["proves"])</h2>\
    \(when: proven.isEmpty, "<p class=\"none\">\(words["proves-nothing"])</p>")\
    \(when: !proven.isEmpty, "<ul class=\"files\">\(each: proven, provenView)</ul>")</section>

    """
}

private func provenView(_ proven: EvidencePage.Proven) -> HTML {
    """
    <li><div><p class="name">\(linkView(proven.record))</p>\(when: !proven.text.isEmpty, "<p>\(proven.text)</p>")\
    \(when: !proven.note.isEmpty, "<p class=\"small\">\(proven.note)</p>")<p class="small">\(proven.when)</p></div></li>

    """
}

private func revisions(_ revisions: [EvidencePage.Revision], _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["revisions"])</h2><ul class="files">\(each: revisions, { revision($0, words) })</ul></section>

    """
}

private func revision(_ revision: EvidencePage.Revision, _ words: Words) -> HTML {
    """
    <li><div><p class="name">\(revision.name)\(when: revision.isNewest, " <small>\(words["newest"])</small>")</p>\
    <p class="small">\(revision.facts)</p></div>\
    <div class="tools"><a class="button" href="\(revision.download.path)">\(revision.download.text)\
    <span class="unseen"> \(revision.name)</span></a></div></li>

    """
}

private func forms(_ forms: EvidencePage.Forms, _ words: Words) -> HTML {
    """
    <section class="card noprint"><h2>\(words["correct"])</h2>
    \(problemSummary(forms.problems, heading: words["correct-refused"]))
    \(if: forms.conflict, { conflictTable($0, words.language) })
    <form method="post" action="\(forms.path)">\(tokenField(forms.token))\(each: forms.hidden, hiddenField)
    <div class="form one">\(each: forms.fields, fieldView)
    <div class="actions"><button class="main">\(words["correct-save"])</button></div></div></form></section>
    <section class="card noprint"><h2>\(words["replace"])</h2><p class="soft">\(words["replace-hint"])</p>
    \(problemSummary(forms.replaceProblems, heading: words["refused"]))
    <form method="post" action="\(forms.replacePath)" enctype="multipart/form-data" class="drop" data-drop="">\(tokenField(forms.token))
    <div class="form one"><div class="field wide"><label for="newer-file">\(words["newer"])</label>
    <input type="file" id="newer-file" name="files" accept="\(FileType.accepted)" required=""></div>
    \(fieldView(Field(name: "reason", label: words["replace-reason"], idPrefix: "newer-", isWide: true)))
    <p class="secret wide" role="note">\(words["secret"])</p>
    <div class="actions"><button>\(words["replace"])</button></div></div></form></section>

    """
}

func evidenceListView(_ page: EvidenceListPage) -> HTML {
    let words = Words("Evidence", page.language)
    let search = Field(name: "q", label: words["find"], value: page.query)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(words["list-lede"])</p></div></div>
        <form class="filter noprint" method="get" action="\(page.path)">\(fieldView(search))<div class="actions"><button>\(words["find-do"])</button></div></form>
        <section class="card" aria-label="\(page.title)">\
        \(when: page.items.isEmpty, "<p class=\"none\">\(page.none)</p>")\
        <ul class="files">\(each: page.items, { evidenceItem($0, words) })</ul></section>
        \(if: page.next, { "<p class=\"pages\">\(linkView($0))</p>" })
        """
}

func newEvidenceView(_ page: NewEvidencePage) -> HTML {
    let words = Words("Evidence", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
        \(evidencePartView(page.part))
        """
}
