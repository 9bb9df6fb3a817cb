/// Finds the words that name the set a target is taken over.
struct TargetScope {
    let text: PlanText

    /// The set of a value that comes before it ("30% đơn vị cấp xã") or after ("tỷ lệ hồ sơ … đạt 90%").
    func scope(of mention: NumberMention, compared start: Int, in part: Range<Int>) -> Range<Int>? {
        let left = part.lowerBound..<max(part.lowerBound, min(start, mention.tokens.lowerBound))
        let right = afterValue(mention.tokens.upperBound..<part.upperBound)
        switch mention.unit {
        case .percent:
            if let total = total(mention.tokens.upperBound..<part.upperBound) { return total }
            if isMeasured(left), let subject = subject(left) { return subject }
            if let first = right.first, !isVerb(first, before: right.upperBound) {
                let set = untilPredicate(right, isObject: isDone(left))
                if set.count > 0,
                    Self.notSets.match(first, in: text, before: right.upperBound) == nil
                {
                    return set
                }
            }
            return subject(left)
        case .counted(let noun):
            return subject(left)
                ?? (noun.isEmpty ? nil : untilPredicate(noun.lowerBound..<part.upperBound))
        case .rank, .steps:
            return subject(left)
        }
    }

    /// "chiếm 2% tổng số hồ sơ tiếp nhận": the whole that the share is taken of.
    private func total(_ right: Range<Int>) -> Range<Int>? {
        var index = right.lowerBound
        if let (_, next) = Self.onTotal.match(index, in: text, before: right.upperBound) {
            index = next
        }
        guard Self.totals.match(index, in: text, before: right.upperBound) != nil else {
            return nil
        }
        let set = untilPredicate(index..<right.upperBound)
        return set.count > 1 ? set : nil
    }

    /// Whether the words before the value are what is measured: "Tỷ lệ …", "Chỉ số …".
    private func isMeasured(_ left: Range<Int>) -> Bool {
        guard let metric = Self.metrics.first(left.prefix(6), in: text) else { return false }
        // "Kinh tế số: 95% hộ …" names an area.
        let isNumber = Self.number.match(
            metric.tokens.lowerBound, in: text, before: left.upperBound)
        return isNumber == nil || metric.tokens.lowerBound == left.lowerBound
    }

    /// Whether a verb right before the value does something to the set.
    private func isDone(_ left: Range<Int>) -> Bool {
        let last = left.suffix(5)
        guard let verb = Self.acts.matches(last, in: text).last else { return false }
        return (verb.tokens.upperBound..<left.upperBound).allSatisfy {
            Self.manners.match($0, in: text, before: left.upperBound) != nil
                || Self.manners.match($0 - 1, in: text, before: $0 + 1) != nil
        }
    }

    private func isVerb(_ index: Int, before end: Int) -> Bool {
        Self.strong.match(index, in: text, before: end) != nil
            || Self.verbs.match(index, in: text, before: end) != nil
    }

    /// Skips "số", "tổng số", "trở lên", "đối với" after the value.
    private func afterValue(_ right: Range<Int>) -> Range<Int> {
        var index = right.lowerBound
        while index < right.upperBound,
            let (_, next) = Self.openers.match(index, in: text, before: right.upperBound)
        { index = next }
        return index..<right.upperBound
    }

    /// The noun phrase up to its verb.
    ///
    /// What a verb before the value does something to ("khắc phục 100% thiếu sót được chỉ ra") goes
    /// on to the next comma or preposition.
    private func untilPredicate(_ right: Range<Int>, isObject: Bool = false) -> Range<Int> {
        guard let first = right.first, text.isWord(first) else {
            return right.lowerBound..<right.lowerBound
        }
        let acts = Self.bodies.match(first, in: text, before: right.upperBound) != nil
        var end = right.upperBound
        var weak: Int?
        var brackets = 0
        for index in right.dropFirst() {
            if let mark = text.mark(index) {
                if mark == "(" { brackets += 1 }
                if mark == ")" { brackets = max(0, brackets - 1) }
                if brackets == 0, mark == ":" || isObject && mark != "(" && mark != ")" {
                    let isList =
                        mark == ","
                        && Self.bodies.match(index + 1, in: text, before: right.upperBound) != nil
                    if !isList { end = index; break }
                }
                continue
            }
            guard brackets == 0 else { continue }
            if isObject,
                let (_, next) = Self.prepositions.match(index, in: text, before: right.upperBound),
                Self.bodies.match(next, in: text, before: right.upperBound) == nil
            {
                end = index
                break
            }
            if Self.orMore.match(index, in: text, before: right.upperBound) != nil,
                !right.prefix(index - right.lowerBound).contains(where: {
                    Self.from.match($0, in: text, before: index) != nil
                })
            {
                end = index
                break
            }
            if Self.equipment.match(index - 1, in: text, before: index + 1) != nil { continue }
            if !isObject, Self.strong.match(index, in: text, before: right.upperBound) != nil,
                Self.selves.match(index - 1, in: text, before: index) == nil
            {
                end = index
                break
            }
            if weak == nil, !isObject,
                let (_, next) = Self.weak.match(index, in: text, before: right.upperBound),
                next < right.upperBound, !isNominal(index)
            {
                weak = index
            }
        }
        if let weak, acts || end == right.upperBound { end = min(end, weak) }
        return trimmed(right.lowerBound..<end)
    }

