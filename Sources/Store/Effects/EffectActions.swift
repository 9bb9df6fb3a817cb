import Domain

/// An entry of the ledger as a person types it on a document's page.
public struct EffectDraft: Hashable, Sendable {
    /// The number of the document on whose page it is entered.
    public var document: Int
    /// Whether that document acts on the other, or the other on it.
    public var isActing: Bool
    /// The other's symbol, with its day where several have that symbol: 12/2021/QĐ-UBND ngày 01/03/2021.
    public var other = ""
    public var kind: Effect.Kind
    public var from: Day?
    public var until: Day?
    /// "khoản 2 Điều 5; mục số 1"; empty for the whole.
    public var parts = ""
    public var note = ""

    public init(document: Int, isActing: Bool, kind: Effect.Kind) {
        self.document = document
        self.isActing = isActing
        self.kind = kind
    }
}

extension WritableDatabase {
    /// Enters what one document does to another, and works out anew what follows from it.
    ///
    /// Every live document that rests on one which thereby dies or changes is listed for its owner.
    ///
    /// - Throws: ``InvalidInput`` with every reason; nothing is then written.
    @discardableResult
    public func recordEffect(_ draft: EffectDraft, by user: User.ID) throws -> Int {
        try require(.recordDocuments, of: user)
        guard let document = try legalDocument(numbered: draft.document) else {
            throw MissingRecord(LegalDocument.kindName, "\(draft.document)")
        }
        let effect = try effect(from: draft, on: document)
        let (number, change) = try enter(effect)
        try journal("legal-effect.recorded", by: user, in: document.issuer, [change])
        return number
    }

    /// Writes an entry that is sound, with what follows from it.
    func enter(_ effect: Effect) throws -> (number: Int, change: Change) {
        let number = try nextNumber("legal-effect")
        let entry = Effect(
            id: newID(), number: number, source: effect.source, target: effect.target,
            kind: effect.kind, from: effect.from, until: effect.until, parts: effect.parts,
            note: effect.note)
        try run(
            """
            INSERT INTO legal_effects (id, number, source_id, source_name, target_id, target_name,
              kind, from_on, until_on, parts, note, recorded_at)
            VALUES (\(entry.id), \(number), \(entry.source.held), \(entry.source.name),
              \(entry.target.held), \(entry.target.name), \(entry.kind.rawValue), \(entry.from),
              \(entry.until), \(entry.partsText), \(entry.note), \(now))
            """
        )
        try keepSpans(of: [entry.target.held].compactMap(\.self))
        try raiseAlerts(of: entry)
        try raiseLaw(of: entry)
        return (number, Change("legal-effect", entry.id.text, after: JournaledEffect(entry)))
    }

    /// Takes an entry back that was wrong; it stays on the record with the reason.
    public func withdrawEffect(
        _ number: Int, because reason: String, by user: User.ID
    ) throws {
        try require(.recordDocuments, of: user)
        guard let (entry, isWithdrawn) = try effect(numbered: number), !isWithdrawn else {
            throw MissingRecord(Bilingual(vi: "tác động", en: "entry"), "\(number)")
        }
        let reason = reason.trimmed
        if reason.isEmpty {
            throw InvalidInput([
                Problem("reason", vi: "Hãy ghi lý do rút.", en: "Say why it is taken back.")
            ])
        }
        try run("UPDATE legal_effects SET withdrawn = \(reason) WHERE id = \(entry.id)")
        try run("DELETE FROM basis_alerts WHERE effect_id = \(entry.id) AND settled_on IS NULL")
        try keepSpans(of: [entry.target.held].compactMap(\.self))
        try raiseLaw(of: entry)
        let owner = try [entry.source.held, entry.target.held].compactMap(\.self).first
            .flatMap { try legalDocument($0) }?.issuer
        try journal(
            "legal-effect.withdrawn", by: user, in: owner, because: reason,
            [Change("legal-effect", entry.id.text, before: JournaledEffect(entry))])
    }

