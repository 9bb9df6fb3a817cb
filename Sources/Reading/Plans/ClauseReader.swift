import Domain

/// Goes through the body of a document once: clauses, tables, signature, attached documents.
struct ClauseReader {
    private let text: PlanText
    private let firstLine: Int
    private(set) var header: DraftPlan.Header
    private(set) var tree = ClauseTree()
    /// The annex row behind a node, with the cells it takes over from the row above.
    private(set) var rows: [Int: AnnexReader.Row] = [:]
    /// Lines that no longer belong to the plan's clauses: recipients and signature.
    private(set) var endLines: [Int] = []
    private var isAtEnd = false

    init(_ text: PlanText, header: DraftPlan.Header, fromLine line: Int) {
        self.text = text
        self.header = header
        firstLine = line
    }

    mutating func run() {
        var skipUntil = 0
        for paragraph in text.paragraphs(fromLine: firstLine) {
            guard paragraph.firstLine >= skipUntil else { continue }
            if let (rows, next) = AnnexReader(text: text).table(atLine: paragraph.firstLine) {
                isAtEnd = false
                take(rows)
                skipUntil = next
                continue
            }
            if beginsEnd(paragraph) { isAtEnd = true }
            if let label = annexLabel(paragraph) {
                isAtEnd = false
                tree.restart(under: paragraph, label: label, section: .task, of: text)
                continue
            }
            if beginsDocument(paragraph) {
                isAtEnd = false
                tree.restart()
            }
            readEffect(paragraph)
            if isAtEnd {
                readSigner(paragraph)
                endLines.append(paragraph.firstLine)
            } else {
                tree.add(paragraph, of: text)
            }
        }
    }

    private mutating func take(_ table: [AnnexReader.Row]) {
        var last: AnnexReader.Row?
        for var row in table {
            guard let task = row.cell(.task) ?? row.cells.values.first?.first else { continue }
            let paragraph = Paragraph(
                tokens: row.isGroup ? whole(row, task) : task, marker: nil, firstLine: row.line,
                lastLine: row.line,
                hasCells: true)
            let label = row.label.isEmpty ? nil : row.label
            if let last {
                for (column, cell) in row.cells
                where cell.first.map({ AnnexReader(text: text).isDitto($0) }) == true {
                    row.cells[column] = last.cells[column]
                }
            }
            let node = tree.addRow(paragraph, label: label, isGroup: row.isGroup, of: text)
            rows[node] = row
            if !row.isGroup { last = row }
        }
        tree.endTable()
    }

    private func whole(_ row: AnnexReader.Row, _ task: Range<Int>) -> Range<Int> {
        let start = row.cell(.number)?.lowerBound ?? task.lowerBound
        return min(start, task.lowerBound)..<max(task.upperBound, start)
    }

    /// Whether recipients or a signature begin: "Nơi nhận:", "KT CHỦ TỊCH".
    private func beginsEnd(_ paragraph: Paragraph) -> Bool {
        let tokens = paragraph.tokens
        guard let first = tokens.first else { return false }
        if Self.recipients.match(first, in: text, before: tokens.upperBound) != nil {
            return tokens.count <= 4
        }
        guard text.isAllCapitals(tokens.prefix(4)), tokens.count <= 16 else { return false }
        if text.mark(first + 1) == ".",
            Self.onBehalf.match(first, in: text, before: tokens.upperBound) != nil
        {
            return true
        }
        return Self.posts.match(first, in: text, before: tokens.upperBound)?.next
            == tokens.upperBound
    }

    private func annexLabel(_ paragraph: Paragraph) -> String? {
        let tokens = paragraph.tokens
        guard let first = tokens.first, tokens.count <= 24,
            let (_, next) = Self.annexes.match(first, in: text, before: tokens.upperBound),
            text.tokens[first].startsWithCapital
        else { return nil }
        guard next < tokens.upperBound else { return "Phụ lục" }
        let isNumbered =
            text.isNumber(next)
            || text.isWord(next)
                && ClauseMarker.roman(text.string(ofTokens: next..<next + 1)) != nil
        if isNumbered { return "Phụ lục " + text.string(ofTokens: next..<next + 1) }
        return text.isAllCapitals(tokens) || text.mark(next) != nil ? "Phụ lục" : nil
    }

    /// A plan attached to the decision that issues it.
    private func beginsDocument(_ paragraph: Paragraph) -> Bool {
        guard paragraph.marker == nil, let first = paragraph.tokens.first,
            text.isAllCapitals(paragraph.tokens)
        else { return false }
        return HeaderReader.types.match(first, in: text, before: paragraph.tokens.upperBound) != nil
    }

    /// "có hiệu lực kể từ ngày ký", "có hiệu lực từ ngày 01/7/2025".
    private mutating func readEffect(_ paragraph: Paragraph) {
        guard header.effectiveOn == nil, header.type == "Quyết định",
            paragraph.marker?.style == .article,
            let effect = Self.effects.first(paragraph.tokens, in: text)
        else { return }
        let next = effect.tokens.upperBound
        if Self.signing.match(next, in: text, before: paragraph.tokens.upperBound) != nil {
            header.effectiveOn = header.issuedOn
        } else {
            header.effectiveOn =
                DayWords.day(next, in: text, before: paragraph.tokens.upperBound)?.day
        }
    }

    /// The name under the signature: a few words, each with a capital.
    private mutating func readSigner(_ paragraph: Paragraph) {
        let tokens = paragraph.tokens
        guard header.signer == nil, paragraph.marker == nil, (2...6).contains(tokens.count),
            tokens.allSatisfy({
                text.isWord($0) && text.tokens[$0].startsWithCapital
                    && !text.tokens[$0].isAllCapitals
            }),
            Self.notNames.match(tokens.lowerBound, in: text, before: tokens.upperBound) == nil
        else { return }
        header.signer = text.string(ofTokens: tokens)
    }

    private static let effects = Phrases(
        "có hiệu lực kể từ, có hiệu lực từ, có hiệu lực thi hành kể từ, có hiệu lực thi hành từ")
    private static let signing = Phrases("ngày ký, ngày ký ban hành, ngày ban hành")
    private static let recipients = Phrases("nơi nhận")
    private static let onBehalf = Phrases("tm, kt, tl, tuq, q")
    private static let posts = Phrases(
        "chủ tịch, phó chủ tịch, giám đốc, phó giám đốc, bộ trưởng, thủ tướng, chánh văn phòng, trưởng phòng"
    )
    private static let annexes = Phrases("phụ lục, biểu phụ lục")
    private static let notNames = Phrases(
        "như trên, sở, ủy ban, đã ký, chủ tịch, phó chủ tịch, giám đốc, phó giám đốc, văn phòng, nơi nhận, lưu"
    )
}
