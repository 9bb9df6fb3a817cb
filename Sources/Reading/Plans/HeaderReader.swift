import Domain

/// Reads what the head of a document says: a legal portal's block, the letterhead, the title.
struct HeaderReader {
    private let text: PlanText
    private var header = DraftPlan.Header()
    private var letterhead: [Range<Int>] = []
    private var title: [Range<Int>] = []
    private var portal: PortalBlock

    /// The first line that belongs to the document's body.
    private(set) var bodyLine = 0

    init(_ text: PlanText) {
        self.text = text
        portal = PortalBlock(text)
    }

    /// A head longer than this many lines is none.
    private static let longest = 120

    static func read(_ text: PlanText) -> (header: DraftPlan.Header, bodyLine: Int) {
        var reader = HeaderReader(text)
        reader.run()
        return (reader.header, reader.bodyLine)
    }

    private mutating func run() {
        let titleLine = text.lines.prefix(Self.longest).firstIndex { documentType($0) != nil }
        readAboveTitle(until: titleLine)
        if let titleLine { readTitle(from: titleLine) }
        header.issuer = IssuerName.read(letterhead, of: text) ?? portal.issuer
        header.year = YearOfPlan.read(title, of: text) ?? header.year
        if header.title == nil, !title.isEmpty {
            header.title = title.map { text.words(ofTokens: $0) }.joined(separator: " ")
        }
    }

    /// Everything above the document's type is head; without a type, only what looks like it.
    private mutating func readAboveTitle(until titleLine: Int?) {
        var hasMotto = false
        var number = 0
        while number < titleLine ?? min(text.lines.count, Self.longest) {
            defer { number += 1 }
            let line = text.lines[number]
            guard text.hasLetters(line.tokens) else { continue }
            if text.columns(line).contains(where: beginsAnnex) { return }
            let isBesideMotto = Self.motto.occurs(in: line.tokens, of: text)
            var isHead = isBesideMotto
            for column in fields(line) {
                if readHead(column, number, isAfterMotto: hasMotto && !isBesideMotto) {
                    isHead = true
                }
            }
            hasMotto = hasMotto || isBesideMotto
            if isHead { bodyLine = number + 1 }
            if titleLine == nil, !isHead, !Self.weekday.occurs(in: line.tokens, of: text) {
                return
            }
        }
    }

    /// The columns of a line of the head; a portal's field keeps its value beside it.
    private func fields(_ line: PlanText.Line) -> [Range<Int>] {
        var fields: [Range<Int>] = []
        for column in text.columns(line) {
            if let last = fields.last, portal.isFieldName(last) {
                fields[fields.count - 1] = last.lowerBound..<column.upperBound
            } else {
                fields.append(column)
            }
        }
        return fields
    }

    /// Reads one column of a line; whether it belongs to the head.
    private mutating func readHead(_ column: Range<Int>, _ line: Int, isAfterMotto: Bool) -> Bool {
        var isHead = portal.readField(column, next: line + 1, into: &header)
        var tokens = column
        if let motto = Self.motto.first(tokens, in: text) {
            isHead = true
            tokens = tokens.lowerBound..<motto.tokens.lowerBound
        }
        guard text.hasLetters(tokens) else { return isHead }
        if readSymbol(tokens) { isHead = true }
        if readPlaceAndDay(tokens) { isHead = true }
        if readSubject(tokens) { isHead = true }
        if text.isAllCapitals(tokens), ClauseMarker(tokens, of: text) == nil {
            if !isAfterMotto || letterhead.isEmpty || completesIssuer(tokens) {
                letterhead.append(tokens)
            }
            isHead = true
        }
        return isHead || portal.readTitle(tokens, into: &header)
    }

    /// "TỈNH HƯNG KHÊ" after the motto, where a PDF sets two columns line by line.
    private func completesIssuer(_ tokens: Range<Int>) -> Bool {
        guard let last = letterhead.last,
            Self.councils.match(last.lowerBound, in: text, before: last.upperBound)?.next
                == last.upperBound
        else { return false }
        return Self.tiers.match(tokens.lowerBound, in: text, before: tokens.upperBound) != nil
    }

    /// "V/v tăng cường …": what a letter (công văn) has in place of a title.
    private mutating func readSubject(_ tokens: Range<Int>) -> Bool {
        guard header.title == nil, tokens.count > 4, text.mark(tokens.lowerBound + 1) == "/",
            Self.about.match(tokens.lowerBound, in: text, before: tokens.upperBound) != nil,
            Self.about.match(tokens.lowerBound + 2, in: text, before: tokens.upperBound) != nil
        else { return false }
        header.type = header.type ?? "Công văn"
        header.title = text.words(ofTokens: tokens.lowerBound + 3..<tokens.upperBound)
        return true
    }

