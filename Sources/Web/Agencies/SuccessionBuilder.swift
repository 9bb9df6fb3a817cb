import Domain

/// Makes the page of succession links: suggestions still open, links confirmed, a form for others.
struct SuccessionBuilder {
    let versions: [Agency.Version]
    let confirmed: [Succession]
    let language: Language
    let token: String
    let number: Int
    let pageLength: Int
    let typed: Form?
    let refusal: (any UserFacingError)?

    func successionPage() throws -> SuccessionPage {
        let open = suggestions
        let first = (number - 1) * pageLength
        let last = max(1, (open.count + pageLength - 1) / pageLength)
        return SuccessionPage(
            language: language,
            crumbs: [
                Link(text("Cơ quan, đơn vị", "Agencies"), Paths.agencies()),
                Link(text("Kế thừa", "Successions")),
            ],
            title: text("Kế thừa khi sáp nhập, chia tách, đổi tên", "Successions"),
            lede: text(
                "Còn \(Written.count(open.count, .vi)) gợi ý chưa xác nhận. Trùng mã hay trùng tên chỉ là gợi ý: sau ngày 01/7/2025 phần lớn mã cũ mang tên khác.",
                "\(open.count) suggestions are open. An equal code or name is only a hint: since 1 Jul 2025 most old codes carry other names."
            ),
            token: token,
            suggestions: open.dropFirst(first).prefix(pageLength).enumerated().map {
                suggestion($0.element, $0.offset)
            },
            confirmed: confirmed.suffix(200).reversed().map(link), addPath: Paths.successions,
            addFields: fields,
            addProblems: refusal.map { refusal in
                refusal.problems.isEmpty
                    ? [refusal.message[language]] : refusal.problems.map { $0.message[language] }
            } ?? [],
            pager: last > 1
                ? Pager(
                    text: "\(number)/\(last)", label: text("Các trang", "Pages"),
                    previous: number > 1 ? Link(text("Trước", "Previous"), page(number - 1)) : nil,
                    next: number < last ? Link(text("Sau", "Next"), page(number + 1)) : nil) : nil)
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
    private func page(_ number: Int) -> String {
        Paths.changed(Paths.successions, [("page", String(number))])
    }

    private var suggestions: [Succession.Suggestion] {
        let days = Set(versions.compactMap(\.tenure.until)).sorted()
        let known = Set(confirmed.map { "\($0.from) \($0.to)" })
        return days.flatMap { Succession.suggestions(from: versions, on: $0) }
            .filter { !known.contains("\($0.from.agency) \($0.to.agency)") }
    }

    private func suggestion(_ suggestion: Succession.Suggestion, _ place: Int)
        -> SuccessionPage.Suggestion
    {
        let prefix = "s\(place)-"
        return SuccessionPage.Suggestion(
            from: body(suggestion.from), to: body(suggestion.to),
            reason: suggestion.grounds.map { $0.text[language] }.joined(separator: ", "),
            fields: [
                Field(
                    name: "from", label: text("Từ mã", "From code"), value: suggestion.from.code,
                    idPrefix: prefix),
                Field(
                    name: "to", label: text("Đến mã", "To code"), value: suggestion.to.code,
                    idPrefix: prefix),
                Field(
                    name: "day", label: text("Ngày", "Day"), kind: .day,
                    value: suggestion.to.tenure.from.vi,
                    idPrefix: prefix),
                Field(
                    name: "kind", label: text("Hình thức", "Kind"), kind: kinds(.merged),
                    idPrefix: prefix),
                Field(name: "basis", label: text("Văn bản", "Document"), idPrefix: prefix),
            ],
            confirmPath: Paths.successions, rejectPath: "")
    }

    private func kinds(_ chosen: Succession.Kind) -> Field.Kind {
        .choice(
            Succession.Kind.allCases.map {
                Field.Choice(value: $0.rawValue, text: $0.title[language], isChosen: $0 == chosen)
            })
    }

    private var fields: [Field] {
        func field(_ name: String, _ vi: String, _ en: String, _ kind: Field.Kind = .text) -> Field
        {
            Field(
                name: name, label: text(vi, en), kind: kind, value: typed?.text(name) ?? "",
                problems: refusal?.problems.filter { $0.field == name }.map { $0.message[language] }
                    ?? [],
                idPrefix: "add-")
        }
        return [
            field("from", "Từ mã cơ quan", "From the body coded"),
            field("to", "Đến mã cơ quan", "To the body coded"),
            field("day", "Từ ngày", "From", .day),
            field("kind", "Hình thức", "Kind", kinds(.merged)),
            field("basis", "Văn bản quyết định", "Document"),
        ]
    }

    private func body(_ version: Agency.Version) -> SuccessionPage.Body {
        let until =
            version.tenure.until.map { text(" đến hết \(($0 - 1).vi)", " until \(($0 - 1).en)") }
            ?? ""
        return SuccessionPage.Body(
            name: Link(version.name, Paths.agency(version.code, on: version.tenure.from)),
            detail:
                "\(version.code), \(text("từ", "from")) \(version.tenure.from[language])\(until)")
    }

    private func link(_ succession: Succession) -> SuccessionPage.Confirmed {
        func name(_ agency: Agency.ID) -> Link {
            guard let version = versions.last(where: { $0.agency == agency }) else {
                return Link("")
            }
            return Link(version.name, Paths.agency(version.code, on: version.tenure.from))
        }
        return SuccessionPage.Confirmed(
            from: name(succession.from), kind: succession.kind.title[language],
            to: name(succession.to),
            day: succession.day[language], document: succession.basis)
    }
}
