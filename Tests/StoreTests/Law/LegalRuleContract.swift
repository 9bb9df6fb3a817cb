import Domain
import Store
import Support
import Testing

@Suite struct LegalRuleContract {
    @Test(arguments: TestEngine.available)
    func `what the program begins with goes out and comes back unchanged`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let (procedures, competences) = try await office.read { db in
            let columns = LegalProcedureColumns.all
            let steps = try db.legalProcedures().flatMap { procedure in
                procedure.steps.map { LegalProcedureRow(procedure, $0) }
            }
            let lines = LegalCompetenceColumns.all
            return (
                try db.legalProcedureImport(
                    columns.read(columns.table(steps), blank: LegalProcedureRow())
                ).summary,
                try db.legalCompetenceImport(
                    lines.read(
                        lines.table(try db.legalCompetences().map(LegalCompetenceRow.init)),
                        blank: LegalCompetenceRow())
                ).summary
            )
        }
        #expect(procedures.problems.isEmpty && competences.problems.isEmpty)
        #expect((procedures.new, procedures.changed, procedures.unchanged) == (0, 0, 4))
        #expect((competences.new, competences.changed) == (0, 0))
        #expect(competences.unchanged == LegalCompetence.all.count)
    }

    @Test(arguments: TestEngine.available)
    func `a procedure that is changed takes the place of the program's own`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.write {
            _ = try $0.importLegalProcedures(
                procedureRows(
                    "2015|Theo luật 2015||01/07/2016|01/04/2025|80/2015/QH13|medium|Soạn thảo|Sở",
                    "2015|Theo luật 2015||01/07/2016|01/04/2025|80/2015/QH13|medium|Đăng tải|Sở|60|calendar|atLeast"
                ), by: $1)
            _ = try $0.importLegalDocuments(
                documentRows("BD|1/2021/QĐ-UBND|Một|2021-02-01"), by: $1)
            try $0.beginLegalSteps(of: 1, by: "2015", version: 0, user: $1)
        }
        let (all, steps) = try await office.read { db in
            let document = try #require(try db.legalDocument(numbered: 1))
            return (
                try db.legalProcedures().map(\.code), try db.legalFile(of: document.id).steps
            )
        }
        #expect(all.sorted() == LegalProcedure.all.map(\.code).sorted())
        #expect(steps.map(\.title) == ["Soạn thảo", "Đăng tải"])
        #expect(steps.map(\.days) == [nil, 60])
    }

    @Test(arguments: TestEngine.available)
    func `lines of one procedure that disagree are refused with their row`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let rows = procedureRows(
            "x|Tên||01/07/2016||1/NQ|low|Một", "x|Tên khác||01/07/2016||1/NQ|low|Hai",
            "y|Tên||01/07/2016|01/07/2016|1/NQ|low|Một")
        let problems = try await office.read { try $0.legalProcedureImport(rows).problems }
        #expect(problems.map { "\($0.row ?? 0) \($0.field)" } == ["3 code", "4 until_on"])
    }

    @Test(arguments: TestEngine.available)
    func `two lines of one organ and kind never hold on one day`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let clashing = competenceRows("district|committee|decision|01/01/2020||1/NQ||low")
        let ended = competenceRows(
            "district|committee|decision|01/01/2016|01/01/2020|2/NQ||low",
            "district|committee|decision|01/01/2020||1/NQ||low")
        let (wrong, right) = try await office.read {
            (
                try $0.legalCompetenceImport(clashing).problems,
                try $0.legalCompetenceImport(ended)
            )
        }
        #expect(wrong.map { "\($0.row ?? 0) \($0.field)" } == ["2 from_on"])
        #expect(right.problems.isEmpty)
        #expect((right.summary.new, right.summary.changed) == (1, 1))
    }

    @Test(arguments: TestEngine.available)
    func `nothing is written of a list with a mistake`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let seq = try await office.journalLength()
        await #expect(throws: InvalidInput.self) {
            try await office.write {
                _ = try $0.importLegalCompetences(
                    competenceRows(
                        "commune|committee|decision|01/01/2030||3/NQ||low",
                        "nowhere|committee|decision|01/01/2030||3/NQ||low"), by: $1)
            }
        }
        #expect(try await office.journalLength() == seq)
    }
}

/// What people do about procedures and competences, for the tests over every action.
enum LegalRuleSteps {
    static let all: [EveryAction.Step] = [
        EveryAction.Step("legal-procedures.recorded") { db, user in
            _ = try db.importLegalProcedures(
                procedureRows("x|Tên||01/07/2016||1/NQ|low|Một"), by: user)
        },
        EveryAction.Step("legal-competences.recorded") { db, user in
            _ = try db.importLegalCompetences(
                competenceRows("unit|body|rule|01/01/2016||3/NQ||low"), by: user)
        },
        EveryAction.Step("outside-issuer.recorded") { db, user in
            try db.recordOutsideIssuer(
                coded: "TW-BYT", name: "Bộ Y tế", nameInEnglish: "", by: user)
        },
    ]
}

private func procedureRows(_ lines: String...) -> ReadRows<LegalProcedureRow> {
    LegalProcedureColumns.all.lines(lines, LegalProcedureRow())
}

private func competenceRows(_ lines: String...) -> ReadRows<LegalCompetenceRow> {
    LegalCompetenceColumns.all.lines(lines, LegalCompetenceRow())
}
