/// The yearly plan of inspection (kế hoạch kiểm tra) as a body issued it: what its annex named that day.
///
/// A later plan of the same year amends the one before; none is ever changed.
public struct InspectionPlan: Hashable, Sendable, Codable {
    public typealias ID = Identifier<InspectionPlan>

    /// One body to be inspected.
    public struct Line: Hashable, Sendable, Codable {
        public let inspection: Inspection.ID
        public let inspector: Agency.ID
        public let body: Agency.ID
        public let plannedOn: Day
        public let mode: Inspection.Mode

        public init(
            inspection: Inspection.ID, inspector: Agency.ID, body: Agency.ID, plannedOn: Day,
            mode: Inspection.Mode
        ) {
            self.inspection = inspection
            self.inspector = inspector
            self.body = body
            self.plannedOn = plannedOn
            self.mode = mode
        }

        /// Monday to Friday of the planned day's week.
        public var week: ClosedRange<Day> {
            let monday = plannedOn - (plannedOn.weekday - 1)
            return monday...(monday + 4)
        }
    }

    public let id: ID
    public let number: Int
    public let year: Int
    public let issuer: Agency.ID
    public let symbol: String
    public let issuedOn: Day
    public let lines: [Line]

    public init(
        id: ID, number: Int, year: Int, issuer: Agency.ID, symbol: String, issuedOn: Day,
        lines: [Line]
    ) {
        self.id = id
        self.number = number
        self.year = year
        self.issuer = issuer
        self.symbol = symbol
        self.issuedOn = issuedOn
        self.lines = lines
    }

    /// Every reason it cannot be recorded as issued.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if symbol.trimmed.isEmpty {
            problems.append(
                Problem(
                    "symbol", vi: "Hãy ghi số, ký hiệu kế hoạch đã ban hành.",
                    en: "Give the symbol of the issued plan."))
        }
        if lines.isEmpty {
            problems.append(
                Problem(
                    "lines",
                    vi: "Kế hoạch chưa có đơn vị nào; hãy chọn đơn vị và ngày dự kiến trước.",
                    en: "The plan names nobody yet; choose bodies and days first."))
        }
        return problems
    }

    /// What differs now from what was issued.
    public struct Changes: Hashable, Sendable {
        public let added: [Line]
        /// Another day or mode than was issued.
        public let changed: [Line]
        /// Named in the annex, not planned any more.
        public let dropped: [Line]
        public var isEmpty: Bool { added.isEmpty && changed.isEmpty && dropped.isEmpty }
    }

    public func changes(to now: [Line]) -> Changes {
        let issued = Dictionary(
            lines.map { ($0.inspection, $0) }, uniquingKeysWith: { one, _ in one })
        let current = Set(now.map(\.inspection))
        return Changes(
            added: now.filter { issued[$0.inspection] == nil },
            changed: now.filter { line in issued[line.inspection].map { $0 != line } ?? false },
            dropped: lines.filter { !current.contains($0.inspection) })
    }
}
