/// Finds the noun that a number counts: "02 lớp tập huấn" counts lớp, "02 lần/năm" lần/năm.
///
/// A word that counts by itself (lớp, cuộc, xã) is the noun alone. Other Vietnamese nouns mostly have
/// two syllables; those of more are listed.
enum CountedNoun {
    struct Found: Sendable {
        let tokens: Range<Int>
        /// Places in a ranking.
        let isSteps: Bool
    }

    static func read(_ start: Int, in text: PlanText, before end: Int) -> Found? {
        guard start < end, text.isWord(start),
            !text.tokens[start].isAllCapitals || text.tokens[start].range.count > 1,
            ClauseMarker.roman(text.string(ofTokens: start..<start + 1)) == nil,
            notNouns.match(start, in: text, before: end) == nil
        else { return nil }
        if let (_, next) = steps.match(start, in: text, before: end) {
            return Found(tokens: start..<next, isSteps: true)
        }
        var next = listed(wordEnd(start, in: text, before: end), start, in: text, before: end)
        // "02 lần/năm", "30 phút/lượt"
        if next + 1 < end, text.mark(next) == "/", text.touchesNext(next) {
            if text.isWord(next + 1) {
                next = wordEnd(next + 1, in: text, before: end)
            } else if text.isNumber(next + 1), next + 2 < end, text.isWord(next + 2) {
                // "6,4 ca/100.000 dân", "14,3 bác sỹ/1 vạn dân"
                let isTenThousands =
                    next + 3 < end && tenThousand.match(next + 2, in: text, before: end) != nil
                if isTenThousands {
                    next += 4
                } else if text.tokens[next + 1].range.count > 2 {
                    next += 3
                }
            }
        }
        return Found(tokens: start..<next, isSteps: false)
    }

    /// "cơ quan, đơn vị", "tin, bài": two nouns that are counted as one.
    private static func listed(_ next: Int, _ start: Int, in text: PlanText, before end: Int) -> Int
    {
        guard text.mark(next) == ",", next + 1 < end,
            paired.match(start, in: text, before: next)?.next == next,
            let (_, second) = paired.match(next + 1, in: text, before: end)
        else { return next }
        // "sở, ban, ngành"
        return listed(second, next + 1, in: text, before: end)
    }

    private static func wordEnd(_ start: Int, in text: PlanText, before end: Int) -> Int {
        if let (_, next) = longer.match(start, in: text, before: end) { return next }
        if counters.match(start, in: text, before: end) != nil { return start + 1 }
        let second = start + 1
        guard second < end, text.isWord(second), !text.tokens[second].startsWithCapital,
            text.tokens[second].key != .unknown,
            notNouns.match(second, in: text, before: end) == nil
        else { return second }
        return second + 1
    }

    private static let tenThousand = Phrases("vạn, nghìn")
    private static let paired = Phrases(
        """
        cơ quan, đơn vị, địa phương, tổ chức, cá nhân, doanh nghiệp, hợp tác xã, dự án, chương trình, đề án, cán bộ, \
        công chức, viên chức, người lao động, tin, bài, phóng sự, chuyên mục, hội nghị, hội thảo, tọa đàm, phản ánh, \
        kiến nghị, khiếu nại, tố cáo, đơn thư, sở, ban, ngành, xã, phường, thị trấn, huyện, thôn, bản, làng, thị xã, \
        thành phố, quận, phòng
        """)
    private static let steps = Phrases(
        "bậc xếp hạng, bậc, thứ hạng, hạng, vị trí xếp hạng, vị trí trên bảng xếp hạng")
    private static let notNouns = Phrases(
        """
        của, và, hoặc, được, theo, tại, trong, về, trên, dưới, cho, là, đến, tới, từ, có, trở lên, trở xuống, \
        so, với, đối, khi, nếu, để, do, bởi, mà, thì, phải, đạt, không, sẽ, đã, này, đó, nêu, tháng, năm, \
        ở, bằng, qua, như, nhằm, vào, ra, lên, xuống, mỗi, từng, các, những, toàn, trước, sau, còn, đều, bị
        """)
    private static let counters = Phrases(
        """
        lớp, cuộc, buổi, đợt, lượt, lần, tổ, đoàn, nhóm, bộ, bản, cái, chiếc, tấm, hộ, khóa, kỳ, số, tin, bài, phiếu, \
        trang, điểm, ngày, giờ, phút, giây, tuần, xã, phường, huyện, quận, tỉnh, thôn, ấp, làng, khu, sở, phòng, ban, \
        ngành, trường, trạm, chợ, máy, người, nhà, đồng, triệu, tỷ, tuổi, suất, gói, tiết, băng, pa, tờ, câu, mục, \
        trạm, cụm, đội, hội, tuyến, ca, vụ, việc, kênh, video, clip, km, ha, cửa, quầy, bàn, thẻ, mã, cặp, loại, cấp
        """)
    private static let longer = Phrases(
        """
        thủ tục hành chính, ngày làm việc, giờ làm việc, chữ ký số, đồng chí, phó chủ tịch, phó giám đốc, cấp phó, cấp trưởng, \
        điều kiện kinh doanh, cơ sở dữ liệu, văn bản quy phạm pháp luật, dịch vụ công trực tuyến, dịch vụ công, \
        chứng thư số, trang thông tin điện tử, hộ gia đình, phòng ban, ban ngành, tin bài, tổ dân phố, điểm phần trăm, \
        vị trí việc làm, số liệu, việc làm, hội nghị, hội thi, hội thảo, hội viên, bộ phận, bản tin, người dân, \
        triệu đồng, tỷ đồng, nghìn đồng, nghìn tỷ đồng, triệu usd, tỷ usd, người lao động, nhà trường, tổ chức, máy tính, trường hợp, cơ quan, đơn vị, đội ngũ, cụm từ, bài toán, khu phố, khu vực, khu công nghiệp
        """)
}