    /// "công tác kiểm tra", "thẩm quyền giải quyết": the verb is part of a noun.
    private func isNominal(_ index: Int) -> Bool {
        for length in [2, 1] where index - length >= 0 {
            if let (_, next) = Self.nominals.match(index - length, in: text, before: index),
                next == index
            {
                return true
            }
        }
        return false
    }

    /// The subject in front of the comparison, without softeners and words of measure.
    func subject(_ left: Range<Int>) -> Range<Int>? {
        var start = left.lowerBound
        var left = left
        if let from = left.first(where: {
            Self.from.match($0, in: text, before: left.upperBound) != nil && text.isNumber($0 + 1)
        }) {
            left = left.lowerBound..<from
        }
        while start < left.upperBound {
            if let (isSoft, next) = Self.softeners.match(start, in: text, before: left.upperBound) {
                guard isSoft else { break }
                start = next
            } else if text.mark(start) != nil {
                start += 1
            } else if let (_, next) = Self.dates.match(start, in: text, before: left.upperBound),
                let comma = (next..<left.upperBound).prefix(8).first(where: { text.mark($0) == "," }
                )
            {
                start = comma + 1
            } else {
                break
            }
        }
        let words = trimmed(start..<max(start, left.upperBound))
        guard text.hasLetters(words) else { return nil }
        // A verb alone names no set: "Tổ chức 02 hội nghị".
        if let (_, next) = Self.weak.match(words.lowerBound, in: text, before: words.upperBound),
            next == words.upperBound
        {
            return nil
        }
        return words
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound {
            if let mark = text.mark(end - 1), mark != ")", mark != "”", mark != "\"" {
                end -= 1
            } else if let start = trailingStart(range.lowerBound..<end) {
                end = start
            } else {
                break
            }
        }
        return range.lowerBound..<end
    }

    /// Where the words that only lead over to the value begin; `nil` when none stand at the end.
    private func trailingStart(_ range: Range<Int>) -> Int? {
        for length in [3, 2, 1] where range.count >= length {
            let start = range.upperBound - length
            if length == 1, start > range.lowerBound,
                Self.kept.match(start - 1, in: text, before: range.upperBound)?.next
                    == range.upperBound
            {
                return nil
            }
            if Self.trailing.match(start, in: text, before: range.upperBound)?.next
                == range.upperBound
            {
                return start
            }
        }
        return nil
    }

