import Domain
import Store

/// Makes the document of a report from its template text and the figures on record.
struct ReportComposer {
    let report: Report
    let tree: AgencyTree
    let figures: ReportFigures
    let db: ReadableDatabase
    /// The day on which it is drawn up: what was sent by then is there, the rest is missing.
    let day: Day
    /// The bodies on the day of issue, whose names and heads the document bears.
    let issueTree: AgencyTree
    /// As it was set for the day of issue; `nil` when the issuer was not there.
    private let head: Letterhead?
    private let citations = Citations()
    /// Official documents are in Vietnamese, whatever the reader's language.
    let language = Language.vi

    /// The snapshot's day says what is late and what is not; the figures are those of the report's span.
    ///
    /// The letterhead is that of the day of issue: the day signed, otherwise the snapshot's own. An
    /// issuer that is no more on a draft's day stands as it was on the span's last day.
    init(_ snapshot: Snapshot, _ report: Report, issuedOn: Day? = nil) throws {
        self.report = report
        db = snapshot.db
        day = snapshot.day
        tree = try snapshot.tree(on: report.span.last)
        let issued = try snapshot.tree(on: issuedOn ?? report.signed?.day ?? snapshot.day)
        let isThere = issuedOn != nil || issued.position(of: report.issuer) != nil
        issueTree = isThere ? issued : tree
        head = try snapshot.db.letterhead(of: report.issuer, in: issueTree)
        figures = try ReportFigures(snapshot, report, tree)
    }

    /// Makes the document as it stands.
    ///
    /// - Throws: ``ReportError/noLetterhead(_:)`` when the issuer does not exist on the day of issue.
    func document() throws -> OfficialDocument {
        guard let head, let body = issueTree.body(report.issuer) else {
            throw ReportError.noLetterhead(issueTree.day)
        }
        citations.hasPlan = false
        let (blocks, annexes) = try parts()
        let subject = try TemplateText.pieces(report.subject, field: "subject").pieces.map(span)
        let isRecord = report.kind == .record
        return OfficialDocument(
            kind: report.kind, letterhead: head, day: issueTree.day,
            subject: subject.map(\.text).joined(), addressees: report.addresseeLines,
            blocks: blocks, annexes: annexes + (try lateAnnex()),
            signature: try signature(body),
            secretary: isRecord
                ? OfficialDocument.Signature(["THƯ KÝ"], name: report.signing.secretary) : nil,
            recipients: report.recipientLines, draftingUnit: report.draftingUnit
        ).numbered
    }

    /// The text, and the annexes that follow its lines with a per cent sign.
    private func parts() throws -> ([OfficialDocument.Block], [OfficialDocument.Annex]) {
        var (text, current): ([OfficialDocument.Block], [OfficialDocument.Block]) = ([], [])
        var annexes: [OfficialDocument.Annex] = []
        var title: String?
        func finish() {
            if let title {
                annexes.append(OfficialDocument.Annex(title, blocks: current))
            } else {
                text = current
            }
            current = []
        }
        for line in TemplateText.read(report.body).template.lines {
            if case .annex(let pieces) = line {
                finish()
                title = try pieces.map(span).map(\.text).joined()
            } else {
                current += try blocks(line)
            }
        }
        finish()
        return (text, annexes)
    }

    private func blocks(_ line: TemplateText.Line) throws -> [OfficialDocument.Block] {
        switch line {
        case .heading(let level, let pieces):
            [.heading(level: level, try pieces.map(span).map(\.text).joined())]
        case .paragraph(.article, let pieces): [try article(pieces)]
        case .paragraph(let style, let pieces):
            [.paragraph(OfficialDocument.Paragraph(style, try pieces.map(span)))]
        case .list(let list): try blocks(list)
        case .table(let rows): [try table(rows)]
        case .annex: []
        }
    }

    /// "Điều 1." stands bold before its words.
    private func article(_ pieces: [TemplateText.Piece]) throws -> OfficialDocument.Block {
        var spans = try pieces.map(span)
        if case .text(let text)? = spans.first,
            let dot = text.utf8.firstIndex(of: UInt8(ascii: "."))
        {
            let after = text.utf8.index(after: dot)
            spans.replaceSubrange(
                0..<1, with: [.text(String(text[..<after])), .text(String(text[after...]))])
        }
        return .paragraph(OfficialDocument.Paragraph(.article, spans))
    }

    /// A table written out in the text: its first row names the columns; a column of nothing but numbers
    /// stands at the right.
    private func table(_ rows: [[[TemplateText.Piece]]]) throws -> OfficialDocument.Block {
        let heads = try (rows.first ?? []).map { try $0.map(span).map(\.text).joined() }
        let cells = try rows.dropFirst().map { row in
            try row.map { try $0.map { try span($0, isCell: true) } }
        }
        let columns = heads.enumerated().map { place, head in
            let texts = cells.prefix(200).map { $0[place].map(\.text).joined() }
            let isNumber = texts.contains { !$0.isEmpty } && texts.allSatisfy(Self.isNumber)
            let longest = texts.map(\.count).max() ?? 0
            return OfficialDocument.Table.Column(
                head, width: min(max(longest, head.count / 2, 4), 40), isNumber: isNumber)
        }
        return .table(
            OfficialDocument.Table(heads.joined(separator: ", "), columns: columns, rows: cells))
    }

