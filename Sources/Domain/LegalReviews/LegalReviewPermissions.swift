extension Permission {
    static let legalReviews: [Permission] = [manageLegalReviews]

    /// Opening a campaign and saying who looks at what; outcomes go by ``reviewDocuments``.
    public static let manageLegalReviews = Permission(
        "documents.campaigns", vi: "tổ chức đợt rà soát, hệ thống hóa văn bản",
        en: "run campaigns that review documents", roles: [.standingOffice, .appraiser])
}
