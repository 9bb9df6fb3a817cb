import Domain

/// Reads targets that have no number: a class, a value set elsewhere, none at all, a direction.
struct WishReader {
    let text: PlanText
    let year: Int?

    /// A class, a value that stands elsewhere, a zero in words, or a direction without a number.
    func target(_ part: Range<Int>, _ section: Section, _ leading: DraftDeadline?)
        -> TargetReader.Found?
    {
        guard section.contains(.target) || TenseReader.softeners.occurs(in: part, of: text) else {
            return nil
        }
        let deadline = DeadlineReader(text: text, year: year).read(in: part) ?? leading
        if let word = classWord(part) {
            return found(
                part, .inClass, .word(text.words(ofTokens: word)), nil, deadline,
                scope: TargetScope(text: text).subject(
                    part.lowerBound..<max(part.lowerBound, word.lowerBound - 1)))
        }
        guard section.contains(.target), section.isDisjoint(with: .task) else { return nil }
        if Self.references.occurs(in: part, of: text), Self.reaching.occurs(in: part, of: text) {
            return found(part, .meetsReference, nil, nil, deadline)
        }
        if let none = Self.none.first(part.prefix(8), in: text),
            let noun = CountedNoun.read(none.tokens.upperBound, in: text, before: part.upperBound)
        {
            return found(
                part, .equal, .number(hundredths: 0), text.words(ofTokens: noun.tokens), deadline,
                scope: noun.tokens.lowerBound..<part.upperBound)
        }
        guard Self.directions.occurs(in: part.prefix(6), of: text),
            section.isDisjoint(with: .generalAim)
        else { return nil }
        return found(part, .unquantified, nil, nil, deadline)
    }

    /// The whole sentence as a wish, kept so that a person can set a number.
    func wish(_ sentence: Range<Int>) -> [TargetReader.Found] {
        let words = TargetSentence(text: text).trimmed(sentence)
        guard words.count > 3, NumberFinder(text: text).mentions(in: words).isEmpty else {
            return []
        }
        return [
            found(
                words, .unquantified, nil, nil,
                DeadlineReader(text: text, year: year).read(in: words))
        ]
    }

    private func found(
        _ tokens: Range<Int>, _ comparator: Comparator, _ value: TargetValue?, _ unit: String?,
        _ deadline: DraftDeadline?,
        scope: Range<Int>? = nil
    ) -> TargetReader.Found {
        TargetReader.Found(
            range: text.range(ofTokens: tokens), tokens: tokens, comparator: comparator,
            value: value, unit: unit,
            scope: scope, each: nil, deadline: deadline, measure: nil)
    }

    /// "nhóm tốt", "loại khá trở lên": the words of the class.
    private func classWord(_ part: Range<Int>) -> Range<Int>? {
        for index in part {
            guard let (_, next) = Self.classes.match(index, in: text, before: part.upperBound),
                next < part.upperBound,
                let (_, end) = Self.grades.match(next, in: text, before: part.upperBound)
            else { continue }
            return next..<end
        }
        return nil
    }

    private static let references = Phrases(
        """
        được giao, chỉ tiêu giao, tỉnh giao, chính phủ giao, chỉ tiêu được, theo chỉ tiêu, kế hoạch giao, trung ương giao, \
        ubnd tỉnh giao, ủy ban nhân dân tỉnh giao, cấp trên giao, bộ giao, theo kế hoạch của, theo quy định của chính phủ giao
        """)
    private static let reaching = Phrases(
        "đạt, hoàn thành, bảo đảm, đảm bảo, vượt, thực hiện, theo")
    private static let none = Phrases(
        "không có, không còn, không phát sinh, không để phát sinh, không để tồn đọng, không để có")
    private static let directions = Phrases(
        "tăng, giảm, nâng, cải thiện, nâng cao, rút ngắn, mở rộng, tăng dần, giảm dần, tăng cường, cắt giảm, duy trì, phấn đấu"
    )
    private static let classes = Phrases(
        "nhóm, loại, mức, hạng, xếp loại, xếp hạng, mức độ, thứ hạng, nhóm xếp hạng, xếp loại chất lượng"
    )
    private static let grades = Phrases(
        "tốt, khá, xuất sắc, trung bình, trung bình khá, rất tốt, cao, rất cao, a, b, khá trở lên, tốt trở lên, hoàn thành tốt, hoàn thành xuất sắc"
    )
}
