extension Permission {
    static let effects: [Permission] = [reviewDocuments]

    /// For the body that issued the document; the entries of the ledger themselves go by
    /// ``recordDocuments``.
    public static let reviewDocuments = Permission(
        "documents.review", vi: "rà soát văn bản của cơ quan mình",
        en: "review the documents of one's body",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow,
            .standingOffice: .everywhere,
        ])
}
