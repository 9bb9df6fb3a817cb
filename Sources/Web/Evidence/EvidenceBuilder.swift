import Domain
import Reading
import Store

/// Makes the finished text of a document's page.
struct EvidenceBuilder: Sendable {
    let language: Language
    let kept: KeptEvidence
    let proves: [(listed: ListedLink, record: CitedRecord, address: String?)]
    let preview: EvidencePage.Preview
    let signatures: SignatureReading?
    let mayChange: Bool
    let token: String
    let history: [HistoryEntry]
    var typed: Form?
    var refusal: (any UserFacingError)?
    /// Whether the refusal is of a newer file, not of a correction.
    var isReplacing = false

    func evidencePage() -> EvidencePage? {
        guard let newest = kept.newest else { return nil }
        let evidence = kept.evidence
        let name = evidence.shortName[language]
        return EvidencePage(
            language: language,
            crumbs: [
                Link(words["heading"], Paths.evidence),
                Link(words("number", ["number": String(evidence.number)])),
            ],
            title: evidence.title,
            lede: [name == evidence.title ? "" : name, evidence.issuer].filter { !$0.isEmpty }
                .joined(separator: ", "),
            facts: facts(newest), preview: preview, download: download(newest),
            proves: proves.map(proven), revisions: kept.revisions.reversed().map(revision),
            signatures: signatures.map(sentences), forms: mayChange ? forms : nil,
            history: history)
    }

    private var words: Words { Words("Evidence", language) }

    private func facts(_ newest: Evidence.Revision) -> [TargetPage.Fact] {
        let evidence = kept.evidence
        let facts: [(String, String)] = [
            ("symbol", evidence.symbol), ("issued-on", evidence.issuedOn?[language] ?? ""),
            ("issuer", evidence.issuer), ("file-name", newest.name),
            ("type", "\(newest.type.title[language]), \(fileSize(newest.bytes, language))"),
            ("sha256", newest.sha256),
        ]
        return facts.filter { !$0.1.isEmpty }.map { TargetPage.Fact(name: words[$0.0], text: $0.1) }
    }

    private func download(_ revision: Evidence.Revision) -> Link {
        Link(
            words["download"],
            Paths.evidenceFile(kept.evidence.number, revision.number, download: true))
    }

    private func proven(
        _ cited: (listed: ListedLink, record: CitedRecord, address: String?)
    ) -> EvidencePage.Proven {
        let kind = cited.record.subject.kind.title[language]
        let day = cited.listed.linkedAt.day()[language]
        return EvidencePage.Proven(
            record: Link(
                "\(kind.prefix(1).uppercased())\(kind.dropFirst()) \(cited.record.code)",
                cited.address),
            text: cited.record.text.shortened(to: 200), note: cited.listed.link.note,
            when: words("attached-on", ["day": day]))
    }

    private func revision(_ revision: Evidence.Revision) -> EvidencePage.Revision {
        EvidencePage.Revision(
            name: words("revision", ["number": String(revision.number)]) + ": " + revision.name,
            facts: [
                "\(revision.type.title[language]), \(fileSize(revision.bytes, language))",
                "\(revision.addedAt.day()[language]) \(revision.addedAt.timeOfDay())",
                "SHA-256 \(revision.sha256.prefix(16))…",
            ].joined(separator: " · "),
            download: download(revision), isNewest: revision == kept.newest)
    }

    private func sentences(_ reading: SignatureReading) -> [String] {
        if case .signed(let signatures) = reading {
            return signatures.map { $0.sentence[language] }
        }
        return [reading.message?[language]].compactMap(\.self)
    }

    private var forms: EvidencePage.Forms {
        let evidence = kept.evidence
        let stored = [
            Field(
                name: "title", label: words["title"], kind: .longText(rows: 2),
                value: evidence.title, isRequired: true, isWide: true),
            Field(name: "symbol", label: words["symbol"], value: evidence.symbol),
            Field(
                name: "issued_on", label: words["issued-on"], kind: .day,
                value: evidence.issuedOn?.vi ?? ""),
            Field(name: "issuer", label: words["issuer"], value: evidence.issuer, isWide: true),
        ]
        let edited = EditedForm(
            stored, version: evidence.version, typed: isReplacing ? nil : typed,
            refusal: isReplacing ? nil : refusal, language)
        let said = refusal.map { refusal in
            [refusal.message[language]] + refusal.problems.map { $0.message[language] }
        }
        return EvidencePage.Forms(
            path: Paths.evidence(evidence.number), token: token, hidden: edited.hidden,
            fields: edited.fields, problems: edited.problems, conflict: edited.conflict,
            replacePath: Paths.evidenceRevisions(evidence.number),
            replaceProblems: isReplacing ? said ?? [] : [])
    }
}

extension Paths {
    /// The page of a record that evidence is given for; `nil` for one that has none of its own.
    static func page(of record: CitedRecord) -> String? {
        let number = Int(record.code) ?? 0
        return switch record.subject.kind {
        case .target: target(record.year, record.code)
        case .task: taskPage(record.year, record.code)
        case .plan: record.isOfAgencyPlan ? agencyPlans(record.year) : plan(record.year)
        case .inspection: inspection(record.year, number)
        case .selfInspection: selfInspection(record.year, number)
        case .finding: finding(record.year, number)
        case .legalDocument: document(record.year, number)
        case .submission:
            path(
                [String(record.year), "submissions"]
                    + record.code.split(separator: "/").map(String.init))
        case .assessmentLine: criterionPage(record)
        default:
            record.subject.kind.register.map { register in
                path([String(record.year), register.key, record.code])
            }
        }
    }
}
