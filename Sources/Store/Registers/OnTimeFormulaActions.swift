import Domain

extension ReadableDatabase {
    /// Returns how the year's share on time is counted: as chosen, otherwise of those solved.
    public func onTimeFormula(of year: Int) throws -> ChosenFormula {
        try rows("SELECT formula, source FROM on_time_formulas WHERE year = \(year)").first.map {
            ChosenFormula(
                year: year, formula: $0.choice(0, .ofSolved), source: $0.text(1))
        } ?? ChosenFormula(year: year)
    }
}

extension WritableDatabase {
    /// Chooses how the year's share of dossiers on time is counted, and by which document.
    ///
    /// - Throws: ``InvalidInput`` without a source.
    public func chooseOnTimeFormula(_ chosen: ChosenFormula, by user: User.ID) throws {
        try require(.manageTemplates, of: user)
        guard !chosen.source.trimmed.isEmpty, chosen.source.unicodeScalars.count <= 300 else {
            throw InvalidInput([
                Problem(
                    "source", vi: "Hãy ghi văn bản quy định cách tính, tối đa 300 ký tự.",
                    en: "Name the document that says how it is counted, in 300 characters at most.")
            ])
        }
        let old = try onTimeFormula(of: chosen.year)
        guard old != chosen else { return }
        try run(
            """
            INSERT INTO on_time_formulas (year, formula, source, recorded_at)
            VALUES (\(chosen.year), \(chosen.formula.rawValue), \(chosen.source), \(now))
            ON CONFLICT (year) DO UPDATE SET formula = \(chosen.formula.rawValue),
              source = \(chosen.source), recorded_at = \(now)
            """
        )
        try raise(.registers, year: chosen.year)
        try journal(
            "on-time-formula.chosen", by: user,
            [
                Change(
                    "on-time-formula", String(chosen.year),
                    before: old.source.isEmpty ? nil : old, after: chosen)
            ])
    }
}
