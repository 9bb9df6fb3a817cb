import Domain

/// A post as a list names it: whose it is may be a person not on record yet.
public struct PostDraft: Hashable, Sendable {
    public let post: Post
    /// The name of a person to be added; `nil` for one on record.
    public let newName: String?
}

extension ReadableDatabase {
    /// Works out what a list of posts would change; the dry run stops here.
    ///
    /// A person is found by number, otherwise by name among those who ever held a post in the agency;
    /// else the list brings them in. The same person, role, agency and first day mean the same post.
    public func postImport(_ read: ReadRows<PostRow>) throws -> RecordImport<PostDraft> {
        var result = RecordImport<PostDraft>(problems: read.problems, notices: read.notices)
        let directory = try agencyDirectory(of: read.rows.map(\.row.agencyCode))
        var people = try KnownPeople(self)
        var seen: [PostKey: Int] = [:]
        var taken: [Post] = []
        var rows: [Post.ID: Int] = [:]
        for (number, row) in read.rows {
            guard let role = row.role, let from = row.from, let name = row.name else { continue }
            var agency: Agency.ID?
            if let code = row.agencyCode {
                switch directory.agency(coded: code, on: from, field: "agency_code") {
                case .problem(let problem):
                    result.problems.append(problem.at(row: number))
                    continue
                case .found(let found): agency = found
                }
            }
            let person: KnownPeople.Found
            switch people.find(row.personNumber, name, in: agency, at: now) {
            case .failure(let problem):
                result.problems.append(problem.at(row: number))
                continue
            case .success(let found): person = found
            }
            let key = PostKey(person: person.id, role: role, agency: agency, from: from)
            if let other = seen.updateValue(number, forKey: key) {
                result.problems.append(.sameRecord(as: other, field: "name", row: number))
                continue
            }
            let old = people.posts.first { PostKey($0) == key }
            let post = Post(
                id: old?.id ?? Post.ID(at: now), number: old?.number ?? 0, person: person.id,
                role: role, agency: agency, title: row.title ?? "", areas: row.areaList,
                manner: row.manner ?? .appointed, tenure: Tenure(from: from, until: row.until),
                basis: row.basis ?? "", version: old?.version ?? 1)
            rows[post.id] = number
            taken.append(post)
            result.take(
                PostDraft(post: post, newName: person.isNew ? name : nil),
                replacing: old.map { PostDraft(post: $0, newName: nil) })
        }
        let changed = Set(taken.map(\.id))
        let others = people.posts.filter { !changed.contains($0.id) } + taken
        for post in taken {
            let near = others.filter { $0.person == post.person || $0.agency == post.agency }
            result.problems += post.problems(beside: near).map { $0.at(row: rows[post.id] ?? 0) }
        }
        result.problems.sort { ($0.row ?? 0) < ($1.row ?? 0) }
        return result
    }
}

extension ReadableDatabase {
    /// Returns a post on record with what a form says in its place; whose it is stays.
    ///
    /// - Throws: ``InvalidInput`` for a field that cannot be read; ``MissingRecord``.
    public func post(
        numbered number: Int, corrected read: ReadRows<PostRow>, version: Int
    ) throws -> Post {
        guard let old = try post(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "chức vụ", en: "post"), "\(number)")
        }
        guard old.version == version else {
            throw EditConflict(Bilingual(vi: "Chức vụ", en: "post"))
        }
        guard read.problems.isEmpty, let row = read.rows.first?.row, let role = row.role,
            let from = row.from
        else { throw InvalidInput(read.problems) }
        var agency: Agency.ID?
        if let code = row.agencyCode {
            let directory = try agencyDirectory(of: [code])
            switch directory.agency(coded: code, on: from, field: "agency_code") {
            case .problem(let problem): throw InvalidInput([problem])
            case .found(let found): agency = found
            }
        }
        return Post(
            id: old.id, number: number, person: old.person, role: role, agency: agency,
            title: row.title ?? "", areas: row.areaList, manner: row.manner ?? .appointed,
            tenure: Tenure(from: from, until: row.until), basis: row.basis ?? "", version: version)
    }
}

