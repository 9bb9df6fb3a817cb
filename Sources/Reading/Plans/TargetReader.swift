import Domain

/// Reads the targets out of a clause's words.
struct TargetReader {
    let text: PlanText
    /// The year that the plan is for; what is said of earlier years is past.
    let year: Int?

    private var wishes: WishReader { WishReader(text: text, year: year) }
    private var tense: TenseReader { TenseReader(text: text, year: year) }

    /// A target before it has its place in the numbering.
    struct Found: Sendable {
        let range: Range<Int>
        let tokens: Range<Int>
        let comparator: Comparator
        let value: TargetValue?
        let unit: String?
        let scope: Range<Int>?
        let each: Range<Int>?
        let deadline: DraftDeadline?
        let measure: String?

        func due(_ deadline: DraftDeadline) -> Found {
            Found(
                range: range, tokens: tokens, comparator: comparator, value: value, unit: unit,
                scope: scope, each: each, deadline: deadline, measure: measure)
        }
    }

    /// The targets in a clause's tokens, without those of the clauses below it.
    ///
    /// A heading holds no wish of its own. What has no printed mark before it and stands in no
    /// section may be news: it then has to promise in so many words.
    func targets(
        in body: Range<Int>, section: Section, isHeading: Bool, isMarked: Bool, isLetter: Bool,
        bound: Comparator? = nil
    ) -> [Found] {
        guard section.isDisjoint(with: [.results, .other]) else { return [] }
        var found: [Found] = []
        let sentences = text.sentences(body)
        let isTold =
            isLetter || section.isEmpty && !isMarked && sentences.count > 1
            || !section.isEmpty && section.isSubset(of: [.purpose, .requirement])
        for sentence in sentences
        where !tense.isPast(sentence, section) && !Self.definitions.occurs(in: sentence, of: text) {
            if isTold, !tense.isPromise(sentence) { continue }
            let own = targets(in: sentence, section, bound).filter {
                !isHeading || $0.comparator != .unquantified
            }
            if own.isEmpty, section.contains(.target),
                section.isDisjoint(with: [.task, .generalAim]), !isHeading,
                text.mark(sentence.upperBound - 1) != ":", text.mark(sentence.lowerBound) != "("
            {
                found += wishes.wish(sentence)
            } else {
                found += own
            }
        }
        return found
    }

    private func targets(
        in whole: Range<Int>, _ section: Section, _ bound: Comparator?
    ) -> [Found] {
        let note = AssignmentNote(text: text).note(atEndOf: whole)
        let sentence = whole.lowerBound..<(note?.lowerBound ?? whole.upperBound)
        let sentences = TargetSentence(text: text)
        let deadlines = DeadlineReader(text: text, year: year)
        let leading =
            leadingDeadline(sentence, deadlines)
            ?? note.flatMap { AssignmentNote(text: text).deadline($0, year: year) }
        var found: [Found] = []
        var carried: (comparator: Comparator, segment: Int, scope: Range<Int>?)?
        let common = ComparatorReader(text: text).bound(beforeListIn: sentence) ?? bound
        var isTelling = false
        let isOpen = text.mark(sentence.upperBound - 1) == ":"
        for part in sentences.parts(of: sentence) where !part.tokens.isEmpty {
            if let absence = part.absence {
                if let target = wishes.absence(absence, section, leading) { found.append(target) }
                continue
            }
            guard let mention = part.mention else {
                if let target = wishes.target(part.tokens, section, leading) {
                    found.append(target)
                } else if let deadline = deadlines.read(in: part.tokens), let last = found.last,
                    last.deadline == nil
                {
                    found[found.count - 1] = last.due(deadline)
                }
                continue
            }
            let left = part.tokens.lowerBound..<mention.tokens.lowerBound
            // What was done goes on over the list: "đã ban hành 315 quyết định, công bố 7.518 …".
            if tense.isDone(left) { isTelling = true }
            let right = mention.tokens.upperBound..<part.tokens.upperBound
            let reading = ComparatorReader(text: text).read(mention, left: left, right: right)
            guard accepts(mention, reading, section, left),
                !tense.isPastPart(part.tokens, before: mention.tokens.lowerBound), !isTelling,
                !(isOpen && isOnlyCounted(mention, reading))
            else { continue }
            var comparator = reading.comparator
            if !reading.isExplicit, let carried,
                mention.lowHundredths != 10_000 || !mention.unit.isPercent,
                carried.segment == part.segment || isVerbless(part.tokens)
            {
                comparator = carried.comparator
            } else if !reading.isExplicit, let common {
                comparator = common
            } else if let carried, carried.segment == part.segment, comparator == .atLeast,
                isVerbless(left)
            {
                switch carried.comparator {
                case .decreaseAtLeast, .decreaseBy: comparator = .decreaseAtLeast
                case .increaseAtLeast: comparator = .increaseAtLeast
                default: break
                }
            }
            if comparator == .between, mention.highHundredths == nil { comparator = .equal }
            if comparator == .equal, mention.highHundredths != nil { comparator = .between }
            let scopes = TargetScope(text: text)
            let own = scopes.scope(of: mention, compared: reading.start, in: part.tokens)
            let scope =
                isOfThose(part.tokens, in: sentence) ? carried?.scope ?? own : own ?? carried?.scope
            carried = (comparator, part.segment, scope)
            let each = TargetMembers(text: text).each(
                in: part.tokens, mention: mention, scope: scope)
            let deadline = deadlines.read(in: part.tokens) ?? leading
            for piece in pieces(of: part.tokens, mention, scope) {
                found.append(
                    Found(
                        range: text.range(ofTokens: piece), tokens: piece, comparator: comparator,
                        value: value(mention), unit: unit(mention), scope: scope, each: each,
                        deadline: deadline,
                        measure: MeasureSuggestion.key(
                            for: predicated(piece, in: sentence), scope: scope,
                            comparator: comparator, in: text)))
            }
        }
        return withoutHeadline(found)
    }

