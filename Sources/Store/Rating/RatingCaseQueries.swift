import Domain

extension ReadableDatabase {
    /// Everybody of a block who is to be rated for a period, with what their bodies reached by its end.
    ///
    /// Only bodies below the one that decides: nobody rates equals or themselves. A person who held
    /// posts of one kind in several bodies of the block is one case; each body is a case of its own.
    func ratingCases(
        of block: Agency.Block, below decider: Agency.ID, year: Int, period: ClosedRange<Day>,
        on day: Day
    ) throws -> [RatingCase] {
        let by = min(day, period.upperBound)
        let tree = try agencyTree(on: by)
        guard let top = tree.position(of: decider) else { return [] }
        let bodies = tree.bodies[(top + 1)..<tree[top].end].filter { $0.block == block }
        let figures = try ratingFigures(of: bodies, in: tree, block: block, year: year, on: by)
        let posts = try posts(
            where: """
                p.role IN \(list: [Role.head, .deputy].map(\.rawValue))
                  AND p.agency IN \(list: bodies.map(\.id)) AND p.from_on <= \(period.upperBound)
                  AND (p.until_on IS NULL OR p.until_on > \(period.lowerBound))
                """)
        var cases: [RatingCase] = []
        for (role, kind) in [(Role.head, RatedKind.head), (.deputy, .deputy)] {
            let byPerson = Dictionary(grouping: posts.filter { $0.role == role }, by: \.person)
            for (person, posts) in byPerson.sorted(by: { $0.key < $1.key }) {
                let stints = posts.compactMap { RatingStint($0, within: period) }
                    .sorted { $0.from < $1.from }
                guard !stints.isEmpty else { continue }
                cases.append(
                    RatingCase(kind: kind, person: person, stints: stints, figures: figures))
            }
        }
        for body in bodies {
            let stint = RatingStint(
                agency: body.id, title: body.version.shortName, manner: .appointed,
                from: period.lowerBound, last: period.upperBound)
            cases.append(
                RatingCase(kind: .agency, person: nil, stints: [stint], figures: figures))
        }
        return cases
    }

    private func ratingFigures(
        of bodies: [AgencyTree.Body], in tree: AgencyTree, block: Agency.Block, year: Int,
        on day: Day
    ) throws -> [Agency.ID: [RatingMeasure: RatingFigure]] {
        let measured = try measuredFigures(
            [.tasksDone, .tasksOnTime, .tasksOverdue, .planTasks, .assignedDone, .findingsOverdue],
            of: year, in: tree, on: day)
        var indices: [Agency.ID: Percentage] = [:]
        if let round = try scoringRound(of: year, block: block) {
            for file in try assessments(of: round, for: .system) {
                indices[file.assessment.agency] = file.index
            }
        }
        let targets = try targetsKept(of: year, on: day)
        var figures: [Agency.ID: [RatingMeasure: RatingFigure]] = [:]
        for body in bodies {
            guard let place = tree.position(of: body.id) else { continue }
            func share(_ measure: ScoringMeasure) -> RatingFigure {
                switch measured.answer(measure, at: place)?.value {
                case .number(let number)?:
                    Percentage(number.numerator, of: number.denominator)
                        .map { RatingFigure.value($0.basisPoints) } ?? .nothingArose
                case .nothingArose?: .nothingArose
                case .chosen?, nil: .unknown
                }
            }
            func count(_ measure: ScoringMeasure) -> Int? {
                guard case .number(let number)? = measured.answer(measure, at: place)?.value
                else { return nil }
                return number.numerator
            }
            var own: [RatingMeasure: RatingFigure] = [
                .index: indices[body.id].map { RatingFigure.value($0.basisPoints) } ?? .unknown,
                .tasks: share(.tasksDone), .onTime: share(.tasksOnTime),
                .assigned: share(.assignedDone),
                .findings: .value((count(.findingsOverdue) ?? 0) * 100),
                .targets: targets.map { $0[body.id] ?? .nothingArose } ?? .unknown,
            ]
            if let overdue = count(.tasksOverdue), let all = count(.planTasks) {
                own[.overdue] =
                    Percentage(overdue, of: all).map { RatingFigure.value($0.basisPoints) }
                    ?? .nothingArose
            }
            figures[body.id] = own
        }
        return figures
    }

    /// The share of targets that each body keeps; `nil` while no plan of the year is confirmed.
    private func targetsKept(
        of year: Int, on day: Day
    ) throws -> [Agency.ID: RatingFigure]? {
        guard let plan = try currentPlan(of: year) else { return nil }
        let period = try planYear(year).range
        let tree = try agencyTree(on: Measurement.treeDay(on: day, period: period))
        let scopes = try scopes()
        var counts: [Int: (kept: Int, all: Int)] = [:]
        for target in try targets(inForceOn: day, of: plan.id)
        where target.terms.measure?.isOwedByBodies == true {
            let asked = Measurement(
                target: target, scope: scopes.first { $0.id == target.terms.scope }, tree: tree,
                issuer: plan.agency, period: period, on: day, dayHasEnded: true)
            for (body, isKept) in try standing(asked, year: year)?.keptByBody ?? [:] {
                counts[body, default: (0, 0)].all += 1
                if isKept { counts[body, default: (0, 0)].kept += 1 }
            }
        }
        var figures: [Agency.ID: RatingFigure] = [:]
        for (body, count) in counts {
            figures[tree[body].id] = Percentage(count.kept, of: count.all).map {
                .value($0.basisPoints)
            }
        }
        return figures
    }
}
