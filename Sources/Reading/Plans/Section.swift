/// What the part of a plan under a heading is about; a heading may name several.
struct Section: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let purpose = Section(rawValue: 1)
    static let requirement = Section(rawValue: 2)
    static let target = Section(rawValue: 4)
    static let task = Section(rawValue: 8)
    /// Tổ chức thực hiện: who does what.
    static let organisation = Section(rawValue: 16)
    /// What was reached in the past: never a target.
    static let results = Section(rawValue: 32)
    /// Căn cứ, quan điểm, phạm vi: neither.
    static let other = Section(rawValue: 64)
    /// Where, when and by whom something is done: said of work, but no work itself.
    static let detail = Section(rawValue: 256)
    /// General aims: targets only where they have a number.
    static let generalAim = Section(rawValue: 128)

    /// What the heading's words say; empty when they name none, as an area's do.
    init(heading: Range<Int>, of text: PlanText) {
        let named = heading.prefix(30)
        self = Section(
            Self.words.matches(named.lowerBound..<named.upperBound, in: text).map(\.meaning))
        if contains(.generalAim) { remove(.target) }
        if contains(.results), contains(.target) || contains(.task) { remove(.results) }
    }

    init(rawValue: Int) {
        self.rawValue = rawValue
    }

    private static let words = Phrases<Section>([
        (.purpose, "mục đích, ý nghĩa"),
        (.requirement, "yêu cầu"),
        (
            .target,
            "chỉ tiêu, mục tiêu, mục tiêu cụ thể, kết quả cần đạt, kết quả phấn đấu, kết quả phải đạt"
        ),
        (.generalAim, "mục tiêu chung, mục tiêu tổng quát, định hướng"),
        (
            .task,
            """
            nhiệm vụ, giải pháp, nội dung thực hiện, nội dung, biện pháp, các hoạt động, công việc, \
            nhiệm vụ trọng tâm
            """
        ),
        (
            .detail,
            """
            nội dung kiểm tra, lịch kiểm tra, tổ kiểm tra, đoàn kiểm tra, thời kỳ kiểm tra, thời gian kiểm tra, \
            phương pháp kiểm tra, hình thức kiểm tra, đối tượng kiểm tra, thành phần đoàn, thời điểm kiểm tra, \
            nội dung khảo sát, đối tượng khảo sát, nội dung tự kiểm tra
            """
        ),
        (
            .organisation,
            """
            tổ chức thực hiện, phân công thực hiện, phân công nhiệm vụ, phân công trách nhiệm, \
            trách nhiệm thực hiện, trách nhiệm của, chế độ báo cáo, thông tin báo cáo, điều khoản thi hành, \
            tổ chức thi hành
            """
        ),
        (
            .results,
            """
            kết quả thực hiện, kết quả đạt được, những kết quả, kết quả nổi bật, tình hình, thực trạng, \
            đánh giá chung, đánh giá kết quả, tồn tại, hạn chế, nguyên nhân, ưu điểm, khuyết điểm, \
            bài học kinh nghiệm, tình hình thực hiện
            """
        ),
        (
            .other,
            """
            căn cứ, cơ sở pháp lý, căn cứ pháp lý, quan điểm, nguyên tắc, phạm vi, đối tượng, sự cần thiết, \
            kinh phí, kinh phí thực hiện, nguồn kinh phí, phương pháp, phương pháp tính, phương pháp khảo sát, \
            phương pháp đánh giá, cách tính, cách đánh giá, cách xếp loại, thang điểm
            """
        ),
    ])
}