    /// "Đúng hạn 98%: bảo đảm 98% hồ sơ đúng hạn": what stands before the colon only announces.
    private func withoutHeadline(_ found: [Found]) -> [Found] {
        guard let first = found.first, found.count > 1,
            text.mark(first.tokens.upperBound) == ":",
            found.dropFirst().contains(where: { Headlines.repeats(first, $0, in: text) })
        else { return found }
        return Array(found.dropFirst())
    }

    /// "gồm 07 lĩnh vực với 32 chỉ tiêu sau đây:" counts what follows and promises nothing.
    private func isOnlyCounted(
        _ mention: NumberMention, _ reading: ComparatorReader.Reading
    ) -> Bool {
        if case .counted = mention.unit { return reading.comparator == .equal }
        return false
    }

    /// Outside the section of targets, plain counts describe work and are no promise.
    private func accepts(
        _ mention: NumberMention, _ reading: ComparatorReader.Reading, _ section: Section,
        _ left: Range<Int>
    ) -> Bool {
        guard !section.contains(.target) else { return true }
        guard case .counted(let noun) = mention.unit else { return !isDescribed(left) }
        let isBound = [.atLeast, .atMost, .moreThan, .decreaseAtLeast, .increaseAtLeast].contains(
            reading.comparator)
        return isBound && !noun.isEmpty
            && Self.durations.match(noun.lowerBound, in: text, before: noun.upperBound) == nil
    }

    /// "công khai danh sách cơ quan có tỷ lệ hồ sơ quá hạn trên 2%": which bodies, not how many.
    private func isDescribed(_ left: Range<Int>) -> Bool {
        guard let has = Self.having.first(left, in: text), has.tokens.lowerBound > left.lowerBound
        else { return false }
        return Self.bodies.matches(left.lowerBound..<has.tokens.lowerBound, in: text).last?.tokens
            .upperBound == has.tokens.lowerBound
    }

    /// The promises in one part: a thing that is made, then carried out, gives two on one set.
    ///
    /// "xây dựng, ban hành kế hoạch … và tổ chức thực hiện hoàn thành kế hoạch".
    private func pieces(
        of part: Range<Int>, _ mention: NumberMention, _ scope: Range<Int>?
    ) -> [Range<Int>] {
        guard let scope, mention.unit.isPercent else { return [part] }
        let start = max(scope.upperBound, mention.tokens.upperBound)
        guard start < part.upperBound,
            let made = Self.making.first(start..<part.upperBound, in: text),
            let plan = Self.plans.first(made.tokens.upperBound..<part.upperBound, in: text)
        else { return [part] }
        for index in plan.tokens.upperBound..<part.upperBound
        where Self.and.match(index, in: text, before: part.upperBound) != nil
            && Self.carryingOut.match(index + 1, in: text, before: part.upperBound) != nil
        {
            let sentences = TargetSentence(text: text)
            return [
                sentences.trimmed(part.lowerBound..<index),
                sentences.trimmed(index + 1..<part.upperBound),
            ]
        }
        return [part]
    }

