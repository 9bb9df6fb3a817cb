import Domain

extension ReadableDatabase {
    /// Returns how inspections are handled in the year: by rules of its own, or by the usual ones.
    public func inspectionRules(of year: Int) throws -> InspectionRules {
        try rows(
            """
            SELECT remedy_days, remedy_counting, own_sample, head_after, office_after,
              counted_kinds, counted_modes, quota_on, merged, weight_years, weight_reports,
              weight_findings, weight_repeats, weight_dossiers, source, version,
              weight_scores, low_score
            FROM inspection_rules WHERE year = \(year)
            """
        ).first.map { row in
            InspectionRules(
                remedyDays: row.int(0), remedyCounting: row.choice(1, .calendar),
                ownSample: Percentage(basisPoints: row.int(2)), headAfter: row.int(3),
                officeAfter: row.int(4),
                countedKinds: Set(
                    row.text(5).split(separator: " ").compactMap {
                        Inspection.Kind(rawValue: String($0))
                    }),
                countedModes: Set(
                    row.text(6).split(separator: " ").compactMap {
                        Inspection.Mode(rawValue: String($0))
                    }),
                quotaOn: row.optionalDay(7), merged: row.choice(8, .heirCounts),
                weights: PickWeights(
                    years: row.int(9), reports: row.int(10), findings: row.int(11),
                    repeats: row.int(12), dossiers: row.int(13), scores: row.int(16),
                    lowScore: Percentage(basisPoints: row.int(17))),
                source: row.text(14), version: row.int(15))
        } ?? .usual
    }
}

extension WritableDatabase {
    /// Settles how inspections and findings are handled in the year.
    ///
    /// What was told, accepted and sampled before stays as it is.
    public func setInspectionRules(
        _ rules: InspectionRules, of year: Int, by user: User.ID
    ) throws {
        try require(.manageInspectionRules, of: user)
        guard rules.problems.isEmpty else { throw InvalidInput(rules.problems) }
        let before = try inspectionRules(of: year)
        guard before != rules else { return }
        guard before.version == rules.version else {
            throw EditConflict(Bilingual(vi: "Quy định kiểm tra", en: "inspection rules"))
        }
        let after = rules.versioned(rules.version + 1)
        try run(
            """
            INSERT INTO inspection_rules
              (year, remedy_days, remedy_counting, own_sample, head_after, office_after,
               counted_kinds, counted_modes, quota_on, merged, weight_years, weight_reports,
               weight_findings, weight_repeats, weight_dossiers, source, version, weight_scores,
               low_score)
            VALUES (\(year), \(after.remedyDays), \(after.remedyCounting.rawValue),
              \(after.ownSample.basisPoints), \(after.headAfter), \(after.officeAfter),
              \(after.countedKinds.map(\.rawValue).sorted().joined(separator: " ")),
              \(after.countedModes.map(\.rawValue).sorted().joined(separator: " ")),
              \(after.quotaOn), \(after.merged.rawValue), \(after.weights.years),
              \(after.weights.reports), \(after.weights.findings), \(after.weights.repeats),
              \(after.weights.dossiers), \(after.source), \(after.version),
              \(after.weights.scores), \(after.weights.lowScore.basisPoints))
            ON CONFLICT (year) DO UPDATE SET remedy_days = excluded.remedy_days,
              remedy_counting = excluded.remedy_counting, own_sample = excluded.own_sample,
              head_after = excluded.head_after, office_after = excluded.office_after,
              counted_kinds = excluded.counted_kinds, counted_modes = excluded.counted_modes,
              quota_on = excluded.quota_on, merged = excluded.merged,
              weight_years = excluded.weight_years, weight_reports = excluded.weight_reports,
              weight_findings = excluded.weight_findings,
              weight_repeats = excluded.weight_repeats,
              weight_dossiers = excluded.weight_dossiers,
              weight_scores = excluded.weight_scores, low_score = excluded.low_score, source = excluded.source,
              version = excluded.version
            """
        )
        if (before.headAfter, before.officeAfter) != (after.headAfter, after.officeAfter) {
            var days: Set<Day> = []
            try each(
                """
                SELECT DISTINCT due_on FROM findings WHERE year = \(year) AND closed_on IS NULL
                """
            ) { days.insert($0.day(0)) }
            for day in days.sorted() {
                try run(
                    """
                    UPDATE findings SET head_on = \(day + after.headAfter),
                      office_on = \(day + after.officeAfter)
                    WHERE year = \(year) AND due_on = \(day) AND closed_on IS NULL
                    """
                )
            }
        }
        for topic in [Topic.inspections, .findings] { try raise(topic, year: year) }
        try journal(
            "inspection-rules.changed", by: user,
            [
                Change(
                    "inspection-rules", String(year), before: before.version == 0 ? nil : before,
                    after: after)
            ])
    }
}