    static let bodies = Phrases(
        """
        cơ quan, đơn vị, địa phương, sở, ban, ủy ban nhân dân, ubnd, huyện, xã, phường, thị trấn, tỉnh, phòng, \
        cán bộ, công chức, viên chức, người đứng đầu, lãnh đạo, bộ phận, trung tâm, tổ chức, ngành, các cơ quan, các sở, \
        các đơn vị, các huyện, các xã, các địa phương, cơ sở, trường, bệnh viện, thôn, văn phòng
        """)
    static let strong = Phrases(
        "được, phải, đạt, đều, sẽ, bị, không, chưa, cần, đảm bảo, bảo đảm, so với")
    static let weak = Phrases(
        """
        tiến hành, thực hiện, tổ chức, kiểm tra, tự kiểm tra, xây dựng, ban hành, hoàn thành, triển khai, có, \
        giải quyết, tiếp nhận, sử dụng, áp dụng, công khai, cập nhật, niêm yết, kết nối, bố trí, cung cấp, \
        xử lý, gửi, trao đổi, ký số, ký kết, ký cam kết, tham gia, lập, rà soát, duy trì, khắc phục, cử, là, chấp hành, vận hành, \
        thành lập, nộp, đăng ký, đáp ứng, báo cáo, ứng dụng, số hóa, chuyển, đúng hạn, đúng quy định, hài lòng, \
        công bố, phủ sóng, thanh toán, đánh giá, khai thác, tạo lập, bảo đảm, hoàn thiện, mở, tích hợp
        """)
    private static let nominals = Phrases(
        """
        công, công tác, thời gian, chi phí, thẩm quyền, việc, kết quả, quy trình, qua, sau, trách nhiệm, hoạt động, \
        cơ quan, thủ tục, của, để, kế hoạch, hồ sơ, được giao, chậm, đã, đang, phải, chế độ, nhiệm vụ, yêu cầu, \
        nội dung, cuộc, buổi, đoàn, lớp, tình hình, quyền, quy chế, quy định, khả năng, bị, phòng, bộ phận, đội ngũ, \
        danh mục, mẫu, hệ thống, phần mềm, nơi, phí, ngân sách
        """)
    private static let orMore = Phrases("trở lên, trở xuống")
    private static let onTotal = Phrases("trên, trong, so với, của")
    private static let totals = Phrases("tổng số, tổng mức, tổng chi, tổng diện tích, tổng")
    private static let openers = Phrases(
        "số, tổng số, trong tổng số, trên tổng số, các, đối với, trở lên, trở xuống, số lượng, trong số, của, tỷ lệ, tổng"
    )
    private static let notSets = Phrases(
        "so, vào, trong, theo, năm, và, đến, trước, hoặc, để, từ, tại, nhằm, mỗi, trong đó, cụ thể, kể từ, bằng, như"
    )
    /// "tự bảo đảm" is part of a name.
    private static let selves = Phrases("tự")
    private static let from = Phrases("từ")
    private static let metrics = Phrases(
        "tỷ lệ, chỉ số, mức độ, số lượng, điểm số, tỉ lệ, thời gian, chi phí, mức, số")
    private static let number = Phrases("số")
    private static let acts = Phrases(
        """
        khắc phục, xử lý, kiểm tra, giải quyết, số hóa, rà soát, hoàn thành, tiếp nhận, cập nhật, công khai, niêm yết, \
        tự kiểm tra, thực hiện, đánh giá, công bố, cung cấp, cấp, kết nối, đào tạo, bồi dưỡng, thanh tra, chuẩn hóa
        """)
    private static let manners = Phrases(
        "dứt điểm, kịp thời, đầy đủ, xong, trực tuyến, triệt để, toàn bộ, trên, đạt")
    private static let prepositions = Phrases(
        "trong, trên, theo, tại, bằng, đúng, trước, qua, để, nhằm, đến, từ, vào, và, với, cho")
    private static let equipment = Phrases("thiết bị, chuẩn bị, trang bị")
    private static let verbs = Phrases(
        "hoàn thành, sử dụng, đáp ứng, có, là, áp dụng, thực hiện, tham gia, nộp, giải quyết, chấp hành"
    )
    private static let softeners = Phrases<Bool>([
        (
            true,
            """
            phấn đấu, đảm bảo, bảo đảm, duy trì, tiếp tục, tỷ lệ, tỉ lệ, số lượng, các, có, hoàn thành, và, số, \
            để, nâng, tăng, giảm, nâng cao, của, đối với
            """
        ),
        (false, "số hóa, số liệu, các cấp, giảm nghèo, số hóa hồ sơ"),
    ])
    private static let dates = Phrases("đến, trong, hết, năm, trước, đến hết, từ năm")
    /// What ends like words of comparison and is none.
    private static let kept = Phrases("trực thuộc, phụ thuộc, cấp trên, cấp dưới, môi trường mạng")
    private static let trailing = Phrases(
        """
        và, hoặc, tối thiểu, ít nhất, là, có, trên, từ, còn, xuống, trung bình, bình quân, phấn đấu, phải, được, \
        tỷ lệ, thì, đạt, ở, nằm, nằm trong, trong, nhóm, trong nhóm, thuộc, thuộc nhóm, tăng, giảm, cao hơn, hơn, \
        xếp hạng, xếp thứ, xếp, hạng, thứ, đứng thứ, vị trí, so với, mức, lên, tối đa, không quá
        """)
}
