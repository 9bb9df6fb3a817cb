import Domain

/// A file that arrived and lies in its place, with what is known of it.
public struct EvidenceUpload: Hashable, Sendable {
    public let file: KeptFile
    /// As the file was called, without folders.
    public let name: String
    public let type: FileType
    /// What was read from the document, or typed; an empty title becomes the file's name.
    public var title: String
    public var issuer: String
    public var symbol: String
    public var issuedOn: Day?

    public init(
        _ file: KeptFile, name: String, type: FileType, title: String = "", issuer: String = "",
        symbol: String = "", issuedOn: Day? = nil
    ) {
        self.file = file
        self.name = FileName.clean(name)
        self.type = type
        self.title = title
        self.issuer = issuer
        self.symbol = symbol
        self.issuedOn = issuedOn
    }
}

extension WritableDatabase {
    /// Gives a record its evidence: files that lie in their place already.
    ///
    /// Bytes that are on record already, as far as the person may see, are cited, not kept twice.
    ///
    /// - Returns: the documents, in the order of the files.
    /// - Throws: ``PermissionError``, ``EvidenceError``; then no row names any of the files.
    @discardableResult
    public func attachEvidence(
        _ uploads: [EvidenceUpload], to subject: Evidence.Subject, note: String = "",
        by user: User.ID
    ) throws -> [Evidence] {
        let record = try requiredRecord(subject)
        try requireAttaching(to: record, by: user)
        guard !uploads.isEmpty else { throw EvidenceError.noFile }
        let (attached, changes) = try fileAndCite(uploads, for: record, note: note, by: user)
        guard !changes.isEmpty else {
            throw EvidenceError.alreadyAttached(number: attached.first?.number ?? 0)
        }
        try journal("evidence.attached", by: user, in: record.owner, changes)
        return attached
    }

    /// Puts the files on record and cites them for the record; for an action that journals it.
    ///
    /// - Returns: the documents in the order of the files, and what changed; no changes when all were
    ///   there already.
    func fileAndCite(
        _ uploads: [EvidenceUpload], for record: CitedRecord, note: String, by user: User.ID
    ) throws -> (attached: [Evidence], changes: [Change]) {
        var (changes, attached): ([Change], [Evidence]) = ([], [])
        for upload in uploads {
            var evidence = try self.evidence(with: upload.file.sha256, for: user)
            if evidence == nil {
                let added = try insert(upload, by: user)
                changes += added.changes
                evidence = added.evidence
            }
            guard let evidence else { continue }
            attached.append(evidence)
            if let change = try cite(evidence, for: record, note: note, by: user) {
                changes.append(change)
            }
        }
        return (attached, changes)
    }

    /// Gives a record a document as evidence that is on file already.
    public func citeEvidence(
        _ number: Int, for subject: Evidence.Subject, note: String = "", by user: User.ID
    ) throws {
        let record = try requiredRecord(subject)
        try requireAttaching(to: record, by: user)
        guard let kept = try evidence(numbered: number, for: .person(user)) else {
            throw MissingRecord(Bilingual(vi: "tài liệu", en: "document"), "\(number)")
        }
        guard let change = try cite(kept.evidence, for: record, note: note, by: user) else {
            throw EvidenceError.alreadyAttached(number: number)
        }
        try journal("evidence.attached", by: user, in: record.owner, [change])
    }

    /// Takes a document back from a record, with a reason; it stays on file and in the journal.
    public func withdrawEvidence(
        _ id: Identifier<Evidence.Link>, because reason: String, by user: User.ID
    ) throws {
        guard let link = try link(id)?.link else { throw EvidenceError.withdrawn }
        let record = try requiredRecord(link.subject)
        try requireAttaching(to: record, by: user)
        guard !reason.isEmpty else { throw EvidenceError.reasonNeeded }
        let changed = try run(
            """
            UPDATE evidence_links SET withdrawn_by = \(user), withdrawn_at = \(now)
            WHERE id = \(id) AND withdrawn_at IS NULL
            """
        )
        guard changed == 1 else { throw EvidenceError.withdrawn }
        try journal(
            "evidence.withdrawn", by: user, in: record.owner, because: reason,
            [Change("evidence-link", id.text, before: link)])
    }

