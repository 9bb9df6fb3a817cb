/// Reads a table of tasks or targets: rows of cells; tasks also flattened to one cell a line.
struct AnnexReader {
    let text: PlanText
    /// The plan's year; of several years in a table of targets its column is taken.
    var year: Int?

    struct Row: Sendable {
        /// The line that the row begins on.
        let line: Int
        /// The number as printed; "" when the row has none.
        let label: String
        var cells: [AnnexColumn: [Range<Int>]]
        /// A row that only names a group: an area, "Quý I".
        var isGroup: Bool

        /// Whether it promises a value rather than gives work.
        var isTarget: Bool { cells[.target] != nil }

        /// The tokens of the first piece of a cell; `nil` when it is empty.
        func cell(_ column: AnnexColumn) -> Range<Int>? { cells[column]?.first }
    }

    /// The table whose heading is on this line; `nil` when none is.
    func table(atLine line: Int) -> (rows: [Row], nextLine: Int)? {
        if text.lines[line].hasCells, let columns = columns(cells(text.lines[line])) {
            // A heading of two rows: the second names what the first puts together.
            let next = line + 1
            if next < text.lines.count, text.lines[next].hasCells,
                let parts = self.columns(cells(text.lines[next])),
                parts.count(where: { $0 != nil }) >= columns.count(where: { $0 != nil })
            {
                return rows(parts, from: next + 1)
            }
            return rows(columns, from: line + 1)
        }
        return FlattenedAnnex(text: text).table(atLine: line)
    }

    /// The columns of a heading row: the task and at least one other known.
    private func columns(_ cells: [Range<Int>]) -> [AnnexColumn?]? {
        var known: Set<AnnexColumn> = []
        let columns = cells.map { cell -> AnnexColumn? in
            guard let column = AnnexColumn.heading(cell, of: text), known.insert(column).inserted
            else { return nil }
            return column
        }
        return known.contains(.task) && known.count >= 3 ? columns : targetColumns(cells)
    }

    /// The columns of a table of targets: the name, one value, and at least one other known.
    private func targetColumns(_ cells: [Range<Int>]) -> [AnnexColumn?]? {
        var columns = cells.map { AnnexColumn.targetHeading($0, of: text) }
        let values = columns.indices.filter { columns[$0] == .value }
        let ofYear = values.first { place in
            cells[place].contains { year != nil && DayWords.whole($0, text) == year }
        }
        guard let value = ofYear ?? values.last, columns.contains(.target) else { return nil }
        var known: Set<AnnexColumn> = []
        for place in columns.indices {
            guard let column = columns[place] else { continue }
            let isOther = column == .value && place != value
            if isOther || !known.insert(column).inserted { columns[place] = nil }
        }
        return known.count >= 3 ? columns : nil
    }

    private func rows(_ columns: [AnnexColumn?], from first: Int) -> (rows: [Row], nextLine: Int) {
        var rows: [Row] = []
        var number = first
        while number < text.lines.count {
            let line = text.lines[number]
            guard text.hasLetters(line.tokens) else {
                number += 1
                continue
            }
            guard line.hasCells else {
                guard isGroupLine(number) else { break }
                let marker = ClauseMarker(line.tokens, of: text)
                let name = line.tokens.dropFirst(marker?.length ?? 0)
                rows.append(
                    Row(
                        line: number, label: marker?.label ?? "", cells: [.task: [name]],
                        isGroup: true))
                number += 1
                continue
            }
            let cells = cells(line)
            if self.columns(cells) == nil { take(cells, columns, number, into: &rows) }
            number += 1
        }
        return (rows, number)
    }

    /// A short line between two rows of cells names a group.
    private func isGroupLine(_ number: Int) -> Bool {
        guard text.lines[number].tokens.count <= 20 else { return false }
        let next = text.lines[(number + 1)...].prefix(3).first { !$0.isBlank }
        return next?.hasCells == true
    }

    private func take(
        _ cells: [Range<Int>], _ columns: [AnnexColumn?], _ line: Int, into rows: inout [Row]
    ) {
        var named: [AnnexColumn: [Range<Int>]] = [:]
        for (cell, column) in zip(cells, columns) {
            guard let column, !cell.isEmpty else { continue }
            if text.hasLetters(cell) || isDitto(cell) || column == .unit { named[column] = [cell] }
        }
        guard !named.isEmpty, !isSum(named) else { return }
        let name = columns.contains(.target) ? AnnexColumn.target : .task
        let label = named[.number].map { printedNumber($0[0]) } ?? ""
        if label.isEmpty, named[name] == nil, let last = rows.indices.last, !rows[last].isGroup {
            // A cell that runs on over a further line of the table.
            for (column, pieces) in named { rows[last].cells[column, default: []] += pieces }
            return
        }
        let others = named.keys.filter { $0 != .number && $0 != name && $0 != .unit }
        if named[name] == nil, let only = named.values.first, cells.count > 0, others.isEmpty {
            named[name] = only
        }
        let isOutline =
            ClauseMarker.roman(label) != nil || ClauseMarker.letterValue(label.lowercased()) != nil
        rows.append(
            Row(
                line: line, label: label, cells: named,
                isGroup: others.isEmpty && (isOutline || label.isEmpty)))
    }

    /// "TỔNG CỘNG": a row that adds up.
    private func isSum(_ named: [AnnexColumn: [Range<Int>]]) -> Bool {
        [AnnexColumn.number, .task, .target].contains { column in
            guard let cell = named[column]?.first, let first = cell.first else { return false }
            return Self.sums.match(first, in: text, before: cell.upperBound)?.next
                == cell.upperBound
        }
    }

    /// "1.", "I", "2.1" without the point after it.
    func printedNumber(_ cell: Range<Int>) -> String {
        var end = cell.upperBound
        while end > cell.lowerBound, text.mark(end - 1) != nil { end -= 1 }
        return end - cell.lowerBound > 3 ? "" : text.string(ofTokens: cell.lowerBound..<end)
    }

    /// "nt", "như trên", quotation marks: the cell says the same as the one above.
    func isDitto(_ cell: Range<Int>) -> Bool {
        guard !cell.isEmpty, cell.count <= 4 else { return false }
        if !text.hasLetters(cell) {
            return cell.allSatisfy { ["\"", "”", "“", "″", "/"].contains(text.mark($0)) }
        }
        let words = cell.filter { text.mark($0) == nil }
        guard let first = words.first, let last = words.last else { return false }
        return Self.dittos.match(first, in: text, before: last + 1)?.next == last + 1
    }

    /// The cells of a line as tokens, empty ones kept.
    func cells(_ line: PlanText.Line) -> [Range<Int>] {
        let bounds = line.whole
        let isTabbed = text.scalars[bounds].contains { $0.value == 0x09 }
        let separator: UInt32 = isTabbed ? 0x09 : 0x7C
        var cells: [Range<Int>] = []
        var token = line.tokens.lowerBound
        var start = token
        for index in bounds where text.scalars[index].value == separator {
            while token < line.tokens.upperBound, Int(text.tokens[token].start) < index {
                token += 1
            }
            cells.append(start..<token)
            if !isTabbed, token < line.tokens.upperBound { token += 1 }
            start = token
        }
        cells.append(start..<line.tokens.upperBound)
        guard !isTabbed else { return cells }
        if cells.first?.isEmpty == true { cells.removeFirst() }
        if cells.last?.isEmpty == true { cells.removeLast() }
        return cells
    }

    private static let sums = Phrases("tổng cộng, cộng, tổng, tổng số")
    private static let dittos = Phrases("nt, như trên, như mục trên, n t")
}
