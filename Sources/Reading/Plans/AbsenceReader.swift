import Domain

/// Reads a promise that something does not happen: "không để hồ sơ quá hạn" is none of them.
struct AbsenceReader {
    let text: PlanText

    /// What shall not be: the words from "không" on, and the noun of which there is to be none.
    struct Absence: Sendable {
        let tokens: Range<Int>
        let noun: Range<Int>
    }

    /// The absence that the words begin with, after softeners; it goes on to the next promise.
    func absence(at start: Int, before end: Int) -> Absence? {
        var index = start
        while index < end, let (_, next) = Self.softeners.match(index, in: text, before: end) {
            index = next
        }
        var none = Self.none.match(index, in: text, before: end)
        if none == nil, let subject = subjectEnd(index, before: end) {
            none = Self.stronger.match(subject, in: text, before: end)
        }
        guard let (_, after) = none else { return noOne(index, before: end) }
        var noun = after
        while noun < end {
            if let (_, next) = Self.fillers.match(noun, in: text, before: end) {
                noun = next
            } else if text.mark(noun) == ",", noun > after {
                noun += 1
            } else {
                break
            }
        }
        guard let found = CountedNoun.read(noun, in: text, before: end), !found.isSteps,
            Self.noThings.match(noun, in: text, before: end) == nil
        else { return nil }
        return Absence(
            tokens: index..<self.end(from: found.tokens.upperBound, before: end),
            noun: found.tokens)
    }

    /// "không cơ quan nào còn nhận bản giấy": none of the noun before "nào".
    private func noOne(_ index: Int, before end: Int) -> Absence? {
        guard Self.no.match(index, in: text, before: end) != nil,
            let noun = CountedNoun.read(index + 1, in: text, before: end), !noun.isSteps,
            Self.any.match(noun.tokens.upperBound, in: text, before: end) != nil
        else { return nil }
        return Absence(
            tokens: index..<self.end(from: noun.tokens.upperBound, before: end), noun: noun.tokens)
    }

    /// The token after a short subject: "cả nước không còn xã …", "UBND xã không để hồ sơ …".
    private func subjectEnd(_ start: Int, before end: Int) -> Int? {
        guard Self.subjects.match(start, in: text, before: end) != nil else { return nil }
        for index in start..<min(start + 8, end) {
            guard text.isWord(index) else { return nil }
            if Self.stronger.match(index, in: text, before: end) != nil { return index }
        }
        return nil
    }

    /// The comma or "và" before a further share or absence, otherwise the end.
    private func end(from start: Int, before end: Int) -> Int {
        for index in start..<max(start, end) {
            let isCut =
                text.mark(index) == "," || text.mark(index) == ";"
                || Self.and.match(index, in: text, before: end) != nil
            guard isCut else { continue }
            let rest = index + 1..<end
            let promisesMore = NumberFinder(text: text).mentions(in: rest).contains {
                $0.unit.isPercent || $0.unit.isRanking
            }
            if promisesMore || absence(at: index + 1, before: end) != nil { return index }
        }
        return end
    }

    private static let softeners = Phrases(
        "phấn đấu, bảo đảm, đảm bảo, và, đồng thời, cơ bản, tuyệt đối, kiên quyết, quyết tâm, năm, trong năm"
    )
    private static let none = Phrases(
        """
        không có, không còn, không để, không phát sinh, không xảy ra, không để xảy ra, không để phát sinh, \
        không được để, không tồn đọng, không để tồn đọng, không để tồn tại
        """)
    private static let no = Phrases("không")
    private static let any = Phrases("nào")
    private static let stronger = Phrases(
        "không còn, không để, không phát sinh, không xảy ra, không để xảy ra, không để phát sinh, không được để"
    )
    private static let subjects = Phrases(
        "cả nước, toàn tỉnh, toàn huyện, toàn xã, trên địa bàn, ubnd, ủy ban nhân dân, sở, các sở, cơ quan, các cơ quan, đơn vị, mỗi, trong năm, năm"
    )
    private static let fillers = Phrases(
        "phát sinh, xảy ra, tồn tại, tồn đọng, xuất hiện, để, có, bất kỳ, một, tình trạng, các, những, lộ, lọt, thất lạc"
    )
    private static let noThings = Phrases(
        "nhu cầu, điều kiện, khả năng, giá trị, nghĩa, liên quan, thẩm quyền, phát sinh, lý do, tên"
    )
    private static let and = Phrases("và, đồng thời")
}
