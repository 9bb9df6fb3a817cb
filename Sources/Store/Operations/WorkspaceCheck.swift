import Domain

/// One thing that `caicach check` looks at, and what it found.
public struct CheckedPart: Sendable {
    public enum Part: String, CaseIterable, Sendable {
        case integrity, references, journal, signatures, columns, numbers, files

        public var title: Bilingual {
            switch self {
            case .integrity: Bilingual(vi: "Tệp cơ sở dữ liệu", en: "Database file")
            case .references:
                Bilingual(vi: "Liên kết giữa các bảng", en: "References between tables")
            case .journal: Bilingual(vi: "Chuỗi nhật ký", en: "Journal chain")
            case .signatures: Bilingual(vi: "Chữ ký hằng ngày", en: "Signatures by day")
            case .columns:
                Bilingual(vi: "Cột lưu sẵn để lọc, sắp xếp", en: "Columns kept for lists")
            case .numbers: Bilingual(vi: "Số của hồ sơ", en: "Numbers of records")
            case .files: Bilingual(vi: "Tệp tài liệu kiểm chứng", en: "Evidence files")
            }
        }
    }

    public let part: Part
    /// How many things were looked at.
    public let count: Int
    /// What is wrong, each a sentence; empty when all is well.
    public let problems: [Bilingual]
}

extension ReadableDatabase {
    /// Looks at everything that the database cannot keep right by itself, on one snapshot.
    ///
    /// Each file is read through and its SHA-256 taken; without hashing it only has to be there,
    /// with its size.
    public func check(_ files: FileStore, hashing: Bool = true) throws -> [CheckedPart] {
        try CheckedPart.Part.allCases.map { part in
            let (count, problems) =
                switch part {
                case .integrity: try checkIntegrity()
                case .references: try checkReferences()
                case .journal: try checkJournal()
                case .signatures: try checkSignatures()
                case .columns: try checkKeptColumns()
                case .numbers: try checkNumbers()
                case .files: try check(namedFiles(), in: files, hashing: hashing)
                }
            return CheckedPart(part: part, count: count, problems: problems)
        }
    }

    private typealias Found = (count: Int, problems: [Bilingual])

    private func checkIntegrity() throws -> Found {
        (1, try connection.integrityProblems().map { Bilingual($0) })
    }

    private func checkReferences() throws -> Found {
        var (count, problems): Found = (0, [])
        for table in try connection.tables() {
            for reference in table.references {
                count += 1
                let lost = try lostRows(of: table, by: reference)
                guard lost > 0 else { continue }
                let place = "\(table.name).\(reference.columns.joined(separator: ", "))"
                problems.append(
                    Bilingual(
                        vi: "\(lost) dòng của \(place) trỏ tới \(reference.table) không tồn tại",
                        en:
                            "\(lost) rows of \(place) refer to \(reference.table) that are not there"
                    ))
            }
        }
        return (count, problems)
    }

    /// How many rows name a row of the other table that is not there.
    private func lostRows(of table: TableShape, by reference: TableShape.Reference) throws -> Int {
        let pairs = zip(reference.columns, reference.parents).map {
            "above.\(quoted($1)) = below.\(quoted($0))"
        }
        let given = reference.columns.map { "below.\(quoted($0)) IS NOT NULL" }
        var lost = 0
        _ = try connection.each(
            """
            SELECT COUNT(*) FROM \(quoted(table.name)) below
            WHERE \(given.joined(separator: " AND ")) AND NOT EXISTS (
              SELECT 1 FROM \(quoted(reference.table)) above WHERE \(pairs.joined(separator: " AND ")))
            """, []
        ) { lost = $0.integer(0) ?? 0 }
        return lost
    }

    private func checkJournal() throws -> Found {
        let found = try verifyJournal()
        let problems = found.broken.map { broken in
            Bilingual(
                vi: "mục \(broken.seq): \(broken.reason.vi)",
                en: "entry \(broken.seq): \(broken.reason.en)")
        }
        return (found.entries, problems.map { [$0] } ?? [])
    }

    private func checkSignatures() throws -> Found {
        let found = try verifySignedHeads()
        let problems = found.broken.map { broken in
            Bilingual(
                vi: "ngày \(broken.day.vi): \(broken.reason.vi)",
                en: "\(broken.day.en): \(broken.reason.en)")
        }
        return (found.days, problems.map { [$0] } ?? [])
    }

    /// The columns that actions keep from others, computed anew.
    private func checkKeptColumns() throws -> Found {
        var (count, problems): Found = (0, [])
        try each("SELECT agency_id, code, name, sort_key, search_text FROM agency_versions") {
            row in
            count += 1
            let (code, name) = (row.text(1), row.text(2))
            guard
                row.text(3) != Vietnamese.sortKey(name)
                    || row.text(4) != Vietnamese.folded("\(name) \(code)")
            else { return }
            problems.append(
                Bilingual(
                    vi: "agency_versions \(code): sort_key hoặc search_text không khớp với tên",
                    en:
                        "agency_versions \(code): sort_key or search_text does not agree with the name"
                ))
        }
        try each(
            """
            SELECT f.number, f.title, f.issuer, f.symbol, f.search_text, f.revision,
              (SELECT MAX(r.revision) FROM evidence_revisions r WHERE r.file_id = f.id),
              (SELECT r.name FROM evidence_revisions r
               WHERE r.file_id = f.id AND r.revision = f.revision)
            FROM evidence_files f
            """
        ) { row in
            count += 1
            let evidence = Evidence(
                id: Evidence.ID(""), number: row.int(0), title: row.text(1), issuer: row.text(2),
                symbol: row.text(3))
            let text = searchText(evidence, row.optionalText(7) ?? "")
            guard row.text(4) != text || row.int(5) != row.optionalInt(6) else { return }
            problems.append(
                Bilingual(
                    vi: "evidence_files số \(row.int(0)): search_text hoặc revision không khớp",
                    en: "evidence_files no. \(row.int(0)): search_text or revision does not agree"))
        }
        let submissions = try checkSubmissions()
        let tasks = try checkTasks()
        let findings = try checkFindings()
        let totals = try checkKeptTotals()
        let documents = try checkLegalDocuments()
        let effects = try checkEffects()
        return (
            count + submissions.count + tasks.count + findings.count + totals.count
                + documents.count + effects.count,
            problems + submissions.problems + tasks.problems + findings.problems
                + totals.problems + documents.problems + effects.problems
        )
    }

