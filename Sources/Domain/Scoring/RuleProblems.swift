extension Rule {
    /// Every reason the rule cannot score: bands that overlap or leak, figures of another kind,
    /// points beyond the maximum.
    ///
    /// A count is a whole number, so `2: 2; 1: 1; 0: 0` leaves nothing out; a share has everything
    /// between. A share has to be covered from 0% to 100%, a figure from 0 without end.
    public func problems(
        for kind: CriterionInput.Kind, within bounds: ClosedRange<Points>
    ) -> [Problem] {
        var problems: [Problem] = []
        if branches.count > 1, branches.contains(where: { $0.name == nil }) {
            problems.append(
                Problem(
                    "rule", vi: "Mỗi trường hợp phải có tên trong ngoặc vuông.",
                    en: "Each branch needs a name in square brackets."))
        }
        for (name, group) in Dictionary(
            grouping: branches, by: { Vietnamese.folded($0.name ?? "") })
        where group.count > 1 {
            problems.append(
                Problem(
                    "rule", vi: "Trường hợp “\(name)” có hai lần; hãy bỏ một.",
                    en: "The branch “\(name)” stands twice; remove one."))
        }
        for branch in branches {
            problems += branch.wrongKinds(kind)
            problems += branch.cases.flatMap { $0.wrongPoints(bounds, kind) }
            if kind == .choice {
                problems += branch.repeatedOptions
            } else {
                problems += branch.gapsAndOverlaps(kind)
            }
        }
        return problems
    }

    /// The most that the rule can give; `nil` when nothing but "không tính".
    public func best(for kind: CriterionInput.Kind) -> Points? {
        branches.flatMap(\.cases).compactMap { line -> Points? in
            switch line.award {
            case .notCounted: return nil
            case .points(let points): return points
            case .linear(let linear):
                guard case .within(let band) = line.condition else { return nil }
                let first = band.lower?.value ?? .zero
                guard let last = band.upper?.value ?? (kind == .share ? Fraction.one : nil) else {
                    // Without an upper end it grows as far as the maximum lets it, or falls.
                    return linear.rate > .zero
                        ? Points(hundredths: Int.max / 4) : linear.points(for: first)
                }
                return max(linear.points(for: first), linear.points(for: last))
            }
        }.max()
    }
}

extension Rule.Branch {
    private func problem(_ vi: String, _ en: String) -> Problem {
        guard let name else { return Problem("rule", vi: vi, en: en) }
        return Problem("rule", vi: "Trường hợp “\(name)”: \(vi)", en: "Branch “\(name)”: \(en)")
    }

    fileprivate func wrongKinds(_ kind: CriterionInput.Kind) -> [Problem] {
        let hasChoices = !options.isEmpty
        let hasBands = cases.contains { if case .within = $0.condition { true } else { false } }
        if kind == .choice, hasBands || !hasChoices {
            return [
                problem(
                    "Nguồn số liệu là lựa chọn (choice) nhưng thang điểm theo số; hãy ghi các từ để chọn, ví dụ “có: 1; không: 0”.",
                    "The input is a choice but the scale has figures; write words to choose, such as “có: 1; không: 0”."
                )
            ]
        }
        if kind != .choice, hasChoices {
            return [
                problem(
                    "Thang điểm có lựa chọn “\(options[0])” nhưng nguồn số liệu là số; hãy đổi nguồn thành choice.",
                    "The scale has the choice “\(options[0])” but the input is a figure; make the input choice."
                )
            ]
        }
        return []
    }

    fileprivate var repeatedOptions: [Problem] {
        Dictionary(grouping: options, by: Vietnamese.folded).filter { $0.value.count > 1 }
            .map { _, words in
                problem(
                    "Lựa chọn “\(words[0])” có hai lần; hãy bỏ một.",
                    "The choice “\(words[0])” stands twice; remove one.")
            }
    }

    private struct Piece {
        let lower: Rule.Limit
        /// `nil` reaches on without end.
        let upper: Rule.Limit?
        let band: Rule.Band
    }

