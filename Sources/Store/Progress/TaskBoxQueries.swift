import Domain

/// How many tasks of one area, agency or person are in each box.
public struct TaskBoxes: Hashable, Sendable {
    public private(set) var counts: [Plan.Task.Box: Int] = [:]

    public init() {}

    public subscript(box: Plan.Task.Box) -> Int { counts[box] ?? 0 }

    /// Those in the four boxes: what is or was to be done.
    public var total: Int { Plan.Task.Box.four.reduce(0) { $0 + self[$1] } + self[.failed] }

    mutating func add(_ count: Int, to box: Plan.Task.Box) { counts[box, default: 0] += count }

    public static func + (left: TaskBoxes, right: TaskBoxes) -> TaskBoxes {
        var sum = left
        for (box, count) in right.counts { sum.add(count, to: box) }
        return sum
    }
}

/// What the boxes are counted by.
public enum TaskGrouping: String, CaseIterable, Hashable, Sendable {
    case area, agency, person

    public var title: Bilingual {
        switch self {
        case .area: Bilingual(vi: "Lĩnh vực", en: "Area")
        case .agency: Bilingual(vi: "Cơ quan chủ trì", en: "Lead agency")
        case .person: Bilingual(vi: "Người chịu trách nhiệm", en: "Who answers")
        }
    }
}

extension ReadableDatabase {
    /// Returns the boxes of the year by area, lead agency or person; the key is the area's name or
    /// the id, empty where there is none.
    public func taskBoxes(
        of year: Int, source: TaskFilter.Source, issuer: Agency.ID?, by grouping: TaskGrouping,
        asked: AskedDay
    ) throws -> [String: TaskBoxes] {
        let key: SQL =
            switch grouping {
            case .area: "t.area"
            case .agency: "COALESCE(t.lead_id, '')"
            case .person: "COALESCE(d.person, '')"
            }
        let duties: SQL =
            grouping == .person
            ? """
             LEFT JOIN duties d ON d.kind = 'task' AND d.record = t.id AND d.from_on <= \(asked.day)
              AND (d.until_on IS NULL OR d.until_on > \(asked.day))
            """ : ""
        let ours: SQL =
            switch source {
            case .main: " AND t.owner_id = \(issuer)"
            case .agencies: issuer.map { " AND t.owner_id <> \($0)" } ?? ""
            case .all: ""
            }
        let counts = Plan.Task.Box.allCases.map { box -> SQL in
            "CAST(COUNT(*) FILTER (WHERE \(box.condition(asked))) AS BIGINT)"
        }.joined(", ")
        var found: [String: TaskBoxes] = [:]
        try each(
            """
            SELECT \(key) AS grouped, \(counts) FROM tasks t\(duties)
            WHERE t.year = \(year) AND t.code IS NOT NULL\(ours)
            GROUP BY \(key)
            """
        ) { row in
            var boxes = TaskBoxes()
            for (index, box) in Plan.Task.Box.allCases.enumerated() {
                boxes.add(row.int(index + 1), to: box)
            }
            found[row.text(0)] = boxes
        }
        return found
    }
}
