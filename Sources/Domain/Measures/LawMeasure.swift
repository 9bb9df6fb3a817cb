extension Standing {
    /// How many legal documents were issued in due order, procedure, authority and quality.
    ///
    /// The four are counted apart. A document that nobody checked is in the denominator and not in
    /// the numerator; one judged unmet makes "100%" impossible at once. A judgement counts from its
    /// own day, for the verdict only up to the deadline. Source: 95/KH-UBND, II.2.a; that last rule is
    /// ours: decision 0004. What a check finds in a document after its judgement puts that in question,
    /// and it counts as unchecked until somebody judges again; that is ours, too.
    public static func documentsInOrder(_ facts: [Facts.Document], _ asked: Measurement) -> Standing
    {
        let signed = facts.filter { $0.signedOn <= asked.on && asked.period.contains($0.signedOn) }
        var counts: [LegalDocument.Condition: Int] = [:]
        var rows: [Row] = []
        for document in signed {
            let questioned = document.questionedOn.flatMap { $0 <= asked.on ? $0 : nil }
            let answers =
                (document.judgedOn.map { $0 <= asked.on } ?? false ? document.answers : [:])
                .filter { questioned == nil || $0.value == .unmet }
            for (condition, answer) in answers where answer == .met {
                counts[condition, default: 0] += 1
            }
            let unmet = LegalDocument.Condition.allCases.filter { answers[$0] == .unmet }
            let isWhole = LegalDocument.Condition.allCases.allSatisfy { answers[$0] == .met }
            rows.append(
                Row(
                    body: document.issuer, number: document.number,
                    isWhole ? .counted : unmet.isEmpty ? .open : .failed,
                    day: isWhole ? document.judgedOn : document.signedOn,
                    isWhole
                        ? .inOrder(document.symbol)
                        : !unmet.isEmpty
                            ? .unmet(document.symbol, unmet)
                            : questioned.map { .questioned(document.symbol, $0) }
                                ?? .unchecked(document.symbol),
                    recordedLater: document.recordedOn > asked.on))
        }
        let whole = rows.count { $0.state == .counted }
        let unchecked = rows.count { $0.state == .open }
        let failed = rows.count - whole - unchecked
        let needed = asked.needed(of: rows.count)
        let isAll = asked.target.terms.share.map { $0.basisPoints >= 10_000 } ?? false
        let judged = signed.filter { $0.signedOn <= asked.judgedBy }
        let inTime = rows.count { row in
            row.state == .counted && row.day.map { $0 <= asked.judgedBy } ?? false
        }
        let verdict: Verdict =
            if !judged.isEmpty, let quota = asked.needed(of: judged.count) {
                Verdict.judge(
                    isMet: inTime >= quota, isFinal: false, isImpossible: isAll && failed > 0,
                    isClosed: asked.isClosed, forecast: needed.map { whole + unchecked >= $0 })
            } else { .noData }
        let four = LegalDocument.Condition.allCases.map { condition in
            Bilingual(
                vi: "đúng \(condition.title.vi) \(Written.count(counts[condition] ?? 0, .vi))",
                en: "\(condition.title.en) met \(Written.number(counts[condition] ?? 0, .en))")
        }.joined(", ")
        return Standing(
            on: asked.on, deadline: asked.deadline, numerator: whole, denominator: rows.count,
            needed: rows.isEmpty ? nil : needed, verdict: verdict,
            because: because(
                total: rows.count, unchecked: unchecked, failed: failed, judgedLate: whole - inTime,
                asked) + reopening(signed, asked),
            missing: failed + unchecked == 0
                ? nil
                : (failed > 0
                    ? Bilingual(
                        vi: "\(Written.count(failed, .vi)) chưa đúng; ",
                        en: "\(Written.number(failed, .en)) not in order; ") : Bilingual(""))
                    + (unchecked > 0
                        ? Bilingual(
                            vi: "\(Written.count(unchecked, .vi)) chưa kiểm tra; ",
                            en: "\(Written.number(unchecked, .en)) not yet checked; ")
                        : Bilingual("")) + four,
            set: Bilingual(
                vi: "\(Written.count(rows.count, .vi)) văn bản đã ban hành",
                en: "\(Written.english(rows.count, "document", "documents")) issued"),
            headline: rows.isEmpty
                ? Bilingual(vi: "không phát sinh văn bản", en: "no document issued")
                : StandingWords.fraction(whole, rows.count)
                    + Bilingual(vi: " văn bản đúng cả bốn mặt", en: " documents with all four met"),
            formula: Bilingual(
                vi:
                    "Số văn bản được kiểm tra, đúng cả trình tự, thủ tục, thẩm quyền, chất lượng ÷ số văn bản ký từ \(asked.period.lowerBound.vi) đến \(min(asked.on, asked.period.upperBound).vi)",
                en:
                    "Documents judged right in order, procedure, authority and quality ÷ documents signed from \(asked.period.lowerBound.en) to \(min(asked.on, asked.period.upperBound).en)"
            )
                + StandingWords.equation(whole, rows.count),
            apart: LegalDocument.Condition.allCases.map { condition in
                Apart(
                    Bilingual(vi: "đúng \(condition.title.vi)", en: "\(condition.title.en) met"),
                    counts[condition] ?? 0)
            } + [
                Apart(Bilingual(vi: "chưa kiểm tra", en: "not yet checked"), unchecked),
                Apart(Bilingual(vi: "chưa đúng", en: "not met"), failed),
            ],
            readings: [], parts: [], rows: rows,
            forecast: asked.isClosed || unchecked == 0
                ? nil
                : Forecast(
                    numerator: whole + unchecked,
                    arithmetic: Bilingual(
                        vi:
                            "nếu \(Written.count(unchecked, .vi)) văn bản chưa kiểm tra đều đúng: \(StandingWords.fraction(whole + unchecked, rows.count).vi)",
                        en:
                            "if those not yet checked (\(Written.number(unchecked, .en))) turn out right: \(StandingWords.fraction(whole + unchecked, rows.count).en)"
                    )),
            months: asked.months(rows.compactMap { $0.state == .counted ? $0.day : nil }),
            monthlyNeeded: rows.count)
    }

    /// Says that findings after the close opened the year again; empty when none did.
    private static func reopening(_ signed: [Facts.Document], _ asked: Measurement) -> Bilingual {
        guard asked.isClosed else { return Bilingual("") }
        func isLater(_ day: Day?) -> Bool {
            day.map { $0 > asked.judgedBy && $0 <= asked.on } ?? false
        }
        let later = signed.compactMap { document -> Day? in
            if isLater(document.questionedOn) { return document.questionedOn }
            return isLater(document.judgedOn) && document.answers.values.contains(.unmet)
                ? document.judgedOn : nil
        }
        guard let last = later.max() else { return Bilingual("") }
        return Bilingual(
            vi:
                " Năm được mở lại: \(Written.count(later.count, .vi)) văn bản bị kết luận chưa đúng hoặc bị phát hiện có vấn đề sau thời điểm chốt \(asked.deadline.vi), gần nhất ngày \(last.vi).",
            en:
                " The year is open again: \(Written.english(later.count, "document was", "documents were")) judged not in order or found faulty after the close, \(asked.deadline.en), last on \(last.en)."
        )
    }

    private static func because(
        total: Int, unchecked: Int, failed: Int, judgedLate: Int, _ asked: Measurement
    ) -> Bilingual {
        if total == 0 {
            return Bilingual(
                vi: "Không phát sinh: chưa ban hành văn bản nào trong năm.",
                en: "Nothing arose: no document was issued this year.")
        }
        if failed > 0 {
            return Bilingual(
                vi: "\(Written.count(failed, .vi)) văn bản qua kiểm tra chưa đúng yêu cầu.",
                en:
                    "\(Written.english(failed, "document was", "documents were")) judged not in order."
            )
        }
        if unchecked > 0 {
            return Bilingual(
                vi: "\(Written.count(unchecked, .vi)) văn bản chưa kiểm tra nên chưa tính là đúng.",
                en:
                    "\(Written.english(unchecked, "document is", "documents are")) not checked yet, so not counted as right."
            )
        }
        if asked.isClosed, judgedLate > 0 {
            return Bilingual(
                vi:
                    "\(Written.count(judgedLate, .vi)) văn bản được kiểm tra sau thời điểm chốt \(asked.deadline.vi).",
                en:
                    "\(Written.english(judgedLate, "document was", "documents were")) checked only after the close, \(asked.deadline.en)."
            )
        }
        return asked.isClosed
            ? Bilingual(
                vi: "Mọi văn bản trong năm đều đúng cả bốn mặt.",
                en: "Every document of the year has all four met.")
            : Bilingual(
                vi:
                    "Mọi văn bản đến nay đều đúng cả bốn mặt; kết luận khi chốt năm (\(asked.deadline.vi)).",
                en:
                    "Every document so far has all four met; final at the year's close (\(asked.deadline.en))."
            )
    }
}
