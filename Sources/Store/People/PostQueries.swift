import Domain

extension ReadableDatabase {
    /// Returns the post with that number.
    public func post(numbered number: Int) throws -> Post? {
        try posts(where: "p.number = \(number)").first
    }

    /// Returns the posts in an agency held on the day, heads first, as far as the viewer may see them.
    ///
    /// Without an agency it returns those of the whole workspace.
    public func posts(in agency: Agency.ID?, on day: Day, for viewer: Viewer) throws -> [Post] {
        let place: SQL = agency.map { "p.agency = \($0)" } ?? "p.agency IS NULL"
        return try posts(
            where: """
                \(place) AND p.from_on <= \(day) AND (p.until_on IS NULL OR p.until_on > \(day))
                  AND \(try visible(to: viewer))
                """
        )
    }

    /// Returns every post of the agency, whenever held, as far as the viewer may see them.
    public func posts(everIn agency: Agency.ID, for viewer: Viewer) throws -> [Post] {
        try posts(where: "p.agency = \(agency) AND \(try visible(to: viewer))")
    }

    /// Returns the posts a person holds, held and will hold, as far as the viewer may see them.
    public func posts(of person: User.ID, for viewer: Viewer) throws -> [Post] {
        try posts(where: "p.person = \(person) AND \(try visible(to: viewer))")
    }

    /// Returns the posts of everybody held on the day, as far as the viewer may see them.
    public func posts(on day: Day, for viewer: Viewer) throws -> [Post] {
        try posts(
            where: """
                p.from_on <= \(day) AND (p.until_on IS NULL OR p.until_on > \(day))
                  AND \(try visible(to: viewer))
                """
        )
    }

    /// Returns the person with that number.
    public func person(numbered number: Int) throws -> User? {
        try rows(
            """
            SELECT a.id, a.login, a.name, a.agency FROM accounts a JOIN people q ON q.account = a.id
            WHERE q.number = \(number)
            """
        )
        .first.map { User($0) }
    }

    /// Returns the numbers under which the people are found; who never held a post has none.
    public func personNumbers(of people: some Sequence<User.ID>) throws -> [User.ID: Int] {
        var numbers: [User.ID: Int] = [:]
        try each("SELECT account, number FROM people WHERE account IN \(list: Set(people))") {
            numbers[$0.id(0)] = $0.int(1)
        }
        return numbers
    }

    /// The posts that may be shown, as a condition on `p`.
    ///
    /// Who heads a body everybody may know; the other posts are seen as far as ``Permission/seePeople``
    /// reaches, and one's own always.
    private func visible(to viewer: Viewer) throws -> SQL {
        let open = Role.allCases.filter(\.isPublic).map(\.rawValue)
        switch viewer {
        case .system: return "1 = 1"
        case .visitor: return "p.role IN \(list: open)"
        case .person(let user):
            let today = try workspace().today(now)
            var conditions: [SQL] = ["p.role IN \(list: open)", "p.person = \(user)"]
            for held in try heldRoles(of: user) where held.tenure.contains(today) {
                let reach = Permission.seePeople.reach[held.role] ?? []
                guard let own = held.agency, reach != .everywhere else {
                    if !reach.isEmpty { return "1 = 1" }
                    continue
                }
                conditions += try places(reach, of: own, on: today)
            }
            return "(\(conditions.joined(" OR ")))"
        }
    }

    private func places(
        _ reach: Set<Relation>, of own: Agency.ID, on day: Day
    ) throws -> [SQL] {
        var places: [SQL] = []
        if reach.contains(.own) { places.append("p.agency = \(own)") }
        if reach.contains(.above) {
            places.append("p.agency IN \(list: try lineage(of: own, on: day).superiors)")
        }
        if reach.contains(.below) {
            places.append("p.agency IN (\(SQL.subtree(of: own, on: day)))")
        }
        return places
    }

    func posts(where condition: SQL) throws -> [Post] {
        var found: [Post] = []
        try each(
            """
            SELECT p.id, p.number, p.person, p.role, p.agency, p.title, p.areas, p.manner, p.from_on,
              p.until_on, p.basis, p.version
            FROM posts p WHERE \(condition) ORDER BY p.from_on, p.number
            """
        ) { row in
            // A role this program does not know is nobody's.
            guard let role = Role(rawValue: row.text(3)) else { return }
            found.append(
                Post(
                    id: row.id(0), number: row.int(1), person: row.id(2), role: role,
                    agency: row.optionalID(4), title: row.text(5),
                    areas: row.text(6).split(separator: "\n").map(String.init),
                    manner: row.choice(7, .appointed),
                    tenure: Tenure(from: row.day(8), until: row.optionalDay(9)),
                    basis: row.text(10), version: row.int(11)))
        }
        let order = Role.allCases
        return found.enumerated().sorted {
            let places = [$0, $1].map { order.firstIndex(of: $0.element.role) ?? order.count }
            return (places[0], $0.offset) < (places[1], $1.offset)
        }.map(\.element)
    }
}

extension SQL {
    /// The ids of all bodies that answer to this one on the day, directly or through others.
    static func subtree(of agency: Agency.ID, on day: Day) -> SQL {
        """
        WITH RECURSIVE reach (id) AS (
          SELECT v.agency_id FROM agency_versions v
          WHERE v.parent_id = \(agency) AND v.from_on <= \(day)
            AND (v.until_on IS NULL OR v.until_on > \(day))
          UNION
          SELECT v.agency_id FROM agency_versions v JOIN reach r ON v.parent_id = r.id
          WHERE v.from_on <= \(day) AND (v.until_on IS NULL OR v.until_on > \(day))
        )
        SELECT id FROM reach
        """
    }
}
