import Domain

/// One sentence of a clause, cut into the parts that each promise one thing.
struct TargetSentence {
    let text: PlanText

    /// A part with at most one value of its own.
    struct Part: Sendable {
        let tokens: Range<Int>
        let mention: NumberMention?
        /// That there shall be none of something; such a part has no value of its own.
        var absence: AbsenceReader.Absence?
        /// Parts of one segment (between semicolons) share verb and comparator.
        let segment: Int
    }

    func parts(of sentence: Range<Int>) -> [Part] {
        var parts: [Part] = []
        for (number, segment) in segments(of: sentence).enumerated() {
            parts += withAbsences(segment, number)
        }
        return parts
    }

    /// Sets aside what shall not happen, at the segment's start or after a comma in it.
    private func withAbsences(_ segment: Range<Int>, _ number: Int) -> [Part] {
        let reader = AbsenceReader(text: text)
        var parts: [Part] = []
        var start = segment.lowerBound
        var index = start
        while index < segment.upperBound {
            let mayBegin =
                index == segment.lowerBound || text.mark(index - 1) == ","
                || text.mark(index - 1) == ":"
                || Self.coordinators.match(index - 1, in: text, before: index) != nil
            guard mayBegin,
                let absence = reader.absence(at: index, before: segment.upperBound)
            else {
                index += 1
                continue
            }
            if text.hasLetters(start..<index) { parts += withClasses(start..<index, number) }
            parts.append(
                Part(
                    tokens: trimmed(absence.tokens), mention: nil, absence: absence,
                    segment: number))
            start = absence.tokens.upperBound
            index = start
        }
        if text.hasLetters(start..<segment.upperBound) {
            parts += withClasses(start..<segment.upperBound, number)
        }
        return parts
    }

    /// Sets aside a class named beside a number: "thuộc nhóm tốt, tăng ít nhất 02 bậc".
    private func withClasses(_ segment: Range<Int>, _ number: Int) -> [Part] {
        let finder = NumberFinder(text: text)
        let commas = segment.filter { text.mark($0) == "," }
        for comma in commas.prefix(6) {
            let (front, back) = (segment.lowerBound..<comma, comma + 1..<segment.upperBound)
            for (chunk, rest) in [(front, back), (back, front)]
            where
                (chunk == front
                || Self.classOpenings.match(chunk.lowerBound, in: text, before: chunk.upperBound)
                    != nil)
                && ClassReader(text: text).word(in: chunk) != nil
                && finder.mentions(in: chunk).isEmpty && !finder.mentions(in: rest).isEmpty
            {
                let part = Part(tokens: trimmed(chunk), mention: nil, segment: number)
                let others = split(rest, number)
                return chunk == front ? [part] + others : others + [part]
            }
        }
        return split(segment, number)
    }

    /// Cut at semicolons outside brackets.
    private func segments(of sentence: Range<Int>) -> [Range<Int>] {
        var segments: [Range<Int>] = []
        var start = sentence.lowerBound
        var brackets = 0
        for index in sentence {
            guard let mark = text.mark(index) else { continue }
            if mark == "(" { brackets += 1 }
            if mark == ")" { brackets = max(0, brackets - 1) }
            if mark == ";", brackets == 0 {
                segments.append(start..<index)
                start = index + 1
            }
        }
        segments.append(start..<sentence.upperBound)
        return segments.filter { text.hasLetters($0) }
    }

    private func split(_ segment: Range<Int>, _ number: Int) -> [Part] {
        let found = NumberFinder(text: text).mentions(in: segment)
        let outside = found.filter { !$0.isInBrackets || isOwnInBrackets($0, in: segment) }
        let hasShares = outside.contains { $0.unit.isPercent || $0.unit.isRanking }
        let shares = outside.filter { isValue($0, in: segment, besideShares: hasShares) }
        let mentions =
            shares.isEmpty
            ? Array(found.filter { $0.isInBrackets && $0.unit.isPercent }.prefix(1)) : shares
        guard let first = mentions.first else {
            return [Part(tokens: trimmed(segment), mention: nil, segment: number)]
        }
        var parts: [Part] = []
        var start = segment.lowerBound
        var last = first
        for mention in mentions.dropFirst() {
            let cut = self.cut(between: last, and: mention, partStart: start)
            parts.append(Part(tokens: trimmed(start..<cut), mention: last, segment: number))
            start = cut
            last = mention
        }
        parts.append(
            Part(tokens: trimmed(start..<segment.upperBound), mention: last, segment: number))
        return parts
    }

