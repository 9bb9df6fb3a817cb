import Domain
import Markup
import Store

/// How one body heads its documents, ready to be shown.
struct LetterheadPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let notices: [LivingPlanPage.Notice]
    /// The head as it is printed; `nil` when the body is not there on the day.
    let head: Head?
    let history: TaskPage.Table
    let form: TaskFormPart?

    struct Head: Sendable {
        let heading: String
        let superior: String
        let issuer: String
        let symbol: String
        let place: String
    }
}

/// Makes the page of how a body heads its documents.
struct LetterheadBuilder {
    private let db: ReadableDatabase
    private let body: Agency.Version
    private let day: Day
    private let language: Language
    private let token: String
    private let typed: Form?
    private let refusal: (any UserFacingError)?
    private let tree: AgencyTree
    private let wordings: [LetterheadWording]
    private let maySet: Bool

    init(
        _ db: ReadableDatabase, _ body: Agency.Version, on day: Day, user: User.ID?,
        language: Language, token: String, typed: Form?, refusal: (any UserFacingError)?
    ) throws {
        self.db = db
        self.body = body
        self.day = day
        self.language = language
        self.token = token
        self.typed = typed
        self.refusal = refusal
        tree = try db.agencyTree(on: day)
        wordings = try db.letterheadWordings(of: body.agency)
        maySet =
            try user.map {
                try db.isGranted(
                    .setLetterheads, to: $0, in: body.agency, on: try db.workspace().today(db.now))
            } ?? false
    }

