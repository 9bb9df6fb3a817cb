import Domain

/// Makes the list of the documents that were read, each under the programme it serves.
struct PlanListBuilder {
    let language: Language
    let plans: [Plan]
    let programmes: [Programme]
    let tree: AgencyTree
    /// How many targets and tasks each holds.
    let contents: [Plan.ID: (targets: Int, tasks: Int)]
    let canWrite: Bool

    func listPage() -> PlanListPage {
        let served = programmes.filter { programme in
            plans.contains { $0.programme == programme.id }
        }
        var groups = served.map { programme in
            group(
                programme.title,
                note: "\(programme.symbol), \(programme.firstYear)–\(programme.lastYear)",
                plans.filter { $0.programme == programme.id })
        }
        let others = plans.filter { plan in !served.contains { $0.id == plan.programme } }
        if !others.isEmpty {
            groups.append(group(text("Kế hoạch hằng năm", "Yearly plans"), note: nil, others))
        }
        return PlanListPage(
            language: language, title: text("Kế hoạch cải cách hành chính", "Reform plans"),
            lede: text(
                "Văn bản đã nạp vào hệ thống. Kế hoạch đã xác nhận được tính hằng ngày.",
                "The documents read so far. Confirmed plans are counted every day."),
            links: canWrite
                ? [
                    Link(text("Nạp kế hoạch", "Add a plan"), Paths.newPlan),
                    Link(text("Ghi chương trình", "Record a programme"), Paths.newProgramme),
                ] : [],
            groups: groups,
            pager: nil)
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private func group(_ heading: String, note: String?, _ plans: [Plan]) -> PlanListPage.Group {
        PlanListPage.Group(heading: heading, note: note, plans: plans.map(row))
    }

    private func row(_ plan: Plan) -> PlanListPage.Row {
        let counts = contents[plan.id] ?? (0, 0)
        let issuer = tree.body(plan.agency)
        return PlanListPage.Row(
            number: Link(
                plan.symbol.isEmpty ? text("chưa có số", "no symbol yet") : plan.symbol,
                plan.confirmation != nil && plan.amends == nil
                    ? Paths.plan(plan.year) : Paths.planDocument(plan.id)),
            title: plan.title,
            issuer: Link(issuer?.name ?? "", issuer.map { Paths.agency($0.code) }),
            issuedOn: plan.issuedOn?[language] ?? "",
            contents: text(
                "\(Written.count(counts.targets, .vi)) chỉ tiêu, \(Written.count(counts.tasks, .vi)) nhiệm vụ",
                "\(counts.targets) targets, \(counts.tasks) tasks"),
            state: plan.confirmation == nil
                ? Badge(kind: .atRisk, word: text("Chờ xác nhận", "To be confirmed"))
                : Badge(
                    kind: .kept,
                    word: plan.amends == nil
                        ? text("Đang thực hiện", "In force") : text("Sửa đổi, bổ sung", "Amendment")
                ))
    }
}