    /// "(riêng các xã nghèo giảm 4%)", "(người dân tộc thiểu số: 90%)": a promise of its own.
    private func isOwnInBrackets(_ mention: NumberMention, in segment: Range<Int>) -> Bool {
        guard mention.unit.isPercent,
            let open = (segment.lowerBound..<mention.tokens.lowerBound).last(where: {
                text.mark($0) == "("
            })
        else { return false }
        let words = open + 1..<mention.tokens.lowerBound
        if Self.apart.match(words.lowerBound, in: text, before: words.upperBound) != nil {
            return true
        }
        return words.count > 2 && text.mark(words.upperBound - 1) == ":"
            && Self.notApart.match(words.lowerBound, in: text, before: words.upperBound) == nil
    }

    /// Beside a share or a rank, a plain count ("27 sở") only describes the set.
    private func isValue(
        _ mention: NumberMention, in segment: Range<Int>, besideShares hasShares: Bool
    ) -> Bool {
        if isBaseline(mention, in: segment) || isCondition(mention, in: segment) { return false }
        guard case .counted(let noun) = mention.unit else { return true }
        if Self.attributes.match(noun.lowerBound, in: text, before: noun.upperBound) != nil {
            return false
        }
        let left = segment.lowerBound..<mention.tokens.lowerBound
        let right = mention.tokens.upperBound..<segment.upperBound
        // "10 ca trên 1000 trẻ"
        if left.count > 2,
            Self.per.match(left.upperBound - 1, in: text, before: left.upperBound) != nil,
            text.isNumber(left.upperBound - 3)
        {
            return false
        }
        let reading = ComparatorReader(text: text).read(mention, left: left.suffix(9), right: right)
        if hasShares {
            let isWork =
                Self.works.match(segment.lowerBound, in: text, before: segment.upperBound) != nil
                && mention.tokens.lowerBound - segment.lowerBound <= 4 && !noun.isEmpty
            return (reading.comparator != .equal || isWork) && standsAlone(mention, in: segment)
        }
        // "bị nhắc nhở từ 02 lần trở lên" is a condition.
        if Self.turns.match(noun.lowerBound, in: text, before: noun.upperBound) != nil,
            Self.from.match(left.upperBound - 1, in: text, before: left.upperBound) != nil
        {
            return false
        }
        if reading.comparator != .equal { return true }
        return !noun.isEmpty || reading.isExplicit
    }

    /// "Tại các xã có tỷ lệ trực tuyến dưới 30%, mỗi tháng tăng …": where the promise holds.
    private func isCondition(_ mention: NumberMention, in segment: Range<Int>) -> Bool {
        guard
            Self.conditions.match(segment.lowerBound, in: text, before: segment.upperBound) != nil,
            let comma = segment.first(where: { text.mark($0) == "," }),
            mention.tokens.upperBound <= comma
        else { return false }
        return !NumberFinder(text: text).mentions(in: comma + 1..<segment.upperBound).isEmpty
    }

    /// "trả lại từ 2 lần trở lên chiếm dưới 0,3%": the count only says more of the set.
    private func standsAlone(_ mention: NumberMention, in segment: Range<Int>) -> Bool {
        if case .counted(let noun) = mention.unit,
            Self.turns.match(noun.lowerBound, in: text, before: noun.upperBound) != nil
        {
            return false
        }
        let shares = NumberFinder(text: text).mentions(in: segment).filter {
            $0.unit.isPercent || $0.unit.isRanking
        }
        let gaps = [
            shares.last { $0.tokens.upperBound <= mention.tokens.lowerBound }.map {
                $0.tokens.upperBound..<mention.tokens.lowerBound
            },
            shares.first { $0.tokens.lowerBound >= mention.tokens.upperBound }.map {
                mention.tokens.upperBound..<$0.tokens.lowerBound
            },
        ]
        return gaps.compactMap(\.self).allSatisfy { !separators(in: $0).isEmpty }
    }

    /// "từ 85% năm 2020 lên 90%": the first number is where things stand, not a promise.
    private func isBaseline(_ mention: NumberMention, in segment: Range<Int>) -> Bool {
        // "từ thứ 41", "từ vị trí thứ 41"
        let left = (segment.lowerBound..<mention.tokens.lowerBound).suffix(
            mention.unit.isRanking ? 4 : 1)
        guard
            left.contains(where: { Self.from.match($0, in: text, before: left.upperBound) != nil })
        else { return false }
        let right = (mention.tokens.upperBound..<segment.upperBound).prefix(8)
        let toward = right.first {
            Self.toward.match($0, in: text, before: segment.upperBound) != nil
        }
        // "từ 80% trở lên" is a floor.
        return toward.map {
            Self.orMore.match($0 - 1, in: text, before: segment.upperBound) == nil
        } ?? false
    }

