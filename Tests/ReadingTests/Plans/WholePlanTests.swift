import Domain
import Reading
import Testing

/// A whole plan in our own words, of the kind that provinces issue.
struct WholePlanTests {
    private let plan = PlanReader.read(Self.text)

    @Test func `every target of a whole plan is found, and no other`() {
        #expect(
            plan.targets.map { $0.clause + " " + $0.promise } == [
                "I.2.1.1-1 rank_up_at_least 3 rank", "I.2.1.1-2 rank_within 15 rank",
                "I.2.1.1-3 at_least 86 %", "I.2.1.2-1 at_least 30 %", "I.2.1.2-2 at_least 30 %",
                "I.2.1.2-3 at_least 40 %", "I.2.1.3 at_least 1 sáng kiến",
                "I.2.2.1-1 at_least 80 %",
                "I.2.2.1-2 at_least 65 %", "I.2.2.2-1 equal 100 %", "I.2.2.2-2 equal 95 %",
                "I.2.2.2-3 equal 90 %", "I.2.2.3 at_least 98 %", "I.2.2.4-1 decrease_at_least 30 %",
                "I.2.2.4-2 decrease_at_least 30 %", "I.2.2.5 at_most 30 phút",
                "I.2.3.1 unquantified",
                "I.2.3.2-1 decrease_at_least 5 %", "I.2.3.2-2 decrease_by 10 %",
                "I.2.4.1-1 equal 100 %", "I.2.4.1-2 between 25 - 35 %", "I.2.4.2-1 more_than 90 %",
                "I.2.4.2-2 equal 100 %", "I.2.5.1 equal 2 đơn vị", "I.2.5.2 at_least 95 %",
                "I.2.6.1 equal 80 %", "I.2.6.2-1 equal 100 %", "I.2.6.2-2 equal 90 %",
                "I.2.6.2-3 equal 80 %", "I.2.6.3 in_class khá", "I.2.6.4 unquantified",
                "II.1.1 at_least 30 %",
            ])
    }

    @Test func `a verb after a list serves each of its sets`() {
        let measures = plan.targets.filter { $0.clause.hasPrefix("I.2.1.2") }.map(\.measure)
        #expect(measures == ["bodies-inspected", "bodies-inspected", "communes-inspected"])
    }

    @Test func `a deadline after a semicolon belongs to the target before it`() {
        let target = plan.targets.first { $0.clause == "I.2.1.3" }
        #expect(target?.deadline == Day("2025-11-30").map { .day($0) })
    }

    @Test func `every task has its lead and deadline`() {
        #expect(
            plan.tasks.map { [$0.clause, $0.lead ?? "-", $0.deadline?.text ?? "-"] } == [
                ["II.1.1", "Sở Nội vụ", "Quý I/2025"], ["II.1.2", "-", "Tháng 7/2025"],
                ["II.2.1", "Sở Tư pháp", "quý II/2025"],
                ["IV.1.a", "Các sở, ban, ngành, UBND các huyện, thị xã, thành phố", "2024-12-31"],
                [
                    "IV.1.b", "Các sở, ban, ngành, UBND các huyện, thị xã, thành phố",
                    "định kỳ hằng quý",
                ],
                ["IV.2.p1", "Sở Nội vụ", "-"],
            ])
    }

    @Test func `its signer stands at the end`() {
        #expect(plan.document.signer == "Lê Văn Thành")
    }

    static let text = """
        ỦY BAN NHÂN DÂN
        TỈNH HẢI LÂM
        __________

        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập – Tự do – Hạnh phúc
        _______________________

        Số: 285/KH-UBND
        Hải Lâm, ngày 05 tháng 12 năm 2024

        KẾ HOẠCH
        Cải cách hành chính nhà nước năm 2025 trên địa bàn tỉnh

        Thực hiện Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030; Ủy ban nhân dân tỉnh ban hành Kế hoạch cải cách hành chính năm 2025 như sau:

        I. MỤC TIÊU, CHỈ TIÊU

        1. Mục tiêu chung

        Tiếp tục đẩy mạnh cải cách hành chính; nâng cao Chỉ số PAR INDEX, SIPAS của tỉnh.

        2. Các chỉ tiêu cụ thể

        2.1. Công tác chỉ đạo, điều hành

        - Chỉ số cải cách hành chính (PAR INDEX) của tỉnh năm 2025 tăng từ 3 bậc trở lên so với năm 2024, phấn đấu nằm trong nhóm 15 tỉnh, thành phố có chỉ số cao nhất; Chỉ số hài lòng (SIPAS) đạt từ 86% trở lên.

        - Có ít nhất 30% số cơ quan chuyên môn thuộc UBND tỉnh, 30% UBND cấp huyện và mỗi huyện có tối thiểu 40% UBND cấp xã được kiểm tra cải cách hành chính trong năm.

        - Mỗi cơ quan, đơn vị có ít nhất 01 sáng kiến được công nhận; hoàn thành trước ngày 30/11/2025.

        2.2. Cải cách thủ tục hành chính

        - Tối thiểu 80% thủ tục hành chính có yêu cầu nghĩa vụ tài chính được thanh toán trực tuyến; trong đó tỷ lệ giao dịch thanh toán trực tuyến đạt 65% trở lên.

        - 100% hồ sơ giải quyết TTHC của cấp tỉnh, 95% của cấp huyện và 90% của cấp xã được số hóa (trừ hồ sơ có nội dung mật).

        - Tỷ lệ giải quyết hồ sơ đúng hạn và trước hạn ở cả 3 cấp: tối thiểu 98%.

        - Cắt giảm, đơn giản hóa ít nhất 30% thời gian giải quyết thủ tục hành chính, ít nhất 30% chi phí tuân thủ.

        - Phấn đấu giảm thời gian chờ đợi của người dân xuống còn trung bình tối đa 30 phút/01 lượt giao dịch.

        2.3. Cải cách tổ chức bộ máy

        - Hoàn thành sắp xếp các cơ quan chuyên môn theo chỉ đạo của Trung ương.

        - Giảm tối thiểu 5% biên chế so với năm 2021 (theo Nghị quyết số 39-NQ/TW), giảm 10% số lượng cấp phó.

        2.4. Cải cách chế độ công vụ

        - 100% cơ quan hành chính bố trí cán bộ, công chức, viên chức theo vị trí việc làm; 25% - 35% số lãnh đạo quản lý cấp sở có khả năng làm việc trong môi trường quốc tế.

        - Trên 90% cán bộ, công chức cấp xã có trình độ cao đẳng, đại học và 100% được chuẩn hóa về lý luận chính trị, kiến thức, kỹ năng quản lý hành chính nhà nước.

        2.5. Cải cách tài chính công

        - Phấn đấu có thêm 02 đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên.

        - Tỷ lệ giải ngân kế hoạch đầu tư vốn ngân sách nhà nước hằng năm đạt 95% trở lên.

        2.6. Xây dựng chính quyền số

        - 80% các hệ thống thông tin của tỉnh có liên quan đến người dân, doanh nghiệp đã đưa vào vận hành, khai thác được kết nối, liên thông qua Trục liên thông.

        - 100% hồ sơ công việc tại cấp tỉnh, 90% hồ sơ công việc tại cấp huyện và 80% hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng (không bao gồm hồ sơ công việc thuộc phạm vi bí mật nhà nước).

        - Chỉ số chuyển đổi số cấp tỉnh (DTI) thuộc nhóm khá.

        - Duy trì hoạt động Cổng Dịch vụ công 24/7.

        II. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU

        1. Công tác chỉ đạo, điều hành

        1.1. Xây dựng kế hoạch kiểm tra cải cách hành chính năm 2025; kiểm tra ít nhất 30% số đơn vị.

        - Cơ quan chủ trì: Sở Nội vụ.
        - Cơ quan phối hợp: Văn phòng UBND tỉnh; Sở Tư pháp.
        - Thời gian hoàn thành: Quý I/2025.

        1.2. Tổ chức Hội nghị sơ kết công tác cải cách hành chính 6 tháng đầu năm. Thời gian thực hiện: Tháng 7/2025.

        2. Cải cách thể chế

        - Giao Sở Tư pháp chủ trì, phối hợp với các sở, ban, ngành rà soát, hệ thống hóa văn bản quy phạm pháp luật trong quý II/2025.

        III. KINH PHÍ THỰC HIỆN

        Kinh phí thực hiện Kế hoạch được bố trí từ ngân sách nhà nước; tiết kiệm 10% chi thường xuyên theo quy định.

        IV. TỔ CHỨC THỰC HIỆN

        1. Các sở, ban, ngành, UBND các huyện, thị xã, thành phố

        a) Căn cứ Kế hoạch này, xây dựng và ban hành Kế hoạch cải cách hành chính năm 2025 của cơ quan, địa phương trước ngày 31/12/2024.

        b) Báo cáo kết quả thực hiện định kỳ hằng quý (trước ngày 15 của tháng cuối quý), 6 tháng (trước ngày 15/6/2025), năm (trước ngày 15/12/2025) về Sở Nội vụ.

        2. Sở Nội vụ

        Chủ trì theo dõi, đôn đốc; tổng hợp báo cáo UBND tỉnh.

        Trên đây là Kế hoạch cải cách hành chính năm 2025, yêu cầu các cơ quan triển khai thực hiện./.

        Nơi nhận:
        - Bộ Nội vụ;
        - Lưu: VT, NC.

        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH



        Lê Văn Thành
        """
}
