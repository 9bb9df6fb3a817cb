import Documents
import Domain
import Store

extension CoordinationBuilder {
    func page(of regulation: CoordinationRegulation) -> CoordinationPage {
        let kind = RecordKind.coordinationRegulations
        let points =
            (review.isInForce(regulation) ? review.points(on: regulation) : [])
            + review.procedures.flatMap(review.points(on:)).filter {
                $0.regulations.contains(regulation.number)
            }
        return CoordinationPage(
            language: language,
            crumbs: [
                Link(kind.name[language], kind.list(year, on: chosen)), Link(regulation.symbol),
            ],
            title: text("Quy chế \(regulation.symbol)", "Regulation \(regulation.symbol)"),
            lede: regulation.title, badge: Badge(regulation.effect(review), language),
            links: mayRecord
                ? [
                    Link(
                        text("Sửa thông tin", "Change"),
                        Paths.coordinationRegulation(year, regulation.number, "terms"))
                ] : [],
            points: points.map { $0.message[language] }, path: path(of: regulation),
            tables: [procedureTable(regulation)], facts: facts(of: regulation), history: history)
    }

    /// The lanes and the list of steps; `nil` while no step is entered.
    private func path(of regulation: CoordinationRegulation) -> CoordinationPage.Path? {
        let stages = regulation.stages
        guard !stages.isEmpty else { return nil }
        let bodies = regulation.bodies
        var drawn: [SwimLanes.Step] = []
        var rows: [[TaskPage.Cell]] = []
        for (stage, steps) in stages.enumerated() {
            for step in steps {
                let mark = String(drawn.count + 1)
                let days = "\(step.days.number(language)) \(text("ngày", "d"))"
                drawn.append(
                    SwimLanes.Step(
                        lane: bodies.firstIndex(of: step.body) ?? 0, stage: stage, mark: mark,
                        name: step.name, time: days, isConditional: !step.condition.isEmpty))
                rows.append(
                    [mark, step.name, name(of: step.body), step.days.number(language)].map {
                        TaskPage.Cell(link: Link($0))
                    } + [
                        TaskPage.Cell(link: Link(step.handOver)),
                        TaskPage.Cell(link: Link(step.condition)),
                        TaskPage.Cell(
                            link: Link(step.isParallel ? text("song song", "side by side") : "")),
                    ])
            }
        }
        let total = regulation.totalDays
        let shortest = regulation.shortestDays
        let lede =
            text("Tổng thời gian: ", "In all: ") + total.title[language]
            + (shortest == total
                ? "."
                : text(
                    "; không phát sinh điều kiện: \(shortest.title.vi).",
                    "; when no condition arises: \(shortest.title.en)."))
        return CoordinationPage.Path(
            lanes: SwimLanes(
                lanes: bodies.map { name(of: $0) }, steps: drawn,
                label: text(
                    "Đường đi của hồ sơ qua \(bodies.count) cơ quan, \(drawn.count) bước; danh sách các bước ở dưới",
                    "The path through \(bodies.count) bodies in \(drawn.count) steps, listed below"
                )),
            lede: lede,
            steps: TaskPage.Table(
                caption: text("Các bước", "Steps"),
                headings: [
                    text("Bước", "Step"), text("Nội dung", "What"), text("Cơ quan", "Body"),
                    text("Ngày làm việc", "Working days"), text("Bàn giao", "Hands over"),
                    text("Điều kiện", "Condition"), text("Với bước trước", "With the one before"),
                ],
                rows: rows, none: ""))
    }

    /// The name of a body that is given by its code; as it stands otherwise.
    private func name(of body: String) -> String { tree.bodies(coded: body).first?.name ?? body }

    private func procedureTable(_ regulation: CoordinationRegulation) -> TaskPage.Table {
        let known = Dictionary(
            review.procedures.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        return TaskPage.Table(
            caption: text("So với thời hạn công bố", "Against the published limits"),
            headings: [
                text("Thủ tục", "Procedure"), text("Thời hạn công bố", "Published"),
                text("Theo quy chế", "By the regulation"), text("Chênh lệch", "Difference"),
            ],
            rows: regulation.procedures.map { code in
                let procedure = known[code]
                let limit = procedure?.limit
                let total = regulation.totalDays
                let isOver = limit.map { total > $0 } ?? false
                let difference = limit.map { isOver ? total - $0 : $0 - total }
                return [
                    TaskPage.Cell(
                        link: Link(
                            procedure.map { "\(code) \($0.name)" } ?? code,
                            procedure.map { Paths.coordination(year, $0.number) })),
                    TaskPage.Cell(link: Link(limit?.number(language) ?? "–"), isNumber: true),
                    TaskPage.Cell(link: Link(total.number(language)), isNumber: true),
                    TaskPage.Cell(
                        badge: difference.map {
                            Badge(
                                kind: isOver ? .broken : .kept,
                                word: isOver
                                    ? text(
                                        "vượt \($0.number(.vi)) ngày",
                                        "\($0.number(.en)) days too many")
                                    : text(
                                        "còn \($0.number(.vi)) ngày",
                                        "\($0.number(.en)) days to spare"))
                        }),
                ]
            }, none: "")
    }

    private func facts(of regulation: CoordinationRegulation) -> [TargetPage.Fact] {
        func fact(_ vi: String, _ en: String, _ value: String) -> TargetPage.Fact? {
            value.isEmpty ? nil : TargetPage.Fact(name: text(vi, en), text: value)
        }
        let issuer = tree.body(regulation.issuer)
        let replaced = review.regulations.first {
            $0.issuer == regulation.issuer && $0.symbol == regulation.replaces
        }
        return [
            TargetPage.Fact(
                name: text("Cơ quan ban hành", "Issuer"), text: issuer?.name ?? "",
                path: issuer.map { Paths.agency($0.code) }),
            fact("Ngày ký", "Signed on", regulation.signedOn[language]),
            fact("Có hiệu lực từ", "In force from", regulation.inForceOn[language]),
            fact(
                "Hết hiệu lực từ", "No longer in force from", regulation.endedOn?[language] ?? ""),
            regulation.replaces.isEmpty
                ? nil
                : TargetPage.Fact(
                    name: text("Thay thế", "Replaces"), text: regulation.replaces,
                    path: replaced.map { Paths.coordinationRegulation(year, $0.number) }),
            fact("Rà soát lại từ", "Review on", regulation.reviewOn?[language] ?? ""),
        ].compactMap(\.self)
    }
}
