import Domain
import Reading
import Store
import Support
import Testing

@Suite struct LegalReviewContract {
    /// Four decisions of the province, the fourth expired by the third, and one of a district.
    private func open(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        let lines = (1...4).map { "BD|\($0)/2021/QĐ-UBND|Văn bản \($0)|2021-01-2\($0)" }
        try await office.write {
            let rows = documentRows(lines[0], lines[1], lines[2], lines[3])
            _ = try $0.importLegalDocuments(rows, by: $1)
            _ = try $0.importLegalDocuments(
                documentRows("BD-540|1/2021/QĐ-UBND|Của thành phố|2021-02-01"), by: $1)
            var draft = EffectDraft(document: 4, isActing: false, kind: .repeal)
            draft.other = "3/2021/QĐ-UBND"
            draft.from = day("2021-05-01")
            try $0.recordEffect(draft, by: $1)
        }
        return office
    }

    @Test(arguments: TestEngine.available)
    func `a campaign gives each living document of its extent to its issuer`(_ engine: TestEngine)
        async throws
    {
        let office = try await open(engine)
        let review = try await office.write { try $0.openLegalReview(.drafted(), by: $1) }
        let (province, city) = (try await office.agency("BD"), try await office.agency("BD-540"))
        let lines = try await office.lines()
        #expect(lines.map(\.number) == [1, 2, 3, 5])
        #expect(lines.map(\.line.body) == [province, province, province, city])
        #expect((review.number, review.year) == (1, 2021))
    }

    @Test(arguments: TestEngine.available)
    func `a period, a body chosen and expired documents are taken as asked`(_ engine: TestEngine)
        async throws
    {
        let office = try await open(engine)
        let justice = try await office.agency("BD-STP")
        try await office.write { db, user in
            var extent = LegalReview.Extent()
            extent.signedFrom = day("2021-01-23")
            extent.signedUntil = day("2021-01-31")
            extent.withExpired = true
            let draft = LegalReview(
                id: LegalReview.ID(""), number: 0, year: 0, kind: .systematisation, name: "HTH",
                extent: extent, opensOn: day("2021-10-01"), dueOn: day("2021-11-30"))
            try db.openLegalReview(draft, givenTo: justice, by: user)
        }
        let lines = try await office.lines()
        #expect(lines.map(\.number) == [3, 4])
        #expect(Set(lines.map(\.line.body)) == [justice])
        #expect(lines.map(\.state) == [.unknown, .expired])
    }