    func page() throws -> LetterheadPage {
        let title = text("Phần đầu văn bản", "Letterhead")
        return LetterheadPage(
            language: language,
            crumbs: [
                Link(text("Cơ quan, đơn vị", "Agencies"), Paths.agencies()),
                Link(body.name, Paths.agency(body.code)), Link(title),
            ],
            title: "\(title): \(body.name)",
            lede: inForce == nil
                ? text(
                    "Theo tên và cơ quan cấp trên trong danh mục.",
                    "By the name and superior in the list of agencies.")
                : text(
                    "Theo quy định của cơ quan từ ngày \(inForce?.from.vi ?? "").",
                    "As the body set it from \(inForce?.from.en ?? "") on."),
            notices: try notices(), head: try head(), history: history,
            form: maySet ? try form() : nil)
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var inForce: LetterheadWording? { wordings.first { $0.from <= day } }

    private func head() throws -> LetterheadPage.Head? {
        guard let head = try db.letterhead(of: body.agency, in: tree) else { return nil }
        let sample = OfficialDocument(
            kind: .report, letterhead: head, day: day, signedOn: day, subject: "", blocks: [],
            signature: OfficialDocument.Signature([]))
        return LetterheadPage.Head(
            heading: text("Ngày \(day.vi)", "On \(day.en)"), superior: head.superior,
            issuer: head.issuer, symbol: "Số: \(sample.symbol)", place: sample.placeAndDay)
    }

    /// Said when the list of agencies changed after the wording was set.
    private func notices() throws -> [LivingPlanPage.Notice] {
        guard let inForce else { return [] }
        let before = Letterhead(of: body.agency, in: try db.agencyTree(on: inForce.from))
        guard let before, let now = Letterhead(of: body.agency, in: tree), before != now else {
            return []
        }
        return [
            LivingPlanPage.Notice(
                text: text(
                    "Danh mục đã đổi sau ngày \(inForce.from.vi) (\(before.name) → \(now.name)); hãy xem phần đầu văn bản còn đúng không.",
                    "The list of agencies changed after \(inForce.from.en) (\(before.name) → \(now.name)); see whether the letterhead still holds."
                ), isUrgent: true)
        ]
    }

    private var history: TaskPage.Table {
        var until: Day?
        let asListed = text("theo danh mục", "as listed")
        let rows = wordings.map { wording -> [TaskPage.Cell] in
            defer { until = wording.from }
            let days =
                "\(wording.from[language]) – \(until.map { ($0 - 1)[language] } ?? text("nay", "now"))"
            let superior = wording.superior.map { $0.isEmpty ? text("không ghi", "none") : $0 }
            return [
                days, superior ?? asListed, wording.issuer ?? asListed, wording.name ?? asListed,
                wording.place ?? asListed, wording.abbreviation ?? asListed, wording.source,
            ].map { TaskPage.Cell(link: Link($0)) }
        }
        return TaskPage.Table(
            caption: text("Đã đặt", "What was set"),
            headings: [
                text("Từ – đến", "From – until"), text("Cơ quan cấp trên", "Superior"),
                text("Cơ quan ban hành", "Issuer"), text("Tên trong câu", "In a sentence"),
                text("Địa danh", "Place"), text("Viết tắt", "Abbreviation"),
                text("Căn cứ", "Basis"),
            ], rows: rows,
            none: text(
                "Chưa đặt riêng; mọi phần theo danh mục cơ quan, đơn vị.",
                "Nothing was set; all of it follows the list of agencies."))
    }

    private func form() throws -> TaskFormPart {
        let usual = Letterhead(of: body.agency, in: tree)
        func field(
            _ name: String, _ label: String, _ value: String?, _ listed: String?,
            isRequired: Bool = false
        ) -> Field {
            var field = Field(
                name: name, label: label, value: typed?.text(name) ?? value ?? "",
                hint: listed.map {
                    $0.isEmpty
                        ? text("Để trống: không ghi.", "Blank: none.")
                        : text("Để trống: \($0)", "Blank: \($0)")
                },
                isRequired: isRequired)
            field.problems =
                refusal?.problems.filter { $0.field == name }.map { $0.message[language] } ?? []
            return field
        }
        let isWithout = typed.map { $0.has("no_superior") } ?? (inForce?.superior == "")
        var from = field("from", text("Từ ngày", "From"), nil, nil, isRequired: true)
        from.kind = .day
        var source = field(
            "source", text("Căn cứ (văn bản)", "Document that says so"), nil, nil, isRequired: true)
        source.isWide = true
        let said =
            refusal.map { $0.problems.isEmpty ? [$0.message] : $0.problems.map(\.message) } ?? []
        return TaskFormPart(
            id: "form-letterhead", heading: text("Đặt từ một ngày", "Set it from a day on"),
            path: Paths.letterhead(body.code), token: token,
            hidden: [
                HiddenField(
                    name: EditedForm.versionName,
                    value: String(try db.letterheadVersion(of: body.agency)))
            ],
            fields: [
                from,
                field(
                    "superior", text("Cơ quan cấp trên", "Superior"),
                    inForce?.superior, usual?.superior),
                Field(
                    name: "no_superior",
                    label: text("Không ghi cơ quan cấp trên", "Without a superior"),
                    kind: .tick(isChosen: isWithout)),
                field(
                    "issuer", text("Cơ quan ban hành", "Issuer"), inForce?.issuer, usual?.issuer),
                field(
                    "name", text("Tên trong câu", "In a sentence"), inForce?.name, usual?.name),
                field("place", text("Địa danh", "Place"), inForce?.place, usual?.place),
                field(
                    "abbreviation", text("Chữ viết tắt trong ký hiệu", "Abbreviation in symbols"),
                    inForce?.abbreviation, usual?.abbreviation),
                source,
            ], problems: said.map { $0[language] },
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            save: text("Ghi", "Save"))
    }
}

func letterheadPage(_ page: LetterheadPage) -> HTML {
    """
    \(crumbsView(page.crumbs, label: Words("Agencies", page.language)["crumbs"]))
    <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
    \(each: page.notices, noticeView)
    <div class="stack">\(if: page.head, letterheadSample)
    \(tablePart(page.history))
    \(if: page.form, { formPart($0, page.language) })</div>
    """
}

private func letterheadSample(_ head: LetterheadPage.Head) -> HTML {
    """
    <section class="card"><h2>\(head.heading)</h2><div class="paper" lang="vi">
    <div class="paper-head"><div><p>\(head.superior)</p><p><b>\(head.issuer)</b></p><p class="rule">\(head.symbol)</p></div>
    <div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p><b>Độc lập - Tự do - Hạnh phúc</b></p><p class="rule"><i>\(head.place)</i></p></div></div></div></section>

    """
}
