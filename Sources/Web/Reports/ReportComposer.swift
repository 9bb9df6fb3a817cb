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
    /// Official documents are in Vietnamese, whatever the reader's language.
    let language = Language.vi

    /// The snapshot's day says what is late and what is not; the figures are those of the report's span.
    init(_ snapshot: Snapshot, _ report: Report) throws {
        self.report = report
        db = snapshot.db
        day = snapshot.day
        tree = try snapshot.tree(on: report.span.last)
        figures = try ReportFigures(snapshot, report, tree)
    }

    /// - Throws: ``ReportError/noLetterhead(_:)`` when the issuer did not exist on the last day.
    func document() throws -> OfficialDocument {
        guard let head = Letterhead(of: report.issuer, in: tree),
            let body = tree.body(report.issuer)
        else { throw ReportError.noLetterhead(report.span.last) }
        let template = TemplateText.read(report.body).template
        var blocks: [OfficialDocument.Block] = []
        for line in template.lines { blocks += try self.blocks(line) }
        let subject = try TemplateText.pieces(report.subject, field: "subject").pieces.map(span)
        return OfficialDocument(
            kind: report.kind, letterhead: head, day: report.span.last,
            subject: subject.map(\.text).joined(), blocks: blocks, annexes: try annexes(),
            signature: try signature(body), recipients: report.recipientLines,
            draftingUnit: report.draftingUnit
        ).numbered
    }

    private func blocks(_ line: TemplateText.Line) throws -> [OfficialDocument.Block] {
        switch line {
        case .heading(let level, let pieces):
            [.heading(level: level, try pieces.map(span).map(\.text).joined())]
        case .paragraph(let style, let pieces):
            [.paragraph(OfficialDocument.Paragraph(style, try pieces.map(span)))]
        case .list(let list): try blocks(list)
        }
    }

    func span(_ piece: TemplateText.Piece) throws -> OfficialDocument.Span {
        switch piece {
        case .text(let text): .text(text)
        case .word(let word): .text(try self.word(word))
        case .figure(let name): .number(try cited(name))
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
        case .issuer: Letterhead(of: report.issuer, in: tree)?.name ?? ""
        case .plan: try db.currentPlan(of: report.span.year)?.symbol ?? "(chưa có kế hoạch)"
        case .before: figures.times.before?.title[language] ?? "(không có kỳ trước)"
        case .lastYear: figures.times.lastYear.title[language]
        }
    }

    /// The head as on record on the last day, without degrees; a deputy only where there is no head.
    private func signature(_ body: AgencyTree.Body) throws -> OfficialDocument.Signature {
        let posts = try db.posts(in: body.id, on: report.span.last, for: .system)
        let head = posts.first { $0.role == .head }
        let post = head ?? posts.first { $0.role == .deputy }
        let name = try post.flatMap { try db.userNames([$0.person])[$0.person] } ?? ""
        return OfficialDocument.Signature(
            for: body, name: name, isDeputy: head == nil && post != nil)
    }

    /// Late and missing bodies, when the text does not list them itself.
    private func annexes() throws -> [OfficialDocument.Annex] {
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
