/// A sum in a criteria set that doesn't come out: asked of a person, who settles it with a note.
public struct SumQuery: Hashable, Sendable {
    /// The code of the group; "" is the whole set.
    public let code: String
    public let stated: Points
    /// What the lines below add up to.
    public let found: Points

    public init(code: String, stated: Points, found: Points) {
        self.code = code
        self.stated = stated
        self.found = found
    }

    public var message: Bilingual {
        let place =
            code.isEmpty
            ? Bilingual(vi: "Cả bộ tiêu chí", en: "The whole set")
            : Bilingual(vi: "Mục \(code)", en: "Group \(code)")
        return Bilingual(
            vi:
                "\(place.vi) ghi tối đa \(Written.points(stated, .vi)) điểm nhưng các mục bên dưới cộng lại \(Written.points(found, .vi)); hãy sửa, hoặc ghi lý do giữ nguyên.",
            en:
                "\(place.en) states \(Written.points(stated, .en)) points but its lines add up to \(Written.points(found, .en)); mend it, or note why it stands."
        )
    }
}

extension CriteriaSet {
    /// Every reason the set cannot score; each names its line and what to do.
    public var problems: [Problem] {
        var problems: [Problem] = []
        for (position, criterion) in criteria.enumerated() {
            let isGroup = criteria.contains { $0.parent == position }
            problems += criterion.problems(isGroup: isGroup).map { placed($0, position) }
            if isGroup { continue }
            if case .points(let code) = criterion.input, self.position(of: code) == nil {
                problems.append(
                    placed(
                        Problem(
                            "input", vi: "Không có tiêu chí “\(code)” trong bộ này; hãy sửa mã.",
                            en: "There is no criterion “\(code)” in this set; mend the code."),
                        position))
            }
        }
        for (code, same) in Dictionary(grouping: criteria.indices, by: { criteria[$0].code })
        where same.count > 1 {
            problems.append(
                placed(
                    Problem(
                        "code", vi: "Mã “\(code)” có \(same.count) lần; mỗi mã chỉ dùng một lần.",
                        en: "The code “\(code)” stands \(same.count) times; use each once."),
                    same[1]))
        }
        if let cycle {
            let codes = cycle.map { criteria[$0].code }.joined(separator: " → ")
            problems.append(
                placed(
                    Problem(
                        "input",
                        vi: "Các tiêu chí lấy điểm của nhau theo vòng: \(codes); hãy cắt vòng.",
                        en: "The criteria take each other's points in a circle: \(codes); break it."
                    ), cycle[0]))
        }
        if scored.isEmpty {
            problems.append(
                Problem(
                    "code", vi: "Bộ tiêu chí chưa có tiêu chí nào được chấm điểm.",
                    en: "The set has no criterion that is scored."))
        }
        return problems
    }

    /// The sums that don't come out and that nobody has settled.
    public var queries: [SumQuery] { allQueries.filter { notes[$0.code] == nil } }

    /// The sums that don't come out, settled or not.
    ///
    /// A cap on bonuses or deductions is no sum.
    public var allQueries: [SumQuery] {
        var queries: [SumQuery] = []
        for (position, criterion) in criteria.enumerated() where criterion.nature == .standard {
            let below = children(of: position).filter { criteria[$0].nature == .standard }
            guard !below.isEmpty else { continue }
            let sum = below.reduce(Points.zero) { $0 + criteria[$1].maximum }
            if sum != criterion.maximum {
                queries.append(
                    SumQuery(code: criterion.code, stated: criterion.maximum, found: sum))
            }
        }
        let areas = children(of: nil).filter { criteria[$0].nature == .standard }
        let whole = areas.reduce(Points.zero) { $0 + criteria[$1].maximum }
        let hundred = Points(hundredths: 10_000)
        if whole != hundred, !criteria.isEmpty {
            queries.append(SumQuery(code: "", stated: hundred, found: whole))
        }
        return queries
    }

    /// Criteria that rest on each other's points in a circle, when there is one.
    var cycle: [Int]? {
        var state = [Int](repeating: 0, count: criteria.count)
        var path: [Int] = []
        func visit(_ position: Int) -> [Int]? {
            if state[position] == 2 { return nil }
            path.append(position)
            defer { path.removeLast() }
            if state[position] == 1 {
                let start = path.firstIndex(of: position) ?? 0
                return Array(path[start...])
            }
            state[position] = 1
            var next = children(of: position)
            if case .points(let code) = criteria[position].input,
                let needed = self.position(of: code)
            {
                next.append(needed)
            }
            for place in next {
                if let found = visit(place) { return found }
            }
            state[position] = 2
            return nil
        }
        for position in criteria.indices {
            if let found = visit(position) { return found }
        }
        return nil
    }

    private func placed(_ problem: Problem, _ position: Int) -> Problem {
        Problem(
            problem.field, vi: "Tiêu chí \(criteria[position].code): \(problem.message.vi)",
            en: "Criterion \(criteria[position].code): \(problem.message.en)")
    }
}

extension Criterion {
    fileprivate func problems(isGroup: Bool) -> [Problem] {
        var problems: [Problem] = []
        if maximum < .zero || maximum == .zero && nature == .standard {
            problems.append(
                Problem(
                    "maximum", vi: "Điểm tối đa phải lớn hơn 0.",
                    en: "The maximum has to be above zero."))
        }
        if isGroup {
            if rule != nil || input != nil {
                problems.append(
                    Problem(
                        "rule",
                        vi:
                            "Mục có tiêu chí bên dưới thì không có cách tính riêng; hãy bỏ cách tính và nguồn số liệu.",
                        en: "A group has no rule of its own; take rule and input away."))
            }
            return problems
        }
        guard let input, let rule else {
            problems.append(
                Problem(
                    "rule",
                    vi: "Thiếu nguồn số liệu hoặc cách tính; hãy ghi cả hai.",
                    en: "Input or rule is missing; give both."))
            return problems
        }
        problems += rule.problems(for: input.kind, within: bounds)
        if case .measure = input, input.kind == .share, !rule.takesNothingArisen {
            problems.append(
                Problem(
                    "rule",
                    vi:
                        "Số liệu từ hồ sơ có thể không phát sinh; hãy thêm “không phát sinh: không tính” hoặc số điểm.",
                    en:
                        "Nothing may arise of what is counted; add “nothing arose: not counted” or points."
                ))
        }
        if nature != .deduction, problems.isEmpty, let best = rule.best(for: input.kind),
            best < maximum
        {
            problems.append(
                Problem(
                    "rule",
                    vi:
                        "Không mức nào đạt điểm tối đa \(Written.points(maximum, .vi)) (cao nhất \(Written.points(best, .vi))); hãy sửa thang điểm hoặc điểm tối đa.",
                    en:
                        "No case reaches the maximum \(Written.points(maximum, .en)) (the best gives \(Written.points(best, .en))); mend the scale or the maximum."
                ))
        }
        return problems
    }
}
