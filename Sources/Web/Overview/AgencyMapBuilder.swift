import Domain

/// Makes the map of agencies and targets: departments one by one, superiors with those under them.
struct AgencyMapBuilder {
    let year: YearStandings
    let number: Int
    let language: Language
    let chosen: Day?

    /// The map of the bodies right under the province; `nil` when no target is about bodies.
    func map() -> AgencyMap? {
        year.tree.root.flatMap(map(below:))
    }

    /// The map of the bodies right under one.
    func map(below root: Int) -> AgencyMap? {
        let items = year.items.filter { $0.target.terms.measure?.isAboutBodies ?? false }
        guard !items.isEmpty else { return nil }
        let columns = items.map { item in
            AgencyMap.Column(
                heading: item.target.terms.measure?.heading[language] ?? item.target.code,
                path: Paths.target(number, item.target.code, on: chosen),
                title: item.target.terms.title)
        }
        let facts = items.map(Facts.init)
        let top = year.tree.children(of: root)
        let groups = Agency.Block.allCases.filter { $0 != .units }.compactMap {
            block -> AgencyMap.Group? in
            let bodies = top.filter { year.tree[$0].block == block }
            guard !bodies.isEmpty else { return nil }
            return AgencyMap.Group(
                heading: "\(block.title[language]) (\(Written.number(bodies.count, language)))",
                rows: bodies.map { row($0, facts) })
        }
        let legend = Standing.Row.State.allCases.map { Badge($0, language) }
        return AgencyMap(
            caption: text(
                "Mỗi dấu mở cơ quan; số bên cạnh là số đơn vị cấp dưới đã thực hiện.",
                "Each mark opens the body; the number beside it counts the bodies below that have done it."
            ),
            columns: columns, groups: groups, legend: legend, links: [])
    }

    private func row(_ position: Int, _ facts: [Facts]) -> AgencyMap.Row {
        let body = year.tree[position]
        return AgencyMap.Row(
            name: Link(body.version.shortName, Paths.agency(body.code, on: chosen)),
            cells: facts.map { cell(position, $0) })
    }

    private func cell(_ position: Int, _ facts: Facts) -> AgencyMap.Cell? {
        let below = (position + 1)..<max(position + 1, year.tree[position].end)
        if let part = facts.parts[position] {
            return AgencyMap.Cell(
                badge: Badge(part.verdict, language),
                detail: text(
                    "\(Written.count(part.numerator, .vi)), cần \(Written.count(part.needed, .vi))",
                    "\(part.numerator), needs \(part.needed)"))
        }
        var concerned = 0
        var done = 0
        for lower in below {
            guard let state = facts.states[lower] else { continue }
            concerned += 1
            if state.isCounted { done += 1 }
        }
        let detail =
            concerned > 0
            ? "\(Written.number(done, language))/\(Written.number(concerned, language))" : nil
        guard let state = facts.states[position] else {
            guard let detail else { return nil }
            let whole = done == concerned
            return AgencyMap.Cell(
                badge: Badge(whole ? Standing.Row.State.counted : facts.worst(below), language),
                detail: detail)
        }
        return AgencyMap.Cell(badge: Badge(state, language), detail: detail)
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    /// What one target says of each body.
    private struct Facts {
        let states: [Int: Standing.Row.State]
        let parts: [Int: Standing.Part]

        init(_ item: YearStandings.Item) {
            states = item.standing.states()
            parts = Dictionary(
                item.standing.parts.compactMap { part in part.body.map { ($0, part) } }
            ) { first, _ in first }
        }

        func worst(_ positions: Range<Int>) -> Standing.Row.State {
            let found = Set(positions.compactMap { states[$0] })
            return [.failed, .overdue, .open, .late].first(where: found.contains) ?? .counted
        }
    }
}
