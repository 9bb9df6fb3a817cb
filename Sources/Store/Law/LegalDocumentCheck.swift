import Domain

extension ReadableDatabase {
    /// What documents keep for lists, computed anew: how many were looked at, and what differs.
    func checkLegalDocuments() throws -> (count: Int, problems: [Bilingual]) {
        var (count, problems): (Int, [Bilingual]) = (0, [])
        var kept: [LegalDocument.ID: (value: Int, tail: String, search: String, queries: Int)] = [:]
        // Rows older than the columns have none until they are next written.
        try each(
            """
            SELECT id, symbol_value, symbol_tail, search_text, query_count FROM legal_documents
            WHERE search_text <> ''
            """
        ) { kept[$0.id(0)] = ($0.int(1), $0.text(2), $0.text(3), $0.int(4)) }
        var documents: [LegalDocument] = []
        try eachLegalDocument(where: "search_text <> ''") { documents.append($0) }
        for document in documents {
            count += 1
            let (wanted, found) = (KeptOfLegalDocument(document), kept[document.id])
            let differing = [
                (wanted.value, wanted.tail) == (found?.value ?? 0, found?.tail ?? "")
                    ? nil : "symbol_value, symbol_tail",
                wanted.search == found?.search ? nil : "search_text",
                try queryCount(of: document.id) == found?.queries ? nil : "query_count",
            ].compactMap(\.self)
            for bases in try legalBases(of: document.id)
            where try target(of: bases, in: document) != bases.target {
                problems.append(differs(document.number, "legal_bases.target_id"))
            }
            problems += differing.map { differs(document.number, $0) }
        }
        return (count, problems)
    }

    private func differs(_ number: Int, _ what: String) -> Bilingual {
        Bilingual(
            vi: "legal_documents \(number): \(what) không khớp với dữ liệu gốc",
            en: "legal_documents \(number): \(what) does not agree with what it is kept from")
    }
}
