import Domain
import Store

/// Makes the page of one document.
struct LegalDocumentPageBuilder {
    let document: LegalDocument
    let language: Language
    let chosen: Day?
    let day: Day
    let token: String
    let mayRecord: Bool
    /// Whether the viewer sees what checks found, and may record more.
    let findings: FindingRights
    let year: Int
    let issuer: AgencyTree.Body?
    let outside: OutsideIssuer?
    private let text: KeptLegalText?
    private let words: String?
    private let queries: [LegalDocument.Query]
    private let targets: [LegalDocument.ID: LegalDocument]
    private let citing: [CitingDocument]
    private let neighbours: [CitingDocument]
    private let reviews: [(review: LegalReview, line: LegalReview.Line)]
    private let competences: [LegalCompetence]
    let found: [DocumentFinding]
    let questionedOn: Day?
    let bodies: AgencyTree
    private let history: [HistoryEntry]
    private let refused: (form: Form, refusal: any UserFacingError)?

    /// No page lists more documents that cite one.
    private static let mostCiting = 200
    /// Lines of text shown on the page; the whole stands in the file.
    private static let mostLines = 600

    init(
        _ document: LegalDocument, language: Language, chosen: Day?, day: Day, tree: AgencyTree,
        token: String, mayRecord: Bool, findings: FindingRights, _ db: ReadableDatabase,
        refused: (form: Form, refusal: any UserFacingError)? = nil
    ) throws {
        self.document = document
        self.language = language
        self.chosen = chosen
        self.day = day
        self.token = token
        self.mayRecord = mayRecord
        self.findings = findings
        bodies = tree
        self.refused = refused
        year = try db.year(of: document.id) ?? document.signedOn.year
        issuer = tree.body(document.issuer)
        outside = try db.outsideIssuer(document.issuer)
        text = try db.legalText(of: document.id)
        words = try db.legalWords(of: document.id)
        queries = try db.legalQueries(of: document.id) ?? []
        var targets: [LegalDocument.ID: LegalDocument] = [:]
        for target in Set(text?.bases.compactMap(\.target) ?? []) {
            targets[target] = try db.legalDocument(target)
        }
        self.targets = targets
        citing = try db.documents(restingOn: document.id, limit: Self.mostCiting)
        neighbours = try db.neighbours(of: document)
        reviews = try db.legalReviews(of: document.id)
        competences = try db.legalCompetences()
        found = findings.maySee ? try db.findings(in: document.id, on: day) : []
        questionedOn = try db.questioned(document.id).flatMap { $0 <= day ? $0 : nil }
        history = try HistoryEntry.entries(of: "legal-document", document.id.text, db, language)
    }

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    var title: String {
        "\(document.details.kind.title[language].capitalisedFirst) \(document.symbol)"
    }

    func page() -> LegalDocumentPage {
        LegalDocumentPage(
            language: language,
            crumbs: [
                Link(text("Văn bản", "Documents"), RecordKind.documents.list(year, on: chosen)),
                Link(document.symbol),
            ],
            title: title, lede: document.title,
            badge: document.details.nature == .normative && outside == nil
                ? document.badge(on: day, questionedOn: questionedOn).badge(language) : nil,
            links: links,
            queries: queries.map { query in
                // A placeholder says nothing of where it stands.
                query.code == "word.placeholder"
                    ? "\(heading(query.field)): \(query.message[language])"
                    : query.message[language]
            } + twins + again,
            tables: [basisTable, citingTable, findingTable, reviewTable].compactMap(\.self),
            facts: facts,
            judgement: judgement, text: shownText, form: mayRecord ? form : nil, history: history)
    }

    private var links: [Link] {
        let file = Link(
            text("Hồ sơ xây dựng", "How it came about"),
            Paths.legalFile(document.number, "file"))
        let find = findings.mayRecord ? [newFinding].compactMap(\.self) : []
        return mayRecord
            ? [
                Link(
                    text("Sửa thông tin, ghi kết quả kiểm tra", "Change, or judge"),
                    Paths.legalDocumentTerms(year, document.number)), file,
            ] + find : [file] + find
    }

    private func heading(_ field: String) -> String {
        LegalDocumentColumns.all.first { $0.key == field }?.heading[language]
            ?? text("Căn cứ ban hành", "Bases")
    }

    private var twins: [String] {
        neighbours.map {
            text(
                "Cùng ngày ký, số liền kề với \($0.symbol) (“\($0.title.shortened(to: 120))”): dễ nhầm, xin đối chiếu số và trích yếu.",
                "Of the same day and next to \($0.symbol) (“\($0.title.shortened(to: 120))”): easily mixed up, compare number and title."
            )
        }
    }

