/// What an agency list would change, worked out before anything is written.
///
/// The dry run shows it and the action applies it: the same value, so they cannot differ.
public struct AgencyImport: Sendable {
    public enum Step: Hashable, Sendable {
        /// A body that was not known under that code on that day.
        case new(Agency.Version)
        /// The body goes on, but says something else from that day on.
        case changed(old: Agency.Version, new: Agency.Version)
        /// The version began that very day; it is put right.
        case corrected(old: Agency.Version, new: Agency.Version)
        case unchanged(Agency.Version)
    }

    public let steps: [Step]
    public let problems: [Problem]
    public let notices: [Bilingual]

    /// Works out the steps from the rows read and the versions on record.
    ///
    /// An empty cell keeps what is on record. A body whose "until" a row gives is over on that day,
    /// so a row that takes up its code from then on is a new body; who carries on whom is for a
    /// person to say (``Succession``). Source: agencies.md 2; the rule is ours: decision 0003.
    ///
    /// - Parameters:
    ///   - read: the rows of the list, as its columns read them.
    ///   - known: every version on record.
    ///   - day: takes the place of a missing "from"; rows without either are a problem.
    ///   - makeID: gives each new body its id.
    public init(
        _ read: ReadRows<AgencyRow>, onto known: [Agency.Version], from day: Day?,
        makeID: () -> Agency.ID
    ) {
        var draft = Draft(known: known)
        var problems = read.problems
        var notices = read.notices
        var defaultedDays = 0
        var defaultedBlocks = 0
        var entries: [Entry] = []
        var seen: [String: [(Tenure, Int)]] = [:]
        for (number, row) in read.rows {
            guard let code = row.code, let name = row.name, let level = row.level else { continue }
            guard let from = row.from ?? day else {
                problems.append(
                    Problem(
                        "from", row: number,
                        vi: "Chưa có ngày; hãy điền cột này hoặc ô “có hiệu lực từ ngày”.",
                        en: "No day given; fill this column or the field “in force from”."))
                continue
            }
            if row.from == nil { defaultedDays += 1 }
            if let until = row.until, until <= from {
                problems.append(
                    Problem(
                        "until", row: number, vi: "Ngày kết thúc phải sau ngày bắt đầu \(from.vi).",
                        en: "The last day must come after the first, \(from.en)."))
                continue
            }
            let tenure = Tenure(from: from, until: row.until)
            if let other = seen[code]?.first(where: { $0.0.overlaps(tenure) }) {
                problems.append(
                    Problem(
                        "code", row: number,
                        vi: "Mã “\(code)” trùng với dòng \(other.1); hãy sửa một trong hai.",
                        en: "The code “\(code)” stands in row \(other.1) too; mend one of the two.")
                )
                continue
            }
            seen[code, default: []].append((tenure, number))
            if row.block == nil, level.usualBlock != nil { defaultedBlocks += 1 }
            let known = draft.known(code, on: from)
            if known == nil, let later = draft.begun(code, during: tenure) {
                problems.append(
                    Problem(
                        "from", row: number,
                        vi:
                            "Mã “\(code)” đã có trong hệ thống từ ngày \(later.tenure.from.vi) (\(later.name)); hãy ghi ngày từ đó trở đi, hoặc ngày kết thúc không sau ngày đó.",
                        en:
                            "The code “\(code)” is on record from \(later.tenure.from.en) (\(later.name)); give that day or a later one, or an end no later than it."
                    ))
                continue
            }
            entries.append(
                Entry(
                    number: number, row: row, code: code, name: name, level: level, tenure: tenure,
                    known: known))
        }
        let rowsByCode = Dictionary(grouping: entries, by: \.code)
        for index in entries.indices {
            if entries[index].isEnded(by: rowsByCode[entries[index].code] ?? []) {
                entries[index].known = nil
            }
            entries[index].id = entries[index].known?.agency ?? makeID()
        }
        let inFile = Dictionary(grouping: entries, by: \.code)
        var steps: [Step] = []
        for entry in entries {
            var parent = entry.known?.parent
            if let code = entry.row.parentCode {
                let listed = inFile[code]?.first { $0.tenure.contains(entry.tenure.from) }
                parent = listed?.id ?? draft.known(code, on: entry.tenure.from)?.agency
                if parent == nil {
                    problems.append(
                        Problem(
                            "parent_code", row: entry.number,
                            vi:
                                "Không có cơ quan nào mang mã “\(code)” vào ngày \(entry.tenure.from.vi); hãy thêm cơ quan đó hoặc sửa mã.",
                            en:
                                "No body has the code “\(code)” on \(entry.tenure.from.en); add it or mend the code."
                        ))
                    continue
                }
            }
            let version = entry.version(parent: parent)
            draft.replace(version)
            steps.append(Self.step(entry.known, version))
        }
        problems += draft.cycles(among: entries)
        if defaultedDays > 0, let day {
            notices.append(
                Bilingual(
                    vi: "\(defaultedDays) dòng không ghi ngày: lấy ngày \(day.vi).",
                    en: "\(defaultedDays) rows give no day: \(day.en) is taken."))
        }
        if defaultedBlocks > 0 {
            notices.append(
                Bilingual(
                    vi: "\(defaultedBlocks) dòng không ghi khối: lấy theo cấp.",
                    en: "\(defaultedBlocks) rows give no block: taken from the level."))
        }
        self.problems = problems.sorted { ($0.row ?? 0) < ($1.row ?? 0) }
        self.notices = notices
        self.steps = problems.isEmpty ? steps : []
    }

