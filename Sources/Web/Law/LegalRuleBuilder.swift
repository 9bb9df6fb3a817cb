import Domain
import Markup
import Store

/// Makes the page of procedures and competences, which are data with a first and a last day.
struct LegalRuleBuilder {
    let procedures: [LegalProcedure]
    let competences: [LegalCompetence]
    let outside: [OutsideIssuer]
    let token: String
    let refused: (form: Form, refusal: any UserFacingError)?
    let day: Day
    let language: Language
    let mayChange: Bool

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    var title: String {
        text("Quy trình và thẩm quyền ban hành văn bản", "Procedures and competences")
    }

    var crumbs: [Link] {
        [Link(text("Văn bản", "Documents"), Paths.documents(day.year)), Link(title)]
    }

    var lede: String {
        text(
            "Dữ liệu có ngày bắt đầu, ngày kết thúc, căn cứ và mức độ chắc chắn; sửa bằng cách tải tệp về, chỉnh và nhập lại. Văn bản đã có các bước thì không đổi theo.",
            "Data with a first and a last day, a source and a certainty; changed by taking the file, changing it and importing it. Documents keep the steps that they have."
        )
    }

    func links(_ list: LegalRuleRoutes.List) -> [Link] {
        let files = ["csv", "xlsx"].map {
            Link($0.uppercased(), Paths.legalRules(list.rawValue + "." + $0))
        }
        guard mayChange else { return files }
        return [
            Link(text("Nhập từ tệp", "Import a file"), Paths.legalRules(list.rawValue, "import"))
        ] + files
    }

    var competenceTable: TaskPage.Table {
        TaskPage.Table(
            caption: text("Bảng thẩm quyền", "Who may issue what"),
            headings: [
                text("Cấp", "Level"), text("Chủ thể", "Organ"), text("Loại văn bản", "Kind"),
                text("Từ ngày", "From"), text("Đến trước ngày", "Until before"),
                text("Căn cứ", "Source"), text("Chắc chắn", "Certainty"),
            ],
            rows: competences.map { line in
                [
                    line.level.title[language], line.organ.title[language].capitalisedFirst,
                    line.kind.title[language].capitalisedFirst, line.from[language],
                    line.until?[language] ?? "", line.source[language],
                ].map { TaskPage.Cell(link: Link($0)) } + [certainty(line.certainty)]
            }, none: "",
            lede: text(
                "Văn bản không có trong bảng không bị coi là sai thẩm quyền; cần người xem xét.",
                "What is not in the table is not called unlawful; a person looks at it."))
    }

    var outsideTable: TaskPage.Table {
        TaskPage.Table(
            caption: text("Cơ quan ban hành ngoài danh mục cơ quan", "Issuers outside the tree"),
            headings: [text("Mã", "Code"), text("Cơ quan", "Body")],
            rows: outside.map { body in
                [body.code, body.name[language]].map { TaskPage.Cell(link: Link($0)) }
            }, none: "",
            lede: text(
                "Dùng mã này làm cơ quan ban hành để ghi luật, nghị định, thông tư. Văn bản của các cơ quan này không tính vào chỉ tiêu, danh mục, đợt rà soát nào; khi chúng hết hiệu lực, văn bản căn cứ vào chúng được báo rà soát.",
                "Use the code as issuer to enter laws, decrees, circulars. Their documents count in no target, list or campaign; when one dies, what rests on it is to be looked at."
            ))
    }

    var outsideForm: TaskFormPart {
        let edited = EditedForm(
            [
                Field(
                    name: "code", label: text("Mã", "Code"),
                    hint: text("Như TW-BYT; mã đã có thì đổi tên.", "Such as TW-BYT."),
                    isRequired: true),
                Field(name: "name", label: text("Tên cơ quan", "Name"), isRequired: true),
                Field(name: "name_en", label: text("Tên tiếng Anh", "Name in English")),
            ], version: nil, typed: refused?.form, refusal: refused?.refusal, language)
        return TaskFormPart(
            id: "form-outside",
            heading: text("Thêm, đổi tên cơ quan ban hành", "Add or rename an issuer"),
            path: Paths.legalRules("issuers"), token: token, hidden: edited.hidden,
            fields: edited.fields, problems: edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            save: text("Ghi", "Save"), isFolded: true)
    }

    func table(_ procedure: LegalProcedure) -> TaskPage.Table {
        let days =
            procedure.until.map {
                text(
                    "Từ \(procedure.from.vi) đến trước \($0.vi)",
                    "From \(procedure.from.en) until before \($0.en)")
            } ?? text("Từ \(procedure.from.vi)", "Since \(procedure.from.en)")
        return TaskPage.Table(
            caption: "\(procedure.title[language]) (\(procedure.code))",
            headings: [
                text("Bước", "Step"), text("Nội dung", "What"), text("Cơ quan", "Body"),
                text("Thời hạn", "Term"), text("Văn bản", "Paper"), text("Căn cứ", "Source"),
            ],
            rows: procedure.steps.enumerated().map { place, step in
                [
                    String(place + 1), step.title, step.body, term(step), step.paper,
                    step.source,
                ].map { TaskPage.Cell(link: Link($0)) }
            }, none: "",
            lede:
                "\(days). \(procedure.source); \(procedure.certainty.title[language])."
                + (procedure.holds(on: day)
                    ? "" : text(" Không áp dụng hôm nay.", " It does not hold today.")))
    }

    private func term(_ step: LegalStep) -> String {
        step.days.map {
            "\(step.term.title[language]) \(Written.count($0, language)) \(step.counting.title[language])"
        } ?? ""
    }

    private func certainty(_ certainty: LegalDocument.Confidence) -> TaskPage.Cell {
        TaskPage.Cell(
            badge: Badge(
                kind: certainty == .high ? .kept : certainty == .medium ? .notDue : .atRisk,
                word: certainty.title[language]))
    }
}
