import Domain
import Store

/// Makes the page of the lists that are published: what expired in a period, or a whole systematisation.
struct ExpiredBuilder {
    /// Which lists: of expired documents, or the four of a systematisation.
    enum Kind: String, CaseIterable {
        case expired, systematisation
    }

    /// No page lists more; the file has all.
    private static let most = 500

    let kind: Kind
    let from: Day
    let until: Day
    let today: Day
    let language: Language
    let expired: ExpiredDocuments
    /// `nil` when only the expired ones are asked for.
    let systematised: SystematisedDocuments?
    let mayRecord: Bool

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    var title: String {
        (kind == .expired
            ? text("Văn bản hết hiệu lực ", "Expired documents ")
            : text("Hệ thống hóa văn bản ", "Systematisation of documents "))
            + expired.period[language]
    }

    var lede: String {
        guard let unknown = systematised?.unknown, unknown > 0 else {
            return text(
                "Lập từ các tác động đã ghi và kết quả rà soát; người ký quyết định.",
                "From the ledger and from reviews; whoever signs decides.")
        }
        return text(
            "Lập từ các tác động đã ghi và kết quả rà soát. \(Written.count(unknown, .vi)) văn bản chưa rõ ngày có hiệu lực nên không có trong danh mục nào.",
            "From the ledger and from reviews. \(Written.english(unknown, "document is", "documents are")) in no list, for nobody knows since when in force."
        )
    }

    /// The year and the five-year periods that one usually asks for.
    var periods: [OverviewPage.ViewChoice] {
        func choice(_ name: String, _ from: Day, _ until: Day, _ kind: Kind)
            -> OverviewPage.ViewChoice
        {
            OverviewPage.ViewChoice(
                text: name, path: address(Paths.expiredDocuments, from, until, kind),
                isCurrent: from == self.from && until == self.until && kind == self.kind)
        }
        let years = [today.year, today.year - 1].compactMap { year in
            Day(year: year, month: 1, day: 1).flatMap { from in
                Day(year: year, month: 12, day: 31).map {
                    choice(text("Năm \(year)", "\(year)"), from, $0, .expired)
                }
            }
        }
        return years
            + SystematisedDocuments.periods(by: today).map {
                choice(
                    text(
                        "Hệ thống hóa \($0.from.year)-\($0.until.year)",
                        "Systematisation \($0.from.year)-\($0.until.year)"), $0.from, $0.until,
                    .systematisation)
            }
    }

    var links: [Link] {
        let reviews = Link(
            text("Các đợt rà soát", "Review campaigns"), Paths.legalReviews)
        guard mayRecord else { return [reviews] }
        return [
            Link(
                text("Dự thảo quyết định công bố (.docx)", "Draft decision (.docx)"),
                address(Paths.expiredDraft, from, until, kind)), reviews,
        ]
    }

    private func address(_ path: String, _ from: Day, _ until: Day, _ kind: Kind) -> String {
        Paths.changed(
            path,
            [
                ("from", from.text), ("until", until.text),
                ("list", kind == .expired ? nil : kind.rawValue),
            ])
    }

    var filter: RecordListPage.Filter {
        RecordListPage.Filter(
            path: Paths.expiredDocuments,
            fields: [
                Field(
                    name: "list", label: text("Danh mục", "Lists"),
                    kind: .choice([
                        Field.Choice(
                            value: "", text: text("Hết hiệu lực", "Expired"),
                            isChosen: kind == .expired),
                        Field.Choice(
                            value: Kind.systematisation.rawValue,
                            text: text("Hệ thống hóa (4 danh mục)", "Systematisation (four lists)"),
                            isChosen: kind == .systematisation),
                    ])),
                Field(name: "from", label: text("Từ ngày", "From"), kind: .day, value: from.vi),
                Field(
                    name: "until", label: text("Đến hết ngày", "Through"), kind: .day,
                    value: until.vi),
            ], kept: [])
    }

    var tables: [TaskPage.Table] {
        let expired = [
            table(text("Hết hiệu lực toàn bộ", "Expired wholly"), self.expired.whole, false),
            table(text("Hết hiệu lực một phần", "Expired in part"), self.expired.partly, true),
        ]
        guard let systematised else { return expired }
        return [standing(systematised.inForce)] + expired + [amendments(systematised.toAmend)]
    }

    private func table(
        _ caption: String, _ lines: [ExpiredDocuments.Line], _ withParts: Bool
    ) -> TaskPage.Table {
        list(
            caption, lines.count,
            [
                withParts ? text("Nội dung hết hiệu lực", "Parts") : nil, text("Lý do", "Reason"),
                text("Từ ngày", "From"),
            ].compactMap(\.self),
            lines.prefix(Self.most).map { line in
                head(line.symbol, line.number, line.title)
                    + [
                        withParts
                            ? line.parts.map { $0.title[language] }.joined(separator: "; ") : nil,
                        line.reason[language], line.day[language],
                    ].compactMap { $0.map { TaskPage.Cell(link: Link($0)) } }
            })
    }

    private func standing(_ lines: [SystematisedDocuments.Standing]) -> TaskPage.Table {
        list(
            text("Còn hiệu lực ngày \(until.vi)", "In force on \(until.en)"), lines.count,
            [text("Có hiệu lực từ", "In force from"), text("Hiệu lực", "Effect")],
            lines.prefix(Self.most).map { line in
                head(line.symbol, line.number, line.title) + [
                    TaskPage.Cell(link: Link(line.inForceOn?[language] ?? "")),
                    TaskPage.Cell(badge: Badge(line.state, language)),
                ]
            })
    }

    private func amendments(_ lines: [SystematisedDocuments.Amendment]) -> TaskPage.Table {
        list(
            text(
                "Cần sửa đổi, bổ sung, thay thế, bãi bỏ theo kết quả rà soát",
                "To be amended, replaced or repealed by what reviews found"), lines.count,
            [
                text("Kiến nghị", "Outcome"), text("Lý do", "Reason"),
                text("Cơ quan thực hiện", "By whom"), text("Thời hạn", "By when"),
            ],
            lines.prefix(Self.most).map { line in
                head(line.symbol, line.number, line.title)
                    + [
                        line.outcome.title[language].capitalisedFirst, line.reason, line.doer,
                        line.doBy?[language] ?? "",
                    ].map { TaskPage.Cell(link: Link($0)) }
            })
    }

    private func head(_ symbol: String, _ number: Int, _ title: String) -> [TaskPage.Cell] {
        [
            TaskPage.Cell(link: Link(symbol, Paths.legalDocument(number))),
            TaskPage.Cell(link: Link(title)),
        ]
    }

    private func list(
        _ caption: String, _ count: Int, _ headings: [String], _ rows: [[TaskPage.Cell]]
    ) -> TaskPage.Table {
        TaskPage.Table(
            caption: "\(caption): \(Written.number(count, language))",
            headings: [text("Số, ký hiệu", "Symbol"), text("Trích yếu", "Title")] + headings,
            rows: rows, none: text("Không có văn bản nào.", "There is none."),
            lede: count > Self.most
                ? text(
                    "Hiện \(Self.most) dòng đầu; tệp có đủ.",
                    "The first \(Self.most); the file has all.")
                : nil)
    }
}
