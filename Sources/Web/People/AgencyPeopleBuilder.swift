import Domain
import Store

/// Makes the page of the people of one agency on a day.
struct AgencyPeopleBuilder {
    private let version: Agency.Version
    private let tables: PostTables
    private let current: [Post]
    private let others: [Post]
    private let day: Day
    private let chosen: Day?
    private let language: Language
    private let canManage: Bool
    private let canAssign: Bool

    /// - Throws: ``MissingRecord`` when no body ever had the code.
    init(
        _ db: ReadableDatabase, code: String, day: Day, chosen: Day?, language: Language,
        viewer: Viewer, person: SignedIn?, today: Day
    ) throws {
        let tree = try db.agencyTree(on: day)
        let known = try tree.bodies(coded: code).first?.version ?? db.agencies(coded: code).last
        guard let known else { throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), code) }
        version = known
        let people = try PeopleOnDay(
            try db.posts(everIn: known.agency, for: viewer), db, tree: tree)
        current = people.posts.filter { $0.tenure.contains(day) }
        others = people.posts.filter { !$0.tenure.contains(day) }
        self.day = day
        self.chosen = chosen
        self.language = language
        canManage = person?.may(.managePosts, in: known.agency, on: today, tree) ?? false
        canAssign = person?.may(.assignDuties, in: known.agency, on: today, tree) ?? false
        tables = PostTables(
            people: people, language: language, chosen: chosen, day: day,
            mayCorrect: { person?.may(.managePosts, in: $0.agency, on: today, tree) ?? false },
            mayHandOver: { person?.may(.handOver, in: $0.agency, on: today, tree) ?? false })
    }

    func agencyPeoplePage() -> AgencyPeoplePage {
        var links: [Link] = []
        if canManage {
            links.append(
                Link(text("Giao chức vụ", "Give a post"), Paths.newPost(agency: version.code)))
        }
        if canAssign {
            links.append(
                Link(
                    text("Phân công việc", "Who answers for what"), Paths.agencyDuties(version.code)
                )
            )
        }
        return AgencyPeoplePage(
            language: language,
            crumbs: [
                Link(text("Cơ quan, đơn vị", "Agencies"), Paths.agencies(on: chosen)),
                Link(version.name, Paths.agency(version.code, on: chosen)),
            ],
            title: text("Nhân sự: \(version.nameInSentence)", "People: \(version.name)"),
            lede: lede, links: links,
            posts: tables.ofAgency(
                current, caption: text("Chức vụ, vai trò ngày \(day.vi)", "Posts on \(day.en)"),
                none: text("Chưa ghi ai.", "Nobody is on record.")),
            earlier: tables.ofAgency(
                others, caption: text("Trước đó và sau đó", "Before and after"),
                none: text("Không có.", "None.")))
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var lede: String {
        let heads = current.filter { $0.role == .head }
        guard let head = heads.first(where: { $0.manner == .appointed }) ?? heads.first else {
            return text(
                "Ngày \(day.vi) chưa ghi người đứng đầu.", "No head is on record on \(day.en).")
        }
        let name = tables.people.name(head)
        return text(
            "Người đứng đầu ngày \(day.vi): \(name), \(head.named.vi).",
            "Head on \(day.en): \(name), \(head.named.en).")
    }
}
