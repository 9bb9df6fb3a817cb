import Domain

extension ReadableDatabase {
    /// Returns how a target stands that a register counts.
    func registerStanding(_ measure: Measure, _ asked: Measurement, year: Int) throws -> Standing? {
        let formula = measure == .dossiersOnTime ? try onTimeFormula(of: year).formula : .ofSolved
        guard let register = measure.register(by: formula) else { return nil }
        if register.shape == .published {
            let recorded = try outsideResultDays(of: year)
            let results = try lines(OutsideIndex.self, of: year).filter {
                $0.body == asked.issuer && $0.line.isSatisfaction
            }
            return .published(
                results.map {
                    Facts.Published($0.line, recordedOn: recorded[$0.number] ?? $0.day)
                }, asked)
        }
        let span = ReportSpan(
            year: year, title: Bilingual(""), first: asked.period.lowerBound,
            last: max(asked.period.lowerBound, min(asked.on, asked.period.upperBound)))
        let judged = ReportSpan(
            year: year, title: Bilingual(""), first: span.first,
            last: max(span.first, min(asked.judgedBy, asked.period.upperBound)))
        let part = try registered(register.part, span, asked.tree)
        if register.shape == .bodies { return .bodiesRecorded(part, register, asked) }
        let whole = try register.whole.map { try registered($0, span, asked.tree) }
        func sum(_ figure: String, _ known: [Facts.Registered]) throws -> Int {
            let records =
                judged.last == span.last ? known : try registered(figure, judged, asked.tree)
            let members = Set(asked.members)
            return records.filter { record in
                asked.scope == nil || record.body.map { members.contains($0) } ?? false
            }.reduce(0) { $0 + $1.value }
        }
        let facts = Facts.Register(
            part: part, whole: whole, judgedPart: try sum(register.part, part),
            judgedWhole: try register.whole.map { try sum($0, whole ?? []) })
        return .registered(facts, register, asked)
    }

    /// The records behind a figure, each at its body's position in the tree.
    private func registered(_ figure: String, _ span: ReportSpan, _ tree: AgencyTree) throws
        -> [Facts.Registered]
    {
        guard let source = FigureSource.rows(behind: figure, in: span) else { return [] }
        var facts: [Facts.Registered] = []
        try each(
            """
            SELECT body_id, number, day_on, words, value, recorded_at FROM (\(source)) AS counted
            ORDER BY day_on, number
            """
        ) { row in
            facts.append(
                Facts.Registered(
                    body: tree.position(of: row.id(0)), number: row.int(1),
                    day: row.optionalDay(2), words: row.optionalText(3) ?? "", value: row.int(4),
                    recordedOn: row.instant(5).day()))
        }
        return facts
    }

    /// The day on which each published result of the year was entered, by number.
    private func outsideResultDays(of year: Int) throws -> [Int: Day] {
        var days: [Int: Day] = [:]
        try each("SELECT number, recorded_at FROM outside_results WHERE year = \(year)") {
            days[$0.int(0)] = $0.instant(1).day()
        }
        return days
    }
}
