extension InboxItem.Kind {
    /// Whether agencies may be asked after it.
    ///
    /// A proposal waits for the office itself; an alert has no last day.
    public var isChased: Bool { self != .proposal && self != .basisAlert }

    /// The noun for so many that are late, or only due.
    func phrase(_ count: Int, isLate: Bool) -> Bilingual {
        let many = Written.count(count, .vi)
        switch self {
        case .task:
            return Bilingual(
                vi: isLate ? "\(many) nhiệm vụ quá hạn" : "\(many) nhiệm vụ sắp đến hạn",
                en: Written.english(count, "task", "tasks") + (isLate ? " late" : " due soon"))
        case .submission:
            return Bilingual(
                vi: isLate ? "\(many) báo cáo quá hạn gửi" : "\(many) báo cáo sắp đến hạn gửi",
                en: Written.english(count, "report", "reports")
                    + (isLate ? " missing" : " due soon"))
        case .agencyPlan:
            return Bilingual(
                vi: "\(many) cơ quan, đơn vị chưa khai kế hoạch",
                en: Written.english(count, "agency", "agencies") + " without a declared plan")
        case .finding:
            return Bilingual(
                vi: isLate
                    ? "\(many) vấn đề quá hạn khắc phục" : "\(many) vấn đề sắp đến hạn khắc phục",
                en: Written.english(count, "finding", "findings")
                    + (isLate ? " not remedied in time" : " to be remedied soon"))
        case .inspection:
            return Bilingual(
                vi: isLate
                    ? "\(many) cuộc kiểm tra chậm so với lịch"
                    : "\(many) cuộc kiểm tra sắp đến ngày",
                en: Written.english(count, "inspection", "inspections")
                    + (isLate ? " behind schedule" : " to be held soon"))
        case .selfInspection:
            return Bilingual(
                vi: isLate
                    ? "\(many) báo cáo tự kiểm tra quá hạn"
                    : "\(many) báo cáo tự kiểm tra sắp đến hạn",
                en: Written.english(count, "self-inspection", "self-inspections")
                    + (isLate ? " not reported in time" : " to be reported soon"))
        case .proposal:
            return Bilingual(
                vi: "\(many) kế hoạch đang rà soát",
                en: Written.english(count, "plan", "plans") + " under review")
        case .basisAlert:
            return Bilingual(
                vi: "\(many) văn bản có căn cứ thay đổi",
                en: Written.english(count, "document", "documents") + " whose basis changed")
        case .legalReview:
            return Bilingual(
                vi: isLate
                    ? "\(many) đợt rà soát văn bản quá hạn"
                    : "\(many) đợt rà soát văn bản sắp đến hạn",
                en: Written.english(count, "review of documents", "reviews of documents")
                    + (isLate ? " late" : " due soon"))
        }
    }
}

extension InboxItem {
    /// What a list asks after, in counts: "12 nhiệm vụ quá hạn, 03 vấn đề sắp đến hạn khắc phục".
    public static func what(_ items: some Sequence<InboxItem>, on today: Day) -> Bilingual {
        var counts: [Kind: (late: Int, due: Int)] = [:]
        for item in items {
            let isLate = item.dueOn.map { $0 < today } ?? false
            counts[item.kind, default: (0, 0)].late += isLate ? 1 : 0
            counts[item.kind, default: (0, 0)].due += isLate ? 0 : 1
        }
        return Kind.allCases.flatMap { kind -> [Bilingual] in
            guard let count = counts[kind] else { return [] }
            // A plan that is missing is missing whenever it is due.
            if kind == .agencyPlan {
                return [kind.phrase(count.late + count.due, isLate: true)]
            }
            return [(count.late, true), (count.due, false)].filter { $0.0 > 0 }
                .map { kind.phrase($0.0, isLate: $0.1) }
        }.joined(", ")
    }
}
