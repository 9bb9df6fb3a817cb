import Domain
import Store

/// Makes the form that says who answers for each thing an agency owes.
struct DutyBuilder {
    /// One line of the form as typed: people by their numbers.
    struct Choice: Sendable {
        let kind: Duty.Kind
        let record: String
        let was: Int?
        let person: Int?
    }

    private let version: Agency.Version
    private let owed: [OwedRecord]
    private let people: [Field.Choice]
    private let numbers: [User.ID: Int]
    private let day: Day
    private let language: Language
    private let typed: Form?
    private let refusal: (any UserFacingError)?

    init(
        _ db: ReadableDatabase, code: String, year: Int, day: Day, language: Language,
        typed: Form?, refusal: (any UserFacingError)?, by user: User.ID
    ) throws {
        let tree = try db.agencyTree(on: day)
        guard let body = tree.bodies(coded: code).first else {
            throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), code)
        }
        version = body.version
        // What the page shows goes as far as what its form may do.
        try db.require(.assignDuties, of: user, in: body.id)
        owed = try db.owedRecords(of: body.id, year: year, on: day).filter { !$0.isDone }
        let lineage = tree.lineage(of: body.id)
        var posts: [Post] = []
        for agency in [body.id] + tree.bodies.map(\.id).filter(lineage.superiors.contains) {
            posts += try db.posts(in: agency, on: day, for: .system)
        }
        // Whoever answers now stays a choice, wherever they are.
        let held = try owed.compactMap(\.duty?.person).flatMap { person in
            try db.posts(of: person, for: .system).filter { $0.tenure.contains(day) }.prefix(1)
        }
        let known = try PeopleOnDay(posts + held, db, tree: tree)
        var seen: Set<User.ID> = []
        people = (posts + held).compactMap { post in
            guard let number = known.number(post), seen.insert(post.person).inserted else {
                return nil
            }
            return Field.Choice(
                value: String(number), text: "\(known.name(post)), \(post.named[language])")
        }
        numbers = try db.personNumbers(of: owed.compactMap(\.duty?.person) + seen)
        self.day = day
        self.language = language
        self.typed = typed
        self.refusal = refusal
    }

    func dutyPage(_ token: String) -> DutyPage {
        DutyPage(
            language: language,
            crumbs: [
                Link(text("Cơ quan, đơn vị", "Agencies"), Paths.agencies()),
                Link(version.name, Paths.agency(version.code)),
                Link(text("Nhân sự", "People"), Paths.agencyPeople(version.code)),
            ],
            title: text(
                "Phân công người chịu trách nhiệm: \(version.nameInSentence)",
                "Who answers for what: \(version.name)"),
            lede: text(
                "Chỉ tiêu, nhiệm vụ chủ trì và vấn đề chưa khắc phục. Thay đổi có hiệu lực từ ngày ghi bên dưới; trước ngày đó vẫn là người cũ.",
                "Targets and tasks it leads, and findings not remedied. A change holds from the day below; before it the earlier person answers."
            ),
            path: Paths.agencyDuties(version.code), token: token,
            day: Field(
                name: "day", label: text("Có hiệu lực từ ngày", "In force from"), kind: .day,
                value: typed?.text("day") ?? day.vi,
                problems: refusal?.problems.filter { $0.field == "day" }.map {
                    $0.message[language]
                } ?? [], isRequired: true),
            rows: owed.map(row),
            problems: refusal.map { refusal in
                refusal.problems.isEmpty
                    ? [refusal.message[language]] : refusal.problems.map { $0.message[language] }
            } ?? [],
            none: text("Không có việc nào đang mở.", "Nothing is open."))
    }

    /// Reads the lines that the form sent.
    static func choices(_ form: Form) -> [Choice] {
        form.names(from: "who.").compactMap { name in
            let parts = name.split(separator: ".", maxSplits: 2).map(String.init)
            guard parts.count == 3, let kind = Duty.Kind(rawValue: parts[1]) else { return nil }
            return Choice(
                kind: kind, record: parts[2],
                was: Int(form.text(WasFields.prefix + name)), person: Int(form.text(name)))
        }
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private func row(_ owed: OwedRecord) -> DutyPage.Row {
        let name = "who.\(owed.kind.rawValue).\(owed.record)"
        let number = owed.duty.flatMap { numbers[$0.person] }.map { String($0) } ?? ""
        let value = typed?.text(name) ?? number
        return DutyPage.Row(
            title: Link("\(owed.code) \(owed.title)".shortened(to: 140), owed.path(on: nil)),
            kind: owed.kind.title[language], due: owed.dueOn?[language] ?? "",
            badge: owed.badge(on: day, language),
            was: HiddenField(name: WasFields.prefix + name, value: number),
            who: Field(
                name: name,
                label: text("Người chịu trách nhiệm: \(owed.code)", "Who answers for \(owed.code)"),
                kind: .choice(
                    [Field.Choice(value: "", text: text("chưa phân công", "nobody yet"))] + people
                ).choosing(value), value: value))
    }
}

extension Field.Kind {
    fileprivate func choosing(_ value: String) -> Field.Kind {
        Field(name: "", label: "", kind: self).holding(value).kind
    }
}
