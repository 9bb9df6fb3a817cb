import Domain

extension ReadableDatabase {
    /// Returns what the workspace's settings say of it.
    public func workspace() throws -> Workspace {
        var values: [String: String] = [:]
        try each("SELECT key, value FROM settings WHERE key LIKE 'workspace.%'") {
            values[$0.text(0)] = $0.text(1)
        }
        let unnamed = Workspace.unnamed
        return Workspace(
            name: Bilingual(
                vi: values[SettingKey.nameVi] ?? unnamed.name.vi,
                en: values[SettingKey.nameEn] ?? unnamed.name.en),
            fixedToday: values[SettingKey.today].flatMap { Day($0) },
            isMadeUp: values[SettingKey.madeUp] != nil,
            readableByVisitors: values[SettingKey.visitors] != nil)
    }

    /// Returns the first and last day of a plan year: its own, or the usual 15/12 to 14/12.
    public func planYear(_ year: Int) throws -> PlanYear {
        try rows("SELECT first_on, last_on, source FROM years WHERE year = \(year)").first.map {
            PlanYear(year, first: $0.day(0), last: $0.day(1), source: $0.optionalText(2))
        } ?? .usual(year)
    }

    /// Returns the plan years whose days are their own, by year.
    public func ownPlanYears() throws -> [PlanYear] {
        try rows("SELECT year, first_on, last_on, source FROM years ORDER BY year LIMIT 500").map {
            PlanYear($0.int(0), first: $0.day(1), last: $0.day(2), source: $0.optionalText(3))
        }
    }
}

/// The rows of `settings` that describe the workspace; a missing row is a no.
enum SettingKey {
    static let nameVi = "workspace.name.vi"
    static let nameEn = "workspace.name.en"
    static let today = "workspace.today"
    static let madeUp = "workspace.made-up"
    static let visitors = "workspace.visitors"
}
