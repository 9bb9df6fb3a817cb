import Domain

/// A problem found in a document.
public struct DocumentFinding: Hashable, Sendable {
    public let number: Int
    public let year: Int
    public let body: Agency.ID
    public let source: Finding.Source
    public let text: String
    public let foundOn: Day
    public let dueOn: Day
    public let closedOn: Day?
    public let state: Finding.State
}

extension LegalDocument {
    /// How a finding names the document as its ground: "03/2021/QĐ-UBND ngày 04/01/2021".
    public var cited: String { "\(symbol) ngày \(signedOn.vi)" }
}

extension ReadableDatabase {
    /// Returns the problems found in the document by the end of the day, the newest first.
    public func findings(in document: LegalDocument.ID, on day: Day) throws -> [DocumentFinding] {
        try rows(
            """
            SELECT number, year, body_id, source, text, found_on, due_on, closed_on, state
            FROM findings WHERE document_id = \(document) AND found_on <= \(day)
            ORDER BY found_on DESC, number DESC LIMIT 100
            """
        ).map {
            DocumentFinding(
                number: $0.int(0), year: $0.int(1), body: $0.id(2),
                source: $0.choice(3, .documentCheck), text: $0.text(4), foundOn: $0.day(5),
                dueOn: $0.day(6), closedOn: $0.optionalDay(7), state: $0.choice(8, .found))
        }
    }

    /// Returns the day from which the document's judgement is in question; `nil` when none is.
    public func questioned(_ document: LegalDocument.ID) throws -> Day? {
        try rows(
            "SELECT \(SQL.questionedOn("d")) FROM legal_documents d WHERE d.id = \(document)"
        ).first?.optionalDay(0)
    }

    /// Returns the numbers of the documents in which something was found.
    public func checkedDocuments() throws -> [LegalDocument.ID: Int] {
        var numbers: [LegalDocument.ID: Int] = [:]
        try each(
            """
            SELECT id, number FROM legal_documents
            WHERE id IN (SELECT document_id FROM findings WHERE document_id IS NOT NULL)
            """
        ) { numbers[$0.id(0)] = $0.int(1) }
        return numbers
    }

    func legalDocumentIDs(numbered numbers: [Int]) throws -> [Int: LegalDocument.ID] {
        var found: [Int: LegalDocument.ID] = [:]
        let numbers = Set(numbers).sorted()
        for start in stride(from: 0, to: numbers.count, by: 500) {
            let some = numbers[start..<min(start + 500, numbers.count)]
            try each("SELECT number, id FROM legal_documents WHERE number IN \(list: some)") {
                found[$0.int(0)] = $0.id(1)
            }
        }
        return found
    }
}

extension SQL {
    /// The day on which a check of the document first found something after it was judged.
    ///
    /// From then on the judgement is in question, until somebody judges again. Ours: the law leaves
    /// the judgement to the checking body; a finding alone does not change its answers.
    static func questionedOn(_ document: SQL) -> SQL {
        """
        (SELECT MIN(q.found_on) FROM findings q WHERE q.document_id = \(document).id
         AND q.source = 'documentCheck' AND q.found_on > \(document).judged_on)
        """
    }
}
