import Markup

func livingPlanView(_ page: LivingPlanPage) -> HTML {
    let words = Words("Plans", page.language)
    return """
        <div class="head"><div><p class="page-name">\(page.heading)</p><p class="lede">\(page.lede)</p></div>\
        \(linkLine(page.links))</div>
        \(each: page.notices, noticeView)
        <article lang="vi"><div class="doc">
        \(letterheadView(page.letterhead))
        <h1>\(each: page.titleLines, { "<b>\($0)</b>" })</h1>
        \(each: page.clauses, { clauseView($0, words) })
        \(if: page.signature, signatureView)
        </div>
        \(each: page.annexes, { annexView($0, words) })
        </article>
        """
}

func noticeView(_ notice: LivingPlanPage.Notice) -> HTML {
    """
    <p class="notice\(when: notice.isUrgent, " at-risk")" role="note">\(notice.text) \(if: notice.link, linkView)</p>
    """
}

/// The official head of a document: issuer and number on the left, the nation's name on the right.
func letterheadView(_ letterhead: LivingPlanPage.Letterhead) -> HTML {
    """
    <div class="letterhead"><div><b class="rule">\(each: letterhead.issuerLines, { "<span>\($0)</span>" })</b>\
    <span>\(letterhead.number)</span></div>
    <div><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><b class="rule long">Độc lập - Tự do - Hạnh phúc</b>\
    <i>\(letterhead.placeAndDay)</i></div></div>
    """
}

private func clauseView(_ clause: LivingPlanPage.Clause, _ words: Words) -> HTML {
    """
    \(clauseText(clause))
    \(noteList(clause.notes, words))
    """
}

func clauseText(_ clause: LivingPlanPage.Clause) -> HTML {
    let text: HTML = "\(each: clause.segments, segment)"
    return switch clause.level {
    case .part: "<h2 id=\"\(clause.anchor)\">\(text)</h2>"
    case .section: "<h3 id=\"\(clause.anchor)\">\(text)</h3>"
    case .point: "<h4 id=\"\(clause.anchor)\">\(text)</h4>"
    case .paragraph: "<p id=\"\(clause.anchor)\">\(text)</p>"
    }
}

private func segment(_ segment: LivingPlanPage.Segment) -> HTML {
    guard let mark = segment.mark else { return "\(segment.text)" }
    return """
        <a class="marked \(mark.kind.rawValue)" href="\(mark.path)">\(segment.text)<sup>\(mark.number)</sup></a>
        """
}

private func noteList(_ notes: [LivingPlanPage.Note], _ words: Words) -> HTML? {
    guard !notes.isEmpty else { return nil }
    return """
        <div class="notes" role="note" lang="\(words["language"])" aria-label="\(words["standing"])">\(each: notes, noteView)</div>

        """
}

private func noteView(_ note: LivingPlanPage.Note) -> HTML {
    """
    <div class="note \(note.badge?.kind.rawValue ?? "task-note")">\
    <div>\(if: note.number, { "<span class=\"no\">\($0)</span>" })\(if: note.badge, badgeView)\
    <span class="name">\(linkView(note.title))</span></div>\
    \(each: note.lines, { "<p>\($0)</p>" })</div>

    """
}

private func signatureView(_ signature: LivingPlanPage.Signature) -> HTML {
    """
    <div class="signature"><ul class="to">\(each: signature.recipients, { "<li>\($0)</li>" })</ul>\
    <div class="by">\(each: signature.capacity, { "<div>\($0)</div>" })<span>\(signature.signer)</span></div></div>

    """
}

func annexView(_ annex: LivingPlanPage.Annex, _ words: Words) -> HTML {
    """
    <section class="annex card"><h2>\(annex.heading)</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="\(annex.heading)"><table><caption>\(annex.caption)</caption>
    <thead><tr>\(each: annex.headings, { "<th scope=\"col\">\($0)</th>" })<th scope="col" class="state">\(words["state"])</th></tr></thead>
    <tbody>\(each: annex.rows, annexRow)</tbody></table></div></section>

    """
}

private func annexRow(_ row: LivingPlanPage.Annex.Row) -> HTML {
    """
    <tr id="\(row.anchor)">\(each: row.cells, { "<td>\($0)</td>" })\
    <td class="state">\(if: row.badge, badgeView)\(if: row.note, { "<div>\($0)</div>" })</td></tr>

    """
}
