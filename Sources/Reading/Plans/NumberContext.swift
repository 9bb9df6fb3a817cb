/// What the words right before a number say that it is.
enum NumberContext: Sendable {
    /// A level, a place in a count, a document's number: mức độ 3, Điều 5.
    case ordinal
    /// No order at all, though the last word often gives one: "dứt điểm 12 kiến nghị".
    case plain
    /// Part of a date.
    case time
    /// A place in a ranking: xếp thứ 20.
    case rank
    /// Perhaps a place among others: "trong 20 tỉnh dẫn đầu".
    case among

    static func word(before index: Int, from start: Int, in text: PlanText) -> NumberContext? {
        guard let found = direct(before: index, from: start, in: text), found != .plain else {
            return nil
        }
        // "Cấp 120 chữ ký số": a verb that the sentence begins with.
        if found == .ordinal, index - 1 == start, text.tokens[start].startsWithCapital,
            verbs.match(start, in: text, before: index) != nil
        {
            return nil
        }
        // "xếp hạng từ 25 trở lên"
        guard loose.match(index - 1, in: text, before: index) != nil,
            direct(before: index - 1, from: start, in: text) == .rank
        else { return found }
        return .rank
    }

    private static func direct(
        before index: Int, from start: Int, in text: PlanText
    ) -> NumberContext? {
        for length in [3, 2, 1] where index - length >= start {
            if let (meaning, next) = before.match(index - length, in: text, before: index),
                next == index
            {
                return meaning
            }
        }
        return nil
    }

    private static let verbs = Phrases("cấp, số")
    private static let loose = Phrases("từ, trong, trước")
    private static let before = Phrases<NumberContext>([
        (
            .ordinal,
            """
            kỳ họp thứ, kỳ họp, phiên họp thứ, đại hội, ngày thứ, tuần thứ, mức độ, mức, cấp độ, cấp, loại, bước, phiên bản, iso, tcvn, số, điều, khoản, điểm, mục, chương, \
            phần, phụ lục, bảng, biểu, mẫu, khóa, kỳ, đợt, lần thứ, giai đoạn, nhiệm kỳ, quốc lộ, tổ, khu vực, \
            thế hệ, công nghiệp, đề án, dự án, chương trình, nghị quyết, quyết định, thông tư, chỉ thị, luật, \
            trong tổng số, trên tổng số, trong số, tổng số, \
            nghị định, kế hoạch, công văn, trang, vòng, lĩnh vực, tiểu dự án, biểu mẫu, tập
            """
        ),
        (
            .plain,
            """
            dứt điểm, thời điểm, trọng điểm, thí điểm, cao điểm, địa điểm, chuyển đổi số, chữ ký số, ký số, công nghệ số, \
            chỉ số, hệ số, hồ sơ số, một số, cung cấp, nâng cấp, trợ cấp, phân cấp, các cấp, trực thuộc, số lượng
            """
        ),
        (.time, "quý, tháng, năm, ngày, tuần, trước, đến, từ, hết, hạn, lúc, từ ngày, trước ngày"),
        (
            .rank,
            """
            nhóm, trong nhóm, thuộc nhóm, tốp, top, xếp thứ, thứ, hạng, trong tốp, trong top, xếp hạng, vị trí thứ, thứ hạng, \
            đứng thứ, vị trí, hạng thứ, thứ bậc
            """
        ),
        (.among, "trong, trong số, thuộc, nằm trong"),
    ])
}
