import Domain

/// A document with all its revisions, oldest first; there is at least one.
public struct KeptEvidence: Hashable, Sendable {
    public let evidence: Evidence
    public let revisions: [Evidence.Revision]

    public var newest: Evidence.Revision? { revisions.last }
}

/// A citation as the page of a record or of a document shows it.
public struct ListedLink: Hashable, Sendable {
    public let link: Evidence.Link
    public let evidence: Evidence
    /// The newest revision.
    public let revision: Evidence.Revision
    public let linkedBy: User.ID
    public let linkedAt: Instant
}

extension ReadableDatabase {
    /// Returns what proves something about the record, oldest first, as far as the viewer may see it.
    public func evidence(of subject: Evidence.Subject, for viewer: Viewer) throws -> [ListedLink] {
        try links(
            where: """
                l.kind = \(subject.kind.rawValue) AND l.record = \(subject.record)
                  AND \(try visibleLinks(to: viewer))
                """)
    }

    /// Returns everything that the document proves, as far as the viewer may see it.
    public func proven(by evidence: Evidence.ID, for viewer: Viewer) throws -> [ListedLink] {
        try links(where: "l.file_id = \(evidence) AND \(try visibleLinks(to: viewer))")
    }

    /// Returns the record that a citation is of; `nil` when it was withdrawn or never there.
    public func subject(of link: Identifier<Evidence.Link>) throws -> Evidence.Subject? {
        try self.link(link)?.link.subject
    }

    /// Returns the citation with that id; `nil` when it was withdrawn or never there.
    func link(_ id: Identifier<Evidence.Link>) throws -> ListedLink? {
        try links(where: "l.id = \(id)").first
    }

    /// Whether the record is proven, explained or neither; for features that ask for one of the two.
    public func proof(of subject: Evidence.Subject) throws -> Proof {
        let files = try rows(
            """
            SELECT COUNT(*) FROM evidence_links WHERE kind = \(subject.kind.rawValue)
              AND record = \(subject.record) AND withdrawn_at IS NULL
            """
        ).first?.int(0)
        return Proof(files: files ?? 0, explanation: try explanation(of: subject)?.text ?? "")
    }

    /// Returns the same for many records of one kind; one that is not named has neither.
    public func proofs(of kind: Evidence.Kind, _ records: [String]) throws -> [String: Proof] {
        var (files, texts): ([String: Int], [String: String]) = ([:], [:])
        for start in stride(from: 0, to: records.count, by: 500) {
            let some = records[start..<min(start + 500, records.count)]
            try each(
                """
                SELECT record, COUNT(*) FROM evidence_links WHERE kind = \(kind.rawValue)
                  AND record IN \(list: some) AND withdrawn_at IS NULL GROUP BY record
                """
            ) { files[$0.text(0)] = $0.int(1) }
            try each(
                """
                SELECT record, text FROM evidence_explanations
                WHERE kind = \(kind.rawValue) AND record IN \(list: some)
                """
            ) { texts[$0.text(0)] = $0.text(1) }
        }
        return Dictionary(
            uniqueKeysWithValues: Set(records).map {
                ($0, Proof(files: files[$0] ?? 0, explanation: texts[$0] ?? ""))
            })
    }

    /// Returns why there is no evidence, with its version; `nil` when nobody explained.
    public func explanation(of subject: Evidence.Subject) throws -> (text: String, version: Int)? {
        try rows(
            """
            SELECT text, version FROM evidence_explanations
            WHERE kind = \(subject.kind.rawValue) AND record = \(subject.record)
            """
        ).first.map { ($0.text(0), $0.int(1)) }
    }

    /// Returns the document with that number, as far as the viewer may see it.
    public func evidence(numbered number: Int, for viewer: Viewer) throws -> KeptEvidence? {
        try kept(where: "f.number = \(number) AND \(try visibleFiles(to: viewer))").first
    }

    /// Returns the newest documents that match the words, as far as the viewer may see them.
    ///
    /// `before` is the number before which the list goes on; `nil` for its first page.
    public func evidence(
        matching words: String, before: Int? = nil, limit: Int, for viewer: Viewer
    ) throws -> [KeptEvidence] {
        var conditions = [try visibleFiles(to: viewer)]
        for word in Vietnamese.folded(words).split(separator: " ").prefix(8) {
            conditions.append("f.search_text LIKE \("%\(word.filter { $0 != "%" && $0 != "_" })%")")
        }
        if let before { conditions.append("f.number < \(before)") }
        return try kept(where: conditions.joined(" AND "), limit: limit)
    }

