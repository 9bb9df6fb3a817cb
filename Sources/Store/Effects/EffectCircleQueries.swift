import Domain

extension ReadableDatabase {
    /// No circle is looked for beyond so many documents; the whole ledger's overview finds all.
    private static var mostWalked: Int { 1_000 }

    /// Returns the shortest circle of entries through the document, it first; empty when there is none.
    public func effectCircle(through id: LegalDocument.ID) throws -> [LegalDocument.ID] {
        var reachedFrom: [LegalDocument.ID: LegalDocument.ID] = [:]
        var front = [id]
        while !front.isEmpty, reachedFrom.count < Self.mostWalked {
            var next: [LegalDocument.ID] = []
            for start in stride(from: 0, to: front.count, by: 500) {
                let some = front[start..<min(start + 500, front.count)]
                try each(
                    """
                    SELECT source_id, target_id FROM legal_effects
                    WHERE source_id IN \(list: some) AND target_id IS NOT NULL
                      AND target_id <> source_id AND withdrawn IS NULL
                    ORDER BY target_id, source_id
                    """
                ) { row in
                    let target: LegalDocument.ID = row.id(1)
                    guard reachedFrom[target] == nil else { return }
                    reachedFrom[target] = row.id(0)
                    next.append(target)
                }
            }
            if reachedFrom[id] != nil { return path(back: reachedFrom, from: id) }
            front = next
        }
        return []
    }

    private func path(
        back reachedFrom: [LegalDocument.ID: LegalDocument.ID], from id: LegalDocument.ID
    ) -> [LegalDocument.ID] {
        var path: [LegalDocument.ID] = []
        var place = reachedFrom[id]
        while let step = place, step != id {
            path.append(step)
            place = reachedFrom[step]
        }
        return [id] + path.reversed()
    }
}