    private var facts: [TargetPage.Fact] {
        let details = document.details
        func fact(
            _ vi: String, _ en: String, _ value: String, of field: String = "",
            _ path: String? = nil
        ) -> TargetPage.Fact? {
            guard !value.isEmpty else { return nil }
            let origin = details.sources.byField[field].map { " [\(said($0))]" } ?? ""
            return TargetPage.Fact(name: text(vi, en), text: value + origin, path: path)
        }
        let name =
            outside?.name[language]
            ?? details.organ.named(issuer?.version.nameInSentence ?? "", language)
        return [
            fact("Số trong sổ", "No. in the register", String(document.number)),
            fact(
                "Tính chất", "Nature", details.nature.title[language].capitalisedFirst, of: "nature"
            ),
            fact("Loại văn bản", "Kind", details.kind.title[language].capitalisedFirst, of: "kind"),
            fact(
                "Cơ quan ban hành", "Issuer",
                name,
                of: "issuer_code", issuer.map { Paths.agency($0.code, on: chosen) }),
            fact("Người ký", "Signer", details.signer, of: "signer"),
            fact("Ngày ký", "Signed on", document.signedOn[language], of: "signed_on"),
            fact(
                "Ngày công bố", "Published on", details.publishedOn?[language] ?? "",
                of: "published_on"),
            fact(
                "Ngày có hiệu lực", "In force on", details.inForceOn?[language] ?? "",
                of: "in_force_on"),
            fact("Lĩnh vực", "Field", details.field.capitalisedFirst, of: "field"),
            fact(
                "Tình trạng công bố", "Declared status", details.declaredStatus,
                of: "declared_status"),
            fact(
                "Liên quan doanh nghiệp", "Touches business",
                details.affectsBusiness ? text("có", "yes") : ""),
            fact(
                "Đã tham vấn", "Consulted",
                details.affectsBusiness && details.consulted.isEmpty
                    ? text("chưa ghi", "not on record") : details.consulted),
            fact(
                "Đánh giá tác động thủ tục hành chính", "Impact assessment",
                details.affectsBusiness && details.impactAssessment.isEmpty
                    ? text("chưa ghi", "not on record") : details.impactAssessment),
            fact("Nguồn thông tin", "Source", details.sources.usual.map(said) ?? ""),
        ].compactMap(\.self)
    }

    private func said(_ origin: LegalDocument.FieldSources.Origin) -> String {
        origin.confidence.map { "\(origin.source), \($0.title[language])" } ?? origin.source
    }

    private var judgement: [TargetPage.Fact] {
        guard document.details.nature == .normative, outside == nil else { return [] }
        let isJudged = document.judgedOn.map { $0 <= day } ?? false
        let answers = LegalDocument.Condition.allCases.map { condition in
            TargetPage.Fact(
                name: condition.title[language].capitalisedFirst,
                text: (isJudged ? document.answers[condition] : nil)?.title[language]
                    ?? text("chưa kiểm tra", "not yet checked"))
        }
        let known = [competence].compactMap(\.self)
        guard isJudged, let judgedOn = document.judgedOn else { return answers + known }
        return answers + known + [
            TargetPage.Fact(name: text("Cơ quan kiểm tra", "Judged by"), text: document.judge),
            TargetPage.Fact(name: text("Ngày kiểm tra", "Judged on"), text: judgedOn[language]),
        ]
    }

    /// What the table of competences says of the issuer on the day of signing; a person decides.
    private var competence: TargetPage.Fact? {
        guard let level = issuer?.version.level, LegalCompetence.isKnown(on: document.signedOn)
        else { return nil }
        let found = LegalCompetence.of(
            level, document.details.organ, document.details.kind, on: document.signedOn,
            in: competences)
        return TargetPage.Fact(
            name: text("Thẩm quyền ngày ký", "Competence on that day"),
            text: found.map { text("có, theo \($0.source.vi)", "yes, by \($0.source.en)") }
                ?? text(
                    "không có trong bảng thẩm quyền đã biết, cần kiểm tra",
                    "not in the table of competences, to be looked at"))
    }

