import Domain
import Sample
import Store
import Support
import Testing

@Suite struct SampleLoadContract {
    @Test(arguments: TestEngine.available, SampleYear.Edition.allCases)
    func `the loaded year shows its verdicts on its 15 October`(
        _ engine: TestEngine, _ edition: SampleYear.Edition
    ) async throws {
        let store = try await LoadedSample.shared.store(engine, edition)
        let expected: [Verdict] =
            switch edition {
            case .binhDinh2021:
                [.broken, .atRisk, .onCourse, .atRisk, .onCourse, .atRisk, .holding]
            case .giaLai2026:
                [.kept, .atRisk, .onCourse, .holding, .broken, .onCourse, .notDue, .noData]
            }

        let verdicts = try await store.read { db in
            let today = try db.workspace().today(db.now)
            return try db.measurements(edition.rawValue, on: today).map {
                try db.standing($0, year: edition.rawValue)?.verdict
            }
        }

        #expect(verdicts == expected)
    }

    @Test(arguments: TestEngine.available, SampleYear.Edition.allCases)
    func `standings from the database are those of the same rows in Domain, all through the year`(
        _ engine: TestEngine, _ edition: SampleYear.Edition
    ) async throws {
        let store = try await LoadedSample.shared.store(engine, edition)
        let sample = try SampleYear.make(edition)
        let year = edition.rawValue
        let days = [
            "\(year)-01-31", "\(year)-04-01", "\(year)-07-15", "\(year)-10-15", "\(year)-12-14",
            "\(year + 1)-06-30",
        ]

        let pairs = try await store.read { db in
            let codes = try db.agencyTree(on: day("\(year)-06-30"))
            var numbers: [String: Int] = [:]
            for number in 1...sample.selfInspections.count {
                guard let one = try db.selfInspection(numbered: number) else { continue }
                let code = codes.body(one.body)?.code ?? ""
                #expect(numbers[code] == nil, "\(code) inspected itself twice")
                numbers[code] = number
            }
            var asksBy: [String: Day] = [:]
            if let campaign = try db.selfInspectionCampaign(numbered: 1) {
                for line in try db.campaignLines(of: campaign, on: sample.today)
                where line.isTakenIn && line.heldOn == nil {
                    asksBy[codes.body(line.body)?.code ?? ""] = campaign.dueOn
                }
            }
            let (given, askedBy) = (numbers, asksBy)
            return try days.map(day).flatMap { on in
                try db.measurements(year, on: on).map { asked in
                    (
                        SampleRows(sample, asked, given, askedBy).standing(),
                        try db.standing(asked, year: year),
                        "\(asked.target.code) \(on)"
                    )
                }
            }
        }

        #expect(pairs.count == days.count * sample.targets.count)
        for (computed, stored, name) in pairs { #expect(computed == stored, "\(name)") }
    }

    @Test(arguments: TestEngine.available, SampleYear.Edition.allCases)
    func `the journal of a year holds from end to end, and no record skips a step`(
        _ engine: TestEngine, _ edition: SampleYear.Edition
    ) async throws {
        let store = try await LoadedSample.shared.store(engine, edition)

        let verification = try await store.read { try $0.verifyJournal() }
        var entries: [JournalEntry] = []
        var next: Int?
        repeat {
            let before = next
            let page = try await store.read { try $0.journalEntries(before: before, limit: 500) }
            entries += page
            next = page.last.map(\.seq)
        } while next.map { $0 > 1 } ?? false

        #expect(verification.broken == nil)
        #expect(entries.count == verification.entries)
        let kinds = ["plan", "target", "task", "inspection", "self-inspection", "finding"]
        var last: [String: String] = [:]
        for entry in entries.reversed() where entry.action != "figure.recorded" {
            for change in entry.changes where kinds.contains(change.kind) {
                // A figure that a report brings is filed under its target, as any other figure is.
                if entry.action == "submission.sent", change.kind == "target" { continue }
                let record = "\(change.kind) \(change.record)"
                #expect(change.before == last[record], "\(entry.seq) \(entry.action)")
                last[record] = change.after
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a workspace that holds bodies takes no sample`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)

        await #expect(throws: SampleError.notEmpty) {
            try await SampleLoader(
                SampleYear.make(.binhDinh2021), into: office.store, by: office.user
            ).load()
        }
    }
}
