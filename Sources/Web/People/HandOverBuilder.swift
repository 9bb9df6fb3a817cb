import Domain
import Store

/// Makes the page on which a post is handed over: what ends, what moves, to whom.
struct HandOverBuilder {
    private let post: Post
    private let people: PeopleOnDay
    private let owed: [OwedRecord]
    private let successors: [Field.Choice]
    private let isOnlyPost: Bool
    private let today: Day
    private let language: Language
    private let typed: Form?
    private let refusal: (any UserFacingError)?

    init(
        _ db: ReadableDatabase, number: Int, today: Day, language: Language, typed: Form?,
        refusal: (any UserFacingError)?, by user: User.ID
    ) throws {
        guard let post = try db.post(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "chức vụ", en: "post"), "\(number)")
        }
        try db.require(.handOver, of: user, in: post.agency)
        self.post = post
        let tree = try db.agencyTree(on: today)
        owed = try db.owedRecords(by: post.person, on: today).filter { !$0.isDone }
        let colleagues = try db.posts(in: post.agency, on: today, for: .system)
        let known = try PeopleOnDay(colleagues + [post], db, tree: tree)
        var seen: Set<User.ID> = [post.person]
        successors = colleagues.compactMap { colleague in
            guard let number = known.number(colleague), seen.insert(colleague.person).inserted
            else { return nil }
            return Field.Choice(
                value: String(number),
                text: "\(known.name(colleague)), \(colleague.named[language])")
        }
        people = known
        isOnlyPost =
            try db.posts(of: post.person, for: .system)
            .filter { $0.tenure.contains(today) }.count <= 1
        self.today = today
        self.language = language
        self.typed = typed
        self.refusal = refusal
    }

    func handOverPage(_ token: String) -> HandOverPage {
        let name = people.name(post)
        return HandOverPage(
            language: language,
            crumbs: [
                Link(Words("Navigation", language)["people"], Paths.people()),
                people.link(post, on: nil),
            ],
            title: text("Bàn giao: \(name)", "Hand over: \(name)"),
            lede: text(
                "\(post.named.vi), giữ \(post.tenure.words(.vi)). Một lần gửi: chức vụ kết thúc và các việc được chọn chuyển cho người nhận từ ngày bàn giao.",
                "\(post.named.en), held \(post.tenure.words(.en)). In one go the post ends and what is chosen moves to the successor from the day on."
            ),
            path: Paths.handOver(post.number), token: token,
            hidden: [
                HiddenField(
                    name: "version",
                    value: isConflict
                        ? String(post.version)
                        : typed?.text("version") ?? String(post.version))
            ],
            fields: fields, rows: owed.map(row),
            caption: text(
                "Đang chịu trách nhiệm \(Written.count(owed.count, .vi)) việc chưa xong",
                "Answers for \(owed.count) that are not done"),
            none: text(
                "Không còn việc nào phải bàn giao; chỉ kết thúc chức vụ.",
                "Nothing is left to hand over; only the post ends."),
            problems: refusal.map { refusal in
                refusal.problems.isEmpty
                    ? [refusal.message[language]] : refusal.problems.map { $0.message[language] }
            } ?? [])
    }

    private var isConflict: Bool { refusal is EditConflict }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var fields: [Field] {
        func field(
            _ name: String, _ vi: String, _ en: String, _ kind: Field.Kind, _ value: String = "",
            hint: String? = nil, isRequired: Bool = false
        ) -> Field {
            Field(
                name: name, label: text(vi, en), kind: kind, value: value, hint: hint,
                problems: refusal?.problems.filter { $0.field == name }.map {
                    $0.message[language]
                } ?? [], isRequired: isRequired
            ).holding(typed?.text(name) ?? value)
        }
        return [
            field(
                "successor", "Người nhận", "Successor",
                .choice(
                    [
                        Field.Choice(
                            value: "",
                            text: text("người khác, ghi số bên cạnh", "somebody else, by number"))
                    ] + successors)),
            field(
                "successor_number", "Số của người khác", "Number of somebody else", .number,
                hint: text("Xem số ở trang Nhân sự.", "See the People page for numbers.")),
            field(
                "day", "Người nhận chịu trách nhiệm từ ngày", "The successor answers from", .day,
                today.vi, isRequired: true),
            field(
                "succession", "Người nhận giữ chức vụ này", "The successor holds the post",
                .choice(
                    [Field.Choice(value: "", text: text("không", "no"))]
                        + Post.Manner.allCases.map {
                            Field.Choice(value: $0.rawValue, text: $0.title[language])
                        }),
                hint: text(
                    "Cần quyền giao chức vụ.", "Needs the permission to give posts.")),
            field("basis", "Quyết định", "Decision", .text),
        ]
    }

    private func row(_ owed: OwedRecord) -> HandOverPage.Row {
        let chosen = typed.map { $0.all("record").contains(owed.key) }
        return HandOverPage.Row(
            tick: Field(
                name: "record", label: "\(owed.code) \(owed.title)".shortened(to: 140),
                kind: .tick(isChosen: chosen ?? (isOnlyPost || owed.agency == post.agency)),
                value: owed.key, idPrefix: owed.record),
            kind: owed.kind.title[language], due: owed.dueOn?[language] ?? "",
            badge: owed.badge(on: today, language))
    }
}
