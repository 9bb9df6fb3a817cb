import Domain

/// Writes the text of an official document as the main part of a .docx.
struct WordBody {
    private(set) var xml = WordXML()
    /// The charts met so far; each becomes a part of its own.
    private(set) var charts: [OfficialDocument.Figure] = []

    static func part(_ document: OfficialDocument) -> WordBody {
        var body = WordBody()
        body.xml.add(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><w:body>
            """)
        body.head(document)
        for block in document.blocks { body.block(block, isLandscape: false) }
        body.foot(document)
        for (position, annex) in document.annexes.enumerated() {
            body.endSection(isLandscape: position > 0)
            body.annex(annex, position, of: document)
        }
        body.section(isLandscape: !document.annexes.isEmpty)
        body.xml.add("</w:body></w:document>")
        return body
    }

    // MARK: Blocks

    mutating func block(_ block: OfficialDocument.Block, isLandscape: Bool) {
        switch block {
        case .heading(let level, let text):
            paragraph(level <= 1 ? "Heading1" : level == 2 ? "Heading2" : "Heading3", text)
        case .paragraph(let paragraph): write(paragraph)
        case .table(let table): write(table, isLandscape: isLandscape)
        case .figure(let figure): write(figure)
        }
    }

    private mutating func write(_ paragraph: OfficialDocument.Paragraph) {
        let style: StaticString =
            switch paragraph.style {
            case .body, .item, .article: "Body"
            case .basis: "Basis"
            case .centred: "Centred"
            }
        open(style)
        if paragraph.style == .item { run("- ") }
        spans(paragraph.spans, firstIsBold: paragraph.style == .article)
        xml.add("</w:p>")
    }

    mutating func spans(_ spans: [OfficialDocument.Span], firstIsBold: Bool = false) {
        let whole = OfficialText.bound(spans.map(\.text).joined())
        // What binds a number to its unit may lie across two spans, so the whole is bound, then cut.
        var rest = whole.unicodeScalars[...]
        for (position, span) in spans.enumerated() {
            let length = span.text.unicodeScalars.count
            let text = String(String.UnicodeScalarView(rest.prefix(length)))
            rest = rest.dropFirst(length)
            switch span {
            case .text, .number: run(text, firstIsBold && position == 0 ? "<w:b/>" : "")
            case .bold: run(text, "<w:b/>")
            case .italic: run(text, "<w:i/>")
            }
        }
    }

    // MARK: Pieces

    mutating func open(_ style: StaticString) {
        xml.add("<w:p><w:pPr><w:pStyle w:val=\"")
        xml.add(style)
        xml.add("\"/></w:pPr>")
    }

    mutating func paragraph(_ style: StaticString, _ text: String) {
        open(style)
        run(OfficialText.bound(text))
        xml.add("</w:p>")
    }

    mutating func run(_ text: String, _ properties: StaticString = "") {
        guard !text.isEmpty else { return }
        xml.add("<w:r>")
        if properties.utf8CodeUnitCount > 0 {
            xml.add("<w:rPr>")
            xml.add(properties)
            xml.add("</w:rPr>")
        }
        xml.add("<w:t xml:space=\"preserve\">")
        xml.add(text: text)
        xml.add("</w:t></w:r>")
    }

    /// A line as long as it is told, in the middle of a column so wide.
    mutating func rule(_ length: Int, in width: Int) {
        let side = max(0, (width - length) / 2)
        xml.add("<w:p><w:pPr><w:pStyle w:val=\"Rule\"/>")
        xml.add(
            "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/></w:pBdr>"
        )
        xml.add("<w:ind w:left=\"")
        xml.add(side)
        xml.add("\" w:right=\"")
        xml.add(side)
        xml.add("\"/></w:pPr></w:p>")
    }

    // MARK: Sections

    /// Ends the section that the last paragraphs belong to; the next begins on a new page.
    private mutating func endSection(isLandscape: Bool) {
        xml.add("<w:p><w:pPr><w:pStyle w:val=\"Rule\"/>")
        section(isLandscape: isLandscape)
        xml.add("</w:pPr></w:p>")
    }

    /// The page: the first of each section bears no number, and an annex counts its own pages.
    private mutating func section(isLandscape: Bool) {
        xml.add("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdNumber\"/>")
        xml.add("<w:headerReference w:type=\"first\" r:id=\"rIdNone\"/>")
        xml.add("<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"")
        xml.add(isLandscape ? PaperLayout.long : PaperLayout.short)
        xml.add("\" w:h=\"")
        xml.add(isLandscape ? PaperLayout.short : PaperLayout.long)
        xml.add(isLandscape ? "\" w:orient=\"landscape\"/>" : "\"/>")
        xml.add("<w:pgMar w:top=\"")
        xml.add(PaperLayout.top)
        xml.add("\" w:right=\"")
        xml.add(PaperLayout.right)
        xml.add("\" w:bottom=\"")
        xml.add(PaperLayout.bottom)
        xml.add("\" w:left=\"")
        xml.add(PaperLayout.left)
        xml.add("\" w:header=\"")
        xml.add(PaperLayout.header)
        xml.add("\" w:footer=\"")
        xml.add(PaperLayout.header)
        xml.add("\" w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>")
    }

    mutating func note(_ figure: OfficialDocument.Figure) -> Int {
        charts.append(figure)
        return charts.count
    }

    mutating func add(_ literal: StaticString) { xml.add(literal) }
    mutating func add(_ number: Int) { xml.add(number) }
    mutating func add(_ part: WordXML) { xml.add(part) }
    mutating func add(text: String) { xml.add(text: text) }
}
