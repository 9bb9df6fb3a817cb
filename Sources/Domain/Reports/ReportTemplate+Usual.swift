extension ReportTemplate {
    /// Templates to begin with: a period's outline, an agency's report, the consolidated table, a letter.
    ///
    /// The outline follows a real ward's report and the two outlines of 581/BNV-CCHC as far as they are
    /// known (reporting-and-layout.md A); the columns of the Ministry's annexes are not established, so
    /// the table is ours. The standing office changes them.
    public static let usual: [ReportTemplate] =
        [
            ReportTemplate(
                id: ID(""), number: 0, use: .authority, kind: .report,
                title: "Báo cáo CCHC của tỉnh",
                subject: "Công tác cải cách hành chính {ky}", body: authorityText,
                recipients: """
                    Bộ Nội vụ
                    Thường trực Tỉnh ủy, Thường trực HĐND tỉnh
                    Chủ tịch, các Phó Chủ tịch UBND tỉnh
                    Các sở, ban, ngành; UBND các địa phương
                    """, source: "Đề cương tham khảo; hãy sửa theo hướng dẫn của Bộ Nội vụ"),
            ReportTemplate(
                id: ID(""), number: 0, use: .agency, kind: .report,
                title: "Báo cáo CCHC của đơn vị",
                subject: "Công tác cải cách hành chính {ky}", body: agencyText,
                recipients: "Cơ quan thường trực CCHC\nLãnh đạo đơn vị",
                source: "Đề cương tham khảo; hãy sửa theo hướng dẫn của tỉnh"),
            ReportTemplate(
                id: ID(""), number: 0, use: .consolidated, kind: .report, title: "Biểu tổng hợp",
                subject: "", body: consolidatedText, recipients: "",
                source: "Cột do phần mềm đề xuất; hãy sửa theo biểu mẫu được ban hành"),
        ] + letters

    private static let authorityText = """
        # I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH
        ## 1. Triển khai kế hoạch và văn bản đã ban hành
        Thực hiện Kế hoạch {ke_hoach} về cải cách hành chính năm {nam}, trong {ky} (từ ngày {tu_ngay} đến ngày {den_ngay}), {co_quan} đã ban hành các văn bản sau:
        [[van_ban_chi_dao]]
        Lũy kế từ đầu năm, {ke_hoach.da_ban_hanh|luy_ke} cơ quan, đơn vị đã ban hành kế hoạch cải cách hành chính của mình.
        ## 2. Kết quả chỉ tiêu và nhiệm vụ
        Đến ngày {den_ngay}, trong {chi_tieu.tong} chỉ tiêu được tính có {chi_tieu.dat} chỉ tiêu đạt, {chi_tieu.dang_bao_dam} đang bảo đảm, {chi_tieu.dung_tien_do} đúng tiến độ, {chi_tieu.nguy_co} có nguy cơ không đạt, {chi_tieu.khong_dat} không đạt.
        [[bang_chi_tieu]]
        [[bieu_do_chi_tieu]]
        Trong kỳ có {nhiem_vu.den_han} nhiệm vụ đến hạn, hoàn thành đúng hạn {nhiem_vu.dung_han} nhiệm vụ ({nhiem_vu.ty_le_dung_han}; cùng kỳ năm trước {nhiem_vu.ty_le_dung_han|cung_ky}); còn {nhiem_vu.qua_han} nhiệm vụ quá hạn.
        ## 3. Kiểm tra cải cách hành chính
        Trong kỳ đã kết luận {kiem_tra.cuoc} cuộc kiểm tra (lũy kế {kiem_tra.cuoc|luy_ke}; cùng kỳ năm trước {kiem_tra.cuoc|cung_ky}), {tu_kiem_tra.cuoc} cuộc tự kiểm tra; phát hiện {van_de.phat_hien} vấn đề, khắc phục {van_de.khac_phuc} vấn đề, còn {van_de.qua_han} vấn đề quá hạn khắc phục.
        ## 4. Tuyên truyền, sáng kiến
        Đã tổ chức {tuyen_truyen.hoat_dong} hoạt động tuyên truyền với {tuyen_truyen.luot} lượt người; {sang_kien.de_xuat} sáng kiến, mô hình mới được đề xuất, {sang_kien.cong_nhan} được công nhận.
        [[sang_kien]]
        ## 5. Chế độ báo cáo
        Trong {bao_cao.phai_gui} cơ quan, đơn vị phải gửi báo cáo {ky}, {bao_cao.dung_han} gửi đúng hạn, {bao_cao.qua_han} gửi quá hạn, {bao_cao.chua_gui} chưa báo cáo.
        # II. KẾT QUẢ THEO LĨNH VỰC
        [[ket_qua_linh_vuc]]
        # III. NGUỒN LỰC, CHƯƠNG TRÌNH VÀ CÁC CHỈ SỐ
        ## 1. Nguồn lực
        Lũy kế từ đầu năm, kinh phí được giao {kinh_phi.duoc_giao|luy_ke} nghìn đồng, đã chi {kinh_phi.da_chi|luy_ke} nghìn đồng ({kinh_phi.ty_le_chi|luy_ke}); có {nhan_luc.chuyen_trach} công chức chuyên trách, {nhan_luc.kiem_nhiem} kiêm nhiệm; trong kỳ tập huấn {nhan_luc.tap_huan} lượt người.
        ## 2. Mốc của chương trình
        [[moc_chuong_trinh]]
        ## 3. Cam kết của người đứng đầu
        Lũy kế từ đầu năm có {cam_ket.den_han|luy_ke} cam kết đến hạn, đã thực hiện {cam_ket.thuc_hien|luy_ke} ({cam_ket.ty_le|luy_ke}).
        [[cam_ket]]
        ## 4. Chỉ số hài lòng và các chỉ số do cơ quan khác công bố
        [[chi_so_ben_ngoai]]
        # IV. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN
        ## 1. Tồn tại, hạn chế
        [[ton_tai_han_che]]
        ## 2. Khó khăn, vướng mắc các đơn vị nêu
        [[kho_khan_don_vi_neu]]
        # V. NHIỆM VỤ KỲ TỚI
        [[nhiem_vu_ky_toi]]
        # VI. KIẾN NGHỊ, ĐỀ XUẤT
        [[kien_nghi_don_vi_neu]]
        """

    private static let agencyText = """
        # I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH
        Thực hiện Kế hoạch {ke_hoach} về cải cách hành chính năm {nam}, trong {ky} (từ ngày {tu_ngay} đến ngày {den_ngay}), {co_quan} triển khai công tác chỉ đạo, điều hành như sau:
        [[van_ban_chi_dao]]
        # II. KẾT QUẢ THỰC HIỆN
        Trong kỳ có {nhiem_vu.den_han} nhiệm vụ đến hạn, hoàn thành {nhiem_vu.hoan_thanh} nhiệm vụ, còn {nhiem_vu.qua_han} nhiệm vụ quá hạn.
        Đã tự kiểm tra {tu_kiem_tra.cuoc} cuộc; được kiểm tra và kết luận {kiem_tra.cuoc} cuộc; khắc phục {van_de.khac_phuc} vấn đề, còn {van_de.qua_han} vấn đề quá hạn.
        Tiếp nhận {ho_so.tiep_nhan} hồ sơ, giải quyết {ho_so.da_giai_quyet} hồ sơ, trước và đúng hạn {ho_so.ty_le_dung_han}.
        Tổ chức {tuyen_truyen.hoat_dong} hoạt động tuyên truyền.
        [[bang_so_sanh]]
        # III. TỒN TẠI, HẠN CHẾ
        [[nhiem_vu_qua_han]]
        [[kho_khan_don_vi_neu]]
        # IV. NHIỆM VỤ KỲ TỚI
        [[nhiem_vu_ky_toi]]
        # V. KIẾN NGHỊ, ĐỀ XUẤT
        [[kien_nghi_don_vi_neu]]
        """

    private static let consolidatedText = """
        A1 | Nhiệm vụ đến hạn | nhiệm vụ | nhiem_vu.den_han | kỳ
        A2 | Nhiệm vụ hoàn thành | nhiệm vụ | nhiem_vu.hoan_thanh | kỳ
        A3 | Nhiệm vụ hoàn thành từ đầu năm | nhiệm vụ | nhiem_vu.hoan_thanh | lũy kế
        A4 | Tỷ lệ hoàn thành đúng hạn | % | nhiem_vu.dung_han / nhiem_vu.den_han | kỳ
        A5 | Nhiệm vụ quá hạn | nhiệm vụ | nhiem_vu.qua_han | kỳ
        B1 | Được kiểm tra | cuộc | kiem_tra.cuoc | lũy kế
        B2 | Tự kiểm tra | cuộc | tu_kiem_tra.cuoc | lũy kế
        B3 | Vấn đề phát hiện | vấn đề | van_de.phat_hien | kỳ
        B4 | Vấn đề đã khắc phục | vấn đề | van_de.khac_phuc | kỳ
        C1 | Văn bản QPPL ban hành | văn bản | qppl.ban_hanh | kỳ
        D1 | Hồ sơ tiếp nhận | hồ sơ | ho_so.tiep_nhan | kỳ
        D2 | Hồ sơ đã giải quyết | hồ sơ | ho_so.da_giai_quyet | kỳ
        D3 | Tỷ lệ trước và đúng hạn | % | ho_so.truoc_han + ho_so.dung_han / ho_so.da_giai_quyet | kỳ
        E1 | Hoạt động tuyên truyền | hoạt động | tuyen_truyen.hoat_dong | kỳ
        E2 | Sáng kiến, mô hình mới | sáng kiến | sang_kien.de_xuat | kỳ
        E3 | Kinh phí đã chi | nghìn đồng | kinh_phi.da_chi | lũy kế
        """
}
