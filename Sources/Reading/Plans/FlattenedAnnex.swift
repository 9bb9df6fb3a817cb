/// Reads a table that a copy has flattened to one cell a line.
struct FlattenedAnnex {
    let text: PlanText

    func table(atLine first: Int) -> (rows: [AnnexReader.Row], nextLine: Int)? {
        var columns: [AnnexColumn] = []
        var number = first
        while number < text.lines.count, columns.count < 10 {
            let line = text.lines[number]
            if text.hasLetters(line.tokens) {
                guard line.tokens.count <= 8,
                    let column = AnnexColumn.heading(line.tokens, of: text),
                    !columns.contains(column)
                else { break }
                columns.append(column)
            }
            number += 1
        }
        guard columns.count >= 4, columns.contains(.task), columns.first == .number else {
            return nil
        }
        return rows(columns, from: number)
    }

    private func rows(_ columns: [AnnexColumn], from first: Int) -> (
        rows: [AnnexReader.Row], nextLine: Int
    ) {
        var rows: [AnnexReader.Row] = []
        var number = first
        var expected = 1
        while let start = nextFull(number) {
            if loneNumber(start) == expected {
                let end = rowEnd(after: start, expected: expected + 1, columns)
                rows.append(row(start, end, columns))
                expected += 1
                number = end
            } else if isLoneRoman(start), let name = nextFull(start + 1) {
                rows.append(
                    AnnexReader.Row(
                        line: start,
                        label: text.string(ofTokens: text.lines[start].tokens.prefix(1)),
                        cells: [.task: [text.lines[name].tokens]], isGroup: true))
                number = name + 1
                // Numbers may begin again under a group.
                if let next = nextFull(number), loneNumber(next) == 1 { expected = 1 }
            } else {
                return (rows, start)
            }
        }
        return (rows, text.lines.count)
    }

    /// The line after a row: that of the next number or group, or of what is no cell.
    private func rowEnd(after start: Int, expected: Int, _ columns: [AnnexColumn]) -> Int {
        var taken = 0
        var number = start + 1
        while let line = nextFull(number) {
            let tokens = text.lines[line].tokens
            if taken > 0, loneNumber(line) == expected || isLoneRoman(line) { return line }
            if taken >= columns.count - 1 {
                return line
            }
            if taken > 0, text.isAllCapitals(tokens), tokens.count > 2 { return line }
            taken += 1
            number = line + 1
        }
        return text.lines.count
    }

    /// Gives the lines of a row to the columns in order; what is a time or a body tells where cells are missing.
    private func row(_ start: Int, _ end: Int, _ columns: [AnnexColumn]) -> AnnexReader.Row {
        let lines = (start + 1..<max(start + 1, end)).filter {
            text.hasLetters(text.lines[$0].tokens)
        }
        let wanted = columns.filter { $0 != .number }
        var cells: [AnnexColumn: [Range<Int>]] = [:]
        var place = 0
        for (taken, line) in lines.enumerated() {
            let tokens = text.lines[line].tokens
            let left = lines.count - taken
            while place < wanted.count - 1, wanted.count - place > left,
                !fits(tokens, wanted[place])
            { place += 1 }
            cells[wanted[min(place, wanted.count - 1)], default: []].append(tokens)
            place += 1
        }
        let first = text.lines[start].tokens.lowerBound
        return AnnexReader.Row(
            line: start, label: text.string(ofTokens: first..<first + 1), cells: cells,
            isGroup: false)
    }

    private func fits(_ tokens: Range<Int>, _ column: AnnexColumn) -> Bool {
        switch column {
        case .lead, .cooperating: TaskReader(text: text, year: nil).isAgency(tokens.lowerBound)
        case .deadline: Self.times.occurs(in: tokens, of: text)
        case .budget: Self.money.occurs(in: tokens, of: text) || text.isNumber(tokens.lowerBound)
        case .product:
            !TaskReader(text: text, year: nil).isAgency(tokens.lowerBound)
                && !Self.times.occurs(in: tokens.prefix(3), of: text)
        default: true
        }
    }

    private func nextFull(_ number: Int) -> Int? {
        var number = number
        while number < text.lines.count {
            if text.hasLetters(text.lines[number].tokens) { return number }
            number += 1
        }
        return nil
    }

    private func loneNumber(_ line: Int) -> Int? {
        let tokens = text.lines[line].tokens
        guard tokens.count == 1 || tokens.count == 2 && text.mark(tokens.lowerBound + 1) == "."
        else { return nil }
        return DayWords.whole(tokens.lowerBound, text)
    }

    private func isLoneRoman(_ line: Int) -> Bool {
        let tokens = text.lines[line].tokens
        guard tokens.count == 1 || tokens.count == 2 && text.mark(tokens.lowerBound + 1) == ".",
            text.isWord(tokens.lowerBound)
        else { return false }
        return ClauseMarker.roman(text.string(ofTokens: tokens.lowerBound..<tokens.lowerBound + 1))
            != nil
    }

    private static let times = Phrases(
        "quý, tháng, năm, ngày, thường xuyên, hàng, hằng, định kỳ, trong năm, cả năm")
    private static let money = Phrases("đồng, triệu, ngân sách, kinh phí, tỷ")
}