extension WritableDatabase {
    /// Takes a list of posts into the record, all rows or none; people not on record come with it.
    public func importPosts(_ read: ReadRows<PostRow>, by user: User.ID) throws -> ImportSummary {
        try requireSomewhere(.managePosts, of: user)
        let result = try postImport(read)
        try result.requireSound()
        for draft in result.new { try requireGiving(draft.post, by: user) }
        for change in result.changed {
            try requireGiving(change.old.post, by: user)
            try requireGiving(change.new.post, by: user)
        }
        var changes: [Change] = []
        var added: [User.ID: User.ID] = [:]
        for draft in result.new {
            var person = draft.post.person
            if let name = draft.newName {
                if let known = added[person] {
                    person = known
                } else {
                    let inserted = try insertPerson(named: name, in: draft.post.agency)
                    added[person] = inserted.id
                    person = inserted.id
                    changes.append(
                        Change("person", inserted.id.text, after: PersonRecord(inserted)))
                }
            }
            let post = draft.post.held(by: person)
                .taking(id: newID(), number: try nextNumber("post"), version: 1)
            try insert(post)
            changes.append(Change("post", post.id.text, after: post))
        }
        for change in result.changed {
            try update(change.new.post)
            changes.append(
                Change(
                    "post", change.new.post.id.text, before: change.old.post,
                    after: change.new.post.raised))
        }
        guard !changes.isEmpty else { return result.summary }
        try raise(.agencies)
        try journal("posts.imported", by: user, changes)
        return result.summary
    }
}

/// What two lines must agree in to mean the same post.
private struct PostKey: Hashable {
    let person: User.ID
    let role: Role
    let agency: Agency.ID?
    let from: Day

    init(person: User.ID, role: Role, agency: Agency.ID?, from: Day) {
        self.person = person
        self.role = role
        self.agency = agency
        self.from = from
    }

    init(_ post: Post) {
        self.init(
            person: post.person, role: post.role, agency: post.agency, from: post.tenure.from)
    }
}

/// Everybody on record, and those whom the list has brought in so far.
private struct KnownPeople {
    struct Found {
        let id: User.ID
        let isNew: Bool
    }

    let posts: [Post]
    private let byNumber: [Int: User]
    private var byName: [String: [Found]] = [:]

    init(_ db: ReadableDatabase) throws {
        posts = try db.posts(where: "1 = 1")
        var byNumber: [Int: User] = [:]
        try db.each(
            """
            SELECT a.id, a.login, a.name, a.agency, q.number
            FROM people q JOIN accounts a ON a.id = q.account
            """
        ) { byNumber[$0.int(4)] = User($0) }
        self.byNumber = byNumber
        let names = Dictionary(uniqueKeysWithValues: byNumber.values.map { ($0.id, $0.name) })
        for post in posts {
            guard let name = names[post.person] else { continue }
            let key = Self.key(name, post.agency)
            if byName[key]?.contains(where: { $0.id == post.person }) == true { continue }
            byName[key, default: []].append(Found(id: post.person, isNew: false))
        }
    }

    mutating func find(
        _ number: Int?, _ name: String, in agency: Agency.ID?, at now: Instant
    ) -> Swift.Result<Found, PersonProblem> {
        if let number {
            guard let person = byNumber[number] else {
                return .failure(PersonProblem(.noPerson(number)))
            }
            return .success(Found(id: person.id, isNew: false))
        }
        let key = Self.key(name, agency)
        let found = byName[key] ?? []
        if found.count > 1 { return .failure(PersonProblem(.manyPeople(name))) }
        if let only = found.first { return .success(only) }
        let new = Found(id: User.ID(at: now), isNew: true)
        byName[key] = [new]
        return .success(new)
    }

    private static func key(_ name: String, _ agency: Agency.ID?) -> String {
        "\(agency?.text ?? "") \(Vietnamese.composed(name).lowercased())"
    }
}

private struct PersonProblem: Error {
    let problem: Problem

    init(_ problem: Problem) {
        self.problem = problem
    }

    func at(row: Int) -> Problem { problem.at(row: row) }
}

extension Problem {
    fileprivate static func noPerson(_ number: Int) -> Problem {
        Problem(
            "person_number", vi: "Không có người mang số \(number); hãy xem số ở trang Nhân sự.",
            en: "There is no person no. \(number); see the People page.")
    }

    fileprivate static func manyPeople(_ name: String) -> Problem {
        Problem(
            "name", vi: "Có nhiều người tên “\(name)” tại cơ quan này; hãy ghi số của người.",
            en: "Several people here are called “\(name)”; give the person's number.")
    }
}
