extension CoordinationRegulation {
    /// The steps in the order of time: those that run side by side stand together.
    public var stages: [[Step]] {
        var stages: [[Step]] = []
        for step in steps {
            if step.isParallel, !stages.isEmpty {
                stages[stages.count - 1].append(step)
            } else {
                stages.append([step])
            }
        }
        return stages
    }

    /// How long the whole path takes when every condition arises: of steps side by side the longest.
    public var totalDays: WorkingDays {
        stages.reduce(.zero) { $0 + ($1.map(\.days).max() ?? .zero) }
    }

    /// How long it takes when no condition arises.
    public var shortestDays: WorkingDays {
        stages.reduce(.zero) { total, stage in
            total + (stage.filter(\.condition.isEmpty).map(\.days).max() ?? .zero)
        }
    }

    /// The bodies on the path, in the order in which they come in.
    public var bodies: [String] {
        var bodies: [String] = []
        for step in steps where !bodies.contains(step.body) { bodies.append(step.body) }
        return bodies
    }
}

extension CoordinationRegulation.Step {
    /// One line: "Thẩm định hồ sơ | Sở Xây dựng | 5 | Tờ trình | khi phải lấy ý kiến | song song".
    public var line: String {
        var cells = [
            name, body, days.number(.vi), handOver, condition, isParallel ? "song song" : "",
        ]
        while cells.last == "" { cells.removeLast() }
        return cells.joined(separator: " | ")
    }

    /// Reads steps, one a line; says of each line what is wrong with it.
    public static func read(_ text: String) -> (
        steps: [CoordinationRegulation.Step], problems: [Problem]
    ) {
        var steps: [CoordinationRegulation.Step] = []
        var problems: [Problem] = []
        let lines = text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
        if lines.count > longestPath {
            problems.append(
                Problem(
                    "steps", vi: "Quá \(longestPath) bước; hãy tách quy chế.",
                    en: "More than \(longestPath) steps; split the regulation."))
            return ([], problems)
        }
        for (place, line) in lines.enumerated() {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                Vietnamese.composed($0.trimmed)
            }
            func cell(_ position: Int) -> String {
                position < cells.count ? cells[position] : ""
            }
            func wrong(_ vi: String, _ en: String) {
                problems.append(
                    Problem(
                        "steps", vi: "Bước \(place + 1): \(vi)", en: "Step \(place + 1): \(en)"))
            }
            if cell(0).isEmpty { wrong("thiếu tên bước.", "its name is missing.") }
            if cell(1).isEmpty { wrong("thiếu cơ quan.", "its body is missing.") }
            if cells.contains(where: { $0.unicodeScalars.count > 300 }) {
                wrong("có ô dài quá 300 ký tự.", "a part is longer than 300 characters.")
            }
            let days = WorkingDays(cell(2))
            if days == nil {
                wrong(
                    "“\(cell(2))” không phải số ngày; hãy ghi như 15 hoặc 0,5.",
                    "“\(cell(2))” is not a number of days; write it as 15 or 0.5.")
            }
            let last = Vietnamese.folded(cell(5))
            if cells.count > 6 || !["", "song song", "parallel"].contains(last) {
                wrong(
                    "sau điều kiện chỉ có thể ghi “song song”.",
                    "only “parallel” may follow the condition.")
            }
            steps.append(
                .init(
                    cell(0), by: cell(1), days: days ?? .zero, handOver: cell(3),
                    condition: cell(4), isParallel: !last.isEmpty))
        }
        return (steps, problems)
    }

    private static let longestPath = 40
}