    private func effect(from draft: EffectDraft, on document: LegalDocument) throws -> Effect {
        var problems: [Problem] = []
        let read = Provision.list(draft.parts)
        if let unread = read.unread.first {
            problems.append(
                Problem(
                    "parts",
                    vi: "Không hiểu “\(unread)”; hãy ghi như “khoản 2 Điều 5; mục số 1”.",
                    en: "“\(unread)” names no part; write it as “khoản 2 Điều 5; mục số 1”."))
        }
        let own = Effect.Reference.held(document.id)
        var other = own
        if draft.kind == .limit {
            if !draft.other.trimmed.isEmpty {
                problems.append(
                    Problem(
                        "other",
                        vi: "Thời hạn tự định là của chính văn bản; hãy để trống văn bản kia.",
                        en: "A document's own term names no other; leave the other empty."))
            }
        } else {
            other = try reference(draft.other, &problems)
        }
        guard let from = draft.from else {
            problems.append(
                Problem("from", vi: "Hãy ghi từ ngày nào.", en: "Say from which day."))
            throw InvalidInput(problems)
        }
        let effect = Effect(
            id: Effect.ID(""), number: 0, source: draft.isActing ? own : other,
            target: draft.isActing ? other : own, kind: draft.kind, from: from,
            until: draft.until, parts: read.parts, note: draft.note.trimmed)
        problems += effect.problems.filter { problem in
            !problems.contains { $0.field == problem.field }
        }
        if problems.isEmpty, let same = try sameEffect(as: effect) {
            problems.append(
                Problem(
                    "other", vi: "Tác động số \(same) đã ghi đúng nội dung này.",
                    en: "Entry \(same) says the same already."))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return effect
    }

    private func sameEffect(as effect: Effect) throws -> Int? {
        let known =
            try effect.target.held.map { try effects(on: $0) }
            ?? effect.source.held.map { try effects(of: $0) } ?? []
        return known.first {
            $0.source == effect.source && $0.target == effect.target && $0.kind == effect.kind
                && $0.from == effect.from && $0.parts == effect.parts
        }?.number
    }

    private func raiseLaw(of effect: Effect) throws {
        var years: Set<Int> = []
        for id in [effect.source.held, effect.target.held].compactMap(\.self) {
            if let year = try year(of: id) { years.insert(year) }
        }
        for year in years.sorted() { try raise(.law, year: year) }
    }
}

extension ReadableDatabase {
    /// The document that a typed symbol means, held or only named.
    func reference(_ typed: String, _ problems: inout [Problem]) throws -> Effect.Reference {
        let text = Vietnamese.composed(typed.trimmed)
        guard !text.isEmpty, text.unicodeScalars.count <= 300 else {
            problems.append(
                Problem(
                    "other", vi: "Hãy ghi số, ký hiệu của văn bản kia (không quá 300 ký tự).",
                    en: "Give the other document's symbol (at most 300 characters)."))
            return .named(text)
        }
        let words = text.split(separator: " ").map(String.init)
        let day = words.compactMap { Day($0) }.last
        let symbol = words.first ?? text
        let key = KeptOfLegalDocument.key(symbol)
        let found = try rows(
            """
            SELECT id, signed_on FROM legal_documents
            WHERE symbol_tail = \(key.tail) AND symbol_value = \(key.value) LIMIT 500
            """
        ).filter { day == nil || $0.day(1) == day }
        if found.count > 1 {
            problems.append(
                Problem(
                    "other",
                    vi:
                        "Có \(found.count) văn bản mang ký hiệu này; hãy ghi thêm ngày ký: “\(symbol) ngày \(found[0].day(1).vi)”.",
                    en:
                        "\(found.count) documents have this symbol; add the day: “\(symbol) ngày \(found[0].day(1).vi)”."
                ))
        }
        return found.first.map { .held($0.id(0)) } ?? .named(text)
    }
}

extension Effect {
    /// The parts as they are kept and typed.
    var partsText: String { parts.map(\.text).joined(separator: "; ") }
}

/// An entry as the journal writes it: documents by their ids or names, parts in words.
private struct JournaledEffect: Codable {
    let number: Int
    let source: String
    let target: String
    let kind: Effect.Kind
    let from: Day
    let until: Day?
    let parts: [String]
    let note: String

    init(_ effect: Effect) {
        func name(_ reference: Effect.Reference) -> String {
            reference.held?.text ?? reference.name ?? ""
        }
        number = effect.number
        source = name(effect.source)
        target = name(effect.target)
        kind = effect.kind
        from = effect.from
        until = effect.until
        parts = effect.parts.map(\.text)
        note = effect.note
    }
}
