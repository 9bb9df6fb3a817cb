import Domain
import Store

/// Makes the page of one campaign: how far each body has come by the end of a day.
struct CampaignBuilder {
    let year: Int
    let language: Language
    let day: Day
    private let state: SelfInspectionCampaign.State?
    private let campaign: SelfInspectionCampaign
    private let items: Int
    private let omissions: [SelfInspectionOmission]
    private let bodies: [Agency.ID: Agency.Version]
    private let lines: [(line: SelfInspectionCampaign.Line, body: Agency.Version?)]

    init(
        _ db: ReadableDatabase, number: Int, year: Int, on day: Day,
        state: SelfInspectionCampaign.State?, language: Language
    ) throws {
        guard let campaign = try db.selfInspectionCampaign(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "đợt tự kiểm tra", en: "campaign"), "\(number)")
        }
        self.year = year
        self.language = language
        self.day = day
        self.state = state
        self.campaign = campaign
        items = try db.checklist(campaign.checklist)?.items.count ?? 0
        let found = try db.campaignLines(of: campaign, on: day)
        omissions = try db.omissions(of: campaign.id)
        let bodies = try db.agencies(
            named: Set(found.map(\.body) + omissions.map(\.body)), on: campaign.opensOn)
        self.bodies = bodies
        lines = found.map { ($0, bodies[$0.body]) }
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var shown: [(line: SelfInspectionCampaign.Line, body: Agency.Version?)] {
        lines.filter { state == nil || campaign.state(of: $0.line, on: day) == state }
    }

    func page() -> CampaignPage {
        CampaignPage(
            language: language,
            crumbs: [
                Link(text("Việc tự kiểm tra", "Self-inspections"), Paths.selfInspections(year)),
                Link(text("Các đợt", "Campaigns"), Paths.selfInspectionCampaigns(year)),
                Link(campaign.name),
            ],
            title: campaign.name, lede: lede,
            links: ["csv", "xlsx"].map {
                Link(
                    $0.uppercased(),
                    Paths.selfInspectionCampaignFile(year, campaign.number, $0))
            }, views: views,
            table: TaskPage.Table(
                caption: text("Tính đến ngày \(day.vi)", "On \(day.en)"), headings: headings,
                rows: shown.map(row),
                none: text("Không có cơ quan nào.", "There is none.")), omitted: omitted)
    }

    private var omitted: TaskPage.Table? {
        guard !omissions.isEmpty else { return nil }
        return TaskPage.Table(
            caption: text("Không yêu cầu lập cuộc thứ hai", "Not asked a second time"),
            headings: [
                text("Cơ quan, đơn vị", "Body"), text("Cuộc tự kiểm tra đã có", "Its own"),
                text("Lý do", "Why"),
            ],
            rows: omissions.map { omission in
                [
                    TaskPage.Cell(link: Link(bodies[omission.body]?.name ?? "")),
                    TaskPage.Cell(
                        link: Link(
                            text("số \(omission.number)", "no. \(omission.number)"),
                            Paths.selfInspection(year, omission.number))),
                    TaskPage.Cell(link: Link(omission.reason.title[language])),
                ]
            }, none: "")
    }

    private var lede: String {
        let due = text(
            "Từ ngày \(campaign.opensOn.vi), hạn báo cáo \(campaign.dueOn.vi).",
            "From \(campaign.opensOn.en), due on \(campaign.dueOn.en).")
        return campaign.source.isEmpty ? due : "\(campaign.source). \(due)"
    }

    private var views: [OverviewPage.ViewChoice] {
        let counts = Dictionary(grouping: lines) { campaign.state(of: $0.line, on: day) }
            .mapValues(\.count)
        let all = OverviewPage.ViewChoice(
            text: "\(text("Tất cả", "All")) (\(lines.count))",
            path: Paths.selfInspectionCampaign(year, campaign.number), isCurrent: state == nil)
        return [all]
            + SelfInspectionCampaign.State.allCases.filter { counts[$0] != nil || $0 == state }
            .map {
                OverviewPage.ViewChoice(
                    text: "\($0.title[language]) (\(counts[$0] ?? 0))",
                    path: Paths.selfInspectionCampaign(
                        year, campaign.number, state: $0.rawValue),
                    isCurrent: $0 == state)
            }
    }

    private var headings: [String] {
        [
            text("Số", "No."), text("Cơ quan, đơn vị", "Body"), text("Tình trạng", "State"),
            text("Nguồn", "Origin"), text("Báo cáo", "Report"), text("Trả lời", "Answered"),
            text("Giống năm trước", "Copied"), text("Đơn vị", "Units"),
            text("Vấn đề tự phát hiện", "Found"), text("Đã khắc phục", "Remedied"),
        ]
    }

    private func row(
        _ line: SelfInspectionCampaign.Line, _ body: Agency.Version?
    ) -> [TaskPage.Cell] {
        func number(_ value: Int, of whole: Int? = nil) -> TaskPage.Cell {
            TaskPage.Cell(
                link: Link(
                    whole.map { "\(value)/\($0)" } ?? Written.number(value, language)),
                isNumber: true)
        }
        let state = campaign.state(of: line, on: day)
        let path = Paths.selfInspection(year, line.number)
        return [
            TaskPage.Cell(link: Link("\(line.number)", path)),
            TaskPage.Cell(link: Link(body?.name ?? "", path)),
            TaskPage.Cell(
                badge: Badge(kind: Self.badge(state), word: state.title[language])),
            TaskPage.Cell(link: Link(origin(line))),
            TaskPage.Cell(link: Link(reported(line))),
            number(line.answered, of: items), number(line.copied), number(line.units),
            number(line.found), number(line.closed),
        ]
    }

    private func origin(_ line: SelfInspectionCampaign.Line) -> String {
        line.isTakenIn
            ? text("của đơn vị", "its own") : text("của đợt", "the campaign")
    }

    private static func badge(_ state: SelfInspectionCampaign.State) -> Badge.Kind {
        switch state {
        case .inTime: .kept
        case .late: .atRisk
        case .open: .notDue
        case .overdue: .broken
        }
    }

    private func reported(_ line: SelfInspectionCampaign.Line) -> String {
        guard let heldOn = line.heldOn, heldOn <= day else { return "–" }
        return [line.reportSymbol, heldOn[language]].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The same lines as a table: no text that a page would shorten.
    var table: CellTable {
        CellTable(
            headings: [
                "number", "body_code", "body", "state", "origin", "report_symbol", "reported_on",
                "answered", "copied", "units", "found", "closed",
            ],
            rows: lines.enumerated().map { place, entry in
                let line = entry.line
                return CellTable.Row(
                    number: place + 2,
                    cells: [
                        "\(line.number)", entry.body?.code ?? "", entry.body?.name ?? "",
                        campaign.state(of: line, on: day).title[language], origin(line),
                        line.reportSymbol,
                        line.heldOn?.text ?? "", "\(line.answered)", "\(line.copied)",
                        "\(line.units)", "\(line.found)", "\(line.closed)",
                    ])
            })
    }
}
