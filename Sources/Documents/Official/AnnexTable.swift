import Domain

/// Writes an annex as a spreadsheet, row by row: its tables under each other, its sentences as rows.
public enum AnnexTable {
    public static func write(_ annex: OfficialDocument.Annex, to path: String) throws {
        let tables = annex.blocks.compactMap(table)
        let columns = tables.max { $0.columns.count < $1.columns.count }?.columns ?? []
        let width = max(1, columns.count)
        let isOnly = annex.blocks.count == 1 && tables.count == 1
        let heads =
            isOnly ? columns.map(\.heading) : [annex.title] + Array(repeating: "", count: width - 1)
        let file = try WrittenTable(
            path, as: .xlsx, titled: annex.title,
            columns: heads.enumerated().map { place, head in
                TableColumn(head, width: place < columns.count ? max(8, columns[place].width) : 60)
            })
        for block in annex.blocks {
            switch block {
            case .heading(_, let text): try file.add(row([.text(text)], width))
            case .paragraph(let paragraph): try file.add(row([.text(paragraph.text)], width))
            case .figure(let figure):
                try file.add(row([.text(figure.title)], width))
                for bar in figure.bars {
                    try file.add(row([.text("\(bar.label): \(bar.number.text)")], width))
                }
            case .table(let table):
                if !isOnly { try file.add(row(table.columns.map { .text($0.heading) }, width)) }
                for cells in table.rows {
                    try file.add(
                        row(
                            zip(cells, table.columns).map { spans, column in
                                cell(spans.map(\.text).joined(), isNumber: column.isNumber)
                            }, width))
                }
            }
        }
        try file.finish()
    }

    private static func table(_ block: OfficialDocument.Block) -> OfficialDocument.Table? {
        if case .table(let table) = block { table } else { nil }
    }

    private static func row(_ cells: [TableCell], _ width: Int) -> [TableCell] {
        cells + Array(repeating: .empty, count: max(0, width - cells.count))
    }

    /// A number as a number, a day as a day; a share of a text stays as it is printed.
    private static func cell(_ text: String, isNumber: Bool) -> TableCell {
        let digits = text.replacing(".", with: "")
        if isNumber, let number = Int(digits), Written.number(number, .vi) == text {
            return .number(number)
        }
        return TableCell(reading: text, mayBeNumber: false)
    }
}
