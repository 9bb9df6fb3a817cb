import Domain
import Store

/// What the page of a record shows of its evidence: the documents, and the form to give more.
///
/// Any record's page embeds it by ``AppContext/evidencePart(of:)``; the routes behind its forms are
/// its own.
struct EvidencePart: Sendable {
    let language: Language
    let state: Badge?
    let items: [Item]
    /// Why there are none, in words.
    let explanation: String?
    /// `nil` for whoever may only look.
    let form: EvidenceForm?

    struct Item: Sendable {
        let title: Link
        /// Issuer; PDF, 1,2 MB; bản 2; on which day it was attached.
        let facts: [String]
        let note: String
        let download: Link
        /// Where it is withdrawn; `nil` for whoever may not.
        let withdrawal: Withdrawal?
    }

    struct Withdrawal: Sendable {
        let link: String
        let token: String
        /// Where its forms are told apart from those of others on the page.
        let number: Int
    }

    /// Whether there is anything to show.
    var isEmpty: Bool { items.isEmpty && explanation == nil && form == nil }
}

/// The forms by which a record gets evidence, or an explanation why it has none.
struct EvidenceForm: Sendable {
    let language: Language
    let token: String
    let subject: Evidence.Subject
    /// Megabytes that a file may have.
    let largest: String
    let note: String
    let problems: [String]
    /// The explanation's text and version; `nil` where there is evidence and none is asked for.
    let explanation: (text: String, version: Int)?
    /// The words of the refused explanation.
    var explanationProblems: [String] = []
    /// Where it leads when it is done; the record's own page when `nil`.
    var returnPath: String?
    /// What the body has on file and may cite once more: number and name.
    var documents: [Field.Choice] = []
}

extension AppContext {
    /// The evidence of a record as a part of its page, for whoever asks.
    ///
    /// A feature embeds it with the record's kind and inner id, below what the page says itself. Its
    /// forms lead back to the record's own page, or to the address given.
    func evidencePart(
        of subject: Evidence.Subject, returning: String? = nil
    ) async throws -> EvidencePart {
        let (viewer, language, token) = (viewer, language, formToken)
        let user = person?.user.id
        let largest = "\(site.settings.largestFile >> 20) MB"
        return try await site.store.read { db in
            guard let record = try db.citedRecord(subject) else {
                return EvidencePart(
                    language: language, state: nil, items: [], explanation: nil, form: nil)
            }
            let mayAttach = try user.map { try db.mayAttach(to: record, $0) } ?? false
            let links = try db.evidence(of: subject, for: viewer)
            let explanation = try db.explanation(of: subject)
            let known =
                mayAttach
                ? try record.owner.map { try db.documents(of: $0, for: viewer) } ?? [] : []
            let text = explanation.flatMap { $0.text.isEmpty ? nil : $0.text }
            let state = Proof(files: links.count, explanation: text ?? "").state
            return EvidencePart(
                language: language,
                state: state == .missing && !record.asksForProof ? nil : Badge(state, language),
                items: links.map {
                    EvidencePart.Item($0, language, token: mayAttach ? token : nil)
                },
                explanation: text,
                form: mayAttach
                    ? EvidenceForm(
                        language: language, token: token, subject: subject, largest: largest,
                        note: "", problems: [],
                        explanation: links.isEmpty
                            ? (text ?? "", explanation?.version ?? 0) : nil,
                        returnPath: returning,
                        documents: known.map { $0.choice(language) }) : nil)
        }
    }
}

extension EvidencePart.Item {
    init(_ listed: ListedLink, _ language: Language, token: String?) {
        let (evidence, revision) = (listed.evidence, listed.revision)
        var facts = [evidence.issuer].filter { !$0.isEmpty }
        if !evidence.symbol.isEmpty { facts.insert(evidence.title, at: 0) }
        facts.append("\(revision.type.title[language]), \(fileSize(revision.bytes, language))")
        if revision.number > 1 {
            facts.append(
                Bilingual(vi: "bản \(revision.number)", en: "revision \(revision.number)")[language]
            )
        }
        let day = listed.linkedAt.day()
        facts.append(Bilingual(vi: "gửi ngày \(day.vi)", en: "attached on \(day.en)")[language])
        self.init(
            title: Link(evidence.shortName[language], Paths.evidence(evidence.number)),
            facts: facts, note: listed.link.note,
            download: Link(
                Bilingual(vi: "Tải về", en: "Download")[language],
                Paths.evidenceFile(evidence.number, revision.number, download: true)),
            withdrawal: token.map {
                EvidencePart.Withdrawal(
                    link: listed.link.id.text, token: $0, number: evidence.number)
            })
    }
}

extension KeptEvidence {
    /// The document as something to choose.
    func choice(_ language: Language) -> Field.Choice {
        Field.Choice(
            value: String(evidence.number), text: evidence.shortName[language].shortened(to: 80))
    }
}

extension Badge {
    init(_ state: Proof.State, _ language: Language) {
        let kind: Kind =
            switch state {
            case .proven: .kept
            case .explained: .holding
            case .missing: .atRisk
            }
        self.init(kind: kind, word: state.title[language])
    }
}
