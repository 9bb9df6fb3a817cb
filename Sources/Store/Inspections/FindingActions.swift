import Domain

extension ReadableDatabase {
    /// Works out what a list of findings would change: body, day found and words mean the same one.
    public func findingImport(_ read: ReadRows<FindingRow>) throws -> RecordImport<Finding> {
        var result = RecordImport<Finding>(problems: read.problems, notices: read.notices)
        let directory = try agencyDirectory(of: read.rows.map(\.row.bodyCode))
        let inspections = try inspectionIDs(numbered: read.rows.compactMap(\.row.inspectionNumber))
        let teams = try inspectors(of: inspections.values)
        let documents = try legalDocumentIDs(numbered: read.rows.compactMap(\.row.documentNumber))
        var drafts: [(row: Int, record: Finding)] = []
        for (number, row) in read.rows {
            guard let text = row.text, let foundOn = row.foundOn, let dueOn = row.dueOn else {
                continue
            }
            let body = directory.agency(coded: row.bodyCode ?? "", on: foundOn, field: "body_code")
            guard case .found(let bodyID) = body else {
                result.problems += [body].compactMap(\.problem).map { $0.at(row: number) }
                continue
            }
            let inspection = row.inspectionNumber.flatMap { inspections[$0] }
            if let wanted = row.inspectionNumber, inspection == nil {
                result.problems.append(
                    Problem(
                        "inspection_number", row: number,
                        vi: "Không có cuộc kiểm tra số \(wanted); hãy xem số ở trang Kiểm tra.",
                        en: "There is no inspection \(wanted); see the Inspections page."))
                continue
            }
            let document = row.documentNumber.flatMap { documents[$0] }
            if let wanted = row.documentNumber, document == nil {
                result.problems.append(
                    Problem(
                        "document_number", row: number,
                        vi:
                            "Không có văn bản số \(wanted) trong sổ; hãy xem số ở địa chỉ của trang văn bản, như /documents/17.",
                        en:
                            "There is no document \(wanted) on the register; its number stands in the address of its page, such as /documents/17."
                    ))
                continue
            }
            let team = inspection.flatMap { teams[$0] }
            let source = row.source ?? .inspection
            let notice = source == .selfInspection ? nil : team?.concludedOn
            drafts.append(
                (
                    number,
                    Finding(
                        id: Finding.ID(at: now), number: 0, inspection: inspection,
                        finder: team?.agency, body: bodyID, source: source, text: text,
                        ground: row.ground ?? "", severity: row.severity ?? .ordinary,
                        link: row.link, document: document, foundOn: foundOn, dueOn: dueOn,
                        state: row.closedOn != nil
                            ? .closed : notice == nil ? .found : .notified,
                        notifiedOn: notice.map { max($0, foundOn) }, closedOn: row.closedOn,
                        evidence: row.evidence ?? "")
                ))
        }
        result.take(try settled(drafts), onto: try known(drafts))
        return result
    }

    /// The drafts with who looks after them, where no inspection says it, and how far they have come.
    ///
    /// What a list doesn't tell stays as it is on record.
    private func settled(
        _ drafts: [(row: Int, record: Finding)]
    ) throws -> [(row: Int, record: Finding)] {
        let known = try known(drafts)
        let tree = try superiors(of: Set(drafts.map(\.record.body)))
        return drafts.map { row, draft in
            let above = tree[draft.body]?.first { $0.tenure.contains(draft.foundOn) }?.parent
            let old = known[draft.key]
            let settled = draft.with { parts in
                parts.finder = draft.finder ?? above
                guard let old else { return }
                parts.repeats = old.repeats
                if (old.closedOn == nil) == (draft.closedOn == nil) {
                    parts.state = old.state
                    parts.recheckOn = old.recheckOn
                    parts.isSampled = old.isSampled
                    parts.checkedOn = old.checkedOn
                    if draft.evidence.isEmpty { parts.evidence = old.evidence }
                }
                parts.notifiedOn = old.notifiedOn ?? draft.notifiedOn
            }
            return (row, settled)
        }
    }

    private func known(_ drafts: [(row: Int, record: Finding)]) throws -> [String: Finding] {
        let calendar = try planCalendar()
        let bodies = Set(drafts.map(\.record.body))
        var known: [String: Finding] = [:]
        for year in Set(drafts.map { calendar.year(of: $0.record.day) }) {
            try eachFinding(of: year, among: bodies) { known[$0.key] = $0 }
        }
        return known
    }

