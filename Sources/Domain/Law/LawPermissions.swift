extension Permission {
    static let law: [Permission] = [seeDocuments, recordDocuments, manageLegalRules]

    public static let seeDocuments = Permission(
        "documents.see", .seeing, vi: "xem văn bản", en: "see documents",
        roles: Set(Role.allCases), isForVisitors: true)
    public static let recordDocuments = Permission(
        "documents.record", vi: "ghi nhận văn bản", en: "record documents",
        roles: [.standingOffice, .appraiser])
}
