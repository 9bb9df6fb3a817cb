import Domain

extension ReadableDatabase {
    /// The records that the viewer may see by that permission, as a condition on their agency.
    ///
    /// Visitors see what the permission leaves to them, which is all or nothing.
    func within(_ permission: Permission, for viewer: Viewer, _ agency: SQL) throws -> SQL {
        switch viewer {
        case .system: return "1 = 1"
        case .visitor:
            let isOpen = try permission.isForVisitors && workspace().readableByVisitors
            return isOpen ? "1 = 1" : "1 = 0"
        case .person(let user):
            let today = try workspace().today(now)
            var places: [SQL] = []
            for held in try heldRoles(of: user) where held.tenure.contains(today) {
                let reach = permission.reach[held.role] ?? []
                guard !reach.isEmpty else { continue }
                guard let own = held.agency, reach != .everywhere else { return "1 = 1" }
                if reach.contains(.own) { places.append("\(agency) = \(own)") }
                if reach.contains(.below) {
                    places.append("\(agency) IN (\(SQL.subtree(of: own, on: today)))")
                }
                if reach.contains(.above) {
                    let superiors = try lineage(of: own, on: today).superiors
                    places.append("\(agency) IN \(list: superiors)")
                }
            }
            return places.isEmpty ? "1 = 0" : "(\(places.joined(" OR ")))"
        }
    }
}

extension ReadableDatabase {
    /// The agencies whose records the viewer may see by that permission; `nil` for all of them.
    public func agencies(
        visibleBy permission: Permission, to viewer: Viewer
    ) throws -> Set<Agency.ID>? {
        if case .system = viewer { return nil }
        let visible = try within(permission, for: viewer, "a.id")
        let all = try rows("SELECT COUNT(*), COUNT(*) FILTER (WHERE \(visible)) FROM agencies a")
        if let row = all.first, row.int(0) == row.int(1) { return nil }
        var found: Set<Agency.ID> = []
        try each("SELECT a.id FROM agencies a WHERE \(visible)") { found.insert($0.id(0)) }
        return found
    }
}
