/// A reporting period (kỳ báo cáo) of a plan year: what it covers, when figures close, what is due when.
///
/// Periods are data that the standing office opens and changes with a source. Half-year and year
/// count from the year's first day, the third quarter does not.
public struct Period: Hashable, Sendable, Codable {
    public let year: Int
    /// Its name in addresses: `q1`, `h1`, `q3`, `year`; letters, digits and hyphens.
    public let code: String
    /// Its place among the year's periods, from 1.
    public let position: Int
    public let name: Bilingual
    /// The first day whose events it covers.
    public let first: Day
    /// The last day that the authority's own report covers.
    public let last: Day
    /// The last day that agencies' reports cover (thời điểm chốt số liệu), so that there is time left
    /// to bring them together.
    public let agencyLast: Day
    /// The last day for agencies to submit, that day included.
    public let agencyDue: Day
    /// The same for bodies that submit to another agency first; `nil` when it is the agencies' day.
    public let lowerDue: Day?
    /// The last day for the authority's own report.
    public let due: Day
    /// The document that says so; empty while nobody named one.
    public let source: String
    /// Why and since when nothing more is taken; `nil` while it is open.
    public let lock: Lock?
    /// Raised by every change; a change made to an older version is a conflict.
    public let version: Int

    /// That a period takes nothing more, from a day on.
    public struct Lock: Hashable, Sendable, Codable {
        /// The first day on which nothing is taken.
        public let from: Day
        public let reason: String

        public init(from: Day, reason: String) {
            self.from = from
            self.reason = reason
        }
    }

    public init(
        year: Int, code: String, position: Int, name: Bilingual, first: Day, last: Day,
        agencyLast: Day, agencyDue: Day, lowerDue: Day? = nil, due: Day, source: String = "",
        lock: Lock? = nil, version: Int = 1
    ) {
        self.year = year
        self.code = code
        self.position = position
        self.name = name
        self.first = first
        self.last = last
        self.agencyLast = agencyLast
        self.agencyDue = agencyDue
        self.lowerDue = lowerDue
        self.due = due
        self.source = source
        self.lock = lock
        self.version = version
    }

    /// The journal's key of it: `2021/q1`.
    public var key: String { "\(year)/\(code)" }

    /// Its name with its year, within a sentence: "quý III năm 2021", "6 tháng đầu năm 2021", "năm 2021".
    public var ofYear: Bilingual {
        let start = name.vi.prefix(1).lowercased() + name.vi.dropFirst()
        let isYear = start.hasSuffix("năm")
        return Bilingual(
            vi: isYear ? "\(start) \(year)" : "\(start) năm \(year)", en: "\(name.en), \(year)")
    }

    /// Returns the period with another lock, or none.
    public func locked(_ lock: Lock?) -> Period {
        Period(
            year: year, code: code, position: position, name: name, first: first, last: last,
            agencyLast: agencyLast, agencyDue: agencyDue, lowerDue: lowerDue, due: due,
            source: source, lock: lock, version: version)
    }

    /// Returns the period as it stands once the change is written.
    public var raised: Period {
        Period(
            year: year, code: code, position: position, name: name, first: first, last: last,
            agencyLast: agencyLast, agencyDue: agencyDue, lowerDue: lowerDue, due: due,
            source: source, lock: lock, version: version + 1)
    }

    /// Every reason the period cannot be kept as it is; empty when it can.
    public var problems: [Problem] {
        var problems: [Problem] = []
        func check(_ isWrong: Bool, _ field: String, _ vi: String, _ en: String) {
            if isWrong { problems.append(Problem(field, vi: vi, en: en)) }
        }
        let plain = code.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
        }
        check(
            code.isEmpty || code.utf8.count > 20 || !plain, "code",
            "Ký hiệu kỳ chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ q1.",
            "The code holds only small letters, digits and hyphens, such as q1.")
        check(
            name.vi.trimmed.isEmpty, "name", "Hãy đặt tên cho kỳ báo cáo.", "Name the period.")
        check(
            last < first, "last", "Ngày cuối kỳ phải từ ngày đầu kỳ \(first.vi) trở đi.",
            "The last day must not come before the first, \(first.en).")
        check(
            agencyLast < first || agencyLast > last, "agency_last",
            "Thời điểm chốt số liệu của đơn vị phải nằm trong kỳ, từ \(first.vi) đến \(last.vi).",
            "The agencies' cut-off must lie within the period, \(first.en) to \(last.en).")
        check(
            agencyDue < agencyLast, "agency_due",
            "Hạn gửi của đơn vị không thể trước thời điểm chốt số liệu \(agencyLast.vi).",
            "Agencies cannot submit before their figures close, \(agencyLast.en).")
        check(
            due < agencyDue, "due",
            "Hạn của báo cáo chung không thể trước hạn gửi của đơn vị \(agencyDue.vi).",
            "The authority's own report cannot be due before the agencies', \(agencyDue.en).")
        check(
            lowerDue.map { $0 > agencyDue } ?? false, "lower_due",
            "Đơn vị trực thuộc phải gửi không muộn hơn cơ quan cấp trên, \(agencyDue.vi).",
            "Bodies below must submit no later than the agencies above them, \(agencyDue.en).")
        check(
            lock.map { $0.reason.trimmed.isEmpty } ?? false, "lock_reason",
            "Khóa kỳ báo cáo phải ghi lý do để đơn vị biết.",
            "A lock names its reason, for the agencies to know.")
        return problems
    }
}
