/// What an index or a survey made elsewhere says of a body (SIPAS, PAPI, PCI, DVC …).
public struct OutsideIndex: RegisterLine {
    public var bodyCode: String?
    /// As the publisher calls it.
    public var index: String?
    public var publishedOn: Day?
    /// In hundredths of the index's points or per cent; never negative.
    public var value: Int?
    public var rank: Int?
    /// How many were asked; `nil` when the publisher does not say.
    public var answers: Int?
    public var method: String?
    public var source: String?

    public init() {}

    public static let register = Register(
        key: "outside-results", recordKind: "outside-result",
        name: Bilingual(vi: "Chỉ số hài lòng, chỉ số bên ngoài", en: "Outside indices"),
        kindName: Bilingual(vi: "kết quả chỉ số", en: "result"),
        add: Bilingual(vi: "Ghi kết quả chỉ số", en: "Record a result"), keyField: "index",
        dayField: "published_on")

    public static let columns: [Column<OutsideIndex>] = [
        .body(\.bodyCode),
        .text("index", Bilingual(vi: "Chỉ số", en: "Index"), \.index, required: true, longest: 120),
        .day(
            "published_on", Bilingual(vi: "Ngày công bố", en: "Published on"), \.publishedOn,
            required: true),
        valueColumn, .count("rank", Bilingual(vi: "Xếp hạng", en: "Rank"), \.rank),
        .count("answers", Bilingual(vi: "Số phiếu", en: "Answers"), \.answers),
        .text("method", Bilingual(vi: "Phương pháp", en: "Method"), \.method),
        .text("source", Bilingual(vi: "Nguồn", en: "Source"), \.source, required: true),
    ]

    public static let listed = [
        "body_code", "index", "published_on", "value", "rank", "method", "source",
    ]
    public static let remarks = [
        Bilingual(vi: "Sai số (độ tin cậy 95%)", en: "Half-width (95% interval)")
    ]
    public var remarks: [Bilingual] {
        guard let halfWidth, let answers else {
            return [Bilingual(vi: "chưa rõ số phiếu", en: "answers not known")]
        }
        func words(_ language: Language) -> String {
            "± \(Written.share(Percentage(basisPoints: halfWidth), language)), n = \(Written.number(answers, language))"
        }
        return [Bilingual(vi: words(.vi), en: words(.en))]
    }

    public static var comesToPass: Bool { false }
    public var day: Day? { publishedOn }
    public var key: String { "\(publishedOn?.text ?? "") \(index ?? "")" }
    public func isDone(on day: Day) -> Bool { publishedOn.map { $0 <= day } ?? false }
    public var problems: [Problem] { [] }

    /// Half the width of the 95 % interval of a share, in hundredths of a per cent.
    ///
    /// 1,96 × √(p(1 − p)/n), as if everybody asked had been drawn by lot; `nil` when the number asked is
    /// unknown or the value is no share. Rounded down: *ours*.
    public var halfWidth: Int? {
        guard let value, let answers, answers > 0, value <= 10_000 else { return nil }
        // (196 × √(p(1 − p)/n)) ÷ 100, in whole numbers.
        return squareRoot(196 * 196 * value * (10_000 - value) / answers) / 100
    }

    private func squareRoot(_ number: Int) -> Int {
        var (low, high) = (0, 1 << 31)
        while low < high {
            let middle = (low + high + 1) / 2
            if middle * middle <= number { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// 84,52 or 84.52 or 84; at most two decimals.
    private static let valueColumn = Column<OutsideIndex>(
        "value", Bilingual(vi: "Giá trị", en: "Value"), required: true,
        read: { cell, line in
            let parts = cell.replacing(".", with: ",").split(
                separator: ",", omittingEmptySubsequences: false)
            let decimals = parts.count > 1 ? String(parts[1]) : ""
            guard parts.count <= 2, let whole = parts.first.flatMap({ Int($0) }), whole >= 0,
                whole < 1_000_000, decimals.count <= 2,
                let rest = Int((decimals + "00").prefix(2)), parts.count == 1 || !decimals.isEmpty
            else {
                return Problem(
                    "value", vi: "“\(cell)” không phải là số; hãy ghi như 84,52.",
                    en: "“\(cell)” is not a number; write it as 84,52.")
            }
            line.value = whole * 100 + rest
            return nil
        },
        write: { line in
            guard let value = line.value else { return "" }
            let rest = value % 100
            return rest == 0
                ? "\(value / 100)" : "\(value / 100)," + (rest < 10 ? "0" : "") + "\(rest)"
        })
}
