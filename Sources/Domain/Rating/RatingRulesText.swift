// Rules are lines of text, as criteria have theirs: one form for the form, the database and the page.
//
//     Hoàn thành xuất sắc nhiệm vụ: chỉ số >= 80; nhiệm vụ >= 100
//     Hoàn thành nhiệm vụ: chỉ số >= 50
//     Không hoàn thành nhiệm vụ:
//     trần Hoàn thành nhiệm vụ: vấn đề > 0
//     giới hạn Hoàn thành xuất sắc nhiệm vụ: 20% của Hoàn thành tốt nhiệm vụ trở lên
//     khen Giấy khen (cá nhân): mức Hoàn thành tốt nhiệm vụ; chỉ số >= 80
//     thời gian: 180 ngày
//     quyền, phụ trách: không tính
extension RatingRules {
    /// The rules as text; ``read(_:)`` takes it back.
    public var text: String {
        var lines = levels.map { level in
            "\(level.name): \(Self.text(level.conditions))".trimmed
        }
        lines += ceilings.map { "trần \(levels[$0.level].name): \($0.condition.text)" }
        lines += limits.map {
            "giới hạn \(levels[$0.level].name): \(Written.share($0.share, .vi)) của \(levels[$0.base].name)\($0.andBetter ? " trở lên" : "")"
        }
        lines += honours.map { honour in
            let level = honour.level.map { "mức \(levels[$0].name)" }
            let parts = [level].compactMap(\.self) + honour.conditions.map(\.text)
            return
                "khen \(honour.form) (\(honour.isCollective ? "tập thể" : "cá nhân")): \(parts.joined(separator: "; "))"
        }
        if leastDays > 0 { lines.append("thời gian: \(leastDays) ngày") }
        if !countsActing { lines.append("quyền, phụ trách: không tính") }
        return lines.joined(separator: "\n")
    }

    private static func text(_ conditions: [Condition]) -> String {
        conditions.map(\.text).joined(separator: "; ")
    }

    /// What was read of a text, with everything that is wrong with it, by its line.
    public struct Read: Sendable {
        public var levels: [Level] = []
        public var ceilings: [Ceiling] = []
        public var limits: [Limit] = []
        public var honours: [Honour] = []
        public var leastDays = 0
        public var countsActing = true
        public var problems: [Problem] = []

        public func rules(
            id: ID, number: Int, details: Details, closedOn: Day? = nil, version: Int = 1
        ) -> RatingRules {
            RatingRules(
                id: id, number: number, details: details, levels: levels, ceilings: ceilings,
                limits: limits, honours: honours, leastDays: leastDays,
                countsActing: countsActing, closedOn: closedOn, version: version)
        }
    }

    public static func read(_ text: String) -> Read {
        var reader = RatingRulesReader()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // Classes first: the other lines name them.
        for isLevel in [true, false] {
            for (place, line) in lines.enumerated() {
                reader.take(line.trimmed, line: place + 1, isLevel: isLevel)
            }
        }
        return reader.finished()
    }
}

private struct RatingRulesReader {
    private var found = RatingRules.Read()

    mutating func take(_ line: String, line number: Int, isLevel: Bool) {
        guard !line.isEmpty else { return }
        guard let colon = line.firstIndex(of: ":") else {
            if isLevel {
                refuse(
                    number,
                    vi: "“\(line)” thiếu dấu hai chấm; hãy ghi như “Tên mức: chỉ số >= 80”.",
                    en: "“\(line)” has no colon; write it as “Class: index >= 80”.")
            }
            return
        }
        let (head, rest) = (line[..<colon].trimmed, line[line.index(after: colon)...].trimmed)
        let folded = Vietnamese.folded(head)
        let special = ["tran ", "gioi han ", "khen "].first { folded.hasPrefix($0) }
        if special == nil, folded != "thoi gian", !folded.hasPrefix("quyen") {
            guard isLevel else { return }
            found.levels.append(
                RatingRules.Level(name: head, conditions: conditions(rest, number)))
            return
        }
        guard !isLevel else { return }
        switch special {
        case "tran ": ceiling(head, rest, number)
        case "gioi han ": limit(head, rest, number)
        case "khen ": honour(head, rest, number)
        default: tenure(folded, rest, number)
        }
    }

    mutating func finished() -> RatingRules.Read {
        if found.levels.count < 2 {
            refuse(1, vi: "Cần ít nhất hai mức xếp loại.", en: "At least two classes are needed.")
        }
        for level in found.levels.dropLast() where level.conditions.isEmpty {
            refuse(
                1,
                vi: "Mức “\(level.name)” chưa có điều kiện; chỉ mức thấp nhất được để trống.",
                en: "Class “\(level.name)” asks for nothing; only the lowest may.")
        }
        if let last = found.levels.last, !last.conditions.isEmpty {
            refuse(
                1,
                vi:
                    "Mức thấp nhất “\(last.name)” không được có điều kiện, để ai cũng có một mức.",
                en: "The lowest class “\(last.name)” must ask for nothing, so that all have one.")
        }
        if Set(found.levels.map(\.name)).count < found.levels.count {
            refuse(1, vi: "Hai mức trùng tên.", en: "Two classes have one name.")
        }
        return found
    }

