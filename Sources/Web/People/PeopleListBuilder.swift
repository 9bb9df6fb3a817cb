import Domain

/// Makes the list of everybody who holds a post on the day.
struct PeopleListBuilder {
    struct Query: Sendable {
        let search: String
        let role: Role?
        let page: Int
    }

    let language: Language
    let people: PeopleOnDay
    let day: Day
    let chosen: Day?
    let query: Query
    let canManage: Bool

    private static let pageLength = 100

    func listPage() -> RecordListPage {
        let shown = shownPosts
        let pages = max(1, (shown.count + Self.pageLength - 1) / Self.pageLength)
        let current = min(max(1, query.page), pages)
        let first = (current - 1) * Self.pageLength
        let persons = Set(shown.map(\.person)).count
        return RecordListPage(
            language: language,
            title: text(
                "\(Written.count(persons, .vi)) người giữ \(Written.count(shown.count, .vi)) chức vụ, vai trò",
                "\(Written.english(persons, "person", "people")) in \(Written.english(shown.count, "post", "posts"))"
            ),
            lede: text("Ngày \(day.vi).", "On \(day.en)."), kinds: [],
            actions: canManage
                ? [
                    Link(text("Giao chức vụ", "Give a post"), Paths.newPost()),
                    Link(text("Nhập từ tệp", "Import"), Paths.peopleImport),
                ] : [],
            files: ["csv", "xlsx"].map { format in
                Link(
                    format.uppercased(),
                    Paths.changed(Paths.peopleFile(format), [("on", chosen?.text)]))
            },
            filter: filter, caption: text("Chức vụ, vai trò ngày \(day.vi)", "Posts on \(day.en)"),
            headings: [
                text("Họ và tên", "Name"), text("Số", "No."), text("Chức vụ", "Post"),
                text("Cơ quan", "Agency"),
                text("Vai trò", "Role"), text("Lĩnh vực", "Areas"), text("Thời gian", "Held"),
            ].map { RecordListPage.Heading(text: $0) },
            rows: shown[first..<min(first + Self.pageLength, shown.count)].map(row),
            pager: pages > 1 ? pager(current, pages, first, shown.count) : nil,
            none: text("Không có ai.", "Nobody."))
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var shownPosts: [Post] {
        let wanted = Vietnamese.folded(query.search)
        return people.posts.filter { post in
            if let role = query.role, post.role != role { return false }
            guard !wanted.isEmpty else { return true }
            let words = [
                people.name(post), post.named.vi, people.agency(post, language, on: chosen).text,
            ]
            return Vietnamese.folded(words.joined(separator: " ")).contains(wanted)
        }
    }

    private func row(_ post: Post) -> RecordListPage.Row {
        let person = people.link(post, on: chosen)
        let agency = people.agency(post, language, on: chosen)
        return RecordListPage.Row(cells: [
            RecordListPage.Cell(text: person.text, path: person.path),
            RecordListPage.Cell(text: people.number(post).map { String($0) } ?? ""),
            RecordListPage.Cell(text: post.named[language]),
            RecordListPage.Cell(text: agency.text, path: agency.path),
            RecordListPage.Cell(text: post.role.title[language]),
            RecordListPage.Cell(text: post.areas.joined(separator: "; ")),
            RecordListPage.Cell(text: post.tenure.words(language)),
        ])
    }

    private var filter: RecordListPage.Filter {
        RecordListPage.Filter(
            path: Paths.people(),
            fields: [
                Field(name: "q", label: text("Tìm", "Search"), value: query.search),
                Field(
                    name: "role", label: text("Vai trò", "Role"),
                    kind: .choice(
                        [Field.Choice(value: "", text: text("Tất cả", "All"))]
                            + Role.allCases.map {
                                Field.Choice(
                                    value: $0.rawValue, text: $0.title[language],
                                    isChosen: query.role == $0)
                            })),
            ], kept: chosen.map { [HiddenField(name: "on", value: $0.text)] } ?? [])
    }

    private func pager(_ current: Int, _ last: Int, _ first: Int, _ total: Int) -> Pager {
        let end = min(first + Self.pageLength, total)
        let address = { (page: Int) in
            Paths.changed(
                Paths.people(on: chosen),
                [
                    ("q", query.search.isEmpty ? nil : query.search),
                    ("role", query.role?.rawValue), ("page", String(page)),
                ])
        }
        return Pager(
            text: text("\(first + 1)–\(end) trong \(total)", "\(first + 1)–\(end) of \(total)"),
            label: text("Các trang", "Pages"),
            previous: current > 1 ? Link(text("Trước", "Previous"), address(current - 1)) : nil,
            next: current < last ? Link(text("Sau", "Next"), address(current + 1)) : nil)
    }
}
