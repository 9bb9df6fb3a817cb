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
        if let word = ClassReader(text: text).word(in: part) {
            return found(
                part, .inClass, .word(text.words(ofTokens: word)), nil, deadline,
                scope: TargetScope(text: text).subject(
                    part.lowerBound..<max(part.lowerBound, word.lowerBound - 1)))
        }
        guard section.contains(.target), section.isDisjoint(with: .task) else { return nil }
        if standsElsewhere(part) { return found(part, .meetsReference, nil, nil, deadline) }
        guard Self.directions.occurs(in: part.prefix(6), of: text),
            section.isDisjoint(with: .generalAim)
        else { return nil }
        return found(part, .unquantified, nil, nil, deadline)
    }

    /// "không để hồ sơ quá hạn": none of them.
    func absence(
        _ absence: AbsenceReader.Absence, _ section: Section, _ leading: DraftDeadline?
    ) -> TargetReader.Found? {
        guard section.contains(.target), section.isDisjoint(with: .task) else { return nil }
        let tokens = TargetSentence(text: text).trimmed(absence.tokens)
        return found(
            tokens, .equal, .number(hundredths: 0), text.words(ofTokens: absence.noun),
            DeadlineReader(text: text, year: year).read(in: tokens) ?? leading,
            scope: absence.noun)
    }

    /// "đạt chỉ tiêu được giao", "hoàn thành mục tiêu đề ra tại Nghị quyết": another document has it.
    private func standsElsewhere(_ part: Range<Int>) -> Bool {
        if let above = Self.levels.first(part, in: text),
            NumberFinder(text: text).mentions(in: above.tokens.upperBound..<part.upperBound).isEmpty
        {
            return true
        }
        guard let reach = Self.reaching.first(part, in: text),
            let set = Self.goals.first(reach.tokens.upperBound..<part.upperBound, in: text)
        else { return false }
        return Self.givers.occurs(in: set.tokens.upperBound..<part.upperBound, of: text)
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

    private static let levels = Phrases(
        """
        cao hơn mức bình quân, cao hơn bình quân, cao hơn mức trung bình, trên mức trung bình, bằng mức bình quân, \
        trên mức bình quân, không thấp hơn mức bình quân, không thấp hơn bình quân
        """)
    private static let reaching = Phrases(
        "đạt, hoàn thành, bảo đảm, đảm bảo, vượt, thực hiện, theo, bằng, đáp ứng, không thấp hơn")
    private static let goals = Phrases(
        "chỉ tiêu, kế hoạch, mục tiêu, mức, dự toán, lộ trình, tỷ lệ, định mức, nhiệm vụ, yêu cầu")
    private static let givers = Phrases(
        "giao, được giao, đề ra, đã đề ra, phê duyệt, quy định tại, nêu tại, xác định tại, ấn định, ban hành tại, phân bổ"
    )
    private static let directions = Phrases(
        "tăng, giảm, nâng, cải thiện, nâng cao, rút ngắn, mở rộng, tăng dần, giảm dần, tăng cường, cắt giảm, duy trì, phấn đấu"
    )
}
