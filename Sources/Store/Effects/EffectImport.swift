import Domain

/// What makes two entries the same: who does what to whom, from when, to which parts.
private struct EffectKey: Hashable {
    let source: Effect.Reference
    let target: Effect.Reference
    let kind: Effect.Kind
    let from: Day
    let parts: [Provision]

    init(_ effect: Effect) {
        (source, target, kind) = (effect.source, effect.target, effect.kind)
        (from, parts) = (effect.from, effect.parts)
    }
}

extension ReadableDatabase {
    /// Hands over every entry that holds, by number, for a file that an import takes back.
    public func eachEffectRow(_ body: (EffectRow) throws -> Void) throws {
        try each(
            """
            SELECT s.number, s.symbol, s.signed_on, e.source_name, t.number, t.symbol, t.signed_on,
              e.target_name, e.kind, e.from_on, e.until_on, e.parts, e.note
            FROM legal_effects e LEFT JOIN legal_documents s ON s.id = e.source_id
            LEFT JOIN legal_documents t ON t.id = e.target_id
            WHERE e.withdrawn IS NULL ORDER BY e.number
            """
        ) { row in
            func name(_ column: Int) -> String? {
                guard let symbol = row.optionalText(column) else {
                    return row.optionalText(column + 2)
                }
                return "\(symbol) ngày \(row.day(column + 1).vi)"
            }
            var line = EffectRow()
            (line.sourceNumber, line.source) = (row.optionalInt(0), name(1))
            (line.targetNumber, line.target) = (row.optionalInt(4), name(5))
            line.kind = row.choice(8, .expiry)
            (line.from, line.until) = (row.day(9), row.optionalDay(10))
            (line.parts, line.note) = (row.text(11), row.text(12))
            if line.kind == .limit { (line.sourceNumber, line.source) = (nil, nil) }
            try body(line)
        }
    }

    /// Works out what a list of effects would add; the dry run stops here.
    ///
    /// Entries are never changed, only taken back: what is on record already stays as it is.
    public func effectImport(_ read: ReadRows<EffectRow>) throws -> RecordImport<Effect> {
        var result = RecordImport<Effect>(problems: read.problems, notices: read.notices)
        var known: [EffectKey: Effect] = [:]
        for effect in try effects(where: "withdrawn IS NULL") { known[EffectKey(effect)] = effect }
        var seen: [EffectKey: Int] = [:]
        for (row, cells) in read.rows {
            var problems: [Problem] = []
            guard let effect = try effect(from: cells, &problems), problems.isEmpty else {
                result.problems += problems.map { $0.at(row: row) }
                continue
            }
            let key = EffectKey(effect)
            if let other = seen[key] {
                result.problems.append(.sameRecord(as: other, field: "target", row: row))
                continue
            }
            seen[key] = row
            if let old = known[key] {
                if (old.until, old.note) == (effect.until, effect.note) {
                    result.unchangedCount += 1
                } else {
                    result.problems.append(
                        Problem(
                            "until_on", row: row,
                            vi:
                                "Tác động số \(old.number) đã ghi với ngày kết thúc hoặc ghi chú khác; hãy rút tác động đó trước.",
                            en:
                                "Entry \(old.number) has another end or note; take it back first."))
                }
                continue
            }
            result.new.append(effect)
        }
        return result
    }

    private func effect(from cells: EffectRow, _ problems: inout [Problem]) throws -> Effect? {
        guard let kind = cells.kind, let from = cells.from else { return nil }
        guard let target = try document(cells.targetNumber, cells.target, "target", &problems)
        else { return nil }
        let isOwn = kind == .limit && cells.source == nil && cells.sourceNumber == nil
        guard
            let source = isOwn
                ? target : try document(cells.sourceNumber, cells.source, "source", &problems)
        else { return nil }
        let read = Provision.list(cells.parts ?? "")
        if let unread = read.unread.first {
            problems.append(
                Problem(
                    "parts",
                    vi: "Không hiểu “\(unread)”; hãy ghi như “khoản 2 Điều 5; mục số 1”.",
                    en: "“\(unread)” names no part; write it as “khoản 2 Điều 5; mục số 1”."))
        }
        let effect = Effect(
            id: Effect.ID(""), number: 0, source: source, target: target, kind: kind, from: from,
            until: cells.until, parts: read.parts, note: cells.note ?? "")
        problems += effect.problems.map { problem in
            Problem(
                ["other": "source", "until": "until_on"][problem.field] ?? problem.field,
                vi: problem.message.vi, en: problem.message.en)
        }
        return effect
    }

    /// The document by its number in the register, otherwise by its symbol.
    private func document(
        _ number: Int?, _ text: String?, _ field: String, _ problems: inout [Problem]
    ) throws -> Effect.Reference? {
        if let number {
            if let found = try legalDocument(numbered: number) { return .held(found.id) }
            problems.append(
                Problem(
                    "\(field)_number", vi: "Sổ không có văn bản số \(number).",
                    en: "The register has no document \(number)."))
            return nil
        }
        var found: [Problem] = []
        let reference = try reference(text ?? "", &found)
        problems += found.map { Problem(field, vi: $0.message.vi, en: $0.message.en) }
        return found.isEmpty ? reference : nil
    }
}

extension WritableDatabase {
    /// Takes a list of effects into the ledger, all rows or none, and works out what follows.
    public func importEffects(_ read: ReadRows<EffectRow>, by user: User.ID) throws
        -> ImportSummary
    {
        try require(.recordDocuments, of: user)
        let result = try effectImport(read)
        try result.requireSound()
        guard !result.new.isEmpty else { return result.summary }
        let changes = try result.new.map { try enter($0) }.map(\.change)
        try journal("legal-effects.recorded", by: user, changes)
        return result.summary
    }
}
