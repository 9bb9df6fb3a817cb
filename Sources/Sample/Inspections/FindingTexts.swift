/// What inspections find, in the words of a conclusion notice.
enum FindingTexts {
    /// The ground that what bodies find themselves goes against.
    static let ground = "Nghị định 61/2018/NĐ-CP"

    static let all: [String] = [
        "Kế hoạch cải cách hành chính chưa ghi rõ sản phẩm và thời hạn của từng nhiệm vụ",
        "Chưa niêm yết thủ tục hành chính mới được công bố tại nơi tiếp nhận hồ sơ",
        "Còn hồ sơ giải quyết quá hạn nhưng không có văn bản xin lỗi",
        "Báo cáo quý nộp chậm, số liệu chưa khớp với sổ theo dõi",
        "Chưa phân công lãnh đạo trực tiếp phụ trách cải cách hành chính",
        "Sổ theo dõi hồ sơ ghi thiếu ngày hẹn trả kết quả",
        "Yêu cầu người dân nộp giấy tờ ngoài thành phần hồ sơ quy định",
        "Quy trình nội bộ chưa được cập nhật theo quyết định công bố mới",
        "Kết quả giải quyết chưa được số hóa, chưa lưu vào kho điện tử",
        "Tỷ lệ văn bản ký số thấp, còn gửi song song bản giấy",
        "Chưa công khai số điện thoại tiếp nhận phản ánh, kiến nghị",
        "Phản ánh của người dân trả lời quá thời hạn",
        "Chưa tổ chức lấy ý kiến hài lòng của người nộp hồ sơ",
        "Hồ sơ tự kiểm tra thiếu biên bản và kết luận",
        "Chưa rà soát văn bản do cơ quan tham mưu ban hành",
        "Bản mô tả vị trí việc làm chưa sửa theo chức năng, nhiệm vụ mới",
        "Công chức tiếp nhận hồ sơ chưa qua lớp bồi dưỡng nghiệp vụ",
        "Phần mềm giải quyết thủ tục chưa cập nhật đủ các bước xử lý",
        "Chưa công khai dự toán, quyết toán trên trang thông tin điện tử",
        "Tài liệu tuyên truyền cải cách hành chính còn sơ sài, ít hình thức",
        "Chưa bố trí chỗ ngồi, máy tính tra cứu cho người dân ở nơi tiếp nhận hồ sơ",
        "Việc thu phí, lệ phí chưa ghi biên lai đầy đủ",
        "Chưa xây dựng biện pháp khắc phục các tiêu chí bị trừ điểm năm trước",
        "Lịch tiếp công dân chưa được thực hiện đều",
    ]
}