    /// Every file that a row names lies in its place and is what its name says.
    private func check(
        _ named: [BackupManifest.File], in files: FileStore, hashing: Bool
    ) throws -> Found {
        var problems: [Bilingual] = []
        for file in named {
            guard files.size(file.sha256) == file.bytes else {
                problems.append(
                    Bilingual(
                        vi:
                            "tệp \(file.sha256) không có trong thư mục, hoặc không đủ \(file.bytes) byte",
                        en:
                            "the file \(file.sha256) is not there, or has not its \(file.bytes) bytes"
                    ))
                continue
            }
            guard hashing else { continue }
            guard try FileStore.hash(of: files.path(file.sha256))?.sha256 != file.sha256 else {
                continue
            }
            problems.append(
                Bilingual(
                    vi: "tệp \(file.sha256) đã bị sửa: nội dung không còn khớp với tên",
                    en:
                        "the file \(file.sha256) was altered: its content no longer agrees with its name"
                ))
        }
        return (named.count, problems)
    }

    /// The last number given of each kind is at least the largest in use.
    private func checkNumbers() throws -> Found {
        let kept = try rows("SELECT kind, value FROM counters").map { ($0.text(0), $0.int(1)) }
        let last = Dictionary(uniqueKeysWithValues: kept)
        let used = try rows(
            """
            SELECT 'inspection', MAX(number) FROM inspections
            UNION ALL SELECT 'self-inspection', MAX(number) FROM self_inspections
            UNION ALL SELECT 'finding', MAX(number) FROM findings
            UNION ALL SELECT 'checklist', MAX(number) FROM checklists
            UNION ALL SELECT 'inspection-plan', MAX(number) FROM inspection_plans
            UNION ALL SELECT 'self-inspection-campaign', MAX(number)
              FROM self_inspection_campaigns
            UNION ALL SELECT 'legal-document', MAX(number) FROM legal_documents
            UNION ALL SELECT 'coordinated-procedure', MAX(number) FROM coordinated_procedures
            UNION ALL SELECT 'coordination-regulation', MAX(number) FROM coordination_regulations
            UNION ALL SELECT 'legal-effect', MAX(number) FROM legal_effects
            UNION ALL SELECT 'legal-review', MAX(number) FROM legal_reviews
            UNION ALL SELECT 'submission', MAX(number) FROM submissions
            UNION ALL SELECT 'evidence', MAX(number) FROM evidence_files
            UNION ALL SELECT 'template', MAX(number) FROM report_templates
            UNION ALL SELECT 'report', MAX(number) FROM reports
            UNION ALL SELECT 'dossier', MAX(number) FROM dossier_counts
            UNION ALL SELECT 'communication', MAX(number) FROM communications
            UNION ALL SELECT 'initiative', MAX(number) FROM initiatives
            UNION ALL SELECT 'budget', MAX(number) FROM budgets
            UNION ALL SELECT 'staffing', MAX(number) FROM staffings
            UNION ALL SELECT 'outside-result', MAX(number) FROM outside_results
            UNION ALL SELECT 'commitment', MAX(number) FROM commitments
            UNION ALL SELECT 'milestone', MAX(number) FROM milestones
            UNION ALL SELECT 'criteria-set', MAX(number) FROM criteria_sets
            UNION ALL SELECT 'scoring-round', MAX(number) FROM scoring_rounds
            UNION ALL SELECT 'assessment', MAX(number) FROM assessments
            UNION ALL SELECT 'rating-rules', MAX(number) FROM rating_rules
            UNION ALL SELECT 'rating-round', MAX(number) FROM rating_rounds
            UNION ALL SELECT 'rating', MAX(number) FROM ratings
            UNION ALL SELECT 'commendation', MAX(number) FROM commendations
            UNION ALL SELECT 'remediation', MAX(number) FROM remediations
            UNION ALL SELECT 'criteria-opinion', MAX(number) FROM criteria_opinions
            """
        ).compactMap { row in row.optionalInt(1).map { (kind: row.text(0), number: $0) } }
        let problems = used.filter { last[$0.kind] ?? 0 < $0.number }.map {
            Bilingual(
                vi: "\($0.kind): số \($0.number) đã dùng mà bộ đếm mới đến \(last[$0.kind] ?? 0)",
                en:
                    "\($0.kind): number \($0.number) is in use, the counter is at \(last[$0.kind] ?? 0)"
            )
        }
        return (used.count, problems)
    }
}
