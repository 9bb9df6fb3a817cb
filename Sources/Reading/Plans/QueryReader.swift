import Domain

/// Finds where the text is doubtful; it is quoted and asked about, never corrected.
struct QueryReader {
    let text: PlanText
    let reader: ClauseReader
    let targets: [TargetReader.Found]

    func queries() -> [DraftQuery] {
        let slips = SlipReader(text: text)
        return
            (cuts() + brokenOff() + openReadings() + slips.strayCommas() + slips.doubledWords()
            + repeatedNumbers() + oddValues() + missingDays() + filledCells() + contraries()
            + fallingSteps())
            .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
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
                DraftQuery(
                    text.range(ofTokens: index..<end + 1),
                    "Văn bản bị cắt tại đây; hãy bổ sung phần còn thiếu từ bản chính.",
                    "The text is cut here; please add the missing part from the original."))
        }
        return found
    }

    /// The text ends in the middle of a sentence, at a comma or a word that wants another.
    private func brokenOff() -> [DraftQuery] {
        guard let last = reader.tree.nodes.last, reader.rows.isEmpty, reader.endLines.isEmpty,
            last.paragraph.tokens.upperBound == text.tokens.count,
            let token = last.paragraph.body.last,
            text.mark(token) == ","
                || Self.unfinished.match(token, in: text, before: token + 1) != nil
        else { return [] }
        return [
            DraftQuery(
                text.range(ofTokens: token..<token + 1),
                "Văn bản dừng giữa câu; hãy bổ sung phần còn thiếu từ bản chính.",
                "The text breaks off in mid-sentence; please add the missing part from the original."
            )
        ]
    }

    /// 31/02/2021: a day that no calendar has.
    private func missingDays() -> [DraftQuery] {
        var found: [DraftQuery] = []
        var index = 0
        while index < text.tokens.count {
            guard text.isNumber(index),
                let (day, next) = DayWords.day(index, in: text, before: text.tokens.count)
            else {
                index += 1
                continue
            }
            if day == nil {
                let range = text.range(ofTokens: index..<next)
                found.append(
                    DraftQuery(
                        range,
                        "“\(text.string(range))”: ngày không có thật; xin đối chiếu bản chính.",
                        "“\(text.string(range))”: no such day; please compare with the original."))
            }
            index = next
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
            return DraftQuery(
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

    private func repeatedNumbers() -> [DraftQuery] {
        reader.tree.repeated.map { node in
            let node = reader.tree.nodes[node]
            return DraftQuery(
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
                DraftQuery(
                    target.range, "Tỷ lệ vượt quá 100%; xin đối chiếu bản chính.",
                    "The share is above 100%; please compare with the original.")
            case .range(let low, let high)? where low >= high:
                DraftQuery(
                    target.range,
                    "Khoảng giá trị có mức đầu không nhỏ hơn mức cuối; xin đối chiếu bản chính.",
                    "The range does not rise from its first to its last value; please compare with the original."
                )
            default: nil
            }
        }
    }

    /// A row without a lead: it was read as one with the row above.
    private func filledCells() -> [DraftQuery] {
        reader.filledRows.map { row in
            DraftQuery(
                text.range(ofTokens: row),
                "Ô cơ quan chủ trì để trống; tạm hiểu là như dòng trên, xin xác nhận.",
                "The cell of the lead is empty; it is taken to be as in the row above, please confirm."
            )
        }
    }

    /// "hồ sơ sớm hạn dưới 0,5%": a ceiling on what is wished for, or a floor under what is not.
    private func contraries() -> [DraftQuery] {
        targets.compactMap { target in
            let wanted = Self.wanted.occurs(in: target.tokens, of: text)
            let unwanted = Self.unwanted.occurs(in: target.tokens, of: text)
            let isContrary =
                switch target.comparator {
                case .lessThan, .atMost: wanted && !unwanted
                case .atLeast, .moreThan: unwanted && !wanted
                default: false
                }
            guard isContrary, target.unit == "%" else { return nil }
            return DraftQuery(
                target.range,
                "Mức so sánh ngược với nội dung (đúng hạn hay quá hạn?); xin đối chiếu bản chính.",
                "The comparison runs against the words (on time or late?); please compare with the original."
            )
        }
    }

    /// "đến năm 2028 đạt 85%, đến năm 2030 đạt 75%": less is asked of a later year.
    private func fallingSteps() -> [DraftQuery] {
        zip(targets, targets.dropFirst()).compactMap { first, second in
            guard first.unit == "%", second.unit == "%", first.comparator == second.comparator,
                [.equal, .atLeast, .moreThan].contains(second.comparator),
                case .number(let before)? = first.value, case .number(let after)? = second.value,
                let sooner = year(first.deadline), let later = year(second.deadline),
                later > sooner,
                after < before, second.tokens.lowerBound - first.tokens.upperBound < 4
            else { return nil }
            return DraftQuery(
                second.range, "Mức của năm sau thấp hơn năm trước; xin đối chiếu bản chính.",
                "Less is asked of the later year than of the earlier one; please compare with the original."
            )
        }
    }

    /// The year in "đến năm 2028", or of a day.
    private func year(_ deadline: DraftDeadline?) -> Int? {
        switch deadline {
        case .day(let day)?: day.year
        case .words(let words)?: words.split(separator: " ").last.flatMap { Int($0) }
        case nil: nil
        }
    }

    private static let wanted = Phrases("sớm hạn, đúng hạn, trước hạn, hài lòng, đạt chuẩn")
    private static let unwanted = Phrases(
        "trễ hạn, quá hạn, chậm hạn, không hài lòng, chưa hài lòng, không đúng hạn, chưa đúng hạn, giảm, bị"
    )
    private static let and = Phrases("và")
    private static let unfinished = Phrases("và, hoặc, của, để, theo, trong, các, những, với, cho")
}

extension DraftQuery {
    init(_ range: Range<Int>, _ vi: String, _ en: String) {
        self.init(
            start: range.lowerBound, end: range.upperBound, message: Bilingual(vi: vi, en: en))
    }
}
