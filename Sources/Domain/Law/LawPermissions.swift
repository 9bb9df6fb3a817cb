extension Permission {
    static let law: [Permission] = [seeDocuments, recordDocuments]

    public static let seeDocuments = Permission(
        "documents.see", .seeing, vi: "xem văn bản quy phạm pháp luật", en: "see legal documents",
        roles: Set(Role.allCases), isForVisitors: true)
    public static let recordDocuments = Permission(
        "documents.record", vi: "ghi nhận văn bản quy phạm pháp luật", en: "record legal documents",
        roles: [.standingOffice, .appraiser])
}