    private func value(_ mention: NumberMention) -> TargetValue {
        guard let high = mention.highHundredths else {
            return .number(hundredths: mention.lowHundredths)
        }
        return .range(lowHundredths: mention.lowHundredths, highHundredths: high)
    }

    private func unit(_ mention: NumberMention) -> String? {
        switch mention.unit {
        case .percent: "%"
        case .rank, .steps: "rank"
        case .counted(let noun): noun.isEmpty ? nil : text.words(ofTokens: noun)
        }
    }

    /// A deadline in front of the sentence holds for all of its parts.
    private func leadingDeadline(_ sentence: Range<Int>, _ deadlines: DeadlineReader)
        -> DraftDeadline?
    {
        guard
            let comma = sentence.prefix(12).first(where: {
                text.mark($0) == "," || text.mark($0) == ":"
            })
        else { return nil }
        let opening = sentence.lowerBound..<comma
        return NumberFinder(text: text).mentions(in: opening).isEmpty
            ? deadlines.read(in: opening) : nil
    }

    /// "trong số đó 50% …": the earlier set is the denominator.
    private func isOfThose(_ part: Range<Int>, in sentence: Range<Int>) -> Bool {
        Self.ofThose.occurs(
            in: max(sentence.lowerBound, part.lowerBound - 3)..<part.lowerBound, of: text)
    }

    /// In a list, the verb may stand after the last set: "30% sở, 30% huyện … được kiểm tra".
    private func predicated(_ piece: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
        guard !Self.acts.occurs(in: piece, of: text) else { return piece }
        let rest = piece.upperBound..<min(sentence.upperBound, piece.upperBound + 60)
        return piece.lowerBound..<(rest.first { text.mark($0) == ";" } ?? rest.upperBound)
    }

    private func isVerbless(_ part: Range<Int>) -> Bool {
        !Self.verbs.occurs(in: part, of: text) && !TargetScope.weak.occurs(in: part, of: text)
    }

    /// What says how something is counted, and promises nothing.
    private static let definitions = Phrases(
        """
        không tính vào, không tính các, không tính hồ sơ, được tính theo, được tính bằng, công thức, chốt số liệu, \
        làm cơ sở so sánh, được hiểu là, độ tin cậy, sai số, cỡ mẫu, thang điểm, tử số, mẫu số, \
        loại khỏi tổng số, khi tính tỷ lệ, tổng nguồn vốn, tổng kinh phí, tổng vốn, cơ cấu nguồn vốn
        """)
    private static let having = Phrases("có tỷ lệ, có tỉ lệ, có chỉ số, có số, có điểm")
    private static let bodies = Phrases(
        "cơ quan, đơn vị, địa phương, nơi, xã, phường, huyện, sở, công chức, cá nhân, tập thể, lĩnh vực, thủ tục"
    )
    private static let ofThose = Phrases("trong số đó, trong số này")
    private static let durations = Phrases(
        "ngày, giờ, phút, tháng, năm, tuần, ngày làm việc, giờ làm việc, buổi, đồng, triệu, tỷ")
    private static let making = Phrases("xây dựng, ban hành, lập, phê duyệt, xây dựng và ban hành")
    private static let and = Phrases("và")
    private static let carryingOut = Phrases(
        "tổ chức thực hiện, triển khai thực hiện, tổ chức triển khai, thực hiện hoàn thành, hoàn thành, thực hiện"
    )
    private static let plans = Phrases("kế hoạch, chương trình, đề án")
    private static let acts = Phrases(
        "được, phải, đạt, thực hiện, kiểm tra, hoàn thành, tổ chức, ban hành, xây dựng")
    private static let verbs = Phrases(
        "được, phải, đạt, thực hiện, kiểm tra, hoàn thành, tổ chức, ban hành, xây dựng, có, là, đảm bảo, bảo đảm"
    )
}
