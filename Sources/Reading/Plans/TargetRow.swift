import Domain

/// Reads what a row of a table of targets promises: its name, its unit, the value of the plan's year.
struct TargetRow {
    let text: PlanText
    let year: Int?

    /// The row's targets; none when its cell for the value is empty or only a dash.
    ///
    /// "≤ 3 Đông Nam Á; ≤ 50 thế giới" are two.
    func targets(_ row: AnnexReader.Row) -> [TargetReader.Found] {
        guard let name = row.cell(.target), let cell = row.cell(.value), text.hasLetters(cell)
        else { return [] }
        let deadline = row.cell(.deadline).flatMap {
            DeadlineReader(text: text, year: year).read(cell: $0)
        }
        let parts = cell.split { text.mark($0) == ";" }.filter { text.hasLetters($0) }
        return parts.enumerated().map { place, part in
            let start = place == 0 ? min(name.lowerBound, part.lowerBound) : part.lowerBound
            let end = place == 0 ? max(name.upperBound, part.upperBound) : part.upperBound
            return target(part, of: row, named: name, start..<end, deadline)
        }
    }

    private func target(
        _ cell: Range<Int>, of row: AnnexReader.Row, named name: Range<Int>, _ tokens: Range<Int>,
        _ deadline: DraftDeadline?
    ) -> TargetReader.Found {
        let range = text.range(ofTokens: tokens)
        guard let mention = NumberFinder(text: text).mentions(in: cell).first else {
            let word = ClassReader(text: text).word(in: cell)
            return TargetReader.Found(
                range: range, tokens: tokens, comparator: word == nil ? .unquantified : .inClass,
                value: word.map { .word(text.words(ofTokens: $0)) }, unit: nil, scope: nil,
                each: nil, deadline: deadline, measure: nil)
        }
        let unit = unit(mention, row.cell(.unit))
        let compared = comparator(mention, in: cell, isRank: unit == "rank")
        let scope = scope(name)
        let value = mention.highHundredths.map {
            TargetValue.range(lowHundredths: mention.lowHundredths, highHundredths: $0)
        }
        return TargetReader.Found(
            range: range, tokens: tokens, comparator: compared,
            value: value ?? .number(hundredths: mention.lowHundredths), unit: unit, scope: scope,
            each: nil, deadline: deadline,
            measure: MeasureSuggestion.key(for: name, scope: scope, comparator: compared, in: text))
    }

    /// "≥ 95", "từ 80 trở lên", "95": as in a sentence that begins with the cell.
    private func comparator(
        _ mention: NumberMention, in cell: Range<Int>, isRank: Bool
    ) -> Comparator {
        guard !isRank else { return .rankWithin }
        let reading = ComparatorReader(text: text).read(
            mention, left: cell.lowerBound..<mention.tokens.lowerBound,
            right: mention.tokens.upperBound..<cell.upperBound)
        return reading.comparator == .equal && mention.highHundredths != nil
            ? .between : reading.comparator
    }

    /// The unit beside the number, otherwise that of the unit's own column.
    private func unit(_ mention: NumberMention, _ cell: Range<Int>?) -> String? {
        if let cell, Self.ranks.occurs(in: cell, of: text) { return "rank" }
        switch mention.unit {
        case .percent: return "%"
        case .rank, .steps: return "rank"
        case .counted(let noun) where !noun.isEmpty: return text.words(ofTokens: noun)
        case .counted: break
        }
        guard let cell, !cell.isEmpty else { return nil }
        if cell.contains(where: { text.mark($0) == "%" }) || Self.shares.occurs(in: cell, of: text)
        {
            return "%"
        }
        return text.words(ofTokens: cell)
    }

    /// "Tỷ lệ hồ sơ được số hóa": the set that the name speaks of.
    private func scope(_ name: Range<Int>) -> Range<Int>? {
        let end = name.upperBound..<name.upperBound
        let mention = NumberMention(
            tokens: end, lowHundredths: 0, highHundredths: nil, unit: .percent, isInBrackets: false)
        return TargetScope(text: text).scope(of: mention, compared: end.lowerBound, in: name)
    }

    private static let shares = Phrases("phần trăm, tỷ lệ, tỉ lệ")
    private static let ranks = Phrases("thứ bậc, thứ hạng, hạng, bậc, vị trí")
}
