import Domain

extension ReadableDatabase {
    /// Returns the bodies on whose records the user may use the permission on the day.
    ///
    /// For lists: the limits of the viewer, as a set to be put into SQL.
    public func bodies(
        within permission: Permission, of user: User.ID, on day: Day
    ) throws -> InboxQuestion.Bodies {
        var own: Set<Agency.ID> = []
        var above: Set<Agency.ID> = []
        for holding in try heldRoles(of: user) where holding.tenure.contains(day) {
            guard let relations = permission.reach[holding.role], !relations.isEmpty else {
                continue
            }
            guard let agency = holding.agency, relations != .everywhere else { return .all }
            if relations.contains(.own) { own.insert(agency) }
            if relations.contains(.below) { above.insert(agency) }
        }
        let below = try bodies(below: above, on: day)
        return .some(try withPredecessors(own.union(below), on: day))
    }

    /// Every body that answers to one of these, directly or through others.
    private func bodies(below tops: Set<Agency.ID>, on day: Day) throws -> Set<Agency.ID> {
        var all: Set<Agency.ID> = []
        var next = tops
        while !next.isEmpty {
            let found = try rows(
                """
                SELECT agency_id FROM agency_versions
                WHERE parent_id IN \(list: next) AND from_on <= \(day)
                  AND (until_on IS NULL OR until_on > \(day))
                """
            )
            next = Set(found.map { $0.id(0) as Agency.ID }).subtracting(all).subtracting(tops)
            all.formUnion(next)
        }
        return all
    }
}

extension ReadableDatabase {
    /// Returns what the bodies are called on the day; what is no more, by its last version.
    public func agencies(
        named ids: Set<Agency.ID>, on day: Day
    ) throws -> [Agency.ID: Agency.Version] {
        var found: [Agency.ID: Agency.Version] = [:]
        let all = ids.sorted()
        for start in stride(from: 0, to: all.count, by: 500) {
            let some = all[start..<min(start + 500, all.count)]
            try each(
                """
                SELECT agency_id, from_on, until_on, code, name, level, block, parent_id
                FROM agency_versions WHERE agency_id IN \(list: some) ORDER BY agency_id, from_on
                """
            ) { row in
                let tenure = Tenure(from: row.day(1), until: row.optionalDay(2))
                let id: Agency.ID = row.id(0)
                // The one that holds on the day; otherwise the last of them.
                if let kept = found[id], kept.tenure.contains(day) { return }
                found[id] = Agency.Version(
                    agency: id, tenure: tenure, code: row.text(3), name: row.text(4),
                    level: row.choice(5, .unit),
                    block: row.optionalText(6).flatMap(Agency.Block.init),
                    parent: row.optionalID(7), codes: [:])
            }
        }
        return found
    }
}
