/// The steps by which a kind of document is drawn up, by the law of some years; offered as a beginning.
///
/// Steps are copied onto a document and changed there, for terms that were not obtained from the text of
/// the law are marked so and are nobody's rule.
public struct LegalProcedure: Hashable, Sendable, Codable {
    public let code: String
    public let title: Bilingual
    public let from: Day
    /// The first day on which it no longer holds; `nil` while it does.
    public let until: Day?
    /// The law or decree that lays it down.
    public let source: String
    /// How sure its steps and terms are.
    public let certainty: LegalDocument.Confidence
    public let steps: [LegalStep]

    public init(
        code: String, title: Bilingual, from: Day, until: Day? = nil, source: String,
        certainty: LegalDocument.Confidence, steps: [LegalStep]
    ) {
        self.code = code
        self.title = title
        self.from = from
        self.until = until
        self.source = source
        self.certainty = certainty
        self.steps = steps
    }

    /// Whether it holds on the day.
    public func holds(on day: Day) -> Bool { from <= day && until.map { day < $0 } ?? true }

    /// Every reason it cannot be kept like this.
    public var problems: [Problem] {
        guard let until, until <= from else { return [] }
        return [
            Problem(
                "until_on", vi: "Ngày kết thúc phải sau ngày bắt đầu \(from.vi).",
                en: "It must end after it begins, \(from.en).")
        ]
    }

    /// Those of the program's own that hold on the day.
    public static func inForce(on day: Day) -> [LegalProcedure] {
        all.filter { $0.holds(on: day) }
    }

    /// What the program begins with; a workspace may put others in their place.
    public static let all: [LegalProcedure] = [
        LegalProcedure(
            code: "2015",
            title: Bilingual(
                vi: "Nghị quyết HĐND, quyết định UBND (Luật năm 2015)",
                en: "Council resolution, committee decision (law of 2015)"),
            // The law of 2015 held from 2016; the month is general knowledge, unverified.
            from: Day(number: 16_983), until: Day(number: 20_179),
            source: "Luật 80/2015/QH13, sửa đổi bởi Luật 63/2020/QH14", certainty: .low,
            steps: byCommittee(posting: 30, appraisal: 15)),
        LegalProcedure(
            code: "2025",
            title: Bilingual(
                vi: "Nghị quyết HĐND, quyết định UBND (Luật năm 2025)",
                en: "Council resolution, committee decision (law of 2025)"),
            from: Day(number: 20_179), until: nil, source: "Luật 64/2025/QH15", certainty: .low,
            steps: byCommittee(posting: 20, appraisal: 15)),
        LegalProcedure(
            code: "2025-chairman",
            title: Bilingual(
                vi: "Quyết định của Chủ tịch UBND tỉnh (từ 01/7/2025)",
                en: "Decision of the province's Chairman (since 1 July 2025)"),
            from: Day(number: 20_270), until: nil, source: decree, certainty: .medium,
            steps: byChairman(answer: 7)),
        LegalProcedure(
            code: "2025-chairman-shortened",
            title: Bilingual(
                vi: "Quyết định của Chủ tịch UBND tỉnh, trình tự, thủ tục rút gọn",
                en: "Decision of the province's Chairman, shortened procedure"),
            from: Day(number: 20_270), until: nil, source: decree, certainty: .medium,
            steps: byChairman(answer: 3)),
    ]

    private static let unverified =
        "Số ngày chưa kiểm chứng với văn bản luật; sửa theo quy định đang áp dụng"
    private static let decree = "Nghị định 187/2025/NĐ-CP, Điều 51a"

    private static func step(
        _ title: String, _ body: String, source: String, days: Int? = nil,
        term: LegalStep.Term = .atMost, paper: String = ""
    ) -> LegalStep {
        var step = LegalStep(title)
        (step.body, step.term) = (body, term)
        step.days = days
        (step.paper, step.source) = (paper, source)
        return step
    }

    /// General knowledge, unverified: said so in the source of each step.
    private static func byCommittee(posting: Int, appraisal: Int) -> [LegalStep] {
        let source = unverified
        let drafter = "Cơ quan soạn thảo"
        return [
            step("Đề nghị, phân công soạn thảo", "Cơ quan đề nghị", source: source),
            step("Soạn thảo", drafter, source: source, paper: "Dự thảo"),
            step(
                "Đăng tải dự thảo lấy ý kiến", drafter, source: source, days: posting,
                term: .atLeast),
            step(
                "Góp ý bằng văn bản", "Cơ quan được lấy ý kiến", source: source, days: 7,
                paper: "Công văn góp ý"),
            step(
                "Tổng hợp, tiếp thu, giải trình", drafter, source: source,
                paper: "Bản tổng hợp, tiếp thu, giải trình"),
            step(
                "Thẩm định", "Sở Tư pháp", source: source, days: appraisal,
                paper: "Báo cáo thẩm định"),
            step(
                "Trình, thông qua, ký ban hành", "Cơ quan ban hành", source: source,
                paper: "Tờ trình"),
            step("Công bố, đăng công báo", "Văn phòng", source: source),
        ]
    }

    /// Limits of the appraisal and of the signature were not obtained and are left open.
    ///
    /// Source: Decree 187/2025/NĐ-CP, article 51a.
    private static func byChairman(answer: Int) -> [LegalStep] {
        let drafter = "Cơ quan soạn thảo"
        return [
            step("Phân công cơ quan soạn thảo", "Chủ tịch UBND tỉnh", source: decree),
            step(
                "Đánh giá thi hành pháp luật, soạn thảo", drafter, source: decree,
                paper: "Dự thảo"),
            step(
                "Đăng tải hồ sơ dự thảo trên Cổng thông tin điện tử tỉnh", drafter, source: decree,
                days: 10, term: .atLeast),
            step(
                "Lấy ý kiến đối tượng chịu tác động, cơ quan liên quan (bắt buộc: Sở Tài chính, Sở Nội vụ, Sở Tư pháp, Sở Khoa học và Công nghệ)",
                drafter, source: decree),
            step(
                "Trả lời bằng văn bản", "Cơ quan được lấy ý kiến", source: decree, days: answer,
                paper: "Công văn góp ý"),
            step(
                "Tổng hợp, tiếp thu, giải trình, hoàn thiện hồ sơ", drafter, source: decree,
                paper: "Bản tổng hợp, tiếp thu, giải trình"),
            step("Thẩm định", "Sở Tư pháp", source: decree, paper: "Báo cáo thẩm định"),
            step("Ký ban hành", "Chủ tịch UBND tỉnh", source: decree),
        ]
    }
}
