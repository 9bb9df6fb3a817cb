import Domain
import Markup
import Store

/// Makes the page of procedures and competences, which are data with a first and a last day.
struct LegalRuleBuilder {
    let procedures: [LegalProcedure]
    let competences: [LegalCompetence]
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
            caption: text("Thẩm quyền ban hành văn bản", "Who may issue what"),
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
