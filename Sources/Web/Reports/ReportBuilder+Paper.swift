import Domain

extension ReportBuilder {
    /// The document as it is read on screen, each cited number a way to what is behind it.
    func paper(_ document: OfficialDocument) -> ReportPage.Paper {
        ReportPage.Paper(
            superior: document.letterhead.superior, issuer: document.letterhead.issuer,
            symbol: "Số: \(document.symbol)", place: document.placeAndDay,
            title: document.kind == .letter ? "" : document.kind.title.vi.uppercased(),
            subject: document.kind == .letter ? "V/v \(document.subject)" : document.subject,
            addressees: document.addressees, blocks: document.blocks.map(block),
            annexes: document.annexes.map {
                ReportPage.Paper.Annex(title: $0.title, blocks: $0.blocks.map(block))
            },
            signers: document.signature.titles, signer: document.signature.name,
            secretary: document.secretary.map { ($0.titles.joined(separator: " "), $0.name) },
            recipients: document.recipients.map { "\($0);" }
                + [
                    document.draftingUnit.isEmpty
                        ? "Lưu: VT." : "Lưu: VT, \(document.draftingUnit)."
                ])
    }

    /// How many rows of one table the screen shows; the files have them all.
    private static let shownRows = 300

    private func block(_ block: OfficialDocument.Block) -> ReportPage.Paper.Block {
        switch block {
        case .heading(let level, let text): .heading(level: level, text)
        case .paragraph(let paragraph):
            .paragraph(style: paragraph.style.rawValue, paragraph.spans.map(span))
        case .table(let table):
            .table(
                ReportPage.Paper.Table(
                    title: table.title, showsTitle: table.showsTitle,
                    headings: table.columns.map { ($0.heading, $0.isNumber) },
                    rows: table.rows.prefix(Self.shownRows).map { row in
                        row.map { cell in cell.map(span) }
                    },
                    rest: table.rows.count > Self.shownRows
                        ? "Và \(Written.number(table.rows.count - Self.shownRows, .vi)) dòng nữa trong tệp."
                        : nil))
        case .figure(let figure):
            .chart(
                title: figure.title, description: figure.description,
                bars: figure.bars.map { bar in
                    let longest = max(1, figure.bars.map(\.hundredths).max() ?? 1)
                    return ReportPage.Paper.Bar(
                        label: bar.label, number: span(.number(bar.number)),
                        length: bar.hundredths * 10_000 / longest)
                })
        }
    }

    private func span(_ span: OfficialDocument.Span) -> ReportPage.Paper.Span {
        switch span {
        case .text(let text), .italic(let text):
            ReportPage.Paper.Span(text: text, path: nil, isBold: false)
        case .bold(let text): ReportPage.Paper.Span(text: text, path: nil, isBold: true)
        case .number(let number):
            ReportPage.Paper.Span(text: number.text, path: path(of: number), isBold: false)
        }
    }
}
