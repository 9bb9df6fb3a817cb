import Domain

extension ReadableDatabase {
    /// Returns what expired from a day through another, wholly or in part, by day; from the ledger.
    public func expiredDocuments(from: Day, until: Day) throws -> ExpiredDocuments {
        var ends: [(id: LegalDocument.ID, day: Day)] = []
        try each(
            """
            SELECT s.document_id, s.from_on FROM legal_spans s
            JOIN legal_documents d ON d.id = s.document_id
            WHERE s.state = 'expired' AND d.nature = 'normative'
              AND \(SQL.isOfOurs("d.issuer_id"))
              AND s.from_on >= \(from) AND s.from_on <= \(until)
            ORDER BY s.from_on, d.number
            """
        ) { ends.append(($0.id(0), $0.day(1))) }
        let whole = try ends.compactMap { end -> ExpiredDocuments.Line? in
            guard let document = try legalDocument(end.id) else { return nil }
            let cause = try effects(on: end.id).first {
                $0.kind.endsWhole && $0.parts.isEmpty && $0.from == end.day
            }
            return try line(document, end.day, cause)
        }
        let outside = Set(try outsideIssuers().map(\.id))
        let partly = try effects(
            where: """
                target_id IS NOT NULL AND withdrawn IS NULL AND from_on >= \(from)
                AND from_on <= \(until) AND (parts <> '' OR kind = 'amendment')
                AND kind IN ('expiry', 'repeal', 'replacement', 'amendment')
                """
        ).compactMap { effect -> ExpiredDocuments.Line? in
            guard let id = effect.target.held, let document = try legalDocument(id),
                document.details.nature == .normative, !outside.contains(document.issuer),
                try legalStates(of: [id], on: effect.from)[id] == .partlyExpired
            else { return nil }
            return try line(document, effect.from, effect)
        }
        return ExpiredDocuments(from: from, until: until, whole: whole, partly: partly)
    }

    private func line(
        _ document: LegalDocument, _ day: Day, _ cause: Effect?
    ) throws -> ExpiredDocuments.Line {
        let name =
            try cause?.source.name
            ?? cause?.source.held.flatMap { try legalDocument($0) }.map { source in
                source.cited
            } ?? ""
        return ExpiredDocuments.Line(
            document: document.id, number: document.number, kind: document.details.kind,
            symbol: document.symbol, title: document.title, signedOn: document.signedOn, day: day,
            reason: cause.flatMap { effect in
                effect.kind == .limit ? nil : effect.kind.passive + Bilingual(" \(name)")
            }
                ?? Bilingual(
                    vi: "hết thời hạn có hiệu lực được quy định trong văn bản",
                    en: "the end that the document itself sets"),
            parts: cause?.parts ?? [])
    }
}
