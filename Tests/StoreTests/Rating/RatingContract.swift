import Domain
import Store
import Support
import Testing

/// Rating heads and deputies: suggested by rules, decided by a person, confidential until published.
@Suite struct RatingContract {
    private static let opened = day("2021-12-16")
    private static let period = day("2020-12-15")...day("2021-12-14")

    private struct Rated {
        let office: StandingOffice
        let chairman: User.ID
        let head: User.ID
        let deputy: User.ID
        let council: User.ID
        let round: RatingRound

        init(_ engine: TestEngine, _ text: String = "Tốt: on-time >= 90\nKém:") async throws {
            let office = try await StandingOffice.open(engine)
            let province = try await office.agency("BD")
            let district = try await office.agency("BD-540")
            let chairman = try await office.person("Phạm Văn Chủ", .head, in: province)
            head = try await office.person("Lê Văn Đầu", .head, in: district)
            deputy = try await office.person("Lê Văn Phó", .deputy, in: district)
            council = try await office.person("Lê Văn Đồng", .councilMember, in: province)
            round = try await office.store.write { [user = office.user] db in
                let rules = try db.addRatingRules(
                    RatingRules.Details(name: "Thử", year: 2021), text, by: user)
                return try db.openRating(
                    of: .districts, rules: rules.number, decidedIn: province, year: 2021,
                    title: "Năm 2021", period: RatingContract.period, by: chairman,
                    on: RatingContract.opened)
            }
            self.office = office
            self.chairman = chairman
        }

        func ratings(_ viewer: Viewer) async throws -> [Rating] {
            let number = round.number
            return try await office.read { db in
                guard let round = try db.ratingRound(numbered: number, for: viewer) else {
                    return []
                }
                return try db.ratings(of: round, for: viewer)
            }
        }

        func act(
            _ action: @escaping @Sendable (WritableDatabase, Int, User.ID) throws -> Void
        ) async throws {
            let (number, chairman) = (round.number, chairman)
            try await office.store.write { try action($0, number, chairman) }
        }

        /// Decided as suggested and told, with five days to object.
        func announce() async throws {
            try await act { db, number, chairman in
                try db.decideAsSuggested(number, by: chairman)
                try db.announceRatings(
                    number, objectionsUntil: RatingContract.opened + 5, by: chairman,
                    on: RatingContract.opened)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `every head, deputy and body of the block is rated, bodies apart`(_ engine: TestEngine)
        async throws
    {
        let rated = try await Rated(engine)
        let all = try await rated.ratings(.system)
        #expect(all.filter { $0.kind == .head }.map(\.person) == [rated.head])
        #expect(all.filter { $0.kind == .deputy }.map(\.person) == [rated.deputy])
        #expect(all.count { $0.kind == .agency } == 2)
        #expect(all.allSatisfy { !$0.working.isEmpty })
    }

    @Test(arguments: TestEngine.available)
    func `until it is published only who decides and the council see it`(_ engine: TestEngine)
        async throws
    {
        let rated = try await Rated(engine)
        #expect(try await rated.ratings(.person(rated.chairman)).count == 4)
        #expect(try await rated.ratings(.person(rated.council)).count == 4)
        #expect(try await rated.ratings(.person(rated.head)).isEmpty)
        #expect(try await rated.ratings(.person(rated.office.user)).isEmpty)
        #expect(try await rated.ratings(.visitor).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `once told, a person sees their own rating and nobody else's`(_ engine: TestEngine)
        async throws
    {
        let rated = try await Rated(engine)
        try await rated.announce()
        #expect(
            try await rated.ratings(.person(rated.deputy)).map(\.person) == [rated.deputy])
        #expect(try await rated.ratings(.person(rated.office.user)).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `another class than suggested needs a reason`(_ engine: TestEngine) async throws {
        let rated = try await Rated(engine)
        let one = try #require(
            try await rated.ratings(.system).first { $0.kind == .head })
        let other = one.suggested == 0 ? 1 : 0
        await #expect(throws: RatingError.reasonNeeded) {
            try await rated.act { db, _, chairman in
                try db.decideRating(
                    one.number, level: other, because: " ", version: one.version, by: chairman)
            }
        }
        try await rated.act { db, _, chairman in
            try db.decideRating(
                one.number, level: other, because: "Có lý do", version: one.version, by: chairman)
        }
        let decided = try await rated.ratings(.system).first { $0.kind == .head }
        #expect(decided?.decision?.level == other)
        #expect(decided?.suggested == one.suggested)
    }

