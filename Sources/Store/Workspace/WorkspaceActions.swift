import Domain

extension WritableDatabase {
    /// Changes what the workspace's settings say of it.
    ///
    /// Without a user the program does it, setting a new workspace up. Throws ``PermissionError``.
    public func setWorkspace(_ workspace: Workspace, by user: User.ID?) throws {
        if let user { try require(.manageWorkspace, of: user) }
        let before = try self.workspace()
        try set(SettingKey.nameVi, workspace.name.vi)
        try set(SettingKey.nameEn, workspace.name.en)
        try set(SettingKey.today, workspace.fixedToday?.text)
        try set(SettingKey.madeUp, workspace.isMadeUp ? "yes" : nil)
        try set(SettingKey.visitors, workspace.readableByVisitors ? "yes" : nil)
        try journal(
            "workspace.changed", by: user,
            [
                Change(
                    "workspace", "workspace", before: before == .unnamed ? nil : before,
                    after: workspace)
            ])
    }

    /// Gives a plan year days of its own, with the document that says so.
    ///
    /// Without a user the program does it, setting a new workspace up. Throws ``PermissionError``.
    public func setPlanYear(_ planYear: PlanYear, by user: User.ID?) throws {
        if let user { try require(.manageWorkspace, of: user) }
        let before = try self.planYear(planYear.year)
        try run(
            """
            INSERT INTO years (year, first_on, last_on, source)
            VALUES (\(planYear.year), \(planYear.first), \(planYear.last), \(planYear.source))
            ON CONFLICT (year) DO UPDATE SET
              first_on = excluded.first_on, last_on = excluded.last_on, source = excluded.source
            """
        )
        for topic in Topic.allCases where topic.isYearly { try raise(topic, year: planYear.year) }
        try journal(
            "year.changed", by: user,
            [Change("year", "\(planYear.year)", before: before, after: planYear)])
    }

    func set(_ key: String, _ value: String?) throws {
        guard let value else {
            try run("DELETE FROM settings WHERE key = \(key)")
            return
        }
        try run(
            """
            INSERT INTO settings (key, value) VALUES (\(key), \(value))
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """
        )
    }
}