    private func superiors(
        of bodies: Set<Agency.ID>
    ) throws -> [Agency.ID: [(tenure: Tenure, parent: Agency.ID?)]] {
        var found: [Agency.ID: [(tenure: Tenure, parent: Agency.ID?)]] = [:]
        let bodies = bodies.sorted()
        for start in stride(from: 0, to: bodies.count, by: 500) {
            let some = bodies[start..<min(start + 500, bodies.count)]
            try each(
                """
                SELECT agency_id, from_on, until_on, parent_id FROM agency_versions
                WHERE agency_id IN \(list: some)
                """
            ) {
                found[$0.id(0), default: []].append(
                    (Tenure(from: $0.day(1), until: $0.optionalDay(2)), $0.optionalID(3)))
            }
        }
        return found
    }
}

extension WritableDatabase {
    /// Takes a list of findings into the record, all rows or none.
    ///
    /// One that the list says was remedied closes like any other: on proof, and by the hand of
    /// somebody who may judge it.
    public func importFindings(_ read: ReadRows<FindingRow>, by user: User.ID) throws
        -> ImportSummary
    {
        try requireSomewhere(.recordFindings, of: user)
        let result = try findingImport(read)
        try result.requireSound()
        try require(
            .recordFindings, of: user,
            inEach: try result.records.filter { try !isCheck($0, by: user) }.map(\.holder))
        let open = Set(result.changed.filter { $0.old.closedOn == nil }.map(\.old.id))
        let standing = Set(result.changed.map(\.old.id))
        try requireJudge(
            of: result.records.filter {
                $0.closedOn != nil && (open.contains($0.id) || !standing.contains($0.id))
            }, by: user)
        for change in result.changed where change.old.closedOn != nil {
            try requireUntouched(change.old, change.new)
        }
        return try record(
            result, as: "findings.recorded", by: user,
            settling: { finding in
                let earlier = try earlierLike(finding)
                return finding.with { $0.repeats = earlier }
            }, insert: insert, update: update)
    }

    /// Records that a finding was remedied, with its proof; or puts its other fields right.
    public func correctFinding(_ corrected: Finding, by user: User.ID) throws {
        let old = try finding(numbered: corrected.number)
        let isClosing = corrected.closedOn != nil && old?.closedOn == nil
        if isClosing {
            try require(
                .verifyFindings, of: user,
                inEach: [old ?? corrected].map { $0.agency(for: .accepted) })
            try requireJudge(of: [old ?? corrected], by: user)
        } else {
            try require(
                .recordFindings, of: user,
                inEach: try [old, corrected].compactMap(\.self)
                    .filter { try !isCheck($0, by: user) }.map(\.holder))
        }
        if let old, !isClosing {
            guard old.version == corrected.version else {
                throw EditConflict(Bilingual(vi: "Vấn đề", en: "finding"))
            }
            try requireUntouched(old, corrected)
        }
        // How far it has come is moved by steps alone.
        let settled = corrected.with { parts in
            guard let old else { return }
            parts.state = isClosing ? .closed : old.state
            parts.finder = corrected.finder ?? old.finder
            parts.notifiedOn = old.notifiedOn
            parts.recheckOn = old.recheckOn
            parts.isSampled = old.isSampled
            parts.checkedOn = old.checkedOn
            parts.repeats = old.repeats
        }
        try correct(
            settled, of: old, as: isClosing ? "finding.closed" : "finding.corrected", by: user,
            among: { try findings(of: corrected.body, year: $0) }, update: update)
    }

    /// Throws unless the user may judge the remedy of each, as far as where they stand goes.
    private func requireJudge(of findings: [Finding], by user: User.ID) throws {
        var known: [Agency.ID: Finding.Standpoint] = [:]
        for finding in findings {
            let standpoint = try known[finding.body] ?? standpoint(of: user, to: finding.body)
            known[finding.body] = standpoint
            let isSender = try finding.version > 0 && sender(of: finding.id) == user
            if finding.isOwn {
                if !standpoint.headsBody { throw FindingError.headNeeded }
            } else if finding.bars(standpoint) {
                throw FindingError.verifierOfBody
            } else if isSender {
                throw FindingError.sameHands
            }
        }
    }

