/// Finds the noun that a number counts: "02 lớp tập huấn", "03 bậc", "02 lần/năm".
enum CountedNoun {
    struct Found: Sendable {
        let tokens: Range<Int>
        /// Places in a ranking.
        let isSteps: Bool
    }

    static func read(_ start: Int, in text: PlanText, before end: Int) -> Found? {
        guard start < end, text.isWord(start),
            !text.tokens[start].isAllCapitals || text.tokens[start].range.count > 2,
            notNouns.match(start, in: text, before: end) == nil
        else { return nil }
        if let (_, next) = steps.match(start, in: text, before: end) {
            return Found(tokens: start..<next, isSteps: true)
        }
        var next = compounds.match(start, in: text, before: end)?.next ?? start + 1
        // "02 lần/năm", "30 phút/lượt"
        if next + 1 < end, text.mark(next) == "/", text.isWord(next + 1), text.touchesNext(next) {
            next += 2
        }
        return Found(tokens: start..<next, isSteps: false)
    }

    private static let steps = Phrases("bậc xếp hạng, bậc, thứ hạng, hạng, vị trí")
    private static let notNouns = Phrases(
        """
        của, và, hoặc, được, theo, tại, trong, về, trên, dưới, cho, là, đến, tới, từ, có, trở lên, trở xuống, \
        so, với, đối, khi, nếu, để, do, bởi, mà, thì, phải, đạt, không, sẽ, đã, này, đó, nêu, tháng, năm
        """)
    private static let compounds = Phrases(
        """
        đơn vị, cơ quan, thủ tục hành chính, tthc, thủ tục, hồ sơ, văn bản, cán bộ, công chức, viên chức, \
        hội nghị, sáng kiến, mô hình, nhiệm vụ, dịch vụ công, dịch vụ, tin bài, cuộc kiểm tra, cuộc, lượt người, \
        lớp tập huấn, lớp, địa phương, doanh nghiệp, chuyên đề, phóng sự, báo cáo, giải pháp, ngày làm việc, \
        giờ làm việc, ban ngành, tổ chức, người dân, chuyên mục, buổi đối thoại, xã phường, đồng chí, cơ sở, \
        điều kiện kinh doanh, cơ sở dữ liệu, bộ phận, trung tâm, quy định, vấn đề, ý kiến, phòng ban, nhóm, chỉ tiêu, \
        phản ánh kiến nghị, phản ánh, kiến nghị, hội thi, cuộc thi, hội thảo, đoàn kiểm tra, đợt kiểm tra, \
        văn bản quy phạm pháp luật, phòng chuyên môn, dịch vụ công trực tuyến, quy trình, chính sách, đề tài, \
        trường hợp, đơn thư, thành phố, thị xã, thị trấn, biên chế, hội viên, học viên, gia đình, hộ gia đình, \
        cuộc họp, buổi làm việc, tổ công nghệ số cộng đồng, hệ thống, phần mềm, ứng dụng, tài khoản, chứng thư số, \
        trang thông tin điện tử, thôn bản, khu phố, người lao động, cán bộ công chức, lượt truy cập, gương điển hình
        """)
}
