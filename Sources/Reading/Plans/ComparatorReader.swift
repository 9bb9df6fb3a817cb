import Domain

/// Reads how a number is compared from the words before and after it.
struct ComparatorReader {
    let text: PlanText

    struct Reading: Sendable {
        let comparator: Comparator
        /// The first token of the words that compare; the number's own when there are none.
        let start: Int
        /// Whether the text itself compares, so that nothing is carried over from before.
        let isExplicit: Bool
    }

    /// Reads the words between the start of the number's part and the number, and those after it.
    func read(_ mention: NumberMention, left: Range<Int>, right: Range<Int>) -> Reading {
        let cues = Self.cues.matches(left, in: text).filter { $0.meaning != .noise }
        let near =
            sign(before: mention.tokens.lowerBound, from: left.lowerBound)
            ?? nearest(cues, to: mention.tokens.lowerBound, from: left.lowerBound)
        let base = near.flatMap { $0.cue.isBound ? $0.cue : nil } ?? after(right) ?? near?.cue
        let direction = direction(cues, left, right)
        let start = min(
            near?.start ?? mention.tokens.lowerBound, direction?.start ?? mention.tokens.lowerBound)
        let comparator = combine(base, direction?.cue, mention)
        return Reading(
            comparator: comparator, start: near?.start ?? start,
            isExplicit: base != nil || direction != nil || mention.unit.isRanking)
    }

    /// "đạt tối thiểu: cấp tỉnh 75%; cấp xã 60%": the bound before the colon holds for the list.
    func bound(beforeListIn sentence: Range<Int>) -> Comparator? {
        guard let colon = sentence.first(where: { text.mark($0) == ":" }),
            !NumberFinder(text: text).mentions(in: sentence.lowerBound..<colon).contains(where: {
                $0.unit.isPercent || $0.unit.isRanking
            })
        else { return nil }
        for length in [3, 2, 1] where colon - length >= sentence.lowerBound {
            guard let (cue, next) = Self.cues.match(colon - length, in: text, before: colon),
                next == colon
            else { continue }
            let falls = Self.cues.matches(sentence.lowerBound..<colon - length, in: text).contains {
                $0.meaning == .down
            }
            switch cue {
            case .floor: return falls ? .decreaseAtLeast : .atLeast
            case .ceiling: return .atMost
            case .above: return .moreThan
            case .below: return .lessThan
            default: return nil
            }
        }
        return nil
    }

    /// "≥ 90%", "<= 5 ngày": a sign that stands right before the number.
    private func sign(before number: Int, from start: Int) -> (cue: Cue, start: Int)? {
        guard number > start, let mark = text.mark(number - 1) else { return nil }
        switch mark {
        case "≥", "⩾": return (.floor, number - 1)
        case "≤", "⩽": return (.ceiling, number - 1)
        case ">": return (.above, number - 1)
        case "<": return (.below, number - 1)
        case "=":
            guard number - 1 > start, let first = text.mark(number - 2) else { return nil }
            return first == ">" ? (.floor, number - 2) : first == "<" ? (.ceiling, number - 2) : nil
        default: return nil
        }
    }

    /// "trở lên", "trở xuống" soon after the number, but not those of a class: "loại khá trở lên".
    private func after(_ right: Range<Int>) -> Cue? {
        for index in right.prefix(5) {
            if isSeparator(index)
                || Self.classes.match(index, in: text, before: right.upperBound) != nil
            {
                return nil
            }
            if let (cue, _) = Self.after.match(index, in: text, before: right.upperBound) {
                return cue
            }
        }
        return nil
    }

    private func combine(_ base: Cue?, _ direction: Cue?, _ mention: NumberMention) -> Comparator {
        switch mention.unit {
        case .steps: return .rankUpAtLeast
        case .rank: return .rankWithin
        default: break
        }
        switch direction {
        case .downTo:
            return base == .below ? .lessThan : base == .ceiling ? .atMost : .decreaseTo
        case .down where base == .below: return .lessThan
        case .down: return base == .floor || base == .above ? .decreaseAtLeast : .decreaseBy
        case .up: return .increaseAtLeast
        default: break
        }
        switch base {
        case .floor: return .atLeast
        case .ceiling: return .atMost
        case .above: return .moreThan
        case .below: return .lessThan
        case .from: return mention.highHundredths == nil ? .atLeast : .between
        default: return mention.highHundredths == nil ? .equal : .between
        }
    }

