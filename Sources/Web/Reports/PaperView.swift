import Markup

/// An official document as it lies on the desk: head, text, signature, recipients, annexes.
func paper(_ document: ReportPage.Paper) -> HTML {
    """
    <div class="paper-head"><div><p>\(document.superior)</p><p><b>\(document.issuer)</b></p><p class="rule">\(document.symbol)</p>\
    \(when: document.title.isEmpty, "<p class=\"small\">\(document.subject)</p>")</div>
    <div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p><b>Độc lập - Tự do - Hạnh phúc</b></p><p class="rule"><i>\(document.place)</i></p></div></div>
    \(when: !document.title.isEmpty, "<p class=\"paper-title\">\(document.title)<br>\(document.subject)</p>")\
    \(when: !document.addressees.isEmpty, "<p class=\"paper-to\">Kính gửi: \(document.addressees.joined(separator: "; ")).</p>")
    \(each: withoutGap(document.blocks), block)
    \(paperFoot(document))
    \(each: document.annexes, annex)
    """
}

/// Recipients at the left and the signature at the right; of a record the secretary at the left.
private func paperFoot(_ document: ReportPage.Paper) -> HTML {
    let recipients: HTML = """
        <p><b><i>Nơi nhận:</i></b></p><ul>\(each: document.recipients, { "<li>- \($0)</li>" })</ul>
        """
    let signature: HTML = """
        \(each: document.signers, { "<p><b>\($0)</b></p>" })<p class="signer"><b>\(document.signer)</b></p>
        """
    guard let secretary = document.secretary else {
        return """
            <div class="paper-foot"><div>\(recipients)</div><div>\(signature)</div></div>
            """
    }
    return """
        <div class="paper-foot"><div class="secretary"><p><b>\(secretary.title)</b></p><p class="signer"><b>\(secretary.name)</b></p></div>
        <div>\(signature)</div></div><div class="paper-foot"><div>\(recipients)</div><div></div></div>
        """
}

private func annex(_ annex: ReportPage.Paper.Annex) -> HTML {
    """
    <section class="annex"><p class="paper-title">Phụ lục<br>\(annex.title)</p>\(each: annex.blocks, block)</section>
    """
}

/// The blocks with headings that begin at the first level: none may be left out below a page's title.
private func withoutGap(_ blocks: [ReportPage.Paper.Block]) -> [ReportPage.Paper.Block] {
    let levels = blocks.compactMap { block in
        if case .heading(let level, _) = block { level } else { nil }
    }
    guard let highest = levels.min(), highest > 1 else { return blocks }
    return blocks.map { block in
        guard case .heading(let level, let text) = block else { return block }
        return .heading(level: level - highest + 1, text)
    }
}

private func block(_ block: ReportPage.Paper.Block) -> HTML {
    switch block {
    case .heading(level: 1, let text):
        return """
            <h2>\(text)</h2>

            """
    case .heading(level: 2, let text):
        return """
            <h3>\(text)</h3>

            """
    case .heading(_, let text):
        return """
            <h4>\(text)</h4>

            """
    case .paragraph(let style, let spans):
        return """
            <p class="\(style)">\(when: style == "item", "- ")\(each: spans.enumerated(), { style == "article" && $0.offset == 0 ? "<b>\(span($0.element))</b>" : span($0.element) })</p>

            """
    case .table(let table): return paperTable(table)
    case .chart(let title, let description, let bars):
        return """
            <figure><figcaption>\(title)</figcaption><table class="bars"><caption class="unseen">\(description)</caption>\
            <tbody>\(each: bars, bar)</tbody></table></figure>

            """
    }
}

private func bar(_ bar: ReportPage.Paper.Bar) -> HTML {
    """
    <tr><th scope="row">\(bar.label)</th><td><svg class="bullet on-course" aria-hidden="true">\
    <rect class="reached" x="0" y="20%" width="\(bar.length / 100)%" height="60%" rx="2"/></svg></td>\
    <td class="n">\(span(bar.number))</td></tr>
    """
}

private func paperTable(_ table: ReportPage.Paper.Table) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(table.title)"><table class="lined"><caption\(attribute: "class", table.showsTitle ? nil : "unseen")>\(table.title)</caption>
    <thead><tr>\(each: table.headings, { "<th scope=\"col\"\(attribute: "class", $0.isNumber ? "n" : nil)>\($0.text)</th>" })</tr></thead>
    <tbody>\(each: table.rows, { row($0, table.headings.map(\.isNumber)) })</tbody></table></div>\
    \(when: table.rows.isEmpty, "<p class=\"body\">Không có.</p>")\(if: table.rest, { "<p class=\"body\">\($0)</p>" })

    """
}

private func row(_ cells: [[ReportPage.Paper.Span]], _ numbers: [Bool]) -> HTML {
    """
    <tr>\(each: zip(cells, numbers), { "<td\(attribute: "class", $0.1 ? "n" : nil)>\(each: $0.0, span)</td>" })</tr>

    """
}

private func span(_ span: ReportPage.Paper.Span) -> HTML {
    if span.isBold {
        return """
            <b>\(span.text)</b>
            """
    }
    guard let path = span.path else { return "\(span.text)" }
    return """
        <a class="cited" href="\(path)">\(span.text)</a>
        """
}
