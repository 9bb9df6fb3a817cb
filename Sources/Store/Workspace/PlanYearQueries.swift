import Domain

extension ReadableDatabase {
    /// Returns the plan year that the day belongs to.
    ///
    /// - Parameter day: a record that has no day at all is a fault of its own rule.
    func planYear(containing day: Day?) throws -> Int {
        guard let day else { throw StoreFault("a record without a day") }
        return try planYears(of: [day]).first ?? day.year
    }

    /// Returns the plan years that the days belong to.
    func planYears(of days: some Sequence<Day>) throws -> Set<Int> {
        let own = try ownPlanYears()
        return Set(
            days.map { day in
                if let year = own.first(where: { $0.contains(day) }) { return year.year }
                return PlanYear.usual(day.year).last < day ? day.year + 1 : day.year
            })
    }

    /// Returns the names of the people with those accounts; for saying who did what.
    public func userNames(_ ids: Set<User.ID>) throws -> [User.ID: String] {
        try users(ids).mapValues(\.name)
    }
}
