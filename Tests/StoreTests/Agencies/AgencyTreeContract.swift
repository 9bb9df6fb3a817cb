import Domain
import Store
import Support
import Testing

@Suite struct AgencyTreeContract {
    @Test(arguments: TestEngine.available)
    func `a body belongs to the tree from its first day until its last`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.write {
            _ = try $0.importAgencies(
                agencyRows("A|Xã A|commune|BD-540|||2020-02-01|2021-07-01"), from: nil, by: $1)
        }

        let present = try await office.read { db in
            try ["2020-01-31", "2020-02-01", "2021-06-30", "2021-07-01"].map {
                try !db.agencyTree(on: day($0)).bodies(coded: "A").isEmpty
            }
        }

        #expect(present == [false, true, true, false])
    }

    @Test(arguments: TestEngine.available)
    func `a code resolves on the day asked`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.write {
            _ = try $0.importAgencies(
                agencyRows(
                    "BD-21796|Xã Vĩnh Hiệp|commune|BD-546|21796||2016-01-01|2025-07-01",
                    "BD-21796|Xã Vĩnh Thịnh|commune|BD|21796||2025-07-01"), from: nil, by: $1)
        }

        let names = try await office.read { db in
            try ["2021-10-15", "2025-06-30", "2025-07-01"].map {
                try db.agencies(coded: "BD-21796", on: day($0)).map(\.name)
            }
        }

        #expect(names == [["Xã Vĩnh Hiệp"], ["Xã Vĩnh Hiệp"], ["Xã Vĩnh Thịnh"]])
        #expect(try await office.read { try $0.agencies(coded: "BD-21796") }.count == 2)
    }

    @Test(arguments: TestEngine.available)
    func `a row dated before its body existed says when the code holds`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)

        let result = try await office.read {
            try $0.inspectionImport(inspectionRows("BD-SNV|BD-540||2015-05-10"))
        }

        #expect(
            result.problems.map(\.message.vi).last
                == "Mã “BD-540” (Thành phố Quy Nhơn) chỉ có hiệu lực từ 01/01/2016, không phải ngày 10/05/2015."
        )
    }

    @Test(arguments: TestEngine.available)
    func `the standard scopes are there, their order kept`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)

        #expect(try await office.read { try $0.scopes() } == Scope.standard)
    }

    @Test(arguments: TestEngine.available)
    func `a body named into a list or out of it is read with it`(_ engine: TestEngine) async throws
    {
        let office = try await StandingOffice.open(engine)
        let (inside, outside) = (
            try await office.agency("BD-21550"), try await office.agency("BD-540")
        )
        try await office.store.writeOffTheRecord { db in
            for (agency, membership) in [(inside, "in"), (outside, "out")] {
                try db.run(
                    """
                    INSERT INTO scope_members (scope_id, agency_id, membership)
                    VALUES (\("districts"), \(agency), \(membership))
                    """
                )
            }
        }

        let scope = try #require(
            try await office.read { try $0.scopes() }.first { $0.id.text == "districts" })

        #expect(scope.including == [inside])
        #expect(scope.excluding == [outside])
    }
}
