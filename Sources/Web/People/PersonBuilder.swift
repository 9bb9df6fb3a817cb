import Domain
import Store

/// Makes the page of one person.
struct PersonBuilder {
    private let user: User
    private let number: Int
    private let people: PeopleOnDay
    private let owed: [OwedRecord]?
    private let history: [HistoryEntry]
    private let tables: PostTables
    private let day: Day
    private let chosen: Day?
    private let language: Language
    private let canManage: Bool
    private let seesList: Bool

    /// - Throws: ``MissingRecord`` when nobody has the number, or nothing about them may be seen.
    init(
        _ db: ReadableDatabase, number: Int, day: Day, chosen: Day?, language: Language,
        viewer: Viewer, person: SignedIn?, today: Day
    ) throws {
        guard let user = try db.person(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "người", en: "person"), "\(number)")
        }
        let posts = try db.posts(of: user.id, for: viewer)
        guard !posts.isEmpty else {
            throw MissingRecord(Bilingual(vi: "người", en: "person"), "\(number)")
        }
        let tree = try db.agencyTree(on: day)
        self.user = user
        self.number = number
        self.day = day
        self.chosen = chosen
        self.language = language
        people = try PeopleOnDay(posts, db, tree: tree)
        let seesDuties = posts.contains { post in
            post.person == person?.user.id
                || person?.may(.seePeople, in: post.agency, on: today, tree) ?? false
        }
        owed = seesDuties ? try db.owedRecords(by: user.id, on: day) : nil
        seesList = person?.may(.seePeople, on: today) ?? false
        canManage = person?.may(.managePosts, on: today) ?? false
        tables = PostTables(
            people: people, language: language, chosen: chosen, day: day,
            mayCorrect: { person?.may(.managePosts, in: $0.agency, on: today, tree) ?? false },
            mayHandOver: { person?.may(.handOver, in: $0.agency, on: today, tree) ?? false })
        history =
            seesDuties
            ? try posts.flatMap {
                try HistoryEntry.entries(of: "post", $0.id.text, db, language)
            } : []
    }

    func personPage() -> PersonPage {
        let current = people.posts.filter { $0.tenure.contains(day) }
        return PersonPage(
            language: language,
            crumbs: [
                Link(
                    Words("Navigation", language)["people"],
                    seesList ? Paths.people(on: chosen) : nil)
            ],
            name: user.name,
            lede: current.isEmpty
                ? text("Ngày \(day.vi) không giữ chức vụ nào.", "Holds no post on \(day.en).")
                : current.map { $0.named[language] }.joined(separator: "; ") + ".",
            links: canManage
                ? [
                    Link(
                        text("Giao thêm chức vụ", "Give another post"),
                        Paths.newPost(person: number))
                ]
                : [],
            posts: tables.ofPerson(
                current, caption: text("Chức vụ ngày \(day.vi)", "Posts on \(day.en)"),
                none: text("Không giữ chức vụ nào.", "None.")),
            earlier: tables.ofPerson(
                people.posts.filter { !$0.tenure.contains(day) },
                caption: text("Chức vụ khác", "Other posts"),
                none: text("Không có.", "None.")),
            owes: owed.map(owedTable), history: history)
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private func owedTable(_ owed: [OwedRecord]) -> OwedTable {
        OwedTable(
            caption: text(
                "Chịu trách nhiệm \(Written.count(owed.count, .vi)) việc, ngày \(day.vi)",
                "Answers for \(owed.count) on \(day.en)"),
            headings: OwedTable.headings(language),
            rows: owed.map { OwedTable.Row($0, people.tree, on: day, chosen, language) },
            none: text("Không được phân công việc nào.", "Answers for nothing."))
    }
}

/// Posts made into tables, seen from an agency or from a person.
struct PostTables {
    let people: PeopleOnDay
    let language: Language
    let chosen: Day?
    let day: Day
    let mayCorrect: (Post) -> Bool
    let mayHandOver: (Post) -> Bool

    func ofPerson(_ posts: [Post], caption: String, none: String) -> PostTable {
        table(posts, text("Cơ quan", "Agency"), caption, none) {
            people.agency($0, language, on: chosen)
        }
    }

    func ofAgency(_ posts: [Post], caption: String, none: String) -> PostTable {
        table(posts, text("Họ và tên", "Name"), caption, none) { people.link($0, on: chosen) }
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private func table(
        _ posts: [Post], _ first: String, _ caption: String, _ none: String,
        _ title: (Post) -> Link
    ) -> PostTable {
        PostTable(
            caption: caption,
            headings: [
                first, text("Chức vụ", "Post"), text("Vai trò", "Role"),
                text("Lĩnh vực phụ trách", "Areas"), text("Thời gian", "Held"),
                text("Quyết định", "Decision"), "",
            ],
            rows: posts.map { post in
                var links: [Link] = []
                if mayCorrect(post) {
                    links.append(Link(text("Sửa", "Correct"), Paths.post(post.number)))
                }
                if mayHandOver(post), post.tenure.contains(day) {
                    links.append(Link(text("Bàn giao", "Hand over"), Paths.handOver(post.number)))
                }
                return PostTable.Row(
                    title: title(post), post: post.named[language],
                    role: post.role.title[language], areas: post.areas.joined(separator: "; "),
                    held: post.tenure.words(language), basis: post.basis, links: links)
            }, none: none)
    }
}

extension OwedTable {
    static func headings(_ language: Language) -> [String] {
        language == .vi
            ? ["Việc", "Loại", "Cơ quan", "Thời hạn", "Tình trạng"]
            : ["What", "Kind", "Agency", "Due", "State"]
    }
}

extension OwedTable.Row {
    init(
        _ owed: OwedRecord, _ tree: AgencyTree, on day: Day, _ chosen: Day?, _ language: Language
    ) {
        let body = tree.body(owed.agency)
        self.init(
            title: Link("\(owed.code) \(owed.title)".shortened(to: 140), owed.path(on: chosen)),
            kind: owed.kind.title[language],
            agency: Link(body?.name ?? "–", body.map { Paths.agency($0.code, on: chosen) }),
            due: owed.dueOn?[language] ?? "", badge: owed.badge(on: day, language))
    }
}

extension OwedRecord {
    func path(on day: Day?) -> String {
        switch kind {
        case .target: Paths.target(year, code, on: day)
        case .task: Paths.taskPage(year, code, on: day)
        case .finding: Paths.path([String(year), "findings", code], on: day)
        }
    }

    func badge(on day: Day, _ language: Language) -> Badge {
        let isVietnamese = language == .vi
        if kind == .target {
            return Badge(kind: .notDue, word: isVietnamese ? "Đang tính" : "Being counted")
        }
        if isDone { return Badge(kind: .kept, word: isVietnamese ? "Đã xong" : "Done") }
        if let dueOn, dueOn <= day {
            return Badge(kind: .atRisk, word: isVietnamese ? "Quá hạn" : "Overdue")
        }
        return Badge(kind: .notDue, word: isVietnamese ? "Đang thực hiện" : "Open")
    }
}