    @Test(arguments: TestEngine.available)
    func `the documents of a body that is gone go to whoever came into its place`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let (old, heir) = (
            try await office.agency("BD-21796"), try await office.agency("BD-21802")
        )
        try await office.write {
            _ = try $0.importLegalDocuments(
                documentRows("BD-21796|1/2021/QĐ-UBND|Của xã|2021-02-01"), by: $1)
            _ = try $0.importAgencies(
                agencyRows(
                    "BD-21796|Xã Vĩnh Hiệp|commune|BD-546|21796||2016-01-01|2021-07-01"),
                from: nil, by: $1)
            try $0.confirmSuccession(
                Succession(
                    from: old, to: heir, day: day("2021-07-01"), kind: .merged, basis: "1/NQ"),
                by: $1)
            try $0.openLegalReview(.drafted(), by: $1)
        }
        #expect(try await office.lines().map(\.line.body) == [heir])
    }

    @Test(arguments: TestEngine.available)
    func `a campaign that takes in nothing or contradicts itself is refused`(_ engine: TestEngine)
        async throws
    {
        let office = try await open(engine)
        let seq = try await office.journalLength()
        let mistakes: [(LegalReview, String)] = [
            (.drafted(field: "đất đai"), "field"), (.drafted(dueOn: "2021-09-30"), "due_on"),
            (.drafted(kind: .systematisation), "signed_from"),
            (.drafted(until: "2021-01-01", from: "2021-02-01"), "signed_until"),
        ]
        for (draft, field) in mistakes {
            let refusal = await #expect(throws: InvalidInput.self) {
                try await office.write { _ = try $0.openLegalReview(draft, by: $1) }
            }
            #expect(refusal?.problems.map(\.field) == [field])
        }
        #expect(try await office.journalLength() == seq)
    }

    @Test(arguments: TestEngine.available)
    func `the board counts what each agency has found, done and left open on a day`(
        _ engine: TestEngine
    ) async throws {
        let office = try await open(engine)
        try await office.write { db, user in
            try db.openLegalReview(.drafted(), by: user)
            try db.settleLegalReviewLine(
                of: 1, document: 1, .of(.keep, "còn phù hợp"), version: 1, by: user)
            try db.settleLegalReviewLine(
                of: 1, document: 2, .of(.amend, "căn cứ đổi", doBy: "2021-12-01"), version: 1,
                by: user)
        }
        let province = try await office.agency("BD")
        let (now, before) = try await office.read { db in
            let review = try #require(try db.legalReview(numbered: 1))
            return (
                try db.legalReviewBoard(of: review.id, on: day("2021-10-15")),
                try db.legalReviewBoard(of: review.id, on: day("2021-10-14"))
            )
        }
        let count = try #require(now.first { $0.body == province })
        #expect((count.found, count.done, count.open) == (3, 2, 1))
        #expect(count.outcomes == [.keep: 1, .amend: 1])
        #expect(before.map(\.done) == [0, 0])
    }

    @Test(arguments: TestEngine.available)
    func `a campaign is closed when all is reviewed, and then nothing in it changes`(
        _ engine: TestEngine
    ) async throws {
        let office = try await open(engine)
        let closing = LegalReview.Closing(on: day("2021-10-15"), paper: "Báo cáo số 9/BC-STP")
        try await office.write { try $0.openLegalReview(.drafted(from: "2021-01-23"), by: $1) }
        let lines = try await office.lines().map(\.number)
        #expect(lines == [3, 5])
        let early = await #expect(throws: InvalidInput.self) {
            try await office.write { try $0.closeLegalReview(1, closing, by: $1) }
        }
        #expect(early?.problems.map(\.field) == ["paper"])
        for number in lines {
            try await office.write {
                try $0.settleLegalReviewLine(
                    of: 1, document: number, .of(.keep, "còn phù hợp"), version: 1, by: $1)
            }
        }
        try await office.write { try $0.closeLegalReview(1, closing, by: $1) }
        #expect(try await office.read { try $0.legalReview(numbered: 1)?.closing } == closing)
        let seq = try await office.journalLength()

        let issuer = try await office.agency("BD")
        let changes: [@Sendable (WritableDatabase, User.ID) throws -> Void] = [
            {
                try $0.settleLegalReviewLine(
                    of: 1, document: 3, .of(.repeal, "khác", doBy: "2021-12-01"), version: 2,
                    by: $1)
            },
            { try $0.moveLegalReviewLine(of: 1, document: 3, to: issuer, version: 2, by: $1) },
            { _ = try $0.gatherForLegalReview(1, by: $1) },
            { _ = try $0.importLegalReview(reviewRows("3|||||BD|keep|khác"), of: 1, by: $1) },
            { try $0.closeLegalReview(1, closing, by: $1) },
        ]
        for change in changes {
            let refusal = await #expect(throws: InvalidInput.self) {
                try await office.write(change)
            }
            #expect(
                refusal?.problems.first?.message.vi.contains("đã kết thúc ngày 15/10/2021") == true)
        }
        let silent = await #expect(throws: InvalidInput.self) {
            try await office.write { try $0.reopenLegalReview(1, because: "", by: $1) }
        }
        #expect(silent?.problems.map(\.field) == ["reason"])
        #expect(try await office.journalLength() == seq)

        try await office.write { try $0.reopenLegalReview(1, because: "sót văn bản", by: $1) }
        #expect(try await office.read { try $0.legalReview(numbered: 1)?.closing } == nil)
        try await office.write(changes[0])
        await #expect(throws: EditConflict.self) {
            try await office.write { try $0.reopenLegalReview(1, because: "nữa", by: $1) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `what is wrong with an outcome is named, and nothing is written`(_ engine: TestEngine)
        async throws
    {
        let office = try await open(engine)
        try await office.write { try $0.openLegalReview(.drafted(), by: $1) }
        let seq = try await office.journalLength()
        let mistakes: [(LegalReview.Finding, [String])] = [
            (.of(nil, "lý do"), ["outcome"]), (.of(.keep, ""), ["reason"]),
            (.of(.repeal, "hết phù hợp"), ["do_by"]),
            (.of(.keep, "còn phù hợp", doBy: "2021-12-01"), ["do_by"]),
            (.of(.amend, "đổi", doBy: "2021-10-14"), ["do_by"]),
        ]
        for (finding, fields) in mistakes {
            let refusal = await #expect(throws: InvalidInput.self) {
                try await office.write {
                    try $0.settleLegalReviewLine(
                        of: 1, document: 1, finding, version: 1, by: $1)
                }
            }
            #expect(refusal?.problems.map(\.field) == fields)
        }
        await #expect(throws: EditConflict.self) {
            try await office.write {
                try $0.settleLegalReviewLine(
                    of: 1, document: 1, .of(.keep, "x"), version: 7, by: $1)
            }
        }
        #expect(try await office.journalLength() == seq)
    }

    @Test(arguments: TestEngine.available)
    func `outcomes other than keep become tasks of the plan, each once`(_ engine: TestEngine)
        async throws
    {
        let actions = try await EveryAction(engine)
        for step in actions.all {
            try await actions.office.write(step.action)
            if step.name == "legal-review.line-moved" { break }
        }
        let lines = try await actions.office.lines()
        let line = try #require(lines.first { $0.number == 2 })
        let task = try #require(line.task)
        let found = try await actions.office.read { try $0.task(coded: task.code, year: 2021) }
        #expect(found?.text.hasPrefix("Sửa đổi, bổ sung quyết định 2/2021/QĐ-UBND") == true)
        #expect(found?.dueOn == day("2021-12-01"))
        #expect(lines.filter { $0.line.task != nil }.count == 1)
        await #expect(throws: InvalidInput.self) {
            try await actions.office.write { try $0.assignLegalReview(1, by: $1) }
        }
        // What a task rests on is not changed behind its back.
        let refusal = await #expect(throws: InvalidInput.self) {
            try await actions.office.write {
                try $0.settleLegalReviewLine(
                    of: 1, document: 2, .of(.keep, "thôi"), version: line.line.version, by: $1)
            }
        }
        #expect(refusal?.problems.map(\.field) == ["outcome"])
    }

    @Test(arguments: TestEngine.available)
    func `a campaign waits in the inbox of whoever has documents left, as one thing`(
        _ engine: TestEngine
    ) async throws {
        let office = try await open(engine)
        try await office.write { try $0.openLegalReview(.drafted(dueOn: "2021-11-01"), by: $1) }
        let province = try await office.agency("BD")
        func items(_ on: String) async throws -> [InboxItem] {
            try await office.read { db in
                try db.inboxItems(
                    InboxQuestion(bodies: .some([province]), today: day(on), year: 2021),
                    InboxFilter(kind: .legalReview), limit: 10)
            }
        }
        let due = try await items("2021-10-15")
        #expect(due.map(\.box) == [.due])
        #expect(due.first?.reason(on: day("2021-10-15")).vi.contains("03 văn bản") == true)
        #expect(try await items("2021-11-02").map(\.box) == [.late])
        try await office.write { db, user in
            for document in 1...3 {
                try db.settleLegalReviewLine(
                    of: 1, document: document, .of(.keep, "còn phù hợp"), version: 1, by: user)
            }
        }
        #expect(try await items("2021-10-15").isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `a list of outcomes is tried, then taken whole or not at all`(_ engine: TestEngine)
        async throws
    {
        let office = try await open(engine)
        try await office.write { try $0.openLegalReview(.drafted(), by: $1) }
        let good = reviewRows(
            "1|||||BD-STP|keep|còn phù hợp", "2|||||BD|amend|đổi căn cứ|BD-SNV|01/12/2021", "3")
        let bad = reviewRows("1|||||BD|repeal|", "9|||||BD|keep|x", "2|||||KHONG|keep|x")
        let (dry, wrong) = try await office.read {
            (try $0.legalReviewDryRun(good, of: 1), try $0.legalReviewDryRun(bad, of: 1))
        }
        #expect((dry.new, dry.changed, dry.unchanged) == (2, 0, 1))
        #expect(
            wrong.problems.map { "\($0.row ?? 0) \($0.field)" } == [
                "2 reason", "2 do_by", "3 number", "4 body_code",
            ])
        let seq = try await office.journalLength()
        await #expect(throws: InvalidInput.self) {
            try await office.write { try $0.importLegalReview(bad, of: 1, by: $1) }
        }
        #expect(try await office.journalLength() == seq)
        try await office.write { _ = try $0.importLegalReview(good, of: 1, by: $1) }
        let lines = try await office.lines()
        let justice = try await office.agency("BD-STP")
        #expect(lines.map(\.line.finding.outcome) == [.keep, .amend, nil, nil])
        #expect(lines[0].line.body == justice)
        let again = try await office.read { try $0.legalReviewDryRun(good, of: 1) }
        #expect((again.new, again.changed, again.unchanged) == (0, 0, 3))
    }

    @Test(arguments: TestEngine.available)
    func `an officer records what is given to the own body, not to another`(_ engine: TestEngine)
        async throws
    {
        let office = try await open(engine)
        try await office.write { try $0.openLegalReview(.drafted(), by: $1) }
        let city = try await office.agency("BD-540")
        let officer = try await office.person("Cán bộ", .officer, in: city)
        try await office.store.write {
            try $0.settleLegalReviewLine(
                of: 1, document: 5, .of(.keep, "còn phù hợp"), version: 1, by: officer)
        }
        await #expect(throws: PermissionError.self) {
            try await office.store.write {
                try $0.settleLegalReviewLine(
                    of: 1, document: 1, .of(.keep, "còn phù hợp"), version: 1, by: officer)
            }
        }
    }
}

extension StandingOffice {
    /// The lines of the first campaign.
    fileprivate func lines() async throws -> [ListedLegalReviewLine] {
        try await read { db in
            let review = try #require(try db.legalReview(numbered: 1))
            return try db.legalReviewLines(
                of: review.id, LegalReviewFilter(), on: day("2021-10-15"), limit: 100)
        }
    }
}