    private mutating func ceiling(_ head: String, _ rest: String, _ number: Int) {
        guard let level = level(words(head, dropping: 1), number) else { return }
        for condition in conditions(rest, number) {
            found.ceilings.append(RatingRules.Ceiling(level: level, condition: condition))
        }
    }

    private mutating func limit(_ head: String, _ rest: String, _ number: Int) {
        guard let level = level(words(head, dropping: 2), number) else { return }
        let parts = rest.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[1] == "của", parts[0].hasSuffix("%"),
            let share = Points(parts[0].dropLast()), (0...10_000).contains(share.hundredths)
        else {
            refuse(
                number, vi: "Không hiểu giới hạn “\(rest)”; hãy ghi như “20% của Tên mức trở lên”.",
                en: "The limit “\(rest)” is not understood; write “20% của Class trở lên”.")
            return
        }
        let andBetter = parts[2].hasSuffix(" trở lên")
        let name = andBetter ? String(parts[2].dropLast(8)) : parts[2]
        guard let base = self.level(name, number) else { return }
        found.limits.append(
            RatingRules.Limit(
                level: level, share: Percentage(basisPoints: share.hundredths), base: base,
                andBetter: andBetter))
    }

    private mutating func honour(_ head: String, _ rest: String, _ number: Int) {
        var form = words(head, dropping: 1)
        let isCollective = form.hasSuffix("(tập thể)")
        guard isCollective || form.hasSuffix("(cá nhân)") else {
            refuse(
                number, vi: "Hãy ghi “(tập thể)” hoặc “(cá nhân)” sau hình thức khen “\(form)”.",
                en: "Write “(tập thể)” or “(cá nhân)” after the form “\(form)”.")
            return
        }
        form = form.dropLast(9).trimmed
        var asked: Int?
        var others: [String] = []
        for part in rest.split(separator: ";").map(\.trimmed) {
            if let word = ["mức ", "level "].first(where: { part.hasPrefix($0) }) {
                asked = level(String(part.dropFirst(word.count)), number)
            } else {
                others.append(part)
            }
        }
        found.honours.append(
            RatingRules.Honour(
                form: form, isCollective: isCollective,
                conditions: conditions(others.joined(separator: ";"), number), level: asked))
    }

    private mutating func tenure(_ head: String, _ rest: String, _ number: Int) {
        if head == "thoi gian" {
            guard let days = rest.split(separator: " ").first.flatMap({ Int($0) }),
                (0...366).contains(days)
            else {
                refuse(
                    number, vi: "Không hiểu thời gian “\(rest)”; hãy ghi như “180 ngày”.",
                    en: "The time “\(rest)” is not understood; write “180 ngày”.")
                return
            }
            found.leastDays = days
        } else {
            found.countsActing = Vietnamese.folded(rest) != "khong tinh"
        }
    }

    private func words(_ head: String, dropping count: Int) -> String {
        head.split(separator: " ").dropFirst(count).joined(separator: " ")
    }

    private mutating func level(_ name: String, _ number: Int) -> Int? {
        if let place = found.levels.firstIndex(where: { $0.name == name.trimmed }) { return place }
        refuse(
            number, vi: "Không có mức “\(name)”; hãy ghi đúng tên một mức ở trên.",
            en: "There is no class “\(name)”; write the name of one above.")
        return nil
    }

    private mutating func conditions(_ text: String, _ number: Int) -> [RatingRules.Condition] {
        text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }.compactMap { piece in
            let text = piece.replacing("≥", with: ">=").replacing("≤", with: "<=")
                .replacing("%", with: "")
            guard
                let sign = RatingRules.Condition.Sign.allCases.first(where: {
                    text.contains($0.rawValue)
                }), let place = text.firstRange(of: sign.rawValue),
                let measure = RatingMeasure(named: text[..<place.lowerBound].trimmed),
                let value = Points(text[place.upperBound...].trimmed)
            else {
                let names = RatingMeasure.allCases.map(\.name).joined(separator: ", ")
                refuse(
                    number,
                    vi:
                        "Không hiểu điều kiện “\(piece)”; hãy ghi như “chỉ số >= 80”, với một trong: \(names).",
                    en:
                        "The condition “\(piece)” is not understood; write “chỉ số >= 80” with one of: \(names)."
                )
                return nil
            }
            return RatingRules.Condition(
                measure: measure, sign: sign, hundredths: value.hundredths)
        }
    }

    private mutating func refuse(_ line: Int, vi: String, en: String) {
        found.problems.append(Problem("rules", row: line, vi: vi, en: en))
    }
}
