import Domain
import Reading
import Sample
import Store

/// A workspace to measure in: the sample year, or a made-up province of any size.
///
/// Both are filled through the actions that people use.
struct BenchWorkspace {
    let store: Store

    /// Fills it with the sample of 2021: 191 bodies.
    func fillWithSample() async throws {
        try await SampleLoader(
            try SampleYear.make(.binhDinh2021), into: store, by: try await administrator()
        )
        .load()
    }

    /// Fills it with so many made-up bodies under the sample's plan, each with records of its own.
    ///
    /// Every body has a plan with two tasks, or as many as asked for, and a self-inspection; every
    /// third was inspected by its superior and has two findings, every tenth has issued a legal
    /// document.
    ///
    /// With `fourBlocks` every third commune counts as a sub-unit, so that there are four of them.
    func fill(bodies count: Int, tasks taskCount: Int = 2, fourBlocks: Bool = false) async throws {
        let user = try await administrator()
        let sample = try SampleYear.make(.binhDinh2021)
        var agencies = SampleYear.manyBodies(count)
        for place in agencies.indices where fourBlocks && place % 3 == 0 {
            if agencies[place].level == .commune { agencies[place].block = .units }
        }
        let bodies = agencies.filter { $0.parentCode != nil }
        let first = sample.period.lowerBound
        let workspace = Workspace(
            name: Bilingual("Tỉnh Minh hoạ"), fixedToday: sample.today, isMadeUp: true,
            readableByVisitors: true)
        try await store.write { try $0.setWorkspace(workspace, by: user) }
        try await take(agencies, AgencyColumns.all, AgencyRow()) {
            _ = try $0.importAgencies($1, from: nil, by: user)
        }
        try await addPlan(
            of: sample, top: agencies.first?.code ?? "", lead: bodies.first?.code ?? "", by: user)
        try await take(
            bodies.enumerated().map { plan($1, $0, first) }, AgencyPlanColumns.all, AgencyPlanRow()
        ) {
            _ = try $0.importAgencyPlans($1, by: user)
        }
        try await take(
            bodies.enumerated().flatMap { tasks($1, $0, first, taskCount) }, AgencyTaskColumns.all,
            AgencyTaskRow()
        ) {
            _ = try $0.importAgencyTasks($1, by: user)
        }
        let inspected = bodies.enumerated().filter { $0.offset.isMultiple(of: 3) }.map(\.element)
        try await take(
            inspected.enumerated().map { inspection($1, $0, first) }, InspectionColumns.all,
            InspectionRow()
        ) {
            _ = try $0.importInspections($1, by: user)
        }
        try await take(
            bodies.enumerated().map { selfInspection($1, $0, first) }, SelfInspectionColumns.all,
            SelfInspectionRow()
        ) {
            _ = try $0.importSelfInspections($1, by: user)
        }
        try await take(
            inspected.enumerated().flatMap { findings($1, $0, first) }, FindingColumns.all,
            FindingRow()
        ) {
            _ = try $0.importFindings($1, by: user)
        }
        let issuers = bodies.enumerated().filter { $0.offset.isMultiple(of: 10) }.map(\.element)
        try await take(
            issuers.enumerated().map { document($1, $0, first) }, LegalDocumentColumns.all,
            LegalDocumentRow()
        ) {
            _ = try $0.importLegalDocuments($1, by: user)
        }
    }

    /// Fills it with bodies of four blocks, their records, and a round of 120 criteria for each block.
    func fillScores(bodies count: Int) async throws {
        try await fill(bodies: count, fourBlocks: true)
        let user = try await store.read { try $0.user(login: "quantri")?.id }
        guard let user else { return }
        let year = SampleYear.Edition.binhDinh2021.rawValue
        let last = PlanYear.usual(year).last
        for block in BenchScores.blocks {
            let number = try await store.write { db in
                let set = try db.addCriteriaSet(
                    BenchScores.criteria(block, year: year), by: user)
                let terms = ScoringRound.Terms(title: "Đo", cutOff: last, selfDue: last + 7)
                return try db.openRound(
                    of: year, set: set.number, terms: terms, by: user, on: last - 60
                ).number
            }
            try await store.writeOffTheRecord { db in
                guard let round = try db.scoringRound(numbered: number),
                    let set = try db.criteriaSet(round.set)
                else { return }
                let open = set.scored.filter {
                    if case .measure = set.criteria[$0].input { false } else { true }
                }
                for file in try db.assessments(of: round, for: .system).map(\.assessment) {
                    try db.fillAnswers(
                        open.compactMap { position in
                            BenchScores.answer(set.criteria[position], file.number * 131 + position)
                                .map { (position, $0) }
                        }, of: file, in: set)
                }
            }
        }
    }

    private func administrator() async throws -> User.ID {
        _ = try await store.createFirstAdministrator()
        guard let user = try await store.read({ try $0.user(login: "quantri") }) else {
            throw MissingRecord(Bilingual(vi: "tài khoản", en: "account"), "quantri")
        }
        return user.id
    }