    public var newCount: Int { steps.count { if case .new = $0 { true } else { false } } }
    public var unchangedCount: Int {
        steps.count { if case .unchanged = $0 { true } else { false } }
    }
    public var changedCount: Int { steps.count - newCount - unchangedCount }

    private static func step(_ known: Agency.Version?, _ new: Agency.Version) -> Step {
        guard let known else { return .new(new) }
        let sameEnd = new.tenure.until == nil || new.tenure.until == known.tenure.until
        if known.saysTheSame(as: new), sameEnd { return .unchanged(known) }
        if known.saysTheSame(as: new) || known.tenure.from == new.tenure.from {
            let from = known.tenure.from
            let version = Agency.Version(
                agency: new.agency,
                tenure: Tenure(from: from, until: new.tenure.until ?? known.tenure.until),
                code: new.code, name: new.name, level: new.level, block: new.block,
                parent: new.parent,
                codes: new.codes)
            return .corrected(old: known, new: version)
        }
        guard new.tenure.until == nil, let until = known.tenure.until else {
            return .changed(old: known, new: new)
        }
        return .changed(old: known, new: new.ending(on: until))
    }
}

/// A row that may become a step.
private struct Entry {
    let number: Int
    let row: AgencyRow
    let code: String
    let name: String
    let level: Agency.Level
    let tenure: Tenure
    /// The version on record that the row speaks of; `nil` for a body not on record.
    var known: Agency.Version?
    var id = Agency.ID("")

    /// Whether another row ends, by this row's first day, the body that this row would go on with.
    func isEnded(by others: [Entry]) -> Bool {
        guard let known else { return false }
        return others.contains { other in
            other.number != number && other.known == known
                && other.tenure.until.map { $0 <= tenure.from } ?? false
        }
    }

    func version(parent: Agency.ID?) -> Agency.Version {
        var codes = known?.codes ?? [:]
        if let gso = row.gsoCode { codes["gso"] = gso }
        return Agency.Version(
            agency: id, tenure: tenure, code: code, name: name, level: level,
            block: row.block ?? known?.block ?? level.usualBlock, parent: parent, codes: codes)
    }
}

/// The parents as they would stand after the import, to find cycles in.
private struct Draft {
    private var byCode: [String: [Agency.Version]] = [:]
    private var parents: [Agency.ID: Agency.ID] = [:]

    init(known: [Agency.Version]) {
        for version in known {
            byCode[version.code, default: []].append(version)
            if version.tenure.until == nil { parents[version.agency] = version.parent }
        }
    }

    func known(_ code: String, on day: Day) -> Agency.Version? {
        byCode[code]?.first { $0.tenure.contains(day) }
    }

    /// The version with that code that begins within the days, after their first.
    func begun(_ code: String, during tenure: Tenure) -> Agency.Version? {
        byCode[code]?.filter { $0.tenure.from > tenure.from && tenure.contains($0.tenure.from) }
            .min { $0.tenure.from < $1.tenure.from }
    }

    mutating func replace(_ version: Agency.Version) {
        parents[version.agency] = version.parent
    }

    func cycles(among entries: [Entry]) -> [Problem] {
        entries.compactMap { entry in
            var seen: Set<Agency.ID> = [entry.id]
            var next = parents[entry.id]
            while let current = next {
                if current == entry.id {
                    return Problem(
                        "parent_code", row: entry.number,
                        vi:
                            "“\(entry.code)” thành cấp trên của chính mình qua các dòng khác; hãy sửa cơ quan cấp trên.",
                        en:
                            "“\(entry.code)” would be above itself through other rows; mend its parent."
                    )
                }
                if !seen.insert(current).inserted { return nil }
                next = parents[current]
            }
            return nil
        }
    }
}

extension Tenure {
    /// Whether some day belongs to both.
    public func overlaps(_ other: Tenure) -> Bool {
        (other.until.map { from < $0 } ?? true) && (until.map { other.from < $0 } ?? true)
    }
}
