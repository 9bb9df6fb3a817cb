import Domain

/// A task that agencies write into their own plans.
struct Duty: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case work, report, selfInspection
    }

    let text: String
    let month: Int
    let dayOfMonth: Int
    let levels: [Agency.Level]
    let kind: Kind

    func due(in year: Int) -> Day {
        guard let day = Day(year: year, month: month, day: dayOfMonth) else {
            preconditionFailure(
                "a duty is due on a day that does not exist: \(dayOfMonth)/\(month)")
        }
        return day
    }

    private static let all: [Agency.Level] = [.department, .district, .commune]
    private static let localities: [Agency.Level] = [.district, .commune]

    private static func duty(
        _ dayOfMonth: Int, _ month: Int, _ levels: [Agency.Level], _ text: String,
        _ kind: Kind = .work
    ) -> Duty {
        Duty(text: text, month: month, dayOfMonth: dayOfMonth, levels: levels, kind: kind)
    }

    /// What stands in every agency's plan; the self-inspection takes its day from the year's story.
    static let fixed: [Duty] = [
        duty(10, 6, all, "Báo cáo công tác cải cách hành chính 6 tháng đầu năm", .report),
        duty(30, 11, all, "Tự kiểm tra công tác cải cách hành chính", .selfInspection),
        duty(3, 12, all, "Báo cáo công tác cải cách hành chính năm", .report),
    ]

    /// What some agencies write into theirs.
    static let optional: [Duty] = [
        duty(26, 2, all, "Phân công lãnh đạo phụ trách và công chức đầu mối cải cách hành chính"),
        duty(12, 3, all, "Báo cáo công tác cải cách hành chính quý I", .report),
        duty(31, 3, all, "Niêm yết lại thủ tục hành chính tại nơi tiếp nhận hồ sơ"),
        duty(29, 4, localities, "Thay bảng hướng dẫn và lắp camera tại nơi tiếp nhận hồ sơ"),
        duty(31, 5, all, "Khắc phục các tiêu chí bị trừ điểm của năm trước"),
        duty(30, 6, all, "Cử công chức tham gia lớp bồi dưỡng kỹ năng xử lý hồ sơ điện tử"),
        duty(30, 6, [.department], "Rà soát, đề xuất đơn giản hóa thủ tục hành chính của ngành"),
        duty(16, 7, localities, "Đối thoại với người dân, doanh nghiệp về thủ tục hành chính"),
        duty(30, 7, [.department], "Rà soát văn bản quy phạm pháp luật do cơ quan tham mưu"),
        duty(13, 8, localities, "Phát thanh chuyên đề cải cách hành chính trên đài truyền thanh"),
        duty(31, 8, all, "Lấy ý kiến người nộp hồ sơ về thái độ phục vụ"),
        duty(10, 9, all, "Báo cáo công tác cải cách hành chính quý III", .report),
        duty(30, 9, all, "Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực"),
        duty(30, 9, [.department], "Xây dựng lại quy trình nội bộ giải quyết thủ tục hành chính"),
        duty(29, 10, all, "Đề xuất sáng kiến cải cách hành chính của năm"),
        duty(15, 11, [.department], "Rà soát bản mô tả vị trí việc làm"),
    ]
}
