/// The classes (xếp loại) of one block by thresholds on the index: Tốt from 80, Khá from 65.
///
/// Each block has its own cut-offs; a set carries them. Written `Tốt >=80; Khá >=65; Yếu >=0`.
public struct ScoreClasses: Hashable, Sendable, Codable {
    public struct Line: Hashable, Sendable, Codable {
        public let name: String
        /// The lowest index that is in it.
        public let from: Percentage

        public init(name: String, from: Percentage) {
            self.name = name
            self.from = from
        }
    }

    /// From the highest down.
    public let lines: [Line]

    public static let none = ScoreClasses([])

    public init(_ lines: [Line]) {
        self.lines = lines.sorted { $0.from > $1.from }
    }

    /// The class that the index is in; `nil` when there are no classes or it is below all of them.
    public func name(for index: Percentage) -> String? {
        lines.first { $0.from <= index }?.name
    }

    public var text: String {
        lines.map { "\($0.name) >=\(Points(hundredths: $0.from.basisPoints).plain)" }
            .joined(separator: "; ")
    }

    public static func read(_ text: String) -> (classes: ScoreClasses, problems: [Problem]) {
        var lines: [Line] = []
        var problems: [Problem] = []
        for piece in text.replacing("≥", with: ">=").split(separator: ";") {
            guard let sign = piece.firstRange(of: ">="),
                let limit = DecimalNumber(piece[sign.upperBound...].replacing("%", with: "")),
                (0...10_000).contains(limit.hundredths),
                case let name = piece[..<sign.lowerBound].trimmed, !name.isEmpty
            else {
                problems.append(
                    Problem(
                        "classes",
                        vi:
                            "Không hiểu mức xếp loại “\(piece.trimmed)”; hãy ghi như “Tốt >=80; Khá >=65”.",
                        en:
                            "The class “\(piece.trimmed)” is not understood; write “Tốt >=80; Khá >=65”."
                    ))
                continue
            }
            lines.append(Line(name: name, from: Percentage(basisPoints: limit.hundredths)))
        }
        if Set(lines.map(\.from)).count < lines.count {
            problems.append(
                Problem(
                    "classes", vi: "Hai mức xếp loại có cùng ngưỡng; hãy sửa một mức.",
                    en: "Two classes begin at the same index; mend one."))
        }
        return (ScoreClasses(lines), problems)
    }
}
