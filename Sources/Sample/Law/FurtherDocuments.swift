import Domain

/// Documents of the sample's register beside the year's normative ones, all made up.
///
/// Older ones, individual ones, policies, and some with the slips that real registers have.
enum FurtherDocuments {
    /// One line: `issuer|symbol|title|signed|nature|kind|organ|signer|in force|field|status|sources`.
    ///
    /// `P` stands for the province's code, `Y`, `Y-3` for years counted from the sample's.
    static let lines: [String] = [
        "P|70/Y-8/NQ-HĐND|Quy định mức thu, quản lý, sử dụng các khoản phí, lệ phí trên địa bàn tỉnh|12/12/Y-8|normative|resolution|council|Chủ tịch HĐND Trương Văn Lộc|22/12/Y-8|tài chính|Hết hiệu lực một phần|Sở Tư pháp, hồ sơ hệ thống hóa (chắc chắn)",
        "P|12/Y-7/QĐ-UBND|Quy định phân cấp quản lý tổ chức bộ máy, biên chế|01/04/Y-7|normative|decision|committee|Phó Chủ tịch Lê Minh Hải|11/04/Y-7|nội vụ|Hết hiệu lực toàn bộ|Sở Tư pháp, hồ sơ hệ thống hóa (chắc chắn)",
        "P|07/Y-5/NQ-HĐND|Quy định chính sách hỗ trợ phát triển kinh tế tập thể, hợp tác xã|15/07/Y-5|normative|resolution|council|Chủ tịch HĐND Trương Văn Lộc|25/07/Y-5|kế hoạch, đầu tư|Còn hiệu lực|Sở Tư pháp, hồ sơ hệ thống hóa (chắc chắn)",
        "P|30/Y-3/QĐ-UBND|Quy định phân cấp quản lý tổ chức bộ máy, biên chế công chức, số lượng người làm việc|09/10/Y-3|normative|decision|committee|Phó Chủ tịch Lê Minh Hải|19/10/Y-3|nội vụ|Còn hiệu lực|vbpl.vn (tương đối); signer: bản giấy (chắc chắn)",
        "P|16/Y-2/QĐ-UBND|Ban hành Quy chế phối hợp rà soát, hệ thống hóa văn bản quy phạm pháp luật|09/01/Y-2|normative|decision|committee|Phó Chủ tịch Lê Minh Hải|19/01/Y-2|tư pháp|Còn hiệu lực|vbpl.vn (tương đối)",
        "P|043/Y-1/QĐ-UBND|Quy định việc xây dựng, ban hành văn bản quy phạm pháp luật của tỉnh|18/11/Y-1|normative|decision|committee|Phó Chủ tịch Lê Minh Hải|28/11/Y-1|tư pháp|Còn hiệu lực|Công báo tỉnh (chắc chắn)",
        "P|39/Y-2/QĐ-UBND|Quy định đơn giá nhà, công trình xây dựng|16/08/Y-2|normative|decision|committee|Phó Chủ tịch Phan Thế Vinh|26/08/Y-2|xây dựng|Còn hiệu lực|vbpl.vn (tương đối)",
        "P|40/Y-2/QĐ-UBND|Quy định đơn giá vật kiến trúc, cây trồng|16/08/Y-2|normative|decision|committee|Phó Chủ tịch Phan Thế Vinh|26/08/Y-2|xây dựng|Còn hiệu lực|vbpl.vn (tương đối)",
        "P|2712/QĐ-UBND|Công bố danh mục thủ tục hành chính thuộc phạm vi chức năng quản lý của Sở Nội vụ|12/07/Y|individual|decision|chairman|Phó Chủ tịch Lê Minh Hải|12/07/Y|nội vụ|Còn hiệu lực|",
        "P|118/TB-UBND|Kết luận tại cuộc họp giao ban công tác cải cách hành chính quý I|20/04/Y|individual|notice|committee|Chánh Văn phòng Đỗ Quốc Khánh||nội vụ||",
        "P|322/QĐ-UBND|Công bố danh mục văn bản quy phạm pháp luật hết hiệu lực toàn bộ, hết hiệu lực một phần năm Y-1|28/01/Y|individual|decision|chairman|Phó Chủ tịch Lê Minh Hải|28/01/Y|tư pháp|Còn hiệu lực|Công báo tỉnh (chắc chắn)",
        "P-SNV|617/TTr-SNV|Đề nghị ban hành quy định phân cấp quản lý cán bộ, công chức|14/05/Y|individual|proposal|body|Giám đốc Hồ Thị Lan||nội vụ||",
        "P-STP|18/BCTĐ-STP|Thẩm định dự thảo quyết định quy định phân cấp quản lý cán bộ, công chức|25/05/Y|individual|appraisal|body|Giám đốc Vũ Hoàng Nam||tư pháp||",
        "P-SNV|2231/SNV-CCHC&PC|Tiếp thu, giải trình ý kiến thẩm định|02/06/Y|individual|letter|body|Phó Giám đốc Cao Xuân Thành||nội vụ||",
        "P|4521/UBND-KT|Chủ trương hỗ trợ doanh nghiệp nhỏ và vừa ứng dụng dịch vụ công trực tuyến|09/03/Y|policy|orientation|chairman|Phó Chủ tịch Phan Thế Vinh|09/03/Y|công thương|Còn hiệu lực|",
        "P|1086/QĐ-UBND|Chế độ hỗ trợ công chức, viên chức làm việc tại bộ phận một cửa|29/03/Y|policy|regime|committee|Phó Chủ tịch Lê Minh Hải|01/04/Y|nội vụ|Còn hiệu lực|",
        "P|2045/QĐ-UBND|Chính sách khuyến khích xã hội hóa trong lĩnh vực giáo dục|07/06/Y|policy|policy|committee|Phó Chủ tịch Phan Thế Vinh|07/06/Y|giáo dục|Ngưng hiệu lực|",
        "P-SNV|QĐ 320/SNV-CCHC|Đo lường sự hài lòng của người dân, tổ chức|15/08/Y-1|individual|decision|body|||nội vụ|Đã biết|vbpl.vn (chưa chắc)",
        "P|25/Y-4/QĐ-UBND|Quy định quản lý, sử dụng lòng đường, vỉa hè|14/06/Y-4|normative|decision|committee|Đang cập nhật|14/06/Y-4|giao thông|Đang cập nhật|vbpl.vn (chưa chắc)",
        // The law of the land, of an issuer outside the tree: what rests on it is to be looked at when it changes.
        "TW-QH|80/2015/QH13|Ban hành văn bản quy phạm pháp luật|22/06/2015|normative|law|body|Chủ tịch Quốc hội|01/07/2016|tư pháp||vbpl.vn (chắc chắn)",
    ]

