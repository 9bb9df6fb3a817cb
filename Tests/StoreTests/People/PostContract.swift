import Domain
import Store
import Support
import Testing

@Suite struct PostContract {
    @Test(arguments: TestEngine.available)
    func `who held which post is answered for any day`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let agency = try await office.agency("BD-SNV")
        let old = try await office.person(
            "Nguyễn Văn An", .head, in: agency, until: "2021-06-01", title: "Giám đốc")
        let new = try await office.person("Trần Thị Bình", .head, in: agency, from: "2021-06-01")

        for (asked, expected) in [
            ("2019-12-31", []), ("2020-01-01", [old]), ("2021-05-31", [old]),
            ("2021-06-01", [new]),
        ] {
            let posts = try await office.read {
                try $0.posts(in: agency, on: day(asked), for: .system)
            }
            #expect(posts.map(\.person) == expected, "\(asked)")
        }
    }

    @Test(arguments: TestEngine.available)
    func `a list of posts brings its people in once, and twice changes nothing`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let rows = postRows(
            "|Nguyễn Văn An|head|BD-SNV|Giám đốc Sở Nội vụ|||01/01/2020",
            "|Trần Thị Bình|deputy|BD-SNV|Phó Giám đốc|Thể chế; Bộ máy||01/01/2020",
            "|Trần Thị Bình|officer|BD-SNV||||01/01/2020")

        let first = try await office.write { try $0.importPosts(rows, by: $1) }
        let second = try await office.write { try $0.importPosts(rows, by: $1) }

        #expect((first.new, first.changed) == (3, 0))
        #expect((second.new, second.changed, second.unchanged) == (0, 0, 3))
        let agency = try await office.agency("BD-SNV")
        let posts = try await office.read {
            try $0.posts(in: agency, on: day("2021-01-01"), for: .system)
        }
        #expect(Set(posts.map(\.person)).count == 2)
        #expect(posts.first { $0.role == .deputy }?.areas == ["Thể chế", "Bộ máy"])
    }

    @Test(arguments: TestEngine.available)
    func `a list with two heads at a time is refused whole, with the row`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let rows = postRows(
            "|Nguyễn Văn An|head|BD-SNV||||01/01/2020", "|Trần Thị Bình|head|BD-SNV||||01/01/2021")
        let seq = try await office.journalLength()

        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write { _ = try $0.importPosts(rows, by: $1) }
        }

        #expect(refusal?.problems.contains { $0.row == 3 && $0.field == "from_on" } == true)
        #expect(try await office.journalLength() == seq)
    }

    @Test(arguments: TestEngine.available)
    func `the standing office gives posts, but none that reaches the whole workspace`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let agency = try await office.agency("BD-SNV")
        let clerk = try await office.person("Nguyễn Văn An", .standingOffice, in: agency)
        let give: @Sendable (WritableDatabase, Role) throws -> Void = { db, role in
            try db.givePost(
                Post(
                    id: Post.ID(""), number: 0, person: clerk, role: role, agency: agency,
                    tenure: Tenure(from: day("2021-01-01"))), by: clerk)
        }

        try await office.store.write { try give($0, .officer) }
        for role in [Role.administrator, .standingOffice, .leader, .auditor] {
            await #expect(throws: PermissionError.notAllowed(.entrust, in: agency)) {
                try await office.store.write { try give($0, role) }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `the second of two who put a post right is told so`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let agency = try await office.agency("BD-SNV")
        let person = try await office.person("Nguyễn Văn An", .officer, in: agency)
        let post = try #require(
            try await office.read { try $0.posts(of: person, for: .system) }.first)
        try await office.write { try $0.correctPost(post.ending(on: day("2021-09-01")), by: $1) }

        await #expect(throws: EditConflict.self) {
            try await office.write {
                try $0.correctPost(post.ending(on: day("2021-08-01")), by: $1)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a person sees their own line and who heads the others, not who works there`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let today = day("2021-10-15")
        let places = ["BD", "BD-540", "BD-21550", "BD-546"]
        for code in places {
            let agency = try await office.agency(code)
            _ = try await office.person("Trưởng \(code)", .head, in: agency)
            _ = try await office.person("Viên \(code)", .officer, in: agency)
        }
        let viewer = try await office.read { try $0.newest("Viên BD-540") }

        let seen = try await office.read { db in
            Set(
                try db.posts(on: today, for: .person(viewer)).map { post in
                    "\(try db.users([post.person]).values.first?.name ?? "")"
                })
        }
        let seenByVisitor = try await office.read {
            try $0.posts(on: today, for: .visitor).map(\.role)
        }

        #expect(
            seen
                == [
                    "Trưởng BD", "Viên BD", "Trưởng BD-540", "Viên BD-540", "Trưởng BD-21550",
                    "Viên BD-21550", "Trưởng BD-546",
                ])
        #expect(seenByVisitor == [.head, .head, .head, .head])
    }

    @Test(arguments: TestEngine.available)
    func `nobody signs in as a person who was never invited`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let person = try await office.write {
            try $0.addPerson(named: "Nguyễn Văn An", in: nil, by: $1)
        }
        await #expect(throws: SignInError.refused) {
            _ = try await office.store.signIn(
                login: person.login, password: "", device: "", address: "")
        }
    }
}