    /// Puts a newer file in the place of a document's; both are kept, and everything it proves
    /// shows the newer one.
    public func replaceEvidence(
        _ number: Int, with upload: EvidenceUpload, because reason: String?, by user: User.ID
    ) throws {
        let kept = try requiredEvidence(number, changedBy: user)
        guard upload.file.isThere else { throw EvidenceError.gone(name: upload.name) }
        guard let newest = kept.newest, newest.sha256 != upload.file.sha256 else {
            throw EvidenceError.sameBytes
        }
        let revision = try insert(upload, as: newest.number + 1, of: kept.evidence.id, by: user)
        try run(
            """
            UPDATE evidence_files SET revision = \(revision.number),
              search_text = \(searchText(kept.evidence, revision.name))
            WHERE id = \(kept.evidence.id)
            """
        )
        try journal(
            "evidence.replaced", by: user, because: reason,
            [
                Change(
                    "evidence-file", kept.evidence.id.text, before: JournaledFile(newest),
                    after: JournaledFile(revision))
            ])
    }

    /// Puts right what is known of a document: title, issuer, symbol, day.
    ///
    /// - Throws: ``InvalidInput``, or ``EditConflict`` when somebody was quicker.
    public func correctEvidence(_ corrected: Evidence, by user: User.ID) throws {
        let kept = try requiredEvidence(corrected.number, changedBy: user)
        let old = kept.evidence
        guard corrected.version == old.version else {
            throw EditConflict(Bilingual(vi: "Tài liệu", en: "document"))
        }
        guard corrected != old else { return }
        let problems = corrected.problems(today: now.day())
        if !problems.isEmpty { throw InvalidInput(problems) }
        let changed = try run(
            """
            UPDATE evidence_files SET title = \(corrected.title), issuer = \(corrected.issuer),
              symbol = \(corrected.symbol), issued_on = \(corrected.issuedOn),
              search_text = \(searchText(corrected, kept.newest?.name ?? "")), version = version + 1
            WHERE id = \(old.id) AND version = \(old.version)
            """
        )
        guard changed == 1 else { throw EditConflict(Bilingual(vi: "Tài liệu", en: "document")) }
        try journal(
            "evidence.corrected", by: user,
            [Change("evidence", old.id.text, before: old, after: corrected.raised)])
    }

    /// Says why a record has no evidence yet; an empty text takes the explanation back.
    ///
    /// The version is that of the explanation the person saw; 0 when there was none.
    public func explainMissingEvidence(
        of subject: Evidence.Subject, _ text: String, version: Int, by user: User.ID
    ) throws {
        let record = try requiredRecord(subject)
        try requireAttaching(to: record, by: user)
        let old = try explanation(of: subject)
        guard old?.version ?? 0 == version else {
            throw EditConflict(Bilingual(vi: "Giải trình", en: "explanation"))
        }
        guard text != old?.text ?? "" else { return }
        if !text.isEmpty {
            let problems = Proof(files: 0, explanation: text).problems()
            if !problems.isEmpty { throw InvalidInput(problems) }
        }
        let change = try saveExplanation(of: subject, text, by: user)
        try journal("evidence.explained", by: user, in: record.owner, [change])
    }

    /// Writes the explanation in the place of any before, and returns the change.
    func saveExplanation(
        of subject: Evidence.Subject, _ text: String, by user: User.ID
    ) throws -> Change {
        let old = try explanation(of: subject)
        try run(
            """
            INSERT INTO evidence_explanations (kind, record, text, version, explained_by, explained_at)
            VALUES (\(subject.kind.rawValue), \(subject.record), \(text), 1, \(user), \(now))
            ON CONFLICT (kind, record) DO UPDATE SET text = \(text), version = evidence_explanations.version + 1,
              explained_by = \(user), explained_at = \(now)
            """
        )
        let said = { (text: String) in ["subject": subject.kind.rawValue, "text": text] }
        return Change(
            "explanation", subject.record, before: old.map { said($0.text) }, after: said(text))
    }

    /// Notes that a file was laid apart because the scan command found something in it.
    public func recordQuarantine(
        of name: String, sha256: String, bytes: Int, said: String,
        by user: User.ID
    ) throws {
        try requireSomewhere(.attachEvidence, of: user)
        let id: Identifier<KeptFile> = newID()
        let name = FileName.clean(name)
        try run(
            """
            INSERT INTO quarantined_files (id, sha256, bytes, name, said, sent_by, sent_at)
            VALUES (\(id), \(sha256), \(bytes), \(name), \(said), \(user), \(now))
            """
        )
        try journal(
            "evidence.quarantined", by: user,
            [
                Change(
                    "quarantined-file", id.text,
                    after: ["name": name, "sha256": sha256, "said": said])
            ])
    }
}

