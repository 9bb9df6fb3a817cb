/// Finds the members over which a target must hold one by one.
struct TargetMembers {
    let text: PlanText

    /// The members that the words name, with their quantifier: "mỗi đơn vị cấp huyện".
    ///
    /// Years and months are no members. Without a quantifier, a class of bodies that acts on bodies
    /// of a lower tier does so each within its own: "UBND cấp huyện kiểm tra … đơn vị cấp xã".
    func each(in part: Range<Int>, mention: NumberMention, scope: Range<Int>?) -> Range<Int>? {
        for index in part {
            guard let (_, next) = Self.every.match(index, in: text, before: part.upperBound),
                next < part.upperBound,
                Self.times.match(next, in: text, before: part.upperBound) == nil, text.isWord(next)
            else { continue }
            let end = phraseEnd(from: next, before: part.upperBound)
            return index..<end
        }
        guard mention.unit.isPercent, let scope,
            let actor = actor(part.lowerBound..<mention.tokens.lowerBound)
        else { return nil }
        let own = tiers(actor)
        let lower = tiers(scope)
        guard let tier = own.max(), let below = lower.min(), own.count == 1, tier < below, tier > 0
        else { return nil }
        return actor
    }

    /// The different tiers of government that the words name: 0 province, 1 district, 2 commune.
    func tiers(_ range: Range<Int>) -> Set<Int> {
        Set(Self.tiers.matches(range, in: text).map(\.meaning))
    }

    /// The bodies that a part begins with and that do what its verb says.
    private func actor(_ left: Range<Int>) -> Range<Int>? {
        guard let first = left.first,
            TargetScope.bodies.match(first, in: text, before: left.upperBound) != nil
        else { return nil }
        for index in left.dropFirst()
        where Self.actions.match(index, in: text, before: left.upperBound) != nil {
            return left.lowerBound..<index
        }
        return nil
    }

    private func phraseEnd(from start: Int, before end: Int) -> Int {
        var index = wordsEnd(from: start, before: end)
        // "mỗi sở, ban, ngành, địa phương"
        for _ in 0..<8 {
            if index + 2 < end, text.mark(index) == ",",
                let (_, noun) = Self.every.match(index + 1, in: text, before: end), noun < end
            {
                index = wordsEnd(from: noun, before: end)
                continue
            }
            guard index + 1 < end, text.mark(index) == ",",
                TargetScope.bodies.match(index + 1, in: text, before: end) != nil
                    || Self.tiers.match(index + 1, in: text, before: end) != nil
                    || Self.places.match(index + 1, in: text, before: end) != nil
            else { break }
            index = wordsEnd(from: index + 1, before: end)
        }
        return index
    }

    private func wordsEnd(from start: Int, before end: Int) -> Int {
        var index = start + 1
        while index < end, index - start < 6, text.isWord(index),
            Self.stops.match(index, in: text, before: end) == nil,
            TargetScope.strong.match(index, in: text, before: end) == nil,
            Self.actions.match(index, in: text, before: end) == nil
        { index += 1 }
        return index
    }

    static let tiers = Phrases<Int>([
        (0, "cấp tỉnh, sở, sở ngành, tỉnh, thành phố trực thuộc trung ương"),
        (1, "cấp huyện, huyện, quận, thị xã, ubnd cấp huyện, ủy ban nhân dân cấp huyện"),
        (2, "cấp xã, xã, phường, thị trấn, ubnd cấp xã, ủy ban nhân dân cấp xã"),
    ])
    private static let places = Phrases(
        "thành phố, thị xã, quận, đặc khu, khu phố, tổ dân phố, thôn, bản")
    private static let every = Phrases("mỗi, từng, mỗi một")
    private static let times = Phrases(
        "năm, tháng, quý, tuần, ngày, lần, đợt, giai đoạn, thời kỳ, bước, khi")
    private static let actions = Phrases(
        """
        tiến hành, thực hiện, tổ chức, kiểm tra, tự kiểm tra, thanh tra, xây dựng, ban hành, hoàn thành, triển khai, \
        phải, có, được, đạt, giải quyết, tiếp nhận, chỉ đạo, khảo sát, đăng ký, thành lập, duy trì, bố trí, lấy, mở, \
        cử, viết, lựa chọn, chọn, đề xuất, nộp, cung cấp, sử dụng, áp dụng, xử lý, rà soát, công khai, gửi, báo cáo, \
        hoàn thiện, lập, đề ra, giảm, tăng, nâng, rút, cắt, tham gia, phát hành, đăng, tuyên truyền, ký, đều, không, \
        bảo đảm, đảm bảo, phấn đấu, đạt, xếp, nằm, thuộc, chủ trì, phối hợp, cần, sẽ
        """)
    private static let stops = Phrases(
        "và, của, trong, theo, với, đến, từ, trên, tại, thì, ít, tối, để, trung bình, bình quân, hằng, hàng, một"
    )
}