    /// The words that compare directly before the number; those of position must touch it.
    private func nearest(
        _ cues: [(meaning: Cue, tokens: Range<Int>)], to number: Int, from cuesStart: Int
    ) -> (cue: Cue, start: Int)? {
        var edge = number
        var found: (cue: Cue, start: Int)?
        for (cue, tokens) in cues.reversed() {
            let between = tokens.upperBound..<edge
            let touches = between.allSatisfy { isFiller($0) }
            switch cue {
            case .floor, .ceiling:
                // "tối thiểu: 98%"
                let isBeforeColon = between.count == 1 && text.mark(tokens.upperBound) == ":"
                guard
                    isBeforeColon
                        || number - tokens.upperBound <= 7
                            && !between.contains(where: { isSeparator($0) })
                else { return found }
                return (cue, min(tokens.lowerBound, found?.start ?? tokens.lowerBound))
            case .above
            where Self.beyond.match(tokens.lowerBound, in: text, before: tokens.upperBound) != nil
                && touches && isDenied(tokens.lowerBound, from: cuesStart):
                // "không bị yêu cầu bổ sung quá 01 lần"
                return (.ceiling, tokens.lowerBound)
            case .above, .below, .from:
                guard touches else { return found }
                if found == nil || found?.cue == .reach { found = (cue, tokens.lowerBound) }
            case .reach:
                guard touches else { continue }
                found = (found?.cue ?? .reach, tokens.lowerBound)
            case .up
            where Self.higher.match(tokens.lowerBound, in: text, before: number) != nil && touches,
                .down where touches, .up where touches, .downTo where touches, .upTo where touches:
                found = found ?? (.change, tokens.lowerBound)
                found?.start = tokens.lowerBound
            default: continue
            }
            edge = tokens.lowerBound
        }
        return found.map { $0.cue == .change ? (.reach, $0.start) : $0 }
    }

    /// Rising or falling, unless the words say afterwards what is reached.
    private func direction(
        _ cues: [(meaning: Cue, tokens: Range<Int>)], _ left: Range<Int>, _ right: Range<Int>
    ) -> (cue: Cue, start: Int)? {
        for (place, (cue, tokens)) in cues.enumerated().reversed() {
            switch cue {
            case .reach
            where Self.reaching.match(tokens.lowerBound, in: text, before: tokens.upperBound) != nil:
                return nil
            case .upTo: return nil
            case .from
            where Self.reaching.match(tokens.lowerBound, in: text, before: tokens.upperBound) != nil:
                return nil
            case .downTo
            where Self.remaining.match(tokens.lowerBound, in: text, before: tokens.upperBound)?.next
                == tokens.upperBound:
                // "còn 5%" is a fall only after one: "cắt giảm … còn"; "còn hiệu lực" is none.
                guard leads(tokens.upperBound..<left.upperBound),
                    cues[..<place].contains(where: { $0.meaning == .down })
                else { continue }
                return (cue, tokens.lowerBound)
            case .down, .downTo: return (cue, tokens.lowerBound)
            case .up:
                let isHigher =
                    Self.higher.match(
                        tokens.lowerBound, in: text, before: tokens.upperBound) != nil
                guard
                    !isHigher || Self.baseline.occurs(in: right.prefix(10), of: text)
                        || Self.baseline.occurs(in: tokens.upperBound..<left.upperBound, of: text)
                else { return nil }
                return (cue, tokens.lowerBound)
            default: continue
            }
        }
        return nil
    }

    private func isDenied(_ index: Int, from start: Int) -> Bool {
        guard let no = Self.no.matches(max(start, index - 8)..<index, in: text).last else {
            return false
        }
        return Self.undergoing.match(no.tokens.upperBound, in: text, before: index) != nil
    }

    /// Whether nothing but words of comparison stands there.
    private func leads(_ range: Range<Int>) -> Bool {
        range.allSatisfy {
            isFiller($0) || Self.cues.match($0, in: text, before: range.upperBound) != nil
        }
    }

    private func isFiller(_ index: Int) -> Bool {
        Self.fillers.match(index, in: text, before: index + 1) != nil
    }

