/// What legal documents of a province and its districts are about.
enum LegalDocumentTitles {
    static let byProvince: [String] = [
        "Quy định mức thu, quản lý phí thăm quan danh lam thắng cảnh trên địa bàn tỉnh",
        "Quy định hệ số điều chỉnh giá đất trên địa bàn tỉnh",
        "Ban hành quy chế phối hợp giải quyết thủ tục hành chính về đất đai",
        "Quy định phân cấp quản lý công trình thủy lợi",
        "Quy định chế độ báo cáo định kỳ phục vụ chỉ đạo, điều hành",
        "Quy định đơn giá bồi thường cây trồng, vật nuôi khi Nhà nước thu hồi đất",
        "Quy định chức năng, nhiệm vụ, quyền hạn của Sở Nội vụ",
        "Quy định quản lý, khai thác đường đô thị",
        "Quy định tiêu chuẩn, định mức sử dụng xe ô tô chuyên dùng",
        "Quy định giá dịch vụ thu gom, vận chuyển chất thải rắn sinh hoạt",
        "Ban hành quy chế quản lý cụm công nghiệp",
        "Quy định mức hỗ trợ học phí cho học sinh vùng khó khăn",
        "Quy định thời hạn gửi, xét duyệt quyết toán ngân sách",
        "Quy định quản lý hoạt động của tàu cá",
        "Ban hành quy chế thi đua, khen thưởng của tỉnh",
        "Quy định giá tối đa dịch vụ sử dụng cảng cá",
        "Quy định phân cấp thẩm định dự án đầu tư xây dựng",
        "Quy định về quản lý vật liệu nổ công nghiệp",
        "Sửa đổi quy định về diện tích tách thửa đất",
        "Quy định nội dung chi, mức chi cho công tác hòa giải ở cơ sở",
        "Ban hành quy chế quản lý, sử dụng Cổng dịch vụ công",
        "Quy định mức chi bảo đảm trật tự an toàn giao thông",
        "Quy định quản lý cây xanh đô thị",
        "Bãi bỏ một số văn bản quy phạm pháp luật của Ủy ban nhân dân tỉnh",
    ]

    /// What each of the province's is about, in the same order.
    static let fields: [String] = [
        "tài chính", "đất đai", "đất đai", "nông nghiệp", "văn phòng", "đất đai", "nội vụ",
        "xây dựng", "tài chính", "tài nguyên, môi trường", "công thương", "giáo dục",
        "tài chính", "nông nghiệp", "nội vụ", "nông nghiệp", "xây dựng", "công thương",
        "đất đai", "tư pháp", "thông tin, truyền thông", "giao thông", "xây dựng", "tư pháp",
    ]

    static let byDistricts: [String] = [
        "Quy định chức năng, nhiệm vụ của Văn phòng HĐND và UBND",
        "Quy định chức năng, nhiệm vụ của Phòng Kinh tế",
        "Ban hành quy chế quản lý chợ trên địa bàn",
        "Quy định chức năng, nhiệm vụ của Phòng Tư pháp",
        "Quy định chức năng, nhiệm vụ của Phòng Quản lý đô thị",
        "Bãi bỏ văn bản quy phạm pháp luật không còn phù hợp",
    ]
}
