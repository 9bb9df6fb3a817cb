extension Permission {
    static let law: [Permission] = [recordDocuments]

    public static let recordDocuments = Permission(
        "documents.record", vi: "ghi nhận văn bản quy phạm pháp luật", en: "record legal documents",
        roles: [.standingOffice])
}