extension WritableDatabase {
    /// The document, for a change by somebody who may give evidence for something it proves, or who
    /// sent it.
    private func requiredEvidence(_ number: Int, changedBy user: User.ID) throws -> KeptEvidence {
        try requireSomewhere(.attachEvidence, of: user)
        guard let kept = try evidence(numbered: number, for: .person(user)) else {
            throw MissingRecord(Bilingual(vi: "tài liệu", en: "document"), "\(number)")
        }
        if try mayChange(kept, user) { return kept }
        throw PermissionError.notAllowed(.attachEvidence)
    }

    private func insert(_ upload: EvidenceUpload, by user: User.ID) throws -> (
        evidence: Evidence, changes: [Change]
    ) {
        guard upload.file.isThere else { throw EvidenceError.gone(name: upload.name) }
        let shorten = { (text: String) in
            String(String.UnicodeScalarView(text.unicodeScalars.prefix(Evidence.longestText)))
        }
        let evidence = Evidence(
            id: newID(), number: try nextNumber("evidence"),
            title: shorten(upload.title.isEmpty ? upload.name : upload.title),
            issuer: shorten(upload.issuer), symbol: shorten(upload.symbol),
            issuedOn: upload.issuedOn)
        try run(
            """
            INSERT INTO evidence_files (id, number, title, issuer, symbol, issued_on, search_text,
              revision, version, added_by, recorded_at)
            VALUES (\(evidence.id), \(evidence.number), \(evidence.title), \(evidence.issuer),
              \(evidence.symbol), \(evidence.issuedOn), \(searchText(evidence, upload.name)), 1, 1,
              \(user), \(now))
            """
        )
        let revision = try insert(upload, as: 1, of: evidence.id, by: user)
        return (
            evidence,
            [
                Change("evidence", evidence.id.text, after: evidence),
                Change("evidence-file", evidence.id.text, after: JournaledFile(revision)),
            ]
        )
    }

    private func insert(
        _ upload: EvidenceUpload, as number: Int, of evidence: Evidence.ID, by user: User.ID
    ) throws -> Evidence.Revision {
        let revision = Evidence.Revision(
            evidence: evidence, number: number, sha256: upload.file.sha256,
            bytes: upload.file.bytes, type: upload.type, name: upload.name, addedBy: user,
            addedAt: now)
        try run(
            """
            INSERT INTO evidence_revisions
              (file_id, revision, sha256, bytes, type, name, added_by, added_at)
            VALUES (\(evidence), \(number), \(revision.sha256), \(revision.bytes),
              \(revision.type.rawValue), \(revision.name), \(user), \(now))
            """
        )
        return revision
    }

    /// Cites the document for the record; `nil` when it is cited there already.
    private func cite(
        _ evidence: Evidence, for record: CitedRecord, note: String, by user: User.ID
    ) throws -> Change? {
        let link = Evidence.Link(
            id: newID(), evidence: evidence.id, subject: record.subject, agency: record.owner,
            note: note)
        let changed = try run(
            """
            INSERT INTO evidence_links
              (id, file_id, kind, record, agency_id, note, linked_by, linked_at)
            VALUES (\(link.id), \(evidence.id), \(link.subject.kind.rawValue), \(link.subject.record),
              \(link.agency), \(note), \(user), \(now))
            ON CONFLICT (kind, record, file_id) WHERE withdrawn_at IS NULL DO NOTHING
            """
        )
        return changed == 1 ? Change("evidence-link", link.id.text, after: link) : nil
    }
}

extension ReadableDatabase {
    /// Whether the user may change what is known of the document, or replace its file.
    public func mayChange(_ kept: KeptEvidence, _ user: User.ID) throws -> Bool {
        if kept.revisions.first?.addedBy == user { return true }
        return try proven(by: kept.evidence.id, for: .system).contains { cited in
            try citedRecord(cited.link.subject).map { try mayAttach(to: $0, user) } ?? false
        }
    }
}

/// What search finds a document by: kept beside it, and recomputed by `caicach check`.
func searchText(_ evidence: Evidence, _ fileName: String) -> String {
    Vietnamese.folded(
        [evidence.title, evidence.issuer, evidence.symbol, fileName].joined(separator: " "))
}

/// A revision as the journal keeps it.
struct JournaledFile: Encodable {
    let revision: Int
    let sha256: String
    let bytes: Int
    let type: FileType
    let fileName: String

    init(_ revision: Evidence.Revision) {
        self.revision = revision.number
        sha256 = revision.sha256
        bytes = revision.bytes
        type = revision.type
        fileName = revision.name
    }
}
