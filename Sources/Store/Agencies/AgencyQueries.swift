import Domain

extension ReadableDatabase {
    /// Returns every version of every body, oldest first.
    public func agencyVersions() throws -> [Agency.Version] {
        try agencyVersions(where: "1 = 1")
    }

    /// Returns the bodies as they were on the day.
    public func agencyTree(on day: Day) throws -> AgencyTree {
        try AgencyTree(
            agencyVersions(
                where: "v.from_on <= \(day) AND (v.until_on IS NULL OR v.until_on > \(day))"),
            on: day)
    }

    /// Returns what one body was over time, oldest first; empty when there is none with that id.
    public func agencyVersions(of agency: Agency.ID) throws -> [Agency.Version] {
        try agencyVersions(where: "v.agency_id = \(agency)")
    }

    /// Returns the bodies with that code on the day; several when a code names several.
    public func agencies(coded code: String, on day: Day) throws -> [Agency.Version] {
        try agencyVersions(
            where:
                "v.code = \(code) AND v.from_on <= \(day) AND (v.until_on IS NULL OR v.until_on > \(day))"
        )
    }

    /// Returns the versions with that code on any day, oldest first.
    public func agencies(coded code: String) throws -> [Agency.Version] {
        try agencyVersions(where: "v.code = \(code)")
    }

    /// Finds bodies by the codes that a list or a form names, and loads no others.
    func agencyDirectory(of codes: some Sequence<String?>) throws -> AgencyDirectory {
        let codes = Set(codes.compactMap { $0 })
        guard codes.count <= mostNamed else { return AgencyDirectory(try agencyVersions()) }
        return AgencyDirectory(try agencyVersions(where: "v.code IN \(list: codes)"))
    }

    /// Returns the succession links, by day.
    public func successions() throws -> [Succession] {
        var found: [Succession] = []
        try each(
            "SELECT from_id, to_id, day_on, kind, basis FROM successions ORDER BY day_on, from_id, to_id"
        ) {
            found.append(
                Succession(
                    from: $0.id(0), to: $0.id(1), day: $0.day(2), kind: $0.choice(3, .merged),
                    basis: $0.text(4)))
        }
        return found
    }

    /// Returns the named lists of agencies, the standard ones first.
    public func scopes() throws -> [Scope] {
        var included: [String: [Agency.ID]] = [:]
        var excluded: [String: [Agency.ID]] = [:]
        try each(
            "SELECT scope_id, agency_id, membership FROM scope_members ORDER BY scope_id, agency_id"
        ) {
            if $0.text(2) == "in" {
                included[$0.text(0), default: []].append($0.id(1))
            } else {
                excluded[$0.text(0), default: []].append($0.id(1))
            }
        }
        let own = try rows("SELECT id, name_vi, name_en, blocks FROM scopes ORDER BY id LIMIT 1000")
            .map { row in
                Scope(
                    id: row.id(0), name: Bilingual(vi: row.text(1), en: row.text(2)),
                    blocks: row.text(3).split(separator: " ").compactMap {
                        Agency.Block(rawValue: String($0))
                    },
                    including: included[row.text(0)] ?? [], excluding: excluded[row.text(0)] ?? [])
            }
        let order = Scope.standard.map(\.id)
        return own.sorted {
            (order.firstIndex(of: $0.id) ?? order.count, $0.id)
                < (order.firstIndex(of: $1.id) ?? order.count, $1.id)
        }
    }

    private func agencyVersions(where condition: SQL) throws -> [Agency.Version] {
        var codes: [String: [String: String]] = [:]
        try each(
            """
            SELECT c.agency_id, c.from_on, c.scheme, c.value
            FROM agency_codes c JOIN agency_versions v ON v.agency_id = c.agency_id AND v.from_on = c.from_on
            WHERE \(condition)
            """
        ) { codes[$0.text(0) + $0.text(1), default: [:]][$0.text(2)] = $0.text(3) }
        var versions: [Agency.Version] = []
        try each(
            """
            SELECT v.agency_id, v.from_on, v.until_on, v.code, v.name, v.level, v.block, v.parent_id
            FROM agency_versions v
            WHERE \(condition)
            ORDER BY v.from_on, v.code
            """
        ) { row in
            versions.append(
                Agency.Version(
                    agency: row.id(0), tenure: Tenure(from: row.day(1), until: row.optionalDay(2)),
                    code: row.text(3), name: row.text(4), level: row.choice(5, .unit),
                    block: row.optionalText(6).flatMap(Agency.Block.init),
                    parent: row.optionalID(7),
                    codes: codes.isEmpty ? [:] : codes[row.text(0) + row.text(1)] ?? [:]))
        }
        return versions
    }
}

/// Beyond so many, reading everything is quicker than naming each.
private let mostNamed = 500

extension SQL {
    /// Keeps to the records of those bodies, as long as they are few enough to be named.
    static func among(_ bodies: Set<Agency.ID>, _ column: SQL) -> SQL {
        bodies.count <= mostNamed ? "\(column) IN \(list: bodies)" : "1 = 1"
    }
}