    /// Their texts, by symbol: the paragraphs of bases and what the articles say.
    static let bases: [(symbol: String, bases: [String], inForce: String)] = [
        (
            "30/Y-3/QĐ-UBND",
            [
                "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13 ngày 22 tháng 6 năm 2015;",
                "Căn cứ Quyết định số 12/Y-7/QĐ-UBND ngày 01 tháng 4 năm Y-7 của Ủy ban nhân dân tỉnh;",
                "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 1494/TTr-SNV ngày 28/6/Y-3.",
            ], "19 tháng 10 năm Y-3"
        ),
        (
            "043/Y-1/QĐ-UBND",
            [
                "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13 ngày 22 tháng 6 năm 2015;",
                "Căn cứ Quyết định số 16/Y-2/QĐ-UBND ngày 09 tháng 01 năm Y-2;",
                "Theo đề nghị của Giám đốc Sở Tư pháp.",
            ], "28 tháng 11 năm Y-1"
        ),
        (
            "25/Y-4/QĐ-UBND",
            [
                "Căn cứ Luật Ban hành văn bản quy phạm pháp luật năm 2016;",
                "Xét Tờ trình số 88/TTr-SGTVT ngày 20 tháng 12 năm Y-5;",
            ], "24 tháng 6 năm Y-4"
        ),
        (
            "1086/QĐ-UBND",
            [
                "Căn cứ Quyết định số 30/Y-3/QĐ-UBND ngày 09/10/Y-3 của Ủy ban nhân dân tỉnh;",
                "Căn cứ Nghị quyết số 07/Y-5/NQ-HĐND ngày 15/7/Y-5 của Hội đồng nhân dân tỉnh;",
            ], "01 tháng 4 năm Y"
        ),
    ]
}
