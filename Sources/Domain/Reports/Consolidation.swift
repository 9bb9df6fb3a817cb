/// The columns of the consolidated table (biểu tổng hợp) as data: what each says and how it is counted.
///
/// A line of the template is one column: `code | heading | unit | formula | kỳ or lũy kế`. A formula is
/// figures by name, added, taken away, and at most once divided: `ho_so.truoc_han + ho_so.dung_han`.
public struct ConsolidatedTable: Hashable, Sendable {
    public let columns: [ConsolidatedColumn]

    /// Reads a template whole; every line that cannot be read says why.
    public static func read(_ text: String) -> (table: ConsolidatedTable, problems: [Problem]) {
        var (columns, problems): ([ConsolidatedColumn], [Problem]) = ([], [])
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let line = String(line).trimmed
            guard !line.isEmpty else { continue }
            let (column, found) = ConsolidatedColumn.read(line)
            problems += found.map { Problem("body", row: index + 1, vi: $0.vi, en: $0.en) }
            guard let column else { continue }
            if columns.contains(where: { $0.code == column.code }) {
                problems.append(
                    Problem(
                        "body", row: index + 1,
                        vi: "Mã cột “\(column.code)” có hai lần; hãy đặt mã khác.",
                        en: "The code “\(column.code)” stands twice; give another."))
            } else {
                columns.append(column)
            }
        }
        return (ConsolidatedTable(columns: columns), problems)
    }

    /// Every figure that its columns are made from.
    public var figures: Set<FigureName> { Set(columns.flatMap(\.formula.figures)) }
}

public struct ConsolidatedColumn: Hashable, Sendable {
    public let code: String
    public let heading: String
    public let unit: String
    public let formula: ConsolidatedFormula
    public let isCumulative: Bool

    static func read(_ line: String) -> (ConsolidatedColumn?, [Bilingual]) {
        let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
        guard fields.count == 5 else {
            return (
                nil,
                [
                    Bilingual(
                        vi:
                            "Mỗi cột ghi 5 phần cách nhau bằng “|”: mã, tên cột, đơn vị tính, công thức, kỳ hoặc lũy kế; dòng này có \(fields.count) phần.",
                        en:
                            "A column has 5 parts between bars: code, heading, unit, formula, kỳ or lũy kế; this line has \(fields.count)."
                    )
                ]
            )
        }
        var problems: [Bilingual] = []
        if fields[0].isEmpty || fields[1].isEmpty {
            problems.append(
                Bilingual(vi: "Cột phải có mã và tên.", en: "A column needs a code and a heading."))
        }
        let time = Vietnamese.folded(fields[4])
        if time != "ky" && time != "luy ke" {
            problems.append(
                Bilingual(
                    vi: "Phần thứ năm là “kỳ” hoặc “lũy kế”, không phải “\(fields[4])”.",
                    en: "The fifth part is “kỳ” or “lũy kế”, not “\(fields[4])”."))
        }
        let isCumulative = time == "luy ke"
        let (formula, found) = ConsolidatedFormula.read(
            fields[3], isCumulative ? .cumulative : .own)
        problems += found
        guard let formula, problems.isEmpty else { return (nil, problems) }
        return (
            ConsolidatedColumn(
                code: fields[0], heading: fields[1], unit: fields[2], formula: formula,
                isCumulative: isCumulative), []
        )
    }
}

/// How a column is counted from figures.
public struct ConsolidatedFormula: Hashable, Sendable {
    public struct Term: Hashable, Sendable {
        public let figure: FigureName
        public let isTakenAway: Bool
    }

    public let part: [Term]
    /// What it is divided by; empty when it is no share.
    public let whole: [Term]

    public var figures: [FigureName] { (part + whole).map(\.figure) }

    static func read(
        _ text: String, _ time: ReportTime
    ) -> (ConsolidatedFormula?, [Bilingual]) {
        let sides = text.split(separator: "/", omittingEmptySubsequences: false)
        guard sides.count <= 2 else {
            return (
                nil,
                [
                    Bilingual(
                        vi: "Công thức chỉ được có một dấu chia “/”.",
                        en: "A formula has at most one division.")
                ]
            )
        }
        var problems: [Bilingual] = []
        let terms = sides.map { Self.terms(String($0), time, &problems) }
        guard problems.isEmpty, let part = terms.first else { return (nil, problems) }
        return (ConsolidatedFormula(part: part, whole: terms.count == 2 ? terms[1] : []), [])
    }

    private static func terms(
        _ text: String, _ time: ReportTime, _ problems: inout [Bilingual]
    ) -> [Term] {
        var terms: [Term] = []
        var (isTakenAway, expectsName) = (false, true)
        let spaced = text.replacing("+", with: " + ").replacing("-", with: " - ")
        for word in spaced.split(separator: " ") {
            if word == "+" || word == "-" {
                if expectsName { problems.append(misplaced(String(word))) }
                (isTakenAway, expectsName) = (word == "-", true)
                continue
            }
            if !expectsName { problems.append(misplaced(String(word))) }
            expectsName = false
            let (pieces, found) = TemplateText.pieces("{\(word)}", field: "body")
            problems += found.map(\.message)
            guard case .figure(let figure)? = pieces.first,
                let known = ReportFigure.named(figure.base),
                known.kind == .counted
            else {
                if found.isEmpty {
                    problems.append(
                        Bilingual(
                            vi:
                                "“\(word)” không đếm được theo từng cơ quan; hãy dùng số liệu đếm được.",
                            en: "“\(word)” is not counted by agency; use a figure that is."))
                }
                continue
            }
            terms.append(
                Term(
                    figure: FigureName(figure.base, figure.time == .own ? time : figure.time),
                    isTakenAway: isTakenAway))
        }
        if expectsName { problems.append(misplaced("")) }
        return terms
    }

    private static func misplaced(_ word: String) -> Bilingual {
        Bilingual(
            vi: "Công thức sai ở “\(word)”; hãy ghi như ho_so.truoc_han + ho_so.dung_han.",
            en: "The formula is wrong at “\(word)”; write it as ho_so.truoc_han + ho_so.dung_han.")
    }

    /// What the formula comes to; whatever is unknown or not reported stays so.
    public func value(_ figure: (FigureName) -> ReportValue) -> ReportValue {
        guard let part = sum(part, figure) else { return missing(part, figure) }
        guard !whole.isEmpty else { return .count(part) }
        guard let whole = sum(whole, figure) else { return missing(self.whole, figure) }
        return ReportValue(part, shareOf: whole)
    }

    private func sum(_ terms: [Term], _ figure: (FigureName) -> ReportValue) -> Int? {
        var sum = 0
        for term in terms {
            guard case .count(let count) = figure(term.figure) else { return nil }
            sum += term.isTakenAway ? -count : count
        }
        return sum
    }

    private func missing(_ terms: [Term], _ figure: (FigureName) -> ReportValue) -> ReportValue {
        terms.map { figure($0.figure) }.first {
            if case .count = $0 { false } else { true }
        } ?? .unknown
    }
}
