extension ReportTemplate {
    /// One of each other kind of document that reform work needs; the standing office changes them.
    ///
    /// The order of the parts follows the forms of Decree 30/2020/NĐ-CP, Annex III; the words are ours.
    static let letters: [ReportTemplate] = [
        other(
            .letter, "Công văn đôn đốc báo cáo",
            "đôn đốc báo cáo công tác cải cách hành chính {ky}",
            """
            Thực hiện Kế hoạch {ke_hoach}, tính đến ngày {den_ngay} còn {bao_cao.chua_gui} cơ quan, đơn vị chưa gửi báo cáo {ky}.
            Đề nghị các cơ quan, đơn vị có tên trong phụ lục kèm theo khẩn trương gửi báo cáo.
            % Cơ quan, đơn vị báo cáo chậm, chưa báo cáo {ky}
            [[bao_cao_cham]]
            """, to: "Các sở, ban, ngành\nUBND các huyện, thị xã, thành phố", copies: "Như trên"),
        other(
            .notice, "Thông báo tình hình thực hiện kế hoạch",
            "Tình hình thực hiện kế hoạch cải cách hành chính {ky}",
            """
            Thực hiện Kế hoạch {ke_hoach}, {co_quan} thông báo tình hình thực hiện {ky} như sau:
            ## 1. Kết quả
            Trong kỳ có {nhiem_vu.den_han} nhiệm vụ đến hạn, hoàn thành đúng hạn {nhiem_vu.dung_han} ({nhiem_vu.ty_le_dung_han}); còn {nhiem_vu.qua_han} nhiệm vụ quá hạn.
            ## 2. Nhiệm vụ quá hạn
            [[nhiem_vu_qua_han]]
            Yêu cầu các cơ quan, đơn vị khẩn trương hoàn thành./.
            """, copies: "Các sở, ban, ngành\nUBND các huyện, thị xã, thành phố"),
        other(
            .plan, "Kế hoạch khắc phục hạn chế",
            "Khắc phục tồn tại, hạn chế trong công tác cải cách hành chính năm {nam}",
            """
            > Thực hiện Kế hoạch {ke_hoach}, {co_quan} ban hành kế hoạch như sau:
            # I. MỤC ĐÍCH, YÊU CẦU
            Khắc phục các tồn tại, hạn chế tính đến ngày {den_ngay}; phân công rõ cơ quan chủ trì, thời hạn, sản phẩm.
            # II. NỘI DUNG
            [[ton_tai_han_che]]
            [[nhiem_vu_qua_han]]
            # III. TỔ CHỨC THỰC HIỆN
            Các cơ quan, đơn vị báo cáo kết quả về cơ quan thường trực./.
            """, copies: "Các sở, ban, ngành\nUBND các huyện, thị xã, thành phố"),
        other(
            .submission, "Tờ trình công nhận sáng kiến, mô hình",
            "Về việc công nhận sáng kiến, mô hình cải cách hành chính năm {nam}",
            """
            Thực hiện Kế hoạch {ke_hoach}, đến ngày {den_ngay} có {sang_kien.de_xuat|luy_ke} sáng kiến, mô hình mới được đề xuất, {sang_kien.nhan_rong|luy_ke} được kết luận nhân rộng.
            {co_quan} kính trình xem xét, công nhận các sáng kiến, mô hình sau:
            [[sang_kien]]
            """, to: "Ủy ban nhân dân tỉnh", copies: "Như trên"),
        other(
            .decision, "Quyết định công nhận sáng kiến, mô hình",
            "Về việc công nhận sáng kiến, mô hình cải cách hành chính năm {nam}",
            """
            = {tham_quyen}
            > Căn cứ Luật Tổ chức chính quyền địa phương;
            > Căn cứ Kế hoạch {ke_hoach};
            > Theo đề nghị của cơ quan thường trực cải cách hành chính.
            = QUYẾT ĐỊNH:
            Điều 1. Công nhận các sáng kiến, mô hình cải cách hành chính năm {nam} có tên trong phụ lục kèm theo.
            Điều 2. Các cơ quan, đơn vị có sáng kiến, mô hình được công nhận có trách nhiệm duy trì, nhân rộng.
            Điều 3. Thủ trưởng các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.
            % Danh sách sáng kiến, mô hình được công nhận
            [[sang_kien]]
            """, copies: "Như Điều 3"),
        other(
            .record, "Biên bản họp giao ban cải cách hành chính",
            "Họp giao ban công tác cải cách hành chính {ky}",
            """
            Thời gian: … giờ … phút, ngày … tháng … năm {nam}.
            Địa điểm: …
            ## 1. Thành phần
            Chủ trì: …
            Thư ký: …
            ## 2. Nội dung
            Cơ quan thường trực báo cáo: trong kỳ có {nhiem_vu.den_han} nhiệm vụ đến hạn, còn {nhiem_vu.qua_han} nhiệm vụ quá hạn; {chi_tieu.nguy_co} chỉ tiêu có nguy cơ không đạt.
            | STT | Ý kiến | Người phát biểu |
            | 1 | … | … |
            ## 3. Kết luận
            …
            Biên bản được đọc lại cho mọi người cùng nghe và nhất trí thông qua.
            """, copies: "Thành viên dự họp"),
    ]

    private static func other(
        _ kind: OfficialDocument.Kind, _ title: String, _ subject: String, _ body: String,
        to addressees: String = "", copies recipients: String
    ) -> ReportTemplate {
        ReportTemplate(
            id: ID(""), number: 0, use: .other, kind: kind, title: title, subject: subject,
            body: body, addressees: addressees, recipients: recipients,
            source: "Mẫu tham khảo; hãy sửa theo quy định của địa phương")
    }
}
