import Domain
import Reading
import Store
import Support
import Testing

@Suite struct OutsideIssuerContract {
    /// A decree of the Government, a decision of the province that rests on it, and a decree on a decree.
    private func open(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        try await office.write { db, user in
            _ = try db.importLegalDocuments(
                documentRows(
                    "TW-CP|34/2016/NĐ-CP|Quy định chi tiết|2016-05-14",
                    "TW-CP|154/2020/NĐ-CP|Sửa đổi|2020-12-31",
                    "BD|1/2021/QĐ-UBND|Của tỉnh|2021-01-21"), by: user)
            for (number, basis) in [
                (3, "Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14 tháng 5 năm 2016;"),
                (2, "Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14 tháng 5 năm 2016;"),
            ] {
                try db.keepLegalText(
                    LegalText(reading: basis, name: "a.txt"), from: nil, of: number, by: user)
            }
            for number in 1...3 {
                let found = try #require(try db.legalDocument(numbered: number))
                var details = found.details
                details.inForceOn = found.signedOn + 10
                try db.correctLegalDocument(found.with(details), by: user)
            }
        }
        return office
    }

    @Test(arguments: TestEngine.available)
    func `a decree is entered under its issuer's code, without a question`(_ engine: TestEngine)
        async throws
    {
        let office = try await open(engine)
        let (decree, queries) = try await office.read { db in
            let found = try #require(try db.legalDocument(numbered: 1))
            return (found, try db.legalQueries(of: found.id) ?? [])
        }
        #expect(decree.details.kind == .decree)
        #expect(decree.details.organ == .body)
        #expect(queries.map(\.code) == [])
    }

    @Test(arguments: TestEngine.available)
    func `when a decree dies the province's decision is to be looked at, not another decree`(
        _ engine: TestEngine
    ) async throws {
        let office = try await open(engine)
        try await office.write {
            var draft = EffectDraft(document: 1, isActing: false, kind: .repeal)
            draft.other = "78/2025/NĐ-CP"
            draft.from = day("2021-04-01")
            try $0.recordEffect(draft, by: $1)
        }
        #expect(try await office.read { try $0.basisAlerts() }.map(\.number) == [3])
    }

    @Test(arguments: TestEngine.available)
    func `documents from outside count in nothing of ours`(_ engine: TestEngine) async throws {
        let office = try await open(engine)
        let asked = AskedDay(day("2021-10-15"), today: day("2021-10-15"))
        let (judged, expired) = try await office.read { db in
            // The last two weeks of a calendar year belong to the next plan year.
            (
                try db.judgedDocuments(of: 2021, asked: asked),
                try db.systematisedDocuments(from: day("2016-01-01"), until: day("2021-12-31"))
            )
        }
        #expect(judged.values.reduce(0, +) == 1)
        #expect(expired.inForce.map(\.symbol) == ["1/2021/QĐ-UBND"])
        try await office.write { try $0.openLegalReview(.drafted(), by: $1) }
        let lines = try await office.read { db in
            let review = try #require(try db.legalReview(numbered: 1))
            return try db.legalReviewLines(
                of: review.id, LegalReviewFilter(), on: day("2021-10-15"), limit: 10)
        }
        #expect(lines.map(\.number) == [3])
    }

    @Test(arguments: TestEngine.available)
    func `a body from outside is added and renamed by its code, never with one of ours`(
        _ engine: TestEngine
    ) async throws {
        let office = try await open(engine)
        let made = try await office.write {
            try $0.recordOutsideIssuer(
                coded: "TW-BYT", name: "Bộ Y tế", nameInEnglish: "", by: $1)
        }
        let renamed = try await office.write {
            try $0.recordOutsideIssuer(
                coded: "TW-BYT", name: "Bộ Y tế", nameInEnglish: "Ministry of Health", by: $1)
        }
        #expect(made.id == renamed.id)
        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write {
                _ = try $0.recordOutsideIssuer(
                    coded: "BD-SNV", name: "x", nameInEnglish: "", by: $1)
            }
        }
        #expect(refusal?.problems.map(\.field) == ["code"])
    }
}
