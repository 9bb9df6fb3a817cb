import Domain
import Store

/// Makes the sheet per official: sums, or product by product.
struct OfficialBuilder {
    enum Line: Sendable {
        case product(OfficialProduct)
        case sum(name: String, post: Bilingual, assigned: Int, done: Int, late: Int, returned: Int)
    }

    let year: Int
    let language: Language
    let tree: AgencyTree
    let agency: Agency.ID?
    let period: SheetPeriod
    let today: Day
    let isDetailed: Bool
    let lines: [Line]

    /// One line for each official.
    static func sums(_ products: [OfficialProduct]) -> [Line] {
        var order: [User.ID] = []
        var groups: [User.ID: [OfficialProduct]] = [:]
        for product in products {
            if groups[product.person] == nil { order.append(product.person) }
            groups[product.person, default: []].append(product)
        }
        return order.compactMap { person in
            guard let own = groups[person], let first = own.first else { return nil }
            return .sum(
                name: first.name, post: first.post, assigned: own.count,
                done: own.count(where: \.isDone), late: own.count(where: \.isLate),
                returned: own.reduce(0) { $0 + $1.returned })
        }
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    var headings: [String] {
        isDetailed
            ? [
                text("Họ tên", "Name"), text("Chức vụ", "Post"), text("Mã", "Code"),
                text("Nhiệm vụ", "Task"), text("Sản phẩm", "Product"), text("Thời hạn", "Due"),
                text("Hoàn thành", "Done on"), text("Quá hạn", "Late"), text("Trả lại", "Returned"),
            ]
            : [
                text("Họ tên", "Name"), text("Chức vụ", "Post"), text("Được giao", "Assigned"),
                text("Hoàn thành", "Done"), text("Quá hạn", "Late"), text("Trả lại", "Returned"),
            ]
    }

    func cells(_ line: Line) -> [String] {
        switch line {
        case .product(let product):
            [
                product.name, product.post[language], product.code, product.text, product.product,
                product.dueOn?.vi ?? "", product.isDone ? product.doneOn?.vi ?? "" : "",
                product.isLate ? text("quá hạn", "late") : "",
                product.returned == 0 ? "" : "\(product.returned)",
            ]
        case .sum(let name, let post, let assigned, let done, let late, let returned):
            [name, post[language], "\(assigned)", "\(done)", "\(late)", "\(returned)"]
        }
    }

    func listPage() -> RecordListPage {
        let body = agency.flatMap { tree.body($0) }
        let until = min(period.last, today)
        return RecordListPage(
            language: language,
            title: text(
                "Sản phẩm theo từng công chức, \(period.title.vi)",
                "Products per official, \(period.title.en)"),
            lede: text(
                "\(body?.name ?? "Chưa chọn cơ quan"), đến hết ngày \(until.vi). Số liệu để đơn vị tự đánh giá, xếp loại theo Nghị định 335/2025/NĐ-CP; hệ thống không chấm điểm cá nhân.",
                "\(body?.name ?? "No agency chosen"), to the end of \(until.en). For the unit's own rating under Decree 335/2025; the tool gives nobody points."
            ),
            kinds: [(false, text("Tổng hợp", "Sums")), (true, text("Từng sản phẩm", "Products"))]
                .map {
                    OverviewPage.ViewChoice(
                        text: $0.1, path: address(Paths.officials(year), detailed: $0.0),
                        isCurrent: $0.0 == isDetailed)
                },
            actions: [],
            files: ["csv", "xlsx"].map {
                Link($0.uppercased(), address(Paths.officials(year, $0), detailed: isDetailed))
            },
            filter: RecordListPage.Filter(
                path: Paths.officials(year),
                fields: [
                    Field(
                        name: "agency", label: text("Cơ quan (mã)", "Agency (code)"),
                        kind: .suggested(tree.suggestions), value: body?.code ?? ""),
                    Field(
                        name: "period", label: text("Kỳ", "Period"),
                        kind: .choice(
                            SheetPeriod.all(of: year).map {
                                Field.Choice(
                                    value: $0.key, text: $0.title[language].capitalisedFirst,
                                    isChosen: $0.key == period.key)
                            })),
                ], kept: isDetailed ? [HiddenField(name: "show", value: "products")] : []),
            caption: period.title[language].capitalisedFirst,
            headings: headings.map { RecordListPage.Heading(text: $0) },
            rows: lines.map { line in
                RecordListPage.Row(cells: cells(line).map { RecordListPage.Cell(text: $0) })
            },
            pager: nil,
            none: text(
                "Chưa phân công ai chịu trách nhiệm nhiệm vụ trong kỳ này.",
                "Nobody was named to answer for a task in this period."))
    }

    private func address(_ base: String, detailed: Bool) -> String {
        Paths.changed(
            base,
            [
                ("agency", agency.flatMap { tree.body($0)?.code }), ("period", period.key),
                ("show", detailed ? "products" : nil),
            ])
    }
}
