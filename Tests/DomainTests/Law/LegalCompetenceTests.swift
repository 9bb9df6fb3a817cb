import Domain
import Testing

@Suite struct LegalCompetenceTests {
    private func may(
        _ level: Agency.Level, _ organ: LegalDocument.Organ, _ kind: LegalDocument.Kind,
        _ text: String
    ) -> Bool {
        LegalCompetence.of(level, organ, kind, on: day(text)) != nil
    }

    @Test func `a Chairman's normative decision exists since 1 July 2025`() {
        #expect(!may(.province, .chairman, .decision, "2025-06-30"))
        #expect(may(.province, .chairman, .decision, "2025-07-01"))
    }

    @Test func `communes' documents were dropped on 1 April 2025 and came back on 1 July`() {
        #expect(may(.commune, .committee, .decision, "2025-03-31"))
        #expect(!may(.commune, .committee, .decision, "2025-04-01"))
        #expect(may(.commune, .council, .resolution, "2025-07-01"))
    }

    @Test func `a committee issues no resolution and a department nothing normative`() {
        #expect(!may(.province, .committee, .resolution, "2021-03-01"))
        #expect(!may(.department, .body, .decision, "2021-03-01"))
    }

    @Test func `no two rows of one competence hold on the same day`() {
        for row in LegalCompetence.all {
            let same = LegalCompetence.all.filter {
                $0.level == row.level && $0.organ == row.organ && $0.kind == row.kind
                    && $0.from <= row.from && $0.until.map { row.from < $0 } ?? true
            }
            #expect(same == [row])
        }
    }
}
