import Domain
import Store
import Support
import Testing

@Suite struct ReportContract {
    @Test(arguments: TestEngine.available)
    func `a template with an unknown name is refused with its line`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write {
                try $0.addTemplate(.text("Đoạn đầu\nCó {kiem_tra.coc} cuộc"), by: $1)
            }
        }
        #expect(refusal?.problems.map(\.row) == [2])
        #expect(try await office.read { try $0.reportTemplates() }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `a template changed by two at once is a conflict for the second`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let added = try await office.write { try $0.addTemplate(.text("Một"), by: $1) }
        let changed = ReportTemplate.text("Hai").taking(
            id: added.id, number: added.number, version: added.version)
        try await office.write { try $0.changeTemplate(changed, by: $1) }
        #expect(try await office.read { try $0.reportTemplate(numbered: 1) }?.body == "Hai")
        await #expect(throws: EditConflict.self) {
            try await office.write {
                try $0.changeTemplate(
                    ReportTemplate.text("Ba").taking(id: added.id, number: 1, version: 1), by: $1)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a report reads back as it was drawn up`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let drawn = try await draft(office)
        let found = try await office.read { try $0.report(numbered: 1, for: .system) }
        #expect(found == drawn)
    }

    @Test(arguments: TestEngine.available)
    func `a signed document is frozen word for word and can no longer be changed`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let report = try await draft(office)
        let document = OfficialDocument.of(report)
        try await office.write { db, user in
            try db.signReport(1, version: 1, as: 85, on: day("2021-06-18"), by: user) { _, _ in
                document
            }
        }

        let (signed, frozen) = try await office.read { db in
            let signed = try db.report(numbered: 1, for: .system)
            return (signed, try signed.flatMap { try db.frozenDocument(of: $0) })
        }
        #expect(signed?.signed?.number == 85)
        #expect(frozen == document.signed(85, on: day("2021-06-18")))
        let version = signed?.version ?? 0
        await #expect(throws: ReportError.self) {
            try await office.write {
                try $0.reviseReport(
                    1, version: version,
                    Report.Wording(kind: .report, subject: "Khác", body: "Khác"), by: $1)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a document is not signed in the future`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let report = try await draft(office)
        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write { db, user in
                try db.signReport(1, version: 1, as: 1, on: day("2150-01-01"), by: user) { _, _ in
                    .of(report)
                }
            }
        }
        #expect(refusal?.problems.map(\.field) == ["signed_on"])
    }

    @Test(arguments: TestEngine.available)
    func `an officer sees the reports of the own agency and of those below alone`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        _ = try await draft(office)
        let own = try await office.person(
            "own", .officer, in: try await office.agency("BD-SNV"))
        let other = try await office.person(
            "other", .officer, in: try await office.agency("BD-546"))
        let counts = try await office.read { db in
            try [Viewer.person(own), .person(other), .visitor].map {
                try db.reports(of: 2021, for: $0).count
            }
        }
        #expect(counts == [1, 0, 0])
    }

    @Test(arguments: TestEngine.available)
    func `only who writes for the authority lets an agency's document speak of everybody`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        _ = try await draft(office)
        let officer = try await office.person(
            "own", .officer, in: try await office.agency("BD-SNV"))
        var words = Report.Wording(kind: .notice, subject: "Thử", body: "Đoạn", coversAll: true)
        words.signing = Signing(.deputy, name: "Nguyễn Văn A")
        let wanted = words
        await #expect(throws: PermissionError.self) {
            try await office.write { db, _ in
                try db.reviseReport(1, version: 1, wanted, by: officer)
            }
        }
        try await office.write { try $0.reviseReport(1, version: 1, wanted, by: $1) }
        #expect(
            try await office.read { try $0.report(numbered: 1, for: .system) }?.wording == wanted)
    }

    private func draft(_ office: StandingOffice) async throws -> Report {
        let issuer = try await office.agency("BD-SNV")
        return try await office.write { try $0.draftReport(.of(issuer), by: $1) }
    }
}

extension ReportTemplate {
    static func text(_ body: String) -> ReportTemplate {
        ReportTemplate(
            id: ID(""), number: 0, use: .agency, kind: .report, title: "Mẫu", subject: "CCHC {ky}",
            body: body, recipients: "", source: "")
    }
}

extension Report {
    static func of(_ issuer: Agency.ID) -> Report {
        Report(
            id: ID(""), number: 0, issuer: issuer, kind: .report,
            span: ReportSpan(
                year: 2021, title: Bilingual(vi: "quý III năm 2021", en: "third quarter 2021"),
                first: day("2020-12-15"), last: day("2021-06-14")),
            period: "h1", subject: "CCHC {ky}", body: "Có {kiem_tra.cuoc} cuộc.",
            recipients: "Như trên", draftingUnit: "CCHC")
    }
}

extension OfficialDocument {
    static func of(_ report: Report) -> OfficialDocument {
        OfficialDocument(
            kind: .report,
            letterhead: Letterhead(
                superior: "", issuer: "SỞ NỘI VỤ", name: "Sở Nội vụ", place: "Bình Định",
                abbreviation: "SNV"),
            day: report.span.last, subject: "CCHC",
            blocks: [
                .paragraph(
                    Paragraph([
                        .text("Có "),
                        .number(CitedNumber(id: "s1", name: "kiem_tra.cuoc", text: "02")),
                    ]))
            ],
            signature: Signature(["GIÁM ĐỐC"]))
    }
}
