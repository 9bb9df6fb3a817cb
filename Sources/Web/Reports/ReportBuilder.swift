import Documents
import Domain
import Store

/// Makes the page of one report: the document on screen, its files and what may be done with it.
struct ReportBuilder {
    private let composer: ReportComposer
    private let report: Report
    private let frozen: OfficialDocument?
    private let document: OfficialDocument
    private let language: Language
    private let token: String
    private let typed: Form?
    private let refusal: (any UserFacingError)?
    private let mayWrite: Bool
    private let maySign: Bool
    private let history: [HistoryEntry]

    init(
        _ snapshot: Snapshot, _ report: Report, language: Language, user: User.ID?, token: String,
        typed: Form?, refusal: (any UserFacingError)?
    ) throws {
        self.report = report
        self.language = language
        self.token = token
        self.typed = typed
        self.refusal = refusal
        let db = snapshot.db
        composer = try ReportComposer(snapshot, report)
        frozen = try db.frozenDocument(of: report)
        document = try composer.document()
        func may(_ permission: Permission) throws -> Bool {
            try user.map {
                try db.isGranted(permission, to: $0, in: report.issuer, on: snapshot.day)
            } ?? false
        }
        mayWrite = try report.signed == nil && may(.writeReports)
        maySign = try report.signed == nil && may(.signReports)
        history = try HistoryEntry.entries(of: "report", numbered: report.number, db, language)
    }

    func reportPage() throws -> ReportPage {
        let shown = frozen ?? document
        let isPeriodic =
            report.kind == .report && !report.period.isEmpty && composer.figures.isWhole
        return ReportPage(
            language: language,
            crumbs: [
                Link(text("Báo cáo", "Reports"), Paths.reports(report.span.year)),
                Link(text("số \(report.number)", "no. \(report.number)")),
            ],
            title: "\(report.kind.title[language]) \(shown.subject.loweredFirst)",
            badge: report.signed == nil
                ? Badge(kind: .notDue, word: text("dự thảo", "draft"))
                : Badge(kind: .kept, word: text("đã ký, đã chốt số liệu", "signed and frozen")),
            lede: lede, files: files(isPeriodic),
            pdfNote: PDFConversion.isInstalled ? nil : PDFError.programMissing.message[language],
            problems: refusal.map(problems) ?? [], document: paper(shown), changes: changes,
            edit: mayWrite ? edit : nil, addAnnex: mayWrite ? addAnnex : nil,
            sign: maySign ? sign : nil,
            compare: isPeriodic && mayWrite ? compare : nil,
            differences: isPeriodic ? try differences() : nil,
            names: mayWrite ? Self.names(language) : [], history: history)
    }

    private var lede: String {
        let span = "\(report.span.first[language]) – \(report.span.last[language])"
        guard let signed = report.signed else {
            return text(
                "Kỳ \(span). Số liệu được tính lại mỗi lần mở, đến khi ký.",
                "\(span). Figures are counted anew each time until it is signed.")
        }
        return text(
            "Kỳ \(span). Số \(signed.number), ký ngày \(signed.day.vi); dấu SHA-256 \(signed.digest.prefix(12)).",
            "\(span). No. \(signed.number), signed on \(signed.day.en); SHA-256 \(signed.digest.prefix(12))."
        )
    }

    private func files(_ isPeriodic: Bool) -> [Link] {
        func link(_ label: String, _ name: String) -> Link {
            Link(label, Paths.report(report.span.year, report.number, name))
        }
        var links = [link("DOCX", "report.docx")]
        if PDFConversion.isInstalled { links.append(link("PDF", "report.pdf")) }
        links += (frozen ?? document).annexes.indices.map {
            link(text("Phụ lục \($0 + 1) (XLSX)", "Annex \($0 + 1) (XLSX)"), "annex-\($0 + 1).xlsx")
        }
        guard isPeriodic else { return links }
        return links + [
            link(text("Biểu tổng hợp", "Consolidated table"), "consolidated.xlsx"),
            link(text("Chậm, chưa báo cáo", "Late and missing"), "late.xlsx"),
            link(text("Chênh lệch", "Differences"), "differences.xlsx"),
            link(text("Cả bốn tệp", "All four files"), "quarter.zip"),
        ]
    }

    private func problems(_ refusal: any UserFacingError) -> [String] {
        guard !refusal.problems.isEmpty else { return [refusal.message[language]] }
        let shown = refusal.problems.prefix(100).map { problem in
            guard ["body", "subject"].contains(problem.field) else {
                return problem.placed[language]
            }
            let message = problem.message[language]
            return problem.row.map { text("Dòng \($0): ", "Line \($0): ") + message } ?? message
        }
        let rest = refusal.problems.count - shown.count
        return rest > 0 ? shown + [text("và \(rest) chỗ khác", "and \(rest) more")] : shown
    }

    // MARK: Forms

    private var edit: ReportPage.Form {
        ReportPage.Form(
            heading: text("Sửa dự thảo", "Edit the draft"),
            hint: text(
                "Tên trong ngoặc nhọn như {nhiem_vu.den_han} được thay bằng số liệu; [[bang_chi_tieu]] là một bảng; dòng bắt đầu bằng % mở một phụ lục; | ô | ô | là một dòng của bảng.",
                "Names in braces become figures; [[bang_chi_tieu]] is a table; a line with % begins an annex; | cell | cell | is a row of a table."
            ),
            path: Paths.report(report.span.year, report.number), token: token,
            hidden: [HiddenField(name: EditedForm.versionName, value: "\(report.version)")],
            fields: ReportForm.fields(report.wording, typed: typed, refusal, language),
            label: text("Ghi", "Save"))
    }