    private var basisTable: TaskPage.Table? {
        guard let text else { return nil }
        return TaskPage.Table(
            caption: self.text("Căn cứ ban hành", "What it rests on"),
            headings: [
                self.text("Số, ký hiệu", "Symbol"), self.text("Lời văn", "Words"),
                self.text("Ngày", "Dated"), self.text("Trong sổ", "In the register"),
            ],
            rows: text.bases.map { basis in
                let target = basis.target.flatMap { targets[$0] }
                return [
                    TaskPage.Cell(
                        link: Link(
                            basis.symbol.isEmpty ? "–" : basis.symbol,
                            target.map { Paths.legalDocument($0.number, on: chosen) })),
                    TaskPage.Cell(link: Link(basis.text.shortened(to: 220))),
                    TaskPage.Cell(link: Link(basis.datedOn?[language] ?? "")),
                    TaskPage.Cell(
                        link: Link(
                            target.map { $0.title.shortened(to: 120) }
                                ?? self.text("không có trong sổ", "not held"))),
                ]
            },
            none: self.text(
                "Toàn văn không có căn cứ nào nhận ra được.",
                "No basis could be recognised in the text."))
    }

    private var citingTable: TaskPage.Table? {
        guard !citing.isEmpty else { return nil }
        return TaskPage.Table(
            caption: text("Văn bản căn cứ vào văn bản này", "What rests on it"),
            headings: [
                text("Số, ký hiệu", "Symbol"), text("Trích yếu", "Title"),
                text("Ngày ký", "Signed"),
            ],
            rows: citing.map {
                [
                    TaskPage.Cell(
                        link: Link($0.symbol, Paths.legalDocument($0.number, on: chosen))),
                    TaskPage.Cell(link: Link($0.title.shortened(to: 200))),
                    TaskPage.Cell(link: Link($0.signedOn[language])),
                ]
            }, none: "")
    }

    private var reviewTable: TaskPage.Table? {
        guard !reviews.isEmpty else { return nil }
        return TaskPage.Table(
            caption: text("Rà soát, hệ thống hóa", "Reviews"),
            headings: [
                text("Đợt", "Campaign"), text("Thời hạn", "Due on"), text("Kết quả", "Outcome"),
                text("Lý do", "Reason"),
            ],
            rows: reviews.map { review, line in
                let isSettled = line.settledOn.map { $0 <= day } ?? false
                return [
                    TaskPage.Cell(
                        link: Link(
                            review.name, Paths.legalReviewLine(review.number, document.number))),
                    TaskPage.Cell(link: Link(review.dueOn[language])),
                    TaskPage.Cell(
                        link: Link(
                            (isSettled ? line.finding.outcome?.title[language] : nil)?
                                .capitalisedFirst
                                ?? review.state(settledOn: line.settledOn, on: day).title[
                                    language])),
                    TaskPage.Cell(link: Link(isSettled ? line.finding.reason : "")),
                ]
            }, none: "")
    }

    private var shownText: LegalDocumentPage.Words? {
        guard let text, let words else { return nil }
        let lines = words.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
        let shown = Array(lines.prefix(Self.mostLines))
        let length = Written.number(text.characters, language)
        var note = self.text(
            "Đọc từ tệp “\(text.name)”, \(length) ký tự.",
            "Read from “\(text.name)”, \(length) characters.")
        if text.isRecognised {
            note += self.text(
                " Nhận dạng chữ từ ảnh (OCR); xin đối chiếu với bản chính.",
                " Recognised from pictures (OCR); compare it with the original.")
        }
        if lines.count > shown.count {
            note += self.text(
                " Trang này chỉ hiện \(Written.number(shown.count, .vi)) dòng đầu.",
                " Only the first \(Written.number(shown.count, .en)) lines are shown here.")
        }
        return LegalDocumentPage.Words(
            heading: self.text("Toàn văn", "Text"), note: note,
            summary: self.text("Xem toàn văn", "Show the text"), lines: shown)
    }

    private var form: TaskFormPart {
        let file = Field(
            name: "file", label: text("Tệp toàn văn", "File with the text"),
            kind: .file(accept: ".docx,.pdf,.txt"),
            hint: text(
                ".docx, .pdf hoặc .txt. Hệ thống đọc số, ngày ký, ngày có hiệu lực và các căn cứ; tệp được giữ làm tài liệu kiểm chứng.",
                ".docx, .pdf or .txt. Symbol, days and bases are read from it; the file is kept as evidence."
            ), isRequired: true, isWide: true)
        let edited = EditedForm(
            [file], version: text?.version ?? 0, typed: refused?.form, refusal: refused?.refusal,
            language)
        return TaskFormPart(
            id: "form-text",
            heading: text == nil
                ? text("Đưa toàn văn vào", "Add the text")
                : text("Thay toàn văn", "Replace the text"),
            path: Paths.legalText(document.number), token: token, hidden: edited.hidden,
            fields: edited.fields, problems: edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            conflict: edited.conflict, save: text("Đọc và ghi", "Read and keep"),
            isFolded: text != nil)
    }
}
