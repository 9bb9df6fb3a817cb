import Domain

extension ReadableDatabase {
    /// Returns the roles the account holds, held or will hold.
    public func heldRoles(of user: User.ID) throws -> [HeldRole] {
        try rows("SELECT role, agency, from_on, until_on FROM posts WHERE person = \(user)")
            .compactMap { row in
                // A role this program does not know grants nothing.
                Role(rawValue: row.text(0)).map {
                    HeldRole(
                        $0, in: row.optionalID(1),
                        tenure: Tenure(from: row.day(2), until: row.optionalDay(3)))
                }
            }
    }

    /// Throws ``PermissionError`` unless the user may do that, in the agency and on the day.
    ///
    /// Without an agency it asks for the whole workspace, without a day for today.
    public func require(
        _ permission: Permission, of user: User.ID, in agency: Agency.ID? = nil, on day: Day? = nil
    ) throws {
        let day = try day ?? workspace().today(now)
        guard try isGranted(permission, to: user, in: agency, on: day) else {
            throw PermissionError.notAllowed(permission, in: agency)
        }
    }

    /// Throws ``PermissionError`` unless the user may do that for some agency at all.
    ///
    /// For lists whose rows name their agencies: first this, then the rows are read, then each asked.
    public func requireSomewhere(_ permission: Permission, of user: User.ID) throws {
        let day = try workspace().today(now)
        guard permission.isGrantedSomewhere(to: try requiredRoles(of: user), on: day) else {
            throw PermissionError.notAllowed(permission)
        }
    }

    /// Throws ``PermissionError`` unless the user may do that in every one of the agencies.
    public func require(
        _ permission: Permission, of user: User.ID, inEach agencies: some Sequence<Agency.ID>
    ) throws {
        let day = try workspace().today(now)
        let held = try requiredRoles(of: user)
        var known: [Agency.ID: Lineage] = [:]
        for agency in Set(agencies).sorted() {
            let granted = try permission.isGranted(to: held, in: agency, on: day) {
                if let lineage = known[$0] { return lineage }
                let lineage = try lineage(of: $0, on: day)
                known[$0] = lineage
                return lineage
            }
            guard granted else { throw PermissionError.notAllowed(permission, in: agency) }
        }
    }

    /// Whether the user may do that; throws ``PermissionError/unknownUser`` for who is not there.
    public func isGranted(
        _ permission: Permission, to user: User.ID, in agency: Agency.ID?, on day: Day
    ) throws -> Bool {
        try permission.isGranted(to: try requiredRoles(of: user), in: agency, on: day) {
            try lineage(of: $0, on: day)
        }
    }

    private func requiredRoles(of user: User.ID) throws -> [HeldRole] {
        guard try !rows("SELECT id FROM accounts WHERE id = \(user)").isEmpty else {
            throw PermissionError.unknownUser
        }
        return try heldRoles(of: user)
    }

    /// Returns the agency with all it answers to on the day; what is no more, with its heirs.
    public func lineage(of agency: Agency.ID, on day: Day) throws -> Lineage {
        var superiors: Set<Agency.ID> = []
        var next: Set<Agency.ID> = [agency]
        while !next.isEmpty {
            let parents = try rows(
                """
                SELECT agency_id, parent_id FROM agency_versions
                WHERE agency_id IN \(list: next) AND from_on <= \(day)
                  AND (until_on IS NULL OR until_on > \(day))
                """
            )
            let gone = next.subtracting(parents.map { $0.id(0) as Agency.ID })
            var found = Set(parents.compactMap { $0.optionalID(1) as Agency.ID? })
            if !gone.isEmpty {
                let heirs = try rows(
                    """
                    SELECT to_id FROM successions WHERE from_id IN \(list: gone) AND day_on <= \(day)
                    LIMIT 1000
                    """
                )
                found.formUnion(heirs.map { $0.id(0) as Agency.ID })
            }
            next = found.subtracting(superiors).subtracting([agency])
            superiors.formUnion(next)
        }
        return Lineage(agency, under: superiors)
    }

    /// Returns who could give a person that permission for the agency, at most so many.
    ///
    /// They hold the permission to give posts; those nearest to the agency come first.
    public func grantors(
        for agency: Agency.ID?, on day: Day, limit: Int = 3
    ) throws -> [(person: User, post: Post)] {
        let posts = try posts(
            where: """
                p.role IN \(list: Permission.managePosts.roles.map(\.rawValue).sorted())
                  AND p.from_on <= \(day) AND (p.until_on IS NULL OR p.until_on > \(day))
                """
        )
        var seen: Set<User.ID> = []
        let able = try posts.filter { post in
            try Permission.managePosts.isGranted(to: [post.heldRole], in: agency, on: day) {
                try lineage(of: $0, on: day)
            } && seen.insert(post.person).inserted
        }
        let names = try users(able.map(\.person))
        return able.prefix(limit).compactMap { post in
            names[post.person].map { ($0, post) }
        }
    }
}