    private func take<Row: Sendable>(
        _ rows: [Row], _ columns: [Column<Row>], _ blank: Row,
        _ action: @escaping @Sendable (WritableDatabase, ReadRows<Row>) throws -> Void
    ) async throws {
        let read = columns.read(columns.table(rows), blank: blank)
        try await store.write { try action($0, read) }
    }

    /// The sample's plan and what its person decided, with one body leading everything.
    private func addPlan(of sample: SampleYear, top: String, lead: String, by user: User.ID)
        async throws
    {
        let draft = PlanReader.read(sample.planText)
        let header = draft.document
        try await store.write { db in
            let tree = try db.agencyTree(on: sample.today)
            guard let issuer = tree.bodies(coded: top).first?.id,
                let lead = tree.bodies(coded: lead).first?.id
            else { throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), top) }
            let plan = Plan(
                id: db.newID(), agency: issuer, year: sample.year, type: header.type ?? "Kế hoạch",
                symbol: header.symbol ?? "", title: header.title ?? "", place: header.place ?? "",
                signer: header.signer ?? "", issuedOn: header.issuedOn,
                effectiveOn: header.effectiveOn)
            try db.addPlan(plan, text: sample.planText, draft: draft, by: user, on: sample.today)
            for (proposed, target) in zip(draft.targets, try db.targets(of: plan.id)) {
                let decision = sample.decision(on: proposed)
                try db.decideTarget(
                    target.id, decision == nil ? .rejected : .accepted,
                    terms: decision?.terms(from: proposed, lead: lead), version: target.version,
                    by: user)
            }
            try db.confirmPlan(plan.id, by: user, on: sample.today)
        }
    }

    private func plan(_ body: AgencyRow, _ place: Int, _ first: Day) -> AgencyPlanRow {
        var row = AgencyPlanRow()
        row.agencyCode = body.code
        row.year = (first + 30).year
        row.symbol = "\(place + 1)/KH-UBND"
        row.issuedOn = first + 20 + place % 40
        return row
    }

    private func tasks(_ body: AgencyRow, _ place: Int, _ first: Day, _ count: Int)
        -> [AgencyTaskRow]
    {
        (1...count).map { number in
            var row = AgencyTaskRow()
            row.agencyCode = body.code
            row.year = (first + 30).year
            row.number = number
            row.text = "Nhiệm vụ minh hoạ \(number)"
            // The year's 360 days in as many steps.
            row.dueOn = first + (count == 2 ? 150 * number : 360 * number / count)
            let isOpen = count == 2 ? place.isMultiple(of: 7) : (place + number).isMultiple(of: 3)
            row.doneOn = isOpen ? nil : row.dueOn.map { $0 - 10 }
            return row
        }
    }

    private func inspection(_ body: AgencyRow, _ place: Int, _ first: Day) -> InspectionRow {
        var row = InspectionRow()
        row.inspectorCode = body.parentCode
        row.bodyCode = body.code
        row.plannedOn = first + 60 + place % 200
        row.heldOn = first + 62 + place % 200
        if !place.isMultiple(of: 5) {
            row.concludedOn = first + 70 + place % 200
            row.conclusionSymbol = "\(place + 1)/TB-UBND"
        }
        return row
    }

    private func selfInspection(_ body: AgencyRow, _ place: Int, _ first: Day) -> SelfInspectionRow
    {
        var row = SelfInspectionRow()
        row.bodyCode = body.code
        row.plannedOn = first + 100 + place % 180
        row.heldOn = place.isMultiple(of: 6) ? nil : first + 104 + place % 180
        row.reportSymbol = row.heldOn == nil ? nil : "\(place + 1)/BC-UBND"
        return row
    }

    private func findings(_ body: AgencyRow, _ place: Int, _ first: Day) -> [FindingRow] {
        (1...2).map { number in
            var row = FindingRow()
            row.bodyCode = body.code
            row.inspectionNumber = place + 1
            row.text = "Vấn đề minh hoạ \(number)"
            row.foundOn = first + 62 + place % 200
            row.dueOn = first + 92 + place % 200
            if !(place + number).isMultiple(of: 4) {
                row.closedOn = first + 90 + place % 200
                row.evidence = "\(place + 1)/BC-UBND"
            }
            return row
        }
    }

    private func document(_ body: AgencyRow, _ place: Int, _ first: Day) -> LegalDocumentRow {
        var row = LegalDocumentRow()
        row.issuerCode = body.code
        row.symbol = "\(place + 1)/\(SampleYear.Edition.binhDinh2021.rawValue)/QĐ-UBND"
        row.title = "Quyết định minh hoạ số \(place + 1)"
        row.signedOn = first + 40 + place % 240
        guard !place.isMultiple(of: 4) else { return row }
        row.order = .met
        row.procedure = .met
        row.authority = .met
        row.quality = place.isMultiple(of: 9) ? .unmet : .met
        row.judgedOn = first + 50 + place % 240
        row.judge = "Sở Minh hoạ 1"
        return row
    }
}
