import Domain
import Reading
import Testing

struct TargetSentenceTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let dash: String
        let promises: [String]

        init(_ dash: String, _ promises: String...) {
            self.dash = dash
            self.promises = promises
        }

        var testDescription: String { dash }
    }

    @Test(arguments: examples) func `a dash promises what its words say`(_ example: Example) {
        #expect(PlanReader.targets(ofDash: example.dash).map(\.promise) == example.promises)
    }

    static let examples: [Example] = comparators + lists + rankings + wishes

    private static let comparators: [Example] = [
        Example("Tối thiểu 80% hồ sơ được luân chuyển bằng phương thức điện tử.", "at_least 80 %"),
        Example("Mức độ hài lòng của người dân không thấp hơn 90%.", "at_least 90 %"),
        Example("Có từ 80% trở lên số cơ quan ứng dụng phần mềm điều hành.", "at_least 80 %"),
        Example("Tỷ lệ giải ngân vốn đầu tư công đạt 95% kế hoạch trở lên.", "at_least 95 %"),
        Example("Tối thiểu 45% - 50% hồ sơ được số hóa.", "at_least 45 - 50 %"),
        Example("Từ 85% đến 90% công chức cấp xã đạt chuẩn.", "between 85 - 90 %"),
        Example("Chỉ số hài lòng của tổ chức, công dân đạt trên 85%.", "more_than 85 %"),
        Example("Tỷ lệ hồ sơ quá hạn dưới 2%.", "less_than 2 %"),
        Example(
            "Giảm thời gian giải quyết xuống dưới 5 ngày làm việc.", "less_than 5 ngày làm việc"),
        Example("Số hồ sơ trễ hạn không quá 1,27% tổng số hồ sơ.", "at_most 1.27 %"),
        Example("Thời gian chờ của người dân tối đa 30 phút/01 lượt giao dịch.", "at_most 30 phút"),
        Example("100% thủ tục hành chính được công khai đúng quy định.", "equal 100 %"),
        Example(
            "Giảm số lượng đơn vị sự nghiệp công lập xuống còn 50 đơn vị.", "decrease_to 50 đơn vị"),
        Example("Số hồ sơ phải bổ sung giảm 50% so với năm 2020.", "decrease_by 50 %"),
        Example("Giảm tối thiểu 10% số lượng đơn vị sự nghiệp công lập.", "decrease_at_least 10 %"),
        Example(
            "Rút ngắn ít nhất 20% thời gian giải quyết so với quy định.", "decrease_at_least 20 %"),
        Example("Mỗi năm tăng tối thiểu 20% tỷ lệ hồ sơ trực tuyến.", "increase_at_least 20 %"),
        Example(
            "Tỷ lệ thanh toán trực tuyến cao hơn ít nhất 10% so với năm trước.",
            "increase_at_least 10 %"),
        Example("Tỷ lệ thủ tục hành chính được cắt giảm đạt 30%.", "equal 30 %"),
        Example("Tối thiểu 50 phần trăm dịch vụ công được tích hợp.", "at_least 50 %"),
        Example("Điểm số cải cách hành chính đạt từ 85 điểm trở lên.", "at_least 85 điểm"),
        Example("Tiết kiệm ít nhất 10% chi thường xuyên.", "at_least 10 %"),
        Example("Không có hồ sơ trễ hạn do nguyên nhân chủ quan.", "equal 0 hồ sơ"),
        Example("Tốc độ tăng trưởng kinh tế đạt từ 7,5% trở lên.", "at_least 7.5 %"),
        Example("Tốc độ tăng biên chế dưới 1%.", "less_than 1 %"),
        Example("Thu nhập bình quân đạt 60 triệu đồng trở lên.", "at_least 60 triệu đồng"),
        Example("Đạt 14,3 bác sĩ/1 vạn dân.", "equal 14.3 bác sĩ/1 vạn dân"),
        Example("Kiểm tra tối thiểu 02 lần/năm đối với mỗi đơn vị cấp xã.", "at_least 2 lần/năm"),
    ]

    private static let lists: [Example] = [
        Example(
            "90% hồ sơ tại cấp tỉnh, 80% hồ sơ tại cấp huyện và 60% hồ sơ tại cấp xã được xử lý trên môi trường mạng.",
            "equal 90 %", "equal 80 %", "equal 60 %"),
        Example(
            "Tỷ lệ hài lòng của người dân đạt ít nhất 95%, của doanh nghiệp đạt ít nhất 90%.",
            "at_least 95 %", "at_least 90 %"),
        Example(
            "Mức độ hài lòng đạt tối thiểu 90%, trong đó lĩnh vực đất đai, xây dựng đạt tối thiểu 85%.",
            "at_least 90 %", "at_least 85 %"),
        Example(
            "Giảm 1,5% biên chế công chức và 2,05% số người làm việc trong đơn vị sự nghiệp.",
            "decrease_by 1.5 %", "decrease_by 2.05 %"),
        Example(
            "Ít nhất 70% cơ quan chuyên môn cấp tỉnh và 50% Ủy ban nhân dân cấp huyện được kiểm tra.",
            "at_least 70 %", "at_least 50 %"),
        Example(
            "Hồ sơ đúng hạn: cấp tỉnh 98%, cấp huyện 95%, cấp xã 95%.", "equal 98 %", "equal 95 %",
            "equal 95 %"),
        Example(
            "Kiểm tra ít nhất 05 sở, ngành; 03 huyện và 10 xã.", "at_least 5 sở, ngành",
            "at_least 3 huyện", "at_least 10 xã"),
        Example(
            "Bảo đảm trên 90% người dân hài lòng, dưới 1% hồ sơ trễ hạn.", "more_than 90 %",
            "less_than 1 %"),
        Example(
            "Tỷ lệ giải quyết theo cơ chế liên thông đạt 25%, tăng 5% so với năm 2020.",
            "equal 25 %", "increase_at_least 5 %"),
    ]

    private static let rankings: [Example] = [
        Example(
            "Chỉ số PAR INDEX của tỉnh thuộc nhóm 10 tỉnh cao nhất cả nước.", "rank_within 10 rank"),
        Example("Chỉ số PAR INDEX phấn đấu xếp thứ 20/63 tỉnh, thành phố.", "rank_within 20 rank"),
        Example("Chỉ số chuyển đổi số xếp hạng từ 25 trở lên.", "rank_within 25 rank"),
        Example("Chỉ số PCI tăng 3 bậc so với năm 2020.", "rank_up_at_least 3 rank"),
        Example("Duy trì Chỉ số cải cách hành chính ở nhóm tốt.", "in_class tốt"),
        Example("Xếp loại cải cách hành chính của huyện đạt loại khá trở lên.", "in_class khá"),
    ]

    private static let wishes: [Example] = [
        Example(
            "Tỷ lệ hồ sơ trực tuyến đạt chỉ tiêu được Ủy ban nhân dân tỉnh giao.", "meets_reference"
        ),
        Example("Tăng tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn.", "unquantified"),
        Example("Hoàn thành việc sắp xếp các đơn vị sự nghiệp công lập.", "unquantified"),
    ]
}