    /// A closed finding opens again by a step of its own, and whose it was never changes hands.
    private func requireUntouched(_ old: Finding, _ new: Finding) throws {
        var problems: [Problem] = []
        if old.closedOn != new.closedOn {
            problems.append(
                Problem(
                    "closed_on",
                    vi:
                        "Vấn đề số \(old.number) đã đóng; muốn mở lại, hãy dùng mục “Mở lại” ở trang của vấn đề.",
                    en: "Finding \(old.number) is closed; reopen it on its page."))
        }
        let isAnswered = old.state != .found && old.state != .notified
        if old.isOwn != new.isOwn || (isAnswered && old.body != new.body) {
            problems.append(
                Problem(
                    "source",
                    vi: "Không đổi được đơn vị và bên phát hiện của vấn đề số \(old.number).",
                    en: "The body of finding \(old.number) and who found it cannot change."))
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
    }

    private func insert(_ record: Finding, in year: Int) throws {
        let rules = try inspectionRules(of: year)
        let likeness = FindingLikeness(text: record.text, ground: record.ground)
        try run(
            """
            INSERT INTO findings
              (id, number, year, inspection_id, body_id, text, found_on, due_on, closed_on, evidence,
               version, recorded_at, finder_id, source, ground, severity, link_kind, link_code,
               state, notified_on, recheck_on, sampled, checked_on, repeats_id, ground_key,
               words_key, search_text, head_on, office_on, document_id)
            VALUES (\(record.id), \(record.number), \(year), \(record.inspection), \(record.body),
              \(record.text), \(record.foundOn), \(record.dueOn), \(record.closedOn),
              \(record.evidence), 1, \(now), \(record.finder), \(record.source.rawValue),
              \(record.ground), \(record.severity.rawValue), \(record.link?.kind.rawValue),
              \(record.link?.code), \(record.state.rawValue), \(record.notifiedOn),
              \(record.recheckOn), \(record.isSampled ? "yes" : nil), \(record.checkedOn),
              \(record.repeats), \(likeness.ground), \(likeness.key), \(record.searchText),
              \(record.dueOn + rules.headAfter), \(record.dueOn + rules.officeAfter),
              \(record.document))
            """
        )
        try raiseLaw(of: [record.document])
    }

    /// A step that leaves the body and the three days alone does not make it recorded later.
    func update(_ record: Finding, in year: Int) throws -> Int {
        let rules = try inspectionRules(of: year)
        let likeness = FindingLikeness(text: record.text, ground: record.ground)
        let before: LegalDocument.ID? = try rows(
            "SELECT document_id FROM findings WHERE id = \(record.id)"
        ).first?.optionalID(0)
        try raiseLaw(of: [before, record.document])
        return try run(
            """
            UPDATE findings SET year = \(year), inspection_id = \(record.inspection),
              body_id = \(record.body), text = \(record.text), found_on = \(record.foundOn),
              due_on = \(record.dueOn), closed_on = \(record.closedOn), evidence = \(record.evidence),
              finder_id = \(record.finder), source = \(record.source.rawValue),
              ground = \(record.ground), severity = \(record.severity.rawValue),
              link_kind = \(record.link?.kind.rawValue), link_code = \(record.link?.code),
              state = \(record.state.rawValue), notified_on = \(record.notifiedOn),
              recheck_on = \(record.recheckOn), sampled = \(record.isSampled ? "yes" : nil),
              checked_on = \(record.checkedOn), repeats_id = \(record.repeats),
              ground_key = \(likeness.ground), words_key = \(likeness.key),
              search_text = \(record.searchText), head_on = \(record.dueOn + rules.headAfter),
              office_on = \(record.dueOn + rules.officeAfter), document_id = \(record.document),
              version = version + 1,
              recorded_at = CASE WHEN body_id = \(record.body) AND found_on = \(record.foundOn)
                AND due_on = \(record.dueOn)
                AND COALESCE(closed_on, '') = \(record.closedOn?.text ?? "")
                THEN recorded_at ELSE \(now) END
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
    }
}

extension WritableDatabase {
    /// What a check finds in a document bears on how the document's own year stands.
    private func raiseLaw(of documents: [LegalDocument.ID?]) throws {
        for document in Set(documents.compactMap(\.self)).sorted() {
            guard let year = try year(of: document) else { continue }
            try raise(.law, year: year)
        }
    }
}

extension Finding: ListedRecord {
    static var recordKind: String { "finding" }
    static var kindName: Bilingual { Bilingual(vi: "vấn đề", en: "finding") }
    static var topic: Topic { .findings }
    static var keyField: String { "text" }

    var day: Day { foundOn }
    var key: String { "\(body) \(foundOn) \(text)" }
    /// Whose record it is: the body's own, or of who found it.
    var holder: Agency.ID { isOwn ? body : finder ?? body }
    /// What search looks through.
    var searchText: String { Vietnamese.folded("\(text) \(ground)") }
}

extension FindingRow {
    /// What it bears on; `nil` unless both kind and code are given.
    var link: Finding.Link? {
        guard let linkKind, let linkCode, !linkCode.isEmpty else { return nil }
        return Finding.Link(linkKind, linkCode)
    }
}
