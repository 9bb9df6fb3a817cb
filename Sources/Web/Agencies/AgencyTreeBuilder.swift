import Domain

/// Makes the tree of bodies, block by block, or what a search found in it.
struct AgencyTreeBuilder {
    let tree: AgencyTree
    let language: Language
    let chosen: Day?
    let query: String
    let canWrite: Bool

    func treePage() -> AgencyTreePage {
        let root = tree.root
        let members = tree.bodies.count { $0.level != .province && $0.level != .unit }
        return AgencyTreePage(
            language: language,
            title: text(
                "\(Written.number(members, .vi)) cơ quan, đơn vị ngày \(tree.day.vi)",
                "\(Written.number(members, .en)) agencies on \(tree.day.en)"),
            lede: root.map { tree[$0].name }
                ?? text("Chưa có cơ quan nào vào ngày này.", "There is no body on this day."),
            links: (canWrite
                ? [
                    Link(text("Nhập danh mục", "Import"), Paths.agencyImport),
                    Link(text("Kế thừa sau sáp nhập", "Successions"), Paths.successions),
                ] : [])
                + ["csv", "xlsx"].map {
                    Link($0.uppercased(), Paths.path(["agencies.\($0)"], on: chosen))
                },
            search: AgencyTreePage.Search(
                path: Paths.agencies(), query: query,
                kept: chosen.map { [HiddenField(name: "on", value: $0.text)] } ?? []),
            found: query.isEmpty ? nil : found, blocks: query.isEmpty ? blocks : [])
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var blocks: [AgencyTreePage.Block] {
        guard let root = tree.root else { return [] }
        let top = tree.children(of: root)
        return Agency.Block.allCases.compactMap { block in
            let bodies = top.filter { tree[$0].block == block }
            guard !bodies.isEmpty else { return nil }
            let below = bodies.reduce(0) { $0 + tree[$1].end - $1 - 1 }
            let count = Written.number(bodies.count, language)
            return AgencyTreePage.Block(
                heading: block.title[language],
                count: below == 0
                    ? count
                    : text(
                        "\(count), với \(Written.number(below, .vi)) đơn vị cấp dưới",
                        "\(count), with \(Written.number(below, .en)) below them"),
                agencies: bodies.map(node))
        }
    }

    private func node(_ position: Int) -> AgencyTreePage.Node {
        let body = tree[position]
        let children = tree.children(of: position)
        let count = children.first.map { first in
            "\(Written.number(children.count, language)) \((tree[first].block ?? .units).noun(children.count)[language])"
        }
        return AgencyTreePage.Node(
            name: Link(body.name, Paths.agency(body.code, on: chosen)), code: body.code,
            count: count,
            children: children.map(node))
    }

    private var found: AgencyTreePage.Found {
        let wanted = Vietnamese.folded(query)
        let hits = tree.bodies.indices.filter {
            Vietnamese.folded("\(tree[$0].name) \(tree[$0].code)").contains(wanted)
        }
        return AgencyTreePage.Found(
            summary: text(
                "\(Written.count(hits.count, .vi)) cơ quan, đơn vị khớp với “\(query)”",
                "\(Written.english(hits.count, "body matches", "bodies match")) “\(query)”"),
            agencies: hits.prefix(200).map { position in
                let body = tree[position]
                return AgencyTreePage.Node(
                    name: Link(body.name, Paths.agency(body.code, on: chosen)), code: body.code,
                    count: body.parent.map { tree[$0].version.nameInSentence })
            })
    }
}
