extension Permission {
    /// Procedures and competences, which are data with a first and a last day.
    public static let manageLegalRules = Permission(
        "documents.rules", vi: "sửa quy trình xây dựng văn bản và bảng thẩm quyền",
        en: "change procedures and competences", roles: [.standingOffice, .appraiser])
}
