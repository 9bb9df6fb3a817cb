import Domain
import Reading
import Store
import Support
import Testing

@Suite struct AgencyImportContract {
    @Test(arguments: TestEngine.available)
    func `new bodies stand in the tree under their superiors`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)

        let tree = try await office.read { try $0.agencyTree(on: day("2021-10-15")) }

        let shown = tree.bodies.map { "\($0.code) \($0.parent.map { tree[$0].code } ?? "-")" }
        #expect(
            shown == [
                "BD -", "BD-SNV BD", "BD-STP BD", "BD-546 BD", "BD-21796 BD-546", "BD-21802 BD-546",
                "BD-540 BD", "BD-21550 BD-540", "BD-21553 BD-540",
            ])
    }

    @Test(arguments: TestEngine.available)
    func `a body reads back with all that its row said`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine, withBodies: false)
        try await office.write {
            _ = try $0.importAgencies(
                agencyRows("T|Thuế tỉnh|vertical||H08.01|verticals|01/02/2016|2025-03-01"),
                from: nil, by: $1)
        }

        let version = try #require(try await office.read { try $0.agencyVersions() }.first)

        #expect(version.tenure == Tenure(from: day("2016-02-01"), until: day("2025-03-01")))
        #expect([version.code, version.name] == ["T", "Thuế tỉnh"])
        #expect((version.level, version.block) == (.vertical, .verticals))
        #expect(version.codes == ["gso": "H08.01"])
    }

    @Test(arguments: TestEngine.available)
    func `importing twice changes nothing and journals nothing`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let rows = agencyRows("BD-540|Thành phố Quy Nhơn|district|BD|540")
        let (length, before) = try await office.read {
            (try $0.journalEnd().seq, try $0.agencyVersions())
        }

        let summary = try await office.write {
            try $0.importAgencies(rows, from: day("2021-01-01"), by: $1)
        }

        #expect((summary.new, summary.changed, summary.unchanged) == (0, 0, 1))
        #expect(try await office.journalLength() == length)
        #expect(try await office.read { try $0.agencyVersions() } == before)
    }

    @Test(arguments: TestEngine.available)
    func `another name from a later day begins a new version of the same body`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let body = try await office.agency("BD-21553")
        try await office.write {
            _ = try $0.importAgencies(
                agencyRows("BD-21553|Phường Nhơn Phú Mới|commune|BD-540|21553"),
                from: day("2023-04-01"), by: $1)
        }

        let versions = try await office.read { try $0.agencyVersions(of: body) }

        #expect(versions.map(\.name) == ["Phường Nhơn Phú", "Phường Nhơn Phú Mới"])
        #expect(versions.map(\.tenure.from) == [day("2016-01-01"), day("2023-04-01")])
        #expect(versions.map(\.tenure.until) == [day("2023-04-01"), nil])
        #expect(versions.map(\.codes) == [["gso": "21553"], ["gso": "21553"]])
    }

    @Test(arguments: TestEngine.available)
    func `a correction of the first day leaves one version`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let body = try await office.agency("BD-21553")
        try await office.write {
            _ = try $0.importAgencies(
                agencyRows("BD-21553|Phường Nhơn Phú|commune|BD-546|21554"),
                from: day("2016-01-01"), by: $1)
        }

        let versions = try await office.read { try $0.agencyVersions(of: body) }

        #expect(versions.map(\.codes) == [["gso": "21554"]])
        #expect(versions.map(\.parent) == [try await office.agency("BD-546")])
    }

    @Test(arguments: TestEngine.available)
    func `the journal keeps what each body was and became`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let seq = try await office.journalLength()
        try await office.write {
            _ = try $0.importAgencies(
                agencyRows("BD-STP|Sở Tư pháp tỉnh|department|BD", "BD-SYT|Sở Y tế|department|BD"),
                from: day("2022-01-01"), by: $1, because: "Theo Quyết định 01/QĐ-UBND")
        }

        let entries = try await office.journal(since: seq)

        #expect(entries.map(\.action) == ["agencies.imported"])
        #expect(entries.first?.actor == office.user)
        #expect(entries.first?.reason == "Theo Quyết định 01/QĐ-UBND")
        #expect(entries.first?.changes.map { $0.before == nil } == [false, true])
    }

    @Test(arguments: TestEngine.available)
    func `a list with a mistake writes nothing and names row and field`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let (length, before) = try await office.read {
            (try $0.journalEnd().seq, try $0.agencyVersions())
        }
        let mistakes = [
            ("A|Xã A|commune|BD-999", "parent_code"), ("A|Xã A|commune||||31/02/2021", "from"),
            ("A|Xã A|làng", "level"), ("|Xã A|commune", "code"),
            ("BD-540|Thành phố Quy Nhơn|district|BD-21550", "parent_code"),
            ("A|Xã A|commune||||2021-02-01|2021-01-01", "until"), ("B|Xã C|commune|BD-546", "code"),
        ]
        for (line, field) in mistakes {
            let refusal = await #expect(throws: InvalidInput.self) {
                try await office.write {
                    try $0.importAgencies(
                        agencyRows("B|Xã B|commune|BD-540", line), from: day("2021-01-01"), by: $1)
                }
            }
            let problem = try #require(refusal?.problems.first, "\(line)")
            #expect("\(problem.row ?? 0) \(problem.field)" == "3 \(field)", "\(line)")
            #expect(problem.placed.vi.hasPrefix("Dòng 3, cột "))
            #expect(problem.placed.en.hasPrefix("Row 3, column "))
        }

        #expect(try await office.journalLength() == length)
        #expect(try await office.read { try $0.agencyVersions() } == before)
    }

    @Test(arguments: TestEngine.available)
    func `an import makes what was counted over the agencies stale`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let before = try await office.read { try $0.revisions([.agencies], year: 2021) }
        try await office.write {
            _ = try $0.importAgencies(
                agencyRows("A|Xã A|commune|BD-540"), from: day("2021-01-01"), by: $1)
        }

        #expect(try await office.read { try $0.revisions([.agencies], year: 2021) } != before)
    }

    @Test(arguments: TestEngine.available)
    func `what is exported imports again without a change`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let tree = try await office.read { try $0.agencyTree(on: day("2021-10-15")) }
        let rows = tree.bodies.map { body in
            AgencyRow(body.version, parentCode: body.parent.map { tree[$0].code })
        }
        let read = AgencyColumns.all.read(AgencyColumns.all.table(rows), blank: AgencyRow())

        let summary = try await office.write { try $0.importAgencies(read, from: nil, by: $1) }

        #expect((summary.new, summary.changed, summary.unchanged) == (0, 0, 9))
    }

    @Test(
        .enabled(if: Shared.isThere, "CAICACH_SHARED is not set"), arguments: TestEngine.available)
    func `the list of Bình Định imports as it is, with the day of the form`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine, withBodies: false)
        let table = try TableFile.read(
            try Shared.data("domain/binh-dinh-agencies-2021.csv"),
            name: "binh-dinh-agencies-2021.csv")
        let read = AgencyColumns.all.read(table, blank: AgencyRow())

        let first = try await office.write {
            try $0.importAgencies(read, from: day("2021-01-01"), by: $1)
        }
        let second = try await office.write {
            try $0.importAgencies(read, from: day("2021-01-01"), by: $1)
        }
        let tree = try await office.read { try $0.agencyTree(on: day("2021-10-15")) }

        #expect((first.new, second.unchanged) == (192, 192))
        #expect(
            first.notices.map(\.vi) == [
                "192 dòng không ghi ngày: lấy ngày 01/01/2021.",
                "191 dòng không ghi khối: lấy theo cấp.",
            ])
        #expect(Scope.standard[0].members(in: tree, issuer: tree[0].id).count == 191)
    }

    @Test(arguments: TestEngine.available)
    func `rows without a day are refused when the form gives none`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)

        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write {
                try $0.importAgencies(agencyRows("A|Xã A|commune"), from: nil, by: $1)
            }
        }

        #expect(refusal?.problems.map(\.field) == ["from"])
    }
}