    /// Returns the newest documents that prove something about the agency's records, as far as the
    /// viewer may see them: what one may cite once more instead of sending it again.
    public func documents(
        of agency: Agency.ID, limit: Int = 60, for viewer: Viewer
    ) throws -> [KeptEvidence] {
        try kept(
            where: """
                f.id IN (SELECT l.file_id FROM evidence_links l WHERE l.agency_id = \(agency)
                  AND l.withdrawn_at IS NULL AND \(try visibleLinks(to: viewer)))
                """, limit: limit)
    }

    /// Returns the standing document with these bytes as its newest, of those the user may see.
    func evidence(with sha256: String, for user: User.ID) throws -> Evidence? {
        try kept(
            where: """
                f.id IN (SELECT r.file_id FROM evidence_revisions r JOIN evidence_files g
                  ON g.id = r.file_id AND g.revision = r.revision WHERE r.sha256 = \(sha256))
                AND \(try visibleFiles(to: .person(user)))
                """
        ).first?.evidence
    }

    func kept(where condition: SQL, limit: Int = 100) throws -> [KeptEvidence] {
        let found = try rows(
            """
            SELECT f.id, f.number, f.title, f.issuer, f.symbol, f.issued_on, f.version
            FROM evidence_files f WHERE \(condition) ORDER BY f.number DESC LIMIT \(limit)
            """
        ).map { Evidence($0) }
        var revisions: [Evidence.ID: [Evidence.Revision]] = [:]
        try each(
            """
            SELECT r.file_id, r.revision, r.sha256, r.bytes, r.type, r.name, r.added_by, r.added_at
            FROM evidence_revisions r WHERE r.file_id IN \(list: found.map(\.id))
            ORDER BY r.file_id, r.revision
            """
        ) { row in revisions[row.id(0), default: []].append(Evidence.Revision(row)) }
        return found.map { KeptEvidence(evidence: $0, revisions: revisions[$0.id] ?? []) }
    }

    private func links(where condition: SQL) throws -> [ListedLink] {
        var found: [ListedLink] = []
        try each(
            """
            SELECT f.id, f.number, f.title, f.issuer, f.symbol, f.issued_on, f.version,
              r.file_id, r.revision, r.sha256, r.bytes, r.type, r.name, r.added_by, r.added_at,
              l.id, l.kind, l.record, l.agency_id, l.note, l.linked_by, l.linked_at
            FROM evidence_links l JOIN evidence_files f ON f.id = l.file_id
              JOIN evidence_revisions r ON r.file_id = f.id AND r.revision = f.revision
            WHERE \(condition) AND l.withdrawn_at IS NULL ORDER BY l.linked_at, l.id LIMIT 500
            """
        ) { row in
            // A kind this program does not know has no page here.
            guard let kind = Evidence.Kind(rawValue: row.text(16)) else { return }
            found.append(
                ListedLink(
                    link: Evidence.Link(
                        id: row.id(15), evidence: row.id(0),
                        subject: Evidence.Subject(kind, row.text(17)), agency: row.optionalID(18),
                        note: row.text(19)),
                    evidence: Evidence(row), revision: Evidence.Revision(row, from: 7),
                    linkedBy: row.id(20), linkedAt: row.instant(21)))
        }
        return found
    }
}

extension Evidence {
    fileprivate init(_ row: Row) {
        self.init(
            id: row.id(0), number: row.int(1), title: row.text(2), issuer: row.text(3),
            symbol: row.text(4), issuedOn: row.optionalDay(5), version: row.int(6))
    }
}

extension Evidence.Revision {
    fileprivate init(_ row: Row, from first: Int = 0) {
        self.init(
            evidence: row.id(first), number: row.int(first + 1), sha256: row.text(first + 2),
            bytes: row.int(first + 3), type: row.choice(first + 4, .oldOffice),
            name: row.text(first + 5), addedBy: row.id(first + 6), addedAt: row.instant(first + 7))
    }
}
