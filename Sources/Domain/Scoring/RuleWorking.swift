extension Rule {
    /// The rule with an agency's numbers put in: "x = 45/60 = 75%; 60%-<85%: x/85% × 10 = 8,82".
    public func working(of answer: Answer?, for criterion: Criterion) -> Bilingual {
        let isShare = criterion.input?.kind == .share
        guard let answer else {
            return Bilingual(
                vi: "chưa có số liệu: 0 điểm", en: "nothing entered yet: no points")
        }
        let outcome = outcome(of: answer, within: criterion.bounds)
        var parts: [Bilingual] = []
        if branches.count > 1, branches.indices.contains(answer.branch),
            let name = branches[answer.branch].name
        {
            parts.append(Bilingual("[\(name)]"))
        }
        switch answer.value {
        case .nothingArose:
            parts.append(Bilingual(vi: "không phát sinh", en: "nothing arose"))
        case .number(let number):
            parts.append(Bilingual("x = ") + number.words(isShare: isShare))
        case .chosen: break
        }
        if let used = usedCase(of: answer) {
            let text = used.text(isShare: isShare).replacing(">=", with: "≥")
                .replacing("<=", with: "≤").replacing("*", with: "×")
            parts.append(Bilingual(text))
        }
        return parts.joined("; ") + outcome.result(criterion)
    }
}

extension Outcome {
    fileprivate func result(_ criterion: Criterion) -> Bilingual {
        switch self {
        case .points(let points):
            Bilingual(
                vi: " → \(Written.points(points, .vi)) điểm",
                en: " → \(Written.points(points, .en)) points")
        case .notCounted:
            Bilingual(
                vi:
                    " → không áp dụng, trừ \(Written.points(criterion.maximum, .vi)) khỏi điểm tối đa",
                en: " → does not apply, \(Written.points(criterion.maximum, .en)) off the maximum")
        case .missing:
            Bilingual(vi: " → chưa có số liệu: 0 điểm", en: " → nothing entered: no points")
        case .unmatched:
            Bilingual(
                vi: " → không mức nào nhận số liệu này; hãy sửa số liệu",
                en: " → no case takes this figure; correct the figure")
        }
    }
}
