import Domain

/// Finds slips of the pen in official text; they are quoted and asked about, never corrected.
struct SlipReader {
    let text: PlanText

    /// "kiểm tra, rà soát, văn bản …": a comma between a verb and its object.
    func strayCommas() -> [DraftQuery] {
        var found: [DraftQuery] = []
        for index in text.tokens.indices
        where text.mark(index) == "," && index >= 2 && index + 2 < text.tokens.count {
            guard let (_, verbEnd) = Self.verbs.match(index - 2, in: text, before: index),
                verbEnd == index,
                let (_, nounEnd) = Self.objects.match(
                    index + 1, in: text, before: text.tokens.count)
            else { continue }
            let range = text.range(ofTokens: index - 2..<nounEnd)
            found.append(
                DraftQuery(
                    range,
                    "“\(text.string(range))”: có thể thừa dấu phẩy; xin đối chiếu bản chính.",
                    "“\(text.string(range))”: perhaps a comma too many; please compare with the original."
                ))
        }
        return found
    }

    /// "của của", "thị trị trấn" and the like: a word printed twice, or a pair that is no word.
    func doubledWords() -> [DraftQuery] {
        var found: [DraftQuery] = []
        for index in text.tokens.indices.dropFirst()
        where text.isWord(index) && text.isWord(index - 1) {
            let isDoubled =
                text.tokens[index].key == text.tokens[index - 1].key
                && Self.neverDoubled.match(index, in: text, before: index + 1) != nil
            let isSlip = Self.slips.match(index - 1, in: text, before: index + 1)?.next == index + 1
            guard isDoubled || isSlip else { continue }
            let range = text.range(ofTokens: index - 1..<index + 1)
            found.append(
                DraftQuery(
                    range, "“\(text.string(range))”: có thể in nhầm; xin đối chiếu bản chính.",
                    "“\(text.string(range))”: perhaps a slip; please compare with the original."))
        }
        return found
    }

    private static let verbs = Phrases(
        "rà soát, xây dựng, ban hành, sửa đổi, hoàn thiện, thẩm định, cập nhật, niêm yết, công bố, tiếp nhận, xử lý, soạn thảo"
    )
    private static let objects = Phrases(
        "văn bản, hồ sơ, thủ tục hành chính, quy chế, quy định, kế hoạch, quy trình, cơ sở dữ liệu, danh mục"
    )
    private static let neverDoubled = Phrases(
        "của, các, những, được, và, trong, theo, với, cho, tại, về, là, phải, để, có, thực, ban")
    private static let slips = Phrases(
        "trị trấn, về hoạch, kế hoach, thủ tực, hành chình, cải cánh, uỷ bân, thị trần")
}