    fileprivate func gapsAndOverlaps(_ kind: CriterionInput.Kind) -> [Problem] {
        let isShare = kind == .share
        let pieces = cases.compactMap { line -> Piece? in
            guard case .within(let band) = line.condition else { return nil }
            return Piece(
                lower: band.lower ?? Rule.Limit(.zero, isIncluded: true), upper: band.upper,
                band: band)
        }.sorted {
            $0.lower.value < $1.lower.value
                || !($1.lower.value < $0.lower.value) && $0.lower.isIncluded
                    && !$1.lower.isIncluded
        }
        guard let first = pieces.first else {
            return [problem("Thang điểm không có mức nào.", "The scale has no band.")]
        }
        var problems: [Problem] = []
        let startsLate =
            Fraction.zero < first.lower.value || !first.lower.isIncluded
        if startsLate {
            problems.append(
                leak(from: Rule.Limit(.zero, isIncluded: true), to: first.lower, isShare))
        }
        var reached = first
        for next in pieces.dropFirst() {
            switch Rule.Limit.meeting(reached.upper, next.lower, whole: kind == .count) {
            case .seamless: break
            case .overlap:
                problems.append(
                    problem(
                        "Hai mức “\(reached.band.text(isShare))” và “\(next.band.text(isShare))” chồng lên nhau; hãy sửa để mỗi giá trị chỉ thuộc một mức.",
                        "The bands “\(reached.band.text(isShare))” and “\(next.band.text(isShare))” overlap; let each figure fall into one."
                    ))
            case .gap:
                if let upper = reached.upper {
                    problems.append(leak(from: upper.opposite, to: next.lower, isShare))
                }
            }
            if let upper = reached.upper, next.upper.map({ upper.value < $0.value }) ?? true {
                reached = next
            } else if let upper = reached.upper, let other = next.upper,
                !(other.value < upper.value), other.isIncluded
            {
                reached = next
            }
        }
        if let upper = reached.upper {
            let end = Fraction.one
            let isEnough =
                isShare && (end < upper.value || upper.value.isEqual(to: end) && upper.isIncluded)
            if !isEnough {
                problems.append(
                    problem(
                        "Không có mức điểm nào cho giá trị trên “\(upper.value.text(isShare))”; hãy thêm một mức, ví dụ “\(upper.isIncluded ? ">" : ">=")\(upper.value.text(isShare)): …”.",
                        "No band takes figures above “\(upper.value.text(isShare))”; add one, such as “\(upper.isIncluded ? ">" : ">=")\(upper.value.text(isShare)): …”."
                    ))
            }
        }
        return problems
    }

    private func leak(from lower: Rule.Limit, to upper: Rule.Limit, _ isShare: Bool) -> Problem {
        let band = Rule.Band(lower: lower, upper: upper.opposite)
        return problem(
            "Không có mức điểm nào cho giá trị “\(band.text(isShare))”; hãy thêm một mức hoặc sửa mức bên cạnh.",
            "No band takes the figures “\(band.text(isShare))”; add one, or mend its neighbour.")
    }
}

extension Rule.Limit {
    fileprivate enum Meeting { case seamless, gap, overlap }

    /// The same limit seen from the other side: what ends before 30% begins at 30%.
    fileprivate var opposite: Rule.Limit { Rule.Limit(value, isIncluded: !isIncluded) }

    /// How one band's end meets the next one's beginning.
    fileprivate static func meeting(
        _ upper: Rule.Limit?, _ lower: Rule.Limit, whole: Bool
    ) -> Meeting {
        guard let upper else { return .overlap }
        if whole {
            let last = upper.lastWhole
            let first = lower.firstWhole
            return last + 1 == first ? .seamless : last >= first ? .overlap : .gap
        }
        if upper.value < lower.value { return .gap }
        if lower.value < upper.value { return .overlap }
        switch (upper.isIncluded, lower.isIncluded) {
        case (true, true): return .overlap
        case (false, false): return .gap
        default: return .seamless
        }
    }

    /// The largest whole number below this upper limit.
    private var lastWhole: Int {
        let floor = value.numerator / value.denominator
        return value.numerator % value.denominator == 0 && !isIncluded ? floor - 1 : floor
    }

    /// The smallest whole number above this lower limit.
    private var firstWhole: Int {
        let floor = value.numerator / value.denominator
        if value.numerator % value.denominator == 0 { return isIncluded ? floor : floor + 1 }
        return floor + 1
    }
}

extension Rule.Case {
    fileprivate func wrongPoints(
        _ bounds: ClosedRange<Points>, _ kind: CriterionInput.Kind
    ) -> [Problem] {
        guard case .points(let points) = award, !bounds.contains(points) else { return [] }
        let text = text(isShare: kind == .share)
        return [
            Problem(
                "rule",
                vi:
                    "Mức “\(text)” cho điểm ngoài khoảng từ \(Written.points(bounds.lowerBound, .vi)) đến \(Written.points(bounds.upperBound, .vi)); hãy sửa điểm hoặc điểm tối đa.",
                en:
                    "“\(text)” gives points outside \(Written.points(bounds.lowerBound, .en)) to \(Written.points(bounds.upperBound, .en)); mend the points or the maximum."
            )
        ]
    }
}
