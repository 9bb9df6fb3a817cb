import Domain

/// Finds where the text is doubtful; it is quoted and asked about, never corrected.
struct QueryReader {
    let text: PlanText
    let reader: ClauseReader
    let targets: [TargetReader.Found]

    func queries() -> [DraftQuery] {
        (cuts() + openReadings() + strayCommas() + doubledWords() + repeatedNumbers() + oddValues())
            .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    private func query(_ range: Range<Int>, _ vi: String, _ en: String) -> DraftQuery {
        DraftQuery(
            start: range.lowerBound, end: range.upperBound, message: Bilingual(vi: vi, en: en))
    }

    /// "[...]", "(…)": something was left out.
    private func cuts() -> [DraftQuery] {
        var found: [DraftQuery] = []
        for index in text.tokens.indices where text.mark(index) == "[" || text.mark(index) == "(" {
            var end = index + 1
            var points = 0
            while let mark = text.mark(end), mark == "." || mark == "…" {
                points += mark == "…" ? 3 : 1
                end += 1
            }
            guard points >= 3, text.mark(end) == "]" || text.mark(end) == ")" else { continue }
            found.append(
                query(
                    text.range(ofTokens: index..<end + 1),
                    "Văn bản bị cắt tại đây; hãy bổ sung phần còn thiếu từ bản chính.",
                    "The text is cut here; please add the missing part from the original."))
        }
        return found
    }

    /// A quota below 100% over two tiers at once: one quota on all, or one for each tier.
    private func openReadings() -> [DraftQuery] {
        targets.compactMap { target in
            guard target.unit == "%", case .number(let value)? = target.value, value < 10_000,
                let scope = target.scope,
                TargetMembers(text: text).tiers(scope).count > 1, coordinates(scope)
            else { return nil }
            let words = text.string(ofTokens: scope)
            return query(
                text.range(ofTokens: scope),
                "“\(words)”: tính gộp hay tính riêng từng cấp? Hãy chọn và ghi văn bản làm căn cứ.",
                "“\(words)”: one quota on all of them, or one for each tier? Please choose and name the deciding document."
            )
        }
    }

    private func coordinates(_ range: Range<Int>) -> Bool {
        range.contains {
            text.mark($0) == "," || Self.and.match($0, in: text, before: range.upperBound) != nil
        }
    }

    /// "kiểm tra, rà soát, văn bản …": a comma between a verb and its object.
    private func strayCommas() -> [DraftQuery] {
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
                query(
                    range,
                    "“\(text.string(range))”: có thể thừa dấu phẩy; xin đối chiếu bản chính.",
                    "“\(text.string(range))”: perhaps a comma too many; please compare with the original."
                ))
        }
        return found
    }

    /// "của của", "thị trị trấn" and the like: a word printed twice, or a pair that is no word.
    private func doubledWords() -> [DraftQuery] {
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
                query(
                    range, "“\(text.string(range))”: có thể in nhầm; xin đối chiếu bản chính.",
                    "“\(text.string(range))”: perhaps a slip; please compare with the original."))
        }
        return found
    }

    private func repeatedNumbers() -> [DraftQuery] {
        reader.tree.repeated.map { node in
            let node = reader.tree.nodes[node]
            return query(
                text.range(ofTokens: node.paragraph.tokens),
                "Số thứ tự bị lặp; hệ thống tạm ghi là “\(node.path)”.",
                "This number was already used; it is kept as “\(node.path)” for now.")
        }
    }

    /// More than all of a set, or a range whose end lies below its start.
    private func oddValues() -> [DraftQuery] {
        targets.compactMap { target in
            switch target.value {
            case .number(let value)?
            where target.unit == "%" && value > 10_000 && target.comparator != .increaseAtLeast:
                query(
                    target.range, "Tỷ lệ vượt quá 100%; xin đối chiếu bản chính.",
                    "The share is above 100%; please compare with the original.")
            case .range(let low, let high)? where low >= high:
                query(
                    target.range,
                    "Khoảng giá trị có mức đầu không nhỏ hơn mức cuối; xin đối chiếu bản chính.",
                    "The range does not rise from its first to its last value; please compare with the original."
                )
            default: nil
            }
        }
    }

    private static let and = Phrases("và")
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
