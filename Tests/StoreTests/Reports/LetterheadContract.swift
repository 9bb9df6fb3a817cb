import Domain
import Store
import Support
import Testing

@Suite struct LetterheadContract {
    @Test(arguments: TestEngine.available)
    func `a document of an earlier day keeps the earlier letterhead`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let body = try await office.agency("BD-SNV")
        try await set(office, body, "2021-06-01", place: "Quy Nhơn", version: 0)
        try await set(office, body, "2021-09-01", place: "An Nhơn", version: 1)

        for (day, place) in [
            ("2021-05-31", "Bình Định"), ("2021-06-01", "Quy Nhơn"), ("2021-08-31", "Quy Nhơn"),
            ("2021-09-01", "An Nhơn"),
        ] {
            #expect(try await head(office, body, day)?.place == place, "\(day)")
        }
    }

    @Test(arguments: TestEngine.available)
    func `a wording reads back as it was set`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let body = try await office.agency("BD-SNV")
        let wording = LetterheadWording(
            agency: body, from: day("2021-06-01"), superior: "", issuer: "Sở Nội vụ <&>",
            name: "Sở Nội vụ", place: "Quy Nhơn", abbreviation: "SNV", source: "12/QĐ-SNV")
        try await office.write { try $0.setLetterhead(wording, by: $1) }

        let read = try await office.read { try $0.letterheadWordings(of: body) }
        #expect(read.count == 1)
        #expect(read.first?.superior == "")
        #expect(read.first?.issuer == "SỞ NỘI VỤ <&>")
        #expect(read.first?.source == "12/QĐ-SNV")
    }

    @Test(arguments: TestEngine.available)
    func `who has not seen the newest wording does not write over it`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let body = try await office.agency("BD-SNV")
        try await set(office, body, "2021-06-01", place: "Quy Nhơn", version: 0)
        await #expect(throws: EditConflict.self) {
            try await set(office, body, "2021-06-01", place: "An Nhơn", version: 0)
        }
        #expect(try await head(office, body, "2021-06-01")?.place == "Quy Nhơn")
    }

    @Test(arguments: TestEngine.available)
    func `a wording that leaves everything out goes back to the list`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let body = try await office.agency("BD-SNV")
        let usual = try await head(office, body, "2021-01-01")
        try await set(office, body, "2021-06-01", place: "Quy Nhơn", version: 0)
        try await set(office, body, "2021-06-01", place: nil, version: 1)
        #expect(try await head(office, body, "2021-06-01") == usual)
    }

    private func set(
        _ office: StandingOffice, _ body: Agency.ID, _ from: String, place: String?, version: Int
    ) async throws {
        let wording = LetterheadWording(
            agency: body, from: day(from), place: place, source: "12/QĐ-SNV", version: version)
        try await office.write { try $0.setLetterhead(wording, by: $1) }
    }

    private func head(_ office: StandingOffice, _ body: Agency.ID, _ on: String) async throws
        -> Letterhead?
    {
        try await office.read { try $0.letterhead(of: body, in: try $0.agencyTree(on: day(on))) }
    }
}
