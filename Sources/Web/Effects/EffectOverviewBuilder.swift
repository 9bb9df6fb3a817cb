import Domain
import Store

/// How many documents are in each state on a day, what is odd, which bases changed.
struct EffectOverviewBuilder {
    let states: TaskPage.Table
    let queries: TaskPage.Table
    let alerts: TaskPage.Table

    /// No page lists more of one thing.
    private static let most = 300

    init(day: Day, chosen: Day?, language: Language, _ db: ReadableDatabase) throws {
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        let counts = try db.legalStates(on: day)
        states = TaskPage.Table(
            caption: text("Số văn bản theo tình trạng", "Documents by state"),
            headings: [text("Tình trạng", "State"), text("Số văn bản", "Documents")],
            rows: EffectState.allCases.compactMap { state in
                guard let count = counts[state] else { return nil }
                return [
                    TaskPage.Cell(badge: Badge(state, language)),
                    TaskPage.Cell(
                        link: Link(
                            Written.number(count, language),
                            Paths.documents(inState: state, day.year, on: chosen)), isNumber: true),
                ]
            }, none: text("Chưa có văn bản nào.", "There is no document yet."))
        let found = try db.effectQueries(on: day)
        queries = TaskPage.Table(
            caption: text("Cần xem lại", "To look at"),
            headings: [text("Vấn đề", "What"), text("Nội dung", "Details")],
            rows: try found.prefix(Self.most).map { query in
                let document = try db.legalDocument(query.document)
                return [
                    TaskPage.Cell(
                        link: Link(
                            query.kind.title[language],
                            document.map { Paths.legalDocument($0.number, on: chosen) })),
                    TaskPage.Cell(link: Link(query.message[language])),
                ]
            }, none: text("Không có gì cần xem lại.", "Nothing is odd."),
            lede: found.count > Self.most
                ? text("Hiện \(Self.most) dòng đầu.", "The first \(Self.most) are shown.") : nil)
        let open = try db.basisAlerts(limit: Self.most)
        alerts = TaskPage.Table(
            caption: text(
                "Văn bản còn hiệu lực có căn cứ đã thay đổi", "Live documents whose basis changed"),
            headings: [
                text("Văn bản", "Document"), text("Trích yếu", "Title"), text("Căn cứ", "Basis"),
                text("Đã", "What happened"), text("Từ ngày", "From"),
            ],
            rows: open.map { alert in
                [
                    TaskPage.Cell(
                        link: Link(alert.symbol, Paths.legalDocument(alert.number, on: chosen))),
                    TaskPage.Cell(link: Link(alert.title)),
                    TaskPage.Cell(
                        link: Link(
                            alert.basisSymbol, Paths.legalDocument(alert.basisNumber, on: chosen))),
                    TaskPage.Cell(link: Link(alert.effect.title[language])),
                    TaskPage.Cell(link: Link(alert.from[language])),
                ]
            }, none: text("Không có văn bản nào.", "There is none."))
    }
}