    @Test(arguments: TestEngine.available)
    func `a person objects to their own rating, in time, and nobody signs before the end`(
        _ engine: TestEngine
    ) async throws {
        let rated = try await Rated(engine)
        try await rated.announce()
        let (head, deputy) = (rated.head, rated.deputy)
        let own = try #require(try await rated.ratings(.person(head)).first)
        await #expect(throws: RatingError.notYours) {
            try await rated.office.store.write {
                try $0.objectToRating(own.number, "Không đúng", by: deputy, on: Self.opened)
            }
        }
        await #expect(throws: RatingError.windowClosed(on: Self.opened + 5)) {
            try await rated.office.store.write {
                try $0.objectToRating(own.number, "Không đúng", by: head, on: Self.opened + 6)
            }
        }
        try await rated.office.store.write {
            try $0.objectToRating(own.number, "Không đúng", by: head, on: Self.opened + 1)
        }
        await #expect(throws: RatingError.windowOpen(until: Self.opened + 5)) {
            try await rated.act { db, number, chairman in
                try db.signRatings(
                    number, symbol: "1/QĐ", limitReason: "", by: chairman, on: Self.opened + 5)
            }
        }
        #expect(
            try await rated.ratings(.system).first { $0.kind == .head }?.objection == "Không đúng")
    }

    @Test(arguments: TestEngine.available)
    func `signed by name, then published, then everybody with an account sees it`(
        _ engine: TestEngine
    ) async throws {
        let rated = try await Rated(engine)
        try await rated.announce()
        try await rated.act { db, number, chairman in
            try db.signRatings(
                number, symbol: "1/QĐ-UBND", limitReason: "", by: chairman, on: Self.opened + 6)
        }
        #expect(try await rated.ratings(.person(rated.office.user)).isEmpty)
        try await rated.act { db, number, chairman in
            try db.publishRatings(number, by: chairman, on: Self.opened + 7)
        }
        #expect(try await rated.ratings(.person(rated.office.user)).count == 4)
        let number = rated.round.number
        let round = try await rated.office.read {
            try $0.ratingRound(numbered: number, for: .system)
        }
        #expect(round?.signedBy == rated.chairman)
        #expect(round?.stage == .published)
    }

    @Test(arguments: TestEngine.available)
    func `more in a class than the limit are not signed without a reason`(_ engine: TestEngine)
        async throws
    {
        let rated = try await Rated(
            engine, "Tốt: overdue <= 100\nKém:\ngiới hạn Tốt: 20% của Tốt trở lên")
        try await rated.act { db, number, chairman in
            for rating in try db.ratings(
                of: try #require(try db.ratingRound(numbered: number, for: .system)),
                for: .system)
            {
                try db.decideRating(
                    rating.number, level: 0, because: "Thử", version: rating.version, by: chairman)
            }
            try db.announceRatings(
                number, objectionsUntil: Self.opened, by: chairman, on: Self.opened)
        }
        await #expect(throws: RatingError.overLimit(name: "Tốt", count: 1, allowed: 0)) {
            try await rated.act { db, number, chairman in
                try db.signRatings(
                    number, symbol: "1/QĐ", limitReason: "", by: chairman, on: Self.opened + 1)
            }
        }
        try await rated.act { db, number, chairman in
            try db.signRatings(
                number, symbol: "1/QĐ", limitReason: "Chỉ có một người", by: chairman,
                on: Self.opened + 1)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a head rates bodies below, not equals and not themselves`(_ engine: TestEngine)
        async throws
    {
        let rated = try await Rated(engine)
        let district = try await rated.office.agency("BD-540")
        let (head, rules) = (rated.head, 1)
        let open: @Sendable (WritableDatabase, Agency.Block) throws -> RatingRound = { db, block in
            try db.openRating(
                of: block, rules: rules, decidedIn: district, year: 2021, title: "Của huyện",
                period: RatingContract.period, by: head, on: RatingContract.opened)
        }
        await #expect(throws: RatingError.nobody) {
            _ = try await rated.office.store.write { try open($0, .districts) }
        }
        let ward = try await rated.office.agency("BD-21550")
        let warden = try await rated.office.person("Võ Văn Phường", .head, in: ward)
        let other = try await rated.office.agency("BD-21802")
        _ = try await rated.office.person("Võ Văn Xã", .head, in: other)
        let round = try await rated.office.store.write { try open($0, .communes) }
        let people = try await rated.office.read {
            try $0.ratings(of: round, for: .system).compactMap(\.person)
        }
        #expect(people == [warden])
    }

    @Test(arguments: TestEngine.available)
    func `who heads a rated body too leaves that decision to another`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let (province, district) = (
            try await office.agency("BD"), try await office.agency("BD-540")
        )
        let chairman = try await office.person("Phạm Văn Chủ", .head, in: province)
        try await office.write { db, user in
            _ = try db.givePost(
                Post(
                    id: Post.ID(""), number: 0, person: chairman, role: .head, agency: district,
                    tenure: Tenure(from: day("2021-01-01"))), by: user)
        }
        let number = try await office.write { db, user in
            let rules = try db.addRatingRules(
                RatingRules.Details(name: "Thử", year: 2021), "Tốt: on-time >= 90\nKém:", by: user)
            return try db.openRating(
                of: .districts, rules: rules.number, decidedIn: province, year: 2021,
                title: "Năm 2021", period: RatingContract.period, by: chairman,
                on: RatingContract.opened
            ).number
        }
        try await office.store.write { try $0.decideAsSuggested(number, by: chairman) }
        let ratings = try await office.read { db -> [Rating] in
            let round = try db.ratingRound(numbered: number, for: .system)
            return try round.map { try db.ratings(of: $0, for: .system) } ?? []
        }
        let own = try #require(ratings.first { $0.person == chairman })
        #expect(own.decision == nil)
        await #expect(throws: RatingError.ownRating) {
            try await office.store.write {
                try $0.decideRating(
                    own.number, level: 0, because: "Vì tôi", version: own.version, by: chairman)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `the standing office writes rules and rates nobody`(_ engine: TestEngine) async throws {
        let rated = try await Rated(engine)
        let (number, user) = (rated.round.number, rated.office.user)
        await #expect(throws: PermissionError.self) {
            try await rated.office.store.write { try $0.decideAsSuggested(number, by: user) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `rules that rated somebody are closed`(_ engine: TestEngine) async throws {
        let rated = try await Rated(engine)
        await #expect(throws: RatingError.rulesClosed(on: Self.opened)) {
            try await rated.office.write {
                try $0.changeRatingRules(
                    1, RatingRules.Details(name: "Khác", year: 2021), "Tốt: index >= 1\nKém:",
                    version: 2, by: $1)
            }
        }
    }
}
