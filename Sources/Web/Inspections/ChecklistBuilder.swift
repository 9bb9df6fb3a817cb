import Domain
import Store

/// Makes the page of a checklist: its items by area, each with what was found.
struct ChecklistBuilder {
    let list: Checklist
    let answers: [Checklist.Answer]
    let copied: Set<Int>
    let year: Int
    let language: Language
    let title: String
    let lede: String
    let crumbs: [Link]
    let form: (path: String, token: String, hidden: [HiddenField])?
    let typed: Form?
    let refusal: (any UserFacingError)?
    /// The form in which a point that is not met becomes a problem found; `nil` for none.
    var finding: ((Checklist.Item, Checklist.Answer) -> String)?

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func page() -> ChecklistPage {
        var order: [String] = []
        var areas: [String: [ChecklistPage.Item]] = [:]
        for (place, item) in list.items.enumerated() {
            if areas[item.area] == nil { order.append(item.area) }
            areas[item.area, default: []].append(self.item(place + 1, item))
        }
        return ChecklistPage(
            language: language, crumbs: crumbs, title: title, lede: lede, problems: problems,
            form: form,
            areas: order.map { ChecklistPage.Area(name: $0, items: areas[$0] ?? []) },
            links: [])
    }

    private var problems: [String] {
        guard let refusal else { return [] }
        return refusal.problems.isEmpty
            ? [refusal.message[language]] : refusal.problems.map { $0.message[language] }
    }

    private func item(_ position: Int, _ item: Checklist.Item) -> ChecklistPage.Item {
        let answer = answers.first { $0.position == position }
        let chosen = typed?.text("mark-\(position)") ?? answer?.mark.rawValue ?? ""
        return ChecklistPage.Item(
            number: "\(position).", text: item.text, ground: item.ground,
            link: item.link.map {
                Link(
                    "\($0.kind.title[language]) \($0.code)",
                    $0.kind == .target
                        ? Paths.target(year, $0.code)
                        : $0.kind == .clause ? Paths.plan(year) + "#\($0.code)" : nil)
            },
            mark: Field(
                name: "mark-\(position)",
                label: text("Kết quả nội dung \(position)", "Item \(position)"),
                kind: .oneOf(
                    Checklist.Answer.Mark.allCases.map {
                        Field.Choice(
                            value: $0.rawValue, text: $0.title[language],
                            isChosen: $0.rawValue == chosen)
                    }), value: chosen),
            note: Field(
                name: "note-\(position)", label: text("Ghi chú", "Note"),
                value: typed?.text("note-\(position)") ?? answer?.note ?? "", isWide: true),
            copied: copied.contains(position)
                ? text("giống nguyên văn năm trước", "word for word as the year before") : nil,
            finding: answer.flatMap { answer in
                guard answer.mark == .unmet || answer.mark == .partly else { return nil }
                return finding.map {
                    Link(text("Ghi vấn đề phát hiện", "Record a finding"), $0(item, answer))
                }
            })
    }

    /// The answers typed; an item left open has none.
    static func answers(_ form: Form) -> [Checklist.Answer] {
        form.names(from: "mark-").compactMap { name in
            guard let position = Int(name.dropFirst("mark-".count)),
                let mark = Checklist.Answer.Mark(rawValue: form.text(name))
            else { return nil }
            return Checklist.Answer(position, mark, note: form.text("note-\(position)"))
        }.sorted { $0.position < $1.position }
    }

    /// The address of a finding's form, filled from a point that is not met.
    static func newFinding(
        _ item: Checklist.Item, _ answer: Checklist.Answer, of body: String,
        inspection: Int? = nil, source: Finding.Source, on day: Day, _ year: Int
    ) -> String {
        var filled: [(name: String, value: String)] = [
            ("body_code", body), ("source", source.rawValue),
            ("text", answer.note.isEmpty ? item.text : "\(item.text): \(answer.note)"),
            ("ground", item.ground), ("found_on", day.vi),
        ]
        if let inspection { filled.append(("inspection_number", String(inspection))) }
        if let link = item.link {
            filled += [("link_kind", link.kind.rawValue), ("link_code", link.code)]
        }
        return Paths.newFinding(year, filled: filled.filter { !$0.value.isEmpty })
    }
}
