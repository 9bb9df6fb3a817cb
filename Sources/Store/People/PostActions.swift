import Domain

extension WritableDatabase {
    /// Gives a person a post from a day on.
    ///
    /// - Returns: the post as recorded, with its number.
    /// - Throws: ``PermissionError``; ``InvalidInput`` when it cannot stand beside those on record.
    @discardableResult
    public func givePost(_ post: Post, by user: User.ID) throws -> Post {
        try requireGiving(post, by: user)
        let given = post.taking(id: newID(), number: try nextNumber("post"), version: 1)
        try requireSound(given)
        try insert(given)
        try raise(.agencies)
        try journal(
            "post.given", by: user, in: given.agency,
            [Change("post", given.id.text, after: given)])
        return given
    }

    /// Puts a post right, or ends it by giving it a last day.
    ///
    /// - Throws: ``EditConflict`` when somebody was quicker; otherwise as ``givePost(_:by:)``.
    public func correctPost(_ corrected: Post, by user: User.ID) throws {
        guard let old = try post(numbered: corrected.number) else {
            throw MissingRecord(Bilingual(vi: "chức vụ", en: "post"), "\(corrected.number)")
        }
        try requireGiving(old, by: user)
        guard old.version == corrected.version else {
            throw EditConflict(Bilingual(vi: "Chức vụ", en: "post"))
        }
        let corrected = corrected.taking(id: old.id, number: old.number, version: old.version)
        try requireGiving(corrected, by: user)
        guard corrected != old else { return }
        try requireSound(corrected)
        let isEnding = old.tenure.until == nil && corrected.tenure.until != nil
        try update(corrected)
        try raise(.agencies)
        try journal(
            isEnding ? "post.ended" : "post.corrected", by: user, in: corrected.agency,
            [Change("post", old.id.text, before: old, after: corrected.raised)])
    }

    /// Adds a person who cannot sign in until they are invited: known by name, as heads are.
    public func addPerson(named name: String, in agency: Agency.ID?, by user: User.ID) throws
        -> User
    {
        try require(.managePosts, of: user, in: agency)
        guard !name.trimmed.isEmpty else {
            throw InvalidInput([
                Problem("name", vi: "Hãy ghi họ và tên.", en: "Give the person's name.")
            ])
        }
        let person = try insertPerson(named: name.trimmed, in: agency)
        try journal(
            "person.added", by: user, in: agency,
            [Change("person", person.id.text, after: PersonRecord(person))])
        return person
    }

    /// Gives a role with a new account; journals nothing, the action that makes the account does.
    func give(_ role: Role, to user: User.ID, in agency: Agency.ID?, from day: Day) throws {
        try insert(
            Post(
                id: newID(), number: try nextNumber("post"), person: user, role: role,
                agency: agency, tenure: Tenure(from: day)))
    }

    func requireGiving(_ post: Post, by user: User.ID) throws {
        try require(.managePosts, of: user, in: post.agency)
        if post.role.reachesEverywhere { try require(.entrust, of: user, in: post.agency) }
    }

    func requireSound(_ post: Post) throws {
        let problems = post.problems(beside: try neighbours(of: post))
        if !problems.isEmpty { throw InvalidInput(problems) }
    }

    /// Journals nothing: the action that calls it does.
    func insert(_ post: Post) throws {
        if try personNumbers(of: [post.person]).isEmpty {
            let number = try nextNumber("person")
            try run("INSERT INTO people (account, number) VALUES (\(post.person), \(number))")
        }
        try run(
            """
            INSERT INTO posts
              (id, number, person, role, agency, title, areas, manner, from_on, until_on, basis,
               version, recorded_at)
            VALUES (\(post.id), \(post.number), \(post.person), \(post.role.rawValue),
              \(post.agency), \(post.title), \(post.areas.joined(separator: "\n")),
              \(post.manner.rawValue), \(post.tenure.from), \(post.tenure.until), \(post.basis), 1,
              \(now))
            """
        )
    }

    func update(_ post: Post) throws {
        let changed = try run(
            """
            UPDATE posts SET person = \(post.person), role = \(post.role.rawValue),
              agency = \(post.agency), title = \(post.title),
              areas = \(post.areas.joined(separator: "\n")), manner = \(post.manner.rawValue),
              from_on = \(post.tenure.from), until_on = \(post.tenure.until),
              basis = \(post.basis), version = version + 1, recorded_at = \(now)
            WHERE id = \(post.id) AND version = \(post.version)
            """
        )
        guard changed == 1 else { throw EditConflict(Bilingual(vi: "Chức vụ", en: "post")) }
    }

    /// Nobody can sign in with the password of a person who was never invited: it is no password's.
    func insertPerson(named name: String, in agency: Agency.ID?) throws -> User {
        let number = try nextNumber("person")
        let person = User(
            id: newID(), login: "nguoi-\(number)", name: Vietnamese.composed(name), agency: agency)
        try run(
            """
            INSERT INTO accounts (id, login, name, agency, password, created_at)
            VALUES (\(person.id), \(person.login), \(person.name), \(person.agency),
              \(noPassword), \(now))
            """
        )
        try run("INSERT INTO people (account, number) VALUES (\(person.id), \(number))")
        return person
    }
}

/// What the journal says of a person.
struct PersonRecord: Encodable {
    let name: String
    let agency: Agency.ID?

    init(_ person: User) {
        name = person.name
        agency = person.agency
    }
}

extension ReadableDatabase {
    /// The posts that the rules look at beside this one: of its agency, and of its person.
    func neighbours(of post: Post) throws -> [Post] {
        let place: SQL = post.agency.map { "p.agency = \($0)" } ?? "p.agency IS NULL"
        return try posts(where: "p.person = \(post.person) OR \(place)")
    }
}
