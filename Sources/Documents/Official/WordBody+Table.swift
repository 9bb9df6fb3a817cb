import Domain

extension WordBody {
    /// A table without lines, for the head and the signature; screen readers pass it over.
    mutating func layoutTable(_ widths: [Int]) {
        add("<w:tbl><w:tblPr><w:tblW w:w=\"")
        add(widths.reduce(0, +))
        add(
            """
            " w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>\
            <w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>
            """)
        grid(widths)
    }

    /// One cell of the row that is being written.
    mutating func cell(_ width: Int, _ write: (inout WordBody) -> Void) {
        add("<w:tc><w:tcPr><w:tcW w:w=\"")
        add(width)
        add("\" w:type=\"dxa\"/></w:tcPr>")
        write(&self)
        add("</w:tc>")
    }

    /// A table of the text: its first row is repeated on each page, no row is parted by a page's end.
    mutating func write(_ table: OfficialDocument.Table, isLandscape: Bool) {
        // A table without a title of its own keeps a little distance from the text above it.
        if table.showsTitle { paragraph("Caption", table.title) } else { paragraph("Rule", "") }
        guard !table.rows.isEmpty else { return paragraph("Body", "Không có.") }
        let widths = Self.widths(
            table.columns.map(\.width), of: PaperLayout.width(isLandscape: isLandscape))
        for start in stride(from: 0, to: table.rows.count, by: Self.mostRows) {
            if start > 0 {
                open("Rule")
                add("</w:p>")
            }
            let end = min(start + Self.mostRows, table.rows.count)
            write(table, rows: table.rows[start..<end], widths)
        }
    }

    /// Rows of one table in the file: LibreOffice takes minutes to lay out one of thousands, and seconds
    /// for as many in parts, each with its heads.
    private static let mostRows = 400

    private mutating func write(
        _ table: OfficialDocument.Table, rows: ArraySlice<[[OfficialDocument.Span]]>,
        _ widths: [Int]
    ) {
        add("<w:tbl><w:tblPr><w:tblW w:w=\"")
        add(widths.reduce(0, +))
        add(
            """
            " w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="4" w:color="000000"/>\
            <w:left w:val="single" w:sz="4" w:color="000000"/>\
            <w:bottom w:val="single" w:sz="4" w:color="000000"/>\
            <w:right w:val="single" w:sz="4" w:color="000000"/>\
            <w:insideH w:val="single" w:sz="4" w:color="000000"/>\
            <w:insideV w:val="single" w:sz="4" w:color="000000"/></w:tblBorders>\
            <w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/>\
            <w:right w:w="85" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/>\
            <w:tblCaption w:val="
            """)
        add(text: table.title)
        add("\"/><w:tblDescription w:val=\"")
        add(text: table.title)
        add("\"/></w:tblPr>")
        grid(widths)
        headings(table.columns)
        for row in rows { write(row, table.columns) }
        add("</w:tbl>")
    }

    private mutating func headings(_ columns: [OfficialDocument.Table.Column]) {
        add("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
        for column in columns {
            add("<w:tc><w:tcPr><w:vAlign w:val=\"center\"/></w:tcPr>")
            paragraph("TableHeading", column.heading)
            add("</w:tc>")
        }
        add("</w:tr>")
    }

    private mutating func write(
        _ row: [[OfficialDocument.Span]], _ columns: [OfficialDocument.Table.Column]
    ) {
        add("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        for (cell, column) in zip(row, columns) {
            add("<w:tc>")
            open(column.isNumber ? "TableNumber" : "TableText")
            spans(cell)
            add("</w:p></w:tc>")
        }
        add("</w:tr>")
    }

    private mutating func grid(_ widths: [Int]) {
        add("<w:tblGrid>")
        for width in widths {
            add("<w:gridCol w:w=\"")
            add(width)
            add("\"/>")
        }
        add("</w:tblGrid>")
    }

    /// The whole width shared out; what rounding leaves goes to the last column.
    private static func widths(_ shares: [Int], of whole: Int) -> [Int] {
        let total = max(1, shares.reduce(0, +))
        var widths = shares.map { $0 * whole / total }
        if let last = widths.indices.last { widths[last] += whole - widths.reduce(0, +) }
        return widths
    }
}