    private static func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2C, 0x2E, 0x25].contains($0) }
    }

    func span(_ piece: TemplateText.Piece) throws -> OfficialDocument.Span {
        try span(piece, isCell: false)
    }

    private func span(_ piece: TemplateText.Piece, isCell: Bool) throws -> OfficialDocument.Span {
        switch piece {
        case .text(let text): .text(text)
        case .word(let word): .text(try self.word(word))
        case .figure(let name): .number(try cited(name, isCell: isCell))
        }
    }

    /// The figure as a number of the text, which opens what is behind it.
    func cited(_ name: FigureName, isCell: Bool = false) throws -> CitedNumber {
        let value = try figures.value(name)
        return CitedNumber(
            name: name.text, text: isCell ? value.cell(language) : value.text[language])
    }

    private func word(_ word: TemplateWord) throws -> String {
        switch word {
        case .period: report.span.title[language]
        case .firstDay: report.span.first[language]
        case .lastDay: report.span.last[language]
        case .year: "\(report.span.year)"
        case .issuer: head?.name ?? ""
        case .authority: authority
        case .plan: try plan()
        case .before: figures.times.before?.title[language] ?? "(không có kỳ trước)"
        case .lastYear: figures.times.lastYear.title[language]
        }
    }

    /// The year's plan as a document cites it: with day and issuer the first time, by its symbol later.
    ///
    /// Source: Decree 30/2020/NĐ-CP, Annex I, II.6.
    private func plan() throws -> String {
        guard let plan = try db.currentPlan(of: report.span.year) else {
            return "(chưa có kế hoạch)"
        }
        if citations.hasPlan { return "số \(plan.symbol)" }
        citations.hasPlan = true
        let day = plan.issuedOn.map { " \(OfficialText.day($0))" } ?? ""
        let issuer =
            try db.letterhead(of: plan.agency, in: issueTree).map { " của \($0.name)" } ?? ""
        return "số \(plan.symbol)\(day)\(issuer)"
    }

    /// A committee decides as such; a department by its director: "GIÁM ĐỐC SỞ NỘI VỤ".
    private var authority: String {
        guard let head, let body = issueTree.body(report.issuer) else { return "" }
        let isCommittee = [.province, .district, .commune].contains(body.level)
        return isCommittee
            ? head.issuer : "\(OfficialDocument.Signature.head(of: body)) \(head.issuer)"
    }

    /// As the draft says; where it names nobody, the head on record on the day of issue, or a deputy
    /// where there is no head.
    private func signature(_ body: AgencyTree.Body) throws -> OfficialDocument.Signature {
        let signing = report.signing
        guard signing.name.isEmpty, [.head, .deputy].contains(signing.power), report.kind != .record
        else {
            return OfficialDocument.Signature(
                for: body, signing, of: report.kind, name: signing.name)
        }
        let posts = try db.posts(in: body.id, on: issueTree.day, for: .system)
        let head = signing.power == .head ? posts.first { $0.role == .head } : nil
        let post = head ?? posts.first { $0.role == .deputy }
        let name = try post.flatMap { try db.userNames([$0.person])[$0.person] } ?? ""
        let power: Signing.Power = head == nil && post != nil ? .deputy : signing.power
        return OfficialDocument.Signature(
            for: body, Signing(power, title: signing.title), of: report.kind, name: name)
    }

    /// Late and missing bodies, when the text does not list them itself.
    private func lateAnnex() throws -> [OfficialDocument.Annex] {
        guard figures.isWhole, report.kind == .report, !report.period.isEmpty,
            !report.body.contains("[[\(TemplateList.lateReports.rawValue)]]"),
            let late = try lateReports()
        else { return [] }
        return [
            OfficialDocument.Annex(
                "Cơ quan, đơn vị báo cáo chậm, chưa báo cáo \(report.span.title[language])",
                blocks: [late])
        ]
    }
}

extension OfficialDocument {
    /// The document with its cited numbers given ids in the order in which they are read.
    var numbered: OfficialDocument {
        var count = 0
        func placed(_ number: CitedNumber) -> CitedNumber {
            count += 1
            return number.placed(count)
        }
        func placed(_ span: Span) -> Span {
            if case .number(let number) = span { .number(placed(number)) } else { span }
        }
        func placed(_ block: Block) -> Block {
            switch block {
            case .heading: block
            case .paragraph(let paragraph):
                .paragraph(Paragraph(paragraph.style, paragraph.spans.map { placed($0) }))
            case .table(let table):
                .table(
                    Table(
                        table.title, showsTitle: table.showsTitle, columns: table.columns,
                        rows: table.rows.map { row in row.map { cell in cell.map { placed($0) } } })
                )
            case .figure(let figure):
                .figure(
                    Figure(
                        figure.title, description: figure.description,
                        bars: figure.bars.map {
                            Figure.Bar(
                                $0.label, hundredths: $0.hundredths, number: placed($0.number))
                        }))
            }
        }
        let blocks = blocks.map { placed($0) }
        return OfficialDocument(
            kind: kind, letterhead: letterhead, day: day, number: number, signedOn: signedOn,
            subject: subject, addressees: addressees, blocks: blocks,
            annexes: annexes.map { Annex($0.title, blocks: $0.blocks.map { placed($0) }) },
            signature: signature, secretary: secretary, recipients: recipients,
            draftingUnit: draftingUnit)
    }
}

/// What a document has cited so far.
private final class Citations {
    var hasPlan = false
}