    private func isSeparator(_ index: Int) -> Bool {
        guard let mark = text.mark(index) else { return text.isNumber(index) }
        return [",", ";", ":", "."].contains(mark)
    }

    enum Cue: Sendable {
        case floor, ceiling, above, below, from, reach, down, downTo, up, upTo, change, noise

        /// Whether it sets a bound by itself, whatever stands after the number.
        var isBound: Bool {
            switch self {
            case .floor, .ceiling, .above, .below: true
            default: false
            }
        }
    }

    private static let beyond = Phrases("quá")
    private static let no = Phrases("không")
    private static let undergoing = Phrases("bị, để, được, phải, có")
    private static let higher = Phrases("cao hơn, nhiều hơn")
    private static let fillers = Phrases(
        "mức, khoảng, phải, cũng, đạt, là, có, tỷ, lệ, số, được, còn, bình, quân, trung, đối, với, thêm, xuống, lên, tổng, cho, chỉ"
    )
    private static let remaining = Phrases("còn, chỉ còn")
    private static let reaching = Phrases("đạt, chiếm, bằng, đạt tỷ lệ, đạt được, đạt mức")
    private static let baseline = Phrases("so với, so, năm trước, năm, cùng kỳ, mức")
    private static let classes = Phrases("loại, xếp loại, nhóm, hạng, được, phải")
    private static let after = Phrases<Cue>([
        (.floor, "trở lên, hoặc cao hơn, hoặc hơn, hoặc nhiều hơn"),
        (.ceiling, "trở xuống, hoặc thấp hơn, hoặc ít hơn"),
    ])
    static let cues = Phrases<Cue>([
        (
            .floor,
            "ít nhất, tối thiểu, không thấp hơn, không dưới, không ít hơn, chí ít, thấp nhất, không nhỏ hơn, không kém, ít ra, ít ra cũng, ít nhất cũng, chí ít cũng"
        ),
        (
            .ceiling,
            """
            không quá, tối đa, nhiều nhất, không vượt quá, không cao hơn, không vượt, cao nhất, \
            không nhiều hơn, không lớn hơn, không trên
            """
        ),
        (.above, "trên, hơn, quá, vượt, lớn hơn, vượt trên, vượt mức"),
        (
            .below,
            "dưới, xuống dưới, thấp hơn, ít hơn, nhỏ hơn, giảm xuống dưới, giảm còn dưới, còn dưới, xuống còn dưới"
        ),
        (.from, "từ, đạt từ, có từ"),
        (.reach, "đạt, chiếm, bằng, có, là, đạt tỷ lệ, đạt được, đạt mức, ở mức"),
        (.down, "giảm, cắt giảm, tinh giản, rút ngắn, giảm bớt, giảm thiểu, tiết giảm, tinh gọn"),
        (
            .downTo,
            """
            giảm xuống, giảm còn, xuống còn, giảm xuống còn, còn, chỉ còn, rút ngắn còn, rút xuống còn, \
            rút ngắn xuống còn, hạ xuống, hạ xuống còn, xuống, giảm xuống mức
            """
        ),
        (
            .up,
            "tăng, tăng thêm, gấp, cao hơn, nhiều hơn, nâng thêm, tăng hơn, tăng trưởng, tăng bình quân"
        ),
        (.upTo, "tăng lên, nâng lên, lên, nâng lên mức, tăng lên mức"),
        (
            .noise,
            """
            tăng cường, nâng cao, giảm nghèo, giảm phát thải, trên cơ sở, trên địa bàn, trên môi trường, trên toàn, trên tổng số, \
            trên hệ thống, trên cổng, trên phạm vi, dưới luật, dưới hình thức, dưới mọi, hơn nữa, có thẩm quyền, \
            có liên quan, có hiệu quả, có chất lượng, có trách nhiệm, là cơ sở, gia tăng, quốc gia, tham gia, chuyên gia, còn lại, còn hiệu lực, còn thiếu, còn hạn chế, \
            tốc độ tăng, tốc độ tăng trưởng, tỷ lệ tăng, mức tăng, tốc độ giảm, tỷ lệ giảm, mức giảm, \
            từ xa, từ đó, từ ngày, từ năm, từ nguồn, cấp trên, cấp dưới, trên không gian, trực tuyến, lên kế hoạch
            """
        ),
    ])
}
