import Domain

/// Which plan year a day belongs to, as the workspace's own years have it.
struct PlanCalendar {
    private let own: [PlanYear]

    init(own: [PlanYear]) {
        self.own = own
    }

    /// The year that says it has the day; otherwise the usual one, from 15/12 to 14/12.
    func year(of day: Day) -> Int {
        if let year = own.first(where: { $0.contains(day) }) { return year.year }
        return PlanYear.usual(day.year).last < day ? day.year + 1 : day.year
    }
}

extension ReadableDatabase {
    func planCalendar() throws -> PlanCalendar {
        PlanCalendar(own: try ownPlanYears())
    }

    /// Returns the names of the people with those accounts; for saying who did what.
    public func userNames(_ ids: Set<User.ID>) throws -> [User.ID: String] {
        try users(ids).mapValues(\.name)
    }
}