    /// A table that comes from a spreadsheet becomes an annex at the end of the text.
    private var addAnnex: ReportPage.Form {
        ReportPage.Form(
            heading: text("Thêm phụ lục từ tệp", "Add an annex from a file"),
            hint: text(
                "Hàng đầu của tệp là tên cột; bảng được ghi vào cuối nội dung và còn sửa được.",
                "The file's first row names the columns; the table goes to the end of the text."),
            path: Paths.report(report.span.year, report.number, "annexes"), token: token,
            hidden: [HiddenField(name: EditedForm.versionName, value: "\(report.version)")],
            fields: [
                Field(
                    name: "annex_title", label: text("Tên phụ lục", "Title of the annex"),
                    value: typed?.text("annex_title") ?? "", isRequired: true, isWide: true),
                Field(
                    name: "file", label: text("Tệp XLSX hoặc CSV", "XLSX or CSV file"),
                    kind: .file(accept: ".xlsx,.csv"), isRequired: true, idPrefix: "annex-"),
            ],
            label: text("Thêm phụ lục", "Add the annex"))
    }

    private var sign: ReportPage.Form {
        ReportPage.Form(
            heading: text("Ghi số, ngày ký", "Enter number and day"),
            hint: text(
                "Sau khi ghi, văn bản và mọi số liệu trong đó được chốt, không sửa được.",
                "From then on the document and its figures stay as they are."),
            path: Paths.report(report.span.year, report.number, "signature"), token: token,
            hidden: [HiddenField(name: EditedForm.versionName, value: "\(report.version)")],
            fields: [
                Field(
                    name: "signed_number", label: text("Số", "Number"), kind: .number,
                    value: typed?.text("signed_number") ?? "", isRequired: true, idPrefix: "sign-"),
                Field(
                    name: "signed_on", label: text("Ngày ký", "Signed on"), kind: .day,
                    value: typed?.text("signed_on") ?? "", isRequired: true, idPrefix: "sign-"),
            ],
            label: text("Ghi số và chốt", "Enter and freeze"))
    }

    private var compare: ReportPage.Form {
        ReportPage.Form(
            heading: text("Đối chiếu biểu tổng hợp", "Compare a consolidated table"),
            hint: text(
                "Chọn tệp đã tải từ đây và gửi lại: từng ô được so với số hệ thống tính; không ghi gì.",
                "Send a file taken from here back: each cell is compared; nothing is written."),
            path: Paths.report(report.span.year, report.number, "comparison"), token: token,
            hidden: [],
            fields: [
                Field(
                    name: "file", label: text("Tệp", "File"), kind: .file(accept: ".xlsx,.csv"),
                    idPrefix: "compare-")
            ],
            label: text("Đối chiếu", "Compare"))
    }

    // MARK: What differs

    private var changes: ReportPage.Changes? {
        guard let frozen else { return nil }
        let rows = frozen.citedNumbers.compactMap { number -> (String, Link, String)? in
            guard let name = FigureName(reading: number.name),
                let value = try? composer.figures.value(name)
            else { return nil }
            let forms = [value.text[.vi], value.cell(.vi)]
            guard !forms.contains(number.text) else { return nil }
            return (title(name), Link(number.text, path(of: number)), value.text[language])
        }
        return ReportPage.Changes(
            summary: rows.isEmpty
                ? text(
                    "Số liệu hiện nay vẫn đúng như khi ký.",
                    "Today's figures are still those that were signed.")
                : text(
                    "\(Written.count(rows.count, .vi)) số liệu hiện nay khác với khi ký; văn bản giữ nguyên.",
                    "\(Written.english(rows.count, "figure", "figures")) would differ today; the document stays."
                ),
            rows: rows)
    }

    func path(of number: CitedNumber) -> String {
        Paths.report(report.span.year, report.number, "figures", number.id)
    }

    private func title(_ name: FigureName) -> String {
        let base =
            name.target.map { text("chỉ tiêu \($0)", "target \($0)") }
            ?? ReportFigure.named(name.base)?.title[language] ?? name.base
        return name.time == .own ? base : "\(base), \(name.time.title[language])"
    }

    private func differences() throws -> ReportPage.Differences {
        let rows = try ReportDifferences(composer).rows
        return ReportPage.Differences(
            summary: rows.isEmpty
                ? text(
                    "Không có chênh lệch giữa báo cáo của đơn vị và số hệ thống ghi nhận.",
                    "What agencies wrote and what is on record agree.")
                : text(
                    "\(Written.count(rows.count, .vi)) chỗ đơn vị báo cáo khác với hệ thống ghi nhận",
                    "\(Written.english(rows.count, "place", "places")) where what agencies wrote differs"
                ),
            rows: rows.prefix(50).map { [$0.agency, $0.subject, $0.written, $0.counted] })
    }

    static func names(_ language: Language) -> [ReportPage.NameRow] {
        let words = TemplateWord.allCases.map {
            ReportPage.NameRow(name: "{\($0.rawValue)}", title: $0.title[language], formula: "")
        }
        let lists = TemplateList.allCases.map {
            ReportPage.NameRow(
                name: "[[\($0.rawValue)]]", title: $0.title[language], formula: "")
        }
        let published = [
            PublishedFigure("SIPAS").figure, PublishedFigure("SIPAS", isRank: true).figure,
        ]
        let figures = (published + ReportFigure.all).map {
            ReportPage.NameRow(
                name: "{\($0.name)}", title: $0.title[language], formula: $0.formula[language])
        }
        return words + lists + figures
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
}
