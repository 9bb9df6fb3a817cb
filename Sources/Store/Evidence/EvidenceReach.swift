import Domain

extension ReadableDatabase {
    /// The citations that may be shown, as a condition on `l`.
    ///
    /// Whoever may see a record may see what proves it; each kind has its own permission.
    func visibleLinks(to viewer: Viewer) throws -> SQL {
        if viewer == .system { return "1 = 1" }
        let isOpen = try workspace().readableByVisitors
        let open = Evidence.Kind.allCases.filter { isOpen && $0.sees.isForVisitors }
        var conditions: [SQL] = ["l.kind IN \(list: open.map(\.rawValue))"]
        if case .person(let user) = viewer {
            let today = try workspace().today(now)
            let held = try heldRoles(of: user).filter { $0.tenure.contains(today) }
            for kind in Evidence.Kind.allCases where !open.contains(kind) {
                guard let places = try places(kind.sees, held, on: today) else { continue }
                conditions.append("(l.kind = \(kind.rawValue) AND \(places))")
            }
        }
        return "(\(conditions.joined(" OR ")))"
    }

    /// The documents that may be shown, as a condition on `f`.
    ///
    /// Those that a record cites which the viewer may see, those one sent oneself, and all of them
    /// for whoever reads the journal, where everything that was withdrawn stands too.
    func visibleFiles(to viewer: Viewer) throws -> SQL {
        if viewer == .system { return "1 = 1" }
        var conditions: [SQL] = [
            """
            EXISTS (SELECT 1 FROM evidence_links l WHERE l.file_id = f.id
              AND l.withdrawn_at IS NULL AND \(try visibleLinks(to: viewer)))
            """
        ]
        if case .person(let user) = viewer {
            let today = try workspace().today(now)
            if Permission.readJournal.isGrantedSomewhere(to: try heldRoles(of: user), on: today) {
                return "1 = 1"
            }
            conditions.append("f.added_by = \(user)")
        }
        return "(\(conditions.joined(" OR ")))"
    }

    /// Where the roles reach with the permission, as a condition on `l`; `nil` for nowhere.
    private func places(_ permission: Permission, _ held: [HeldRole], on day: Day) throws -> SQL? {
        var places: [SQL] = []
        for holding in held {
            let reach = permission.reach[holding.role] ?? []
            guard let own = holding.agency, reach != .everywhere else {
                if !reach.isEmpty { return "1 = 1" }
                continue
            }
            if reach.contains(.own) { places.append("l.agency_id = \(own)") }
            if reach.contains(.above) {
                places.append("l.agency_id IN \(list: try lineage(of: own, on: day).superiors)")
            }
            if reach.contains(.below) {
                places.append("l.agency_id IN (\(SQL.subtree(of: own, on: day)))")
            }
        }
        return places.isEmpty ? nil : "(\(places.joined(" OR ")))"
    }

    /// Whether the user may give evidence for the record.
    public func mayAttach(to record: CitedRecord, _ user: User.ID) throws -> Bool {
        let today = try workspace().today(now)
        let agencies: [Agency.ID?] = record.agencies.isEmpty ? [nil] : record.agencies
        return try agencies.contains {
            try isGranted(.attachEvidence, to: user, in: $0, on: today)
        }
    }

    /// Throws unless the record is there and the user may give evidence for it.
    public func requireAttaching(to subject: Evidence.Subject, by user: User.ID) throws {
        try requireAttaching(to: requiredRecord(subject), by: user)
    }

    /// Throws ``PermissionError`` unless the user may give evidence for the record.
    func requireAttaching(to record: CitedRecord, by user: User.ID) throws {
        guard try mayAttach(to: record, user) else {
            throw PermissionError.notAllowed(.attachEvidence, in: record.owner)
        }
    }
}