    private mutating func readTitle(from titleLine: Int) {
        guard let (type, next) = documentType(text.lines[titleLine]) else { return }
        if header.type == nil { header.type = type }
        bodyLine = titleLine + 1
        let rest = next..<text.lines[titleLine].tokens.upperBound
        if text.hasLetters(rest) { title.append(rest) }
        var blankBefore = false
        for number in (titleLine + 1)..<max(titleLine + 1, min(text.lines.count, titleLine + 16)) {
            let tokens = text.lines[number].tokens
            guard text.hasLetters(tokens) else {
                blankBefore = true
                if !tokens.isEmpty { bodyLine = number + 1 }
                continue
            }
            if beginsAnnex(tokens) { return }
            // "KHÓA XV, KỲ HỌP THỨ 31" says which council, not what.
            if Self.sessions.match(tokens.lowerBound, in: text, before: tokens.upperBound) != nil {
                bodyLine = number + 1
                continue
            }
            let isNote = text.mark(tokens.lowerBound) == "("
            let isCapitals = text.isAllCapitals(tokens) && ClauseMarker(tokens, of: text) == nil
            let begins = isPlainTitle(tokens)
            if isCapitals, !title.isEmpty,
                Self.authority.match(tokens.lowerBound, in: text, before: tokens.upperBound) != nil
            {
                bodyLine = number + 1
                continue
            }
            guard
                isNote || isCapitals || begins && title.isEmpty
                    || !blankBefore && !title.isEmpty
                        && ClauseMarker(tokens, of: text) == nil
                        && !text.endsSentence(title[title.count - 1])
                        && !Self.bodyStart.occurs(in: tokens.prefix(2), of: text)
            else { return }
            if !isNote { title.append(tokens) }
            bodyLine = number + 1
            blankBefore = false
        }
    }

    /// An annex or table ends the head, whatever else is missing.
    private func beginsAnnex(_ tokens: Range<Int>) -> Bool {
        Self.annexes.match(tokens.lowerBound, in: text, before: tokens.upperBound) != nil
            && text.tokens[tokens.lowerBound].startsWithCapital
    }

    /// A title in ordinary letters: short, without a stop, and no legal basis.
    private func isPlainTitle(_ tokens: Range<Int>) -> Bool {
        ClauseMarker(tokens, of: text) == nil && tokens.count <= 45 && !text.endsSentence(tokens)
            && text.mark(tokens.upperBound - 1) != ","
            && Self.basis.match(tokens.lowerBound, in: text, before: tokens.upperBound) == nil
    }

    /// The type when the line begins with one in capitals: "KẾ HOẠCH".
    private func documentType(_ line: PlanText.Line) -> (String, next: Int)? {
        guard let first = line.tokens.first,
            let (type, next) = Self.types.match(first, in: text, before: line.tokens.upperBound),
            text.isAllCapitals(first..<next), text.isAllCapitals(line.tokens)
        else { return nil }
        return (type, next)
    }

    /// "Số: 95/KH-UBND".
    private mutating func readSymbol(_ tokens: Range<Int>) -> Bool {
        guard let first = tokens.first, text.tokens[first].key == Self.numberWord,
            tokens.count > 1, text.mark(first + 1) == ":"
        else { return false }
        if header.symbol == nil {
            header.symbol = DocumentSymbol.read(first + 2..<tokens.upperBound, of: text)
        }
        return true
    }

    /// "Bình Định, ngày 31 tháng 12 năm 2020"; a blank day leaves it unknown.
    private mutating func readPlaceAndDay(_ tokens: Range<Int>) -> Bool {
        guard
            let comma = tokens.last(where: {
                text.mark($0) == "," && $0 + 1 < tokens.upperBound
                    && text.tokens[$0 + 1].key == DayWords.dayWord
            })
        else { return false }
        var start = comma
        while start > tokens.lowerBound, text.isWord(start - 1),
            text.tokens[start - 1].startsWithCapital
        { start -= 1 }
        // Two columns on one line: the place begins after the wide gap.
        for index in stride(from: comma - 1, to: start, by: -1)
        where text.tokens[index].start - text.tokens[index - 1].end > 1 {
            start = index
            break
        }
        guard start < comma else { return false }
        if header.place == nil { header.place = text.words(ofTokens: start..<comma) }
        if header.issuedOn == nil {
            header.issuedOn = DayWords.day(comma + 1, in: text, before: tokens.upperBound)?.day
        }
        return true
    }

    private static let motto = Phrases("cộng hòa xã hội chủ nghĩa việt nam, độc lập")
    private static let councils = Phrases("ủy ban nhân dân, ubnd, hội đồng nhân dân, hđnd")
    private static let tiers = Phrases(
        "tỉnh, thành phố, huyện, quận, thị xã, đặc khu, xã, phường, thị trấn")
    private static let about = Phrases("v")
    private static let weekday = Phrases("thứ, chủ nhật")
    private static let numberWord = WordKey.keys("số")[0]
    private static let annexes = Phrases("phụ lục, biểu phụ lục, tt, stt")
    private static let basis = Phrases("căn cứ, theo đề nghị, xét đề nghị")
    private static let authority = Phrases(
        "ủy ban, chủ tịch, giám đốc, hội đồng, bộ trưởng, thủ tướng, trưởng ban, tổng giám đốc, chánh văn phòng"
    )
    private static let sessions = Phrases("khóa, kỳ họp, nhiệm kỳ")
    private static let bodyStart = Phrases("căn cứ, thực hiện, để, nhằm, theo, triển khai")
    static let types = Phrases<String>([
        ("Kế hoạch", "kế hoạch"), ("Quyết định", "quyết định"), ("Chương trình", "chương trình"),
        ("Báo cáo", "báo cáo"), ("Nghị quyết", "nghị quyết"), ("Chỉ thị", "chỉ thị"),
        ("Thông báo", "thông báo"), ("Đề án", "đề án"), ("Hướng dẫn", "hướng dẫn"),
        ("Tờ trình", "tờ trình"), ("Công văn", "công văn"), ("Phương án", "phương án"),
    ])
}