    /// Where the second value's part begins: its own comparison, or the subject in front of it.
    private func cut(between last: NumberMention, and next: NumberMention, partStart: Int) -> Int {
        let gap = last.tokens.upperBound..<next.tokens.lowerBound
        if next.isInBrackets, let open = gap.last(where: { text.mark($0) == "(" }) { return open }
        let separators = self.separators(in: gap)
        let compared = ComparatorReader(text: text).read(
            next, left: gap, right: next.tokens.upperBound..<next.tokens.upperBound
        ).start
        guard let nearest = separators.last else {
            return max(gap.lowerBound, min(compared, gap.upperBound))
        }
        if let narrower = separators.first(where: {
            Self.within.match($0, in: text, before: gap.upperBound) != nil
        }) {
            return narrower
        }
        // "80% A và 60% B": the value comes first.
        let afterNearest = nearest + 1
        if afterNearest >= compared { return nearest }
        // "tỷ lệ A đạt 80%, tỷ lệ B đạt 60%": the subject comes first.
        for separator in separators
        where Self.subjects.match(separator + 1, in: text, before: gap.upperBound) != nil {
            return separator
        }
        let subjectBefore = last.tokens.lowerBound - partStart > 4
        return subjectBefore ? separators[0] : nearest
    }

    /// Commas and coordinating words outside brackets.
    private func separators(in gap: Range<Int>) -> [Int] {
        var brackets = 0
        var found: [Int] = []
        for index in gap {
            if let mark = text.mark(index) {
                if mark == "(" { brackets += 1 }
                if mark == ")" { brackets = max(0, brackets - 1) }
                if brackets == 0, mark == "," || mark == ":" { found.append(index) }
            } else if brackets == 0, !isRemaining(index),
                Self.coordinators.match(index, in: text, before: gap.upperBound) != nil
            {
                found.append(index)
            }
        }
        return found
    }

    /// "đạt dưới 10 tiêu chí còn 25%": here "còn" joins nothing.
    private func isRemaining(_ index: Int) -> Bool {
        Self.still.match(index, in: text, before: index + 1) != nil && text.mark(index - 1) == nil
    }

    /// Without the marks and coordinating words at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            if let mark = text.mark(start), !["(", "\"", "“", "≥", "≤", "<", ">"].contains(mark) {
                start += 1
            } else if let (_, next) = Self.coordinators.match(start, in: text, before: end) {
                start = next
            } else {
                break
            }
        }
        if start < end, text.mark(start) == "(", !isBalanced(start..<end) || closes(start, end) {
            start += 1
        }
        if end > start, text.mark(end - 1) == ")", !isBalanced(start..<end) { end -= 1 }
        while end > start, let mark = text.mark(end - 1),
            [".", ",", ";", ":", "-", "…"].contains(mark)
        { end -= 1 }
        return start..<max(start, end)
    }

    private static let coordinators = Phrases(
        "và, hoặc, còn, trong đó, trong số đó, đồng thời, riêng")
    static let within = Phrases("trong đó, trong số đó, riêng")
    /// What only describes people or things: "trẻ em dưới 6 tuổi".
    private static let attributes = Phrases("tuổi")
    private static let classOpenings = Phrases(
        "được, đạt, xếp, thuộc, nằm, duy trì, giữ, phấn đấu, chỉ số, kết quả, và, trong đó, riêng, vào"
    )
    private static let apart = Phrases("riêng, trong đó")
    private static let notApart = Phrases(
        "năm, hoặc, hiện, hiện nay, đến, tính, chỉ tiêu, kế hoạch")
    private func isBalanced(_ range: Range<Int>) -> Bool {
        range.count { text.mark($0) == "(" } == range.count { text.mark($0) == ")" }
    }

    /// Whether one pair of brackets holds all of it.
    private func closes(_ start: Int, _ end: Int) -> Bool {
        let inner = (start + 1..<max(start + 1, end)).first { text.mark($0) == ")" }
        return inner.map { $0 >= end - 2 } ?? false
    }

    private static let works = Phrases(
        """
        đưa, tổ chức, xây dựng, thành lập, hoàn thành, cấp, mở, đào tạo, công bố, số hóa, kiểm tra, lắp đặt, triển khai, \
        hỗ trợ, thu hút, phát triển, tạo, bố trí, tạo lập
        """)
    private static let conditions = Phrases("ở, tại, đối với, với, trường hợp, nếu, khi")
    private static let turns = Phrases("lần")
    private static let per = Phrases("trên")
    private static let still = Phrases("còn")
    private static let from = Phrases("từ")
    private static let toward = Phrases("lên, xuống, xuống còn, còn, tăng lên, giảm xuống")
    private static let orMore = Phrases("trở")
    private static let subjects = Phrases(
        """
        tỷ lệ, chỉ số, mức độ, mức, số, số lượng, điểm, điểm số, thời gian, phấn đấu, đảm bảo, bảo đảm, hoàn thành, \
        thực hiện, tiến hành, kiểm tra, giảm, tăng, duy trì, nâng, cắt giảm, tổ chức, xây dựng, tối thiểu, ít nhất, \
        nằm trong, xếp, thứ hạng, chi phí
        """)
}
