import Domain

extension WritableDatabase {
    /// Records a figure typed by hand for a target, in the place of any of the same day.
    ///
    /// - Throws: ``InvalidInput`` when it names no source or its denominator is zero.
    public func recordFigure(
        _ figure: Facts.Figure, for id: Plan.Target.ID, by user: User.ID
    ) throws {
        guard let target = try target(id), let plan = try plan(target.plan) else {
            throw MissingRecord(Bilingual(vi: "chỉ tiêu", en: "target"), id.text)
        }
        try require(.recordFigures, of: user, in: target.terms.lead ?? plan.agency)
        guard target.terms.measure == .typed else { throw FigureError.computed(target.code) }
        let problems = figure.problems
        if !problems.isEmpty { throw InvalidInput(problems) }
        guard let change = try save(figure, for: id) else { return }
        try raise(.figures, year: plan.year)
        try journal("figure.recorded", by: user, in: plan.agency, [change])
    }

    /// Writes the figure in the place of any of the same day; returns the change, `nil` when there is none.
    func save(_ figure: Facts.Figure, for id: Plan.Target.ID) throws -> Change? {
        let old = try figures(of: id).first { $0.day == figure.day }
        if let old, old.saysTheSame(as: figure) { return nil }
        let figure = figure.recorded(on: now.day())
        try run(
            """
            INSERT INTO figures
              (id, target_id, figure_on, numerator, denominator, source, note, recorded_at)
            VALUES (\(newID() as Identifier<Facts.Figure>), \(id), \(figure.day), \(figure.numerator),
              \(figure.denominator), \(figure.source), \(figure.note), \(now))
            ON CONFLICT (target_id, figure_on) DO UPDATE SET numerator = excluded.numerator,
              denominator = excluded.denominator, source = excluded.source, note = excluded.note,
              recorded_at = excluded.recorded_at
            """
        )
        return Change("target", id.text, before: old, after: figure)
    }
}

extension Facts.Figure {
    /// Whether both say the same of the day, whenever each was recorded.
    fileprivate func saysTheSame(as other: Facts.Figure) -> Bool {
        recorded(on: other.recordedOn) == other
    }

    fileprivate func recorded(on day: Day) -> Facts.Figure {
        Facts.Figure(
            day: self.day, numerator: numerator, denominator: denominator, source: source,
            note: note,
            recordedOn: day)
    }
}
