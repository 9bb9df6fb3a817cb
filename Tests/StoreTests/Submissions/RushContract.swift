import Domain
import Store
import Support
import Testing

/// The last hour before a deadline.
@Suite struct RushContract {
    @Test(arguments: TestEngine.available)
    func `two hundred people submitting at once lose nothing`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.reporting(engine)
        let codes = (1...200).map { "S\($0)" }
        let rows = AgencyColumns.all.lines(
            codes.map { "\($0)|Sở số \($0)|department|BD" }, AgencyRow())
        try await office.write { _ = try $0.importAgencies(rows, from: day("2016-01-01"), by: $1) }
        let people = try await office.write { db, user in
            try codes.map { code -> (Agency.ID, User.ID) in
                guard let agency = try db.agencies(coded: code, on: day("2021-03-08")).first
                else { throw MissingRecord(Bilingual("agency"), code) }
                let person = try db.addPerson(named: code, in: agency.agency, by: user)
                try db.givePost(
                    Post(
                        id: Post.ID(""), number: 0, person: person.id, role: .officer,
                        agency: agency.agency, tenure: Tenure(from: day("2020-01-01"))), by: user)
                return (agency.agency, person.id)
            }
        }
        let seq = try await office.journalLength()

        let sent = try await withThrowingTaskGroup(of: Submission.self) { group in
            for (agency, person) in people {
                group.addTask {
                    try await office.submit("Của \(agency.text)", for: agency, by: person)
                }
            }
            return try await group.reduce(into: [Submission]()) { $0.append($1) }
        }

        #expect(Set(sent.map(\.agency)).count == 200)
        #expect(Set(sent.map(\.number)).count == 200)
        #expect(try await office.journal(since: seq).count == 200)
        let kept = try await office.read { db in
            try sent.map { (try db.content(of: $0, round: 1)?.difficulties, $0.agency.text) }
        }
        #expect(kept.allSatisfy { $0 == "Của \($1)" })
        let receipts = try await office.read { db in try sent.flatMap { try db.steps(of: $0) } }
        #expect(Set(receipts.map(\.entry)).count == 200)
    }

    @Test(arguments: TestEngine.available)
    func `of two submissions at once one is taken and the other is told, nothing is lost`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        let seq = try await office.journalLength()

        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for sentence in ["Một", "Hai"] {
                group.addTask {
                    do {
                        try await office.submit(sentence, for: agency)
                        return true
                    } catch is EditConflict {
                        return false
                    } catch {
                        Issue.record("\(error)")
                        return false
                    }
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }

        #expect(outcomes.count { $0 } == 1)
        #expect(try await office.journal(since: seq).count == 1)
        #expect(try await office.submission(of: agency)?.round == 1)
    }
}
