import Domain

/// Goes through the body of a document once: clauses, tables, signature, attached documents.
struct ClauseReader {
    private let text: PlanText
    private let firstLine: Int
    private(set) var header: DraftPlan.Header
    private(set) var tree = ClauseTree()
    /// The annex row behind a node, with the cells it takes over from the row above.
    private(set) var rows: [Int: AnnexReader.Row] = [:]
    /// The tasks of rows whose empty cells were taken for merged ones.
    private(set) var filledRows: [Range<Int>] = []
    /// Lines that no longer belong to the plan's clauses: recipients and signature.
    private(set) var endLines: [Int] = []
    private var isAtEnd = false
    private var hasAnnex = false
    /// The signer that a portal's block names, which stands.
    private let portalSigner: String?

    init(_ text: PlanText, header: DraftPlan.Header, fromLine line: Int) {
        self.text = text
        self.header = header
        portalSigner = header.signer
        firstLine = line
    }

    mutating func run() {
        var skipUntil = 0
        for paragraph in text.paragraphs(fromLine: firstLine) {
            guard paragraph.firstLine >= skipUntil else { continue }
            let annexes = AnnexReader(text: text, year: header.year)
            if let (rows, next) = annexes.table(atLine: paragraph.firstLine) {
                isAtEnd = false
                take(rows)
                skipUntil = next
                continue
            }
            if beginsEnd(paragraph) { isAtEnd = true }
            if let label = annexLabel(paragraph) {
                isAtEnd = false
                hasAnnex = true
                tree.restart(under: paragraph, label: label, section: .task, of: text)
                continue
            }
            if beginsDocument(paragraph) {
                isAtEnd = false
                tree.restart()
            }
            readEffect(paragraph)
            if isAtEnd {
                readSigner(paragraph.firstLine...paragraph.lastLine)
                endLines.append(paragraph.firstLine)
            } else {
                tree.add(paragraph, of: text)
            }
        }
    }

    private mutating func take(_ table: [AnnexReader.Row]) {
        var last: AnnexReader.Row?
        for var row in table {
            guard
                let task = row.cell(.task) ?? row.cell(.target) ?? row.cells.values.first?.first
            else { continue }
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
            if row.isGroup || row.isTarget { last = nil } else { fillDown(&row, from: last) }
            let node = tree.addRow(paragraph, label: label, isGroup: row.isGroup, of: text)
            rows[node] = row
            if !row.isGroup, !row.isTarget { last = row }
        }
        tree.endTable()
    }

    /// A task without a lead in a table with leads: its cell is one with the cell above.
    ///
    /// The bodies that cooperate belong to the lead; a person is asked to compare.
    private mutating func fillDown(_ row: inout AnnexReader.Row, from last: AnnexReader.Row?) {
        guard let last, row.cells[.lead] == nil, let lead = last.cells[.lead],
            row.cells[.number] != nil || row.cells[.deadline] != nil
        else { return }
        row.cells[.lead] = lead
        row.cells[.cooperating] = row.cells[.cooperating] ?? last.cells[.cooperating]
        filledRows.append(row.cells[.task]?.first ?? lead[0])
    }

    private func whole(_ row: AnnexReader.Row, _ task: Range<Int>) -> Range<Int> {
        let start = row.cell(.number)?.lowerBound ?? task.lowerBound
        return min(start, task.lowerBound)..<max(task.upperBound, start)
    }

    /// Whether recipients or a signature begin: "Nơi nhận:", "KT CHỦ TỊCH".
    private func beginsEnd(_ paragraph: Paragraph) -> Bool {
        let tokens = paragraph.tokens
        guard let first = tokens.first else { return false }
        if Self.recipients.match(first, in: text, before: tokens.upperBound) != nil { return true }
        guard text.isAllCapitals(tokens.prefix(4)), tokens.count <= 16 else { return false }
        // "T/M BAN THƯỜNG VỤ"
        if text.mark(first + 1) == "/",
            Self.party.match(first, in: text, before: tokens.upperBound) != nil
        {
            return true
        }
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
        guard header.effectiveOn == nil, header.type == "Quyết định" || header.type == "Nghị quyết",
            Self.thisText.occurs(in: paragraph.tokens, of: text),
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

    /// The name under the signature: a few words, each with a capital; the last such is taken.
    private mutating func readSigner(_ lines: ClosedRange<Int>) {
        guard !hasAnnex, portalSigner == nil else { return }
        for line in lines {
            for column in text.columns(text.lines[line]) where isName(column) {
                header.signer = text.words(ofTokens: column)
            }
        }
    }

    private func isName(_ tokens: Range<Int>) -> Bool {
        guard (2...7).contains(tokens.count), ClauseMarker(tokens, of: text) == nil,
            Self.notNames.match(tokens.lowerBound, in: text, before: tokens.upperBound) == nil
        else { return false }
        return tokens.allSatisfy { index in
            if let mark = text.mark(index) {
                return ["'", "’", "-"].contains(mark) && index > tokens.lowerBound
            }
            return text.isWord(index) && text.tokens[index].startsWithCapital
                && (!text.tokens[index].isAllCapitals || text.tokens[index].range.count == 1)
        }
    }

    private static let thisText = Phrases("quyết định này, nghị quyết này")
    private static let effects = Phrases(
        "có hiệu lực kể từ, có hiệu lực từ, có hiệu lực thi hành kể từ, có hiệu lực thi hành từ")
    private static let signing = Phrases("ngày ký, ngày ký ban hành, ngày ban hành")
    private static let recipients = Phrases("nơi nhận")
    private static let onBehalf = Phrases("tm, kt, tl, tuq, q")
    private static let party = Phrases("t, k")
    private static let posts = Phrases(
        """
        chủ tịch, phó chủ tịch, giám đốc, phó giám đốc, bộ trưởng, thủ tướng, chánh văn phòng, trưởng phòng, bí thư, \
        phó bí thư, trưởng ban, phó trưởng ban, cục trưởng, chánh thanh tra, hiệu trưởng, viện trưởng, chi cục trưởng, \
        phó trưởng phòng, phó chánh văn phòng, thứ trưởng, phó thủ tướng
        """)
    private static let annexes = Phrases("phụ lục, biểu phụ lục")
    private static let notNames = Phrases(
        "như trên, sở, ủy ban, đã ký, chủ tịch, phó chủ tịch, giám đốc, phó giám đốc, văn phòng, nơi nhận, lưu"
    )
}
