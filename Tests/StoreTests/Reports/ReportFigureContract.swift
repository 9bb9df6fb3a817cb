import Domain
import Store
import Support
import Testing

@Suite struct ReportFigureContract {
    @Test func `every counted figure has its records, and no records are without a figure`() {
        let counted = Set(
            ReportFigure.all.filter { $0.kind == .counted }.map(\.name)
        ).subtracting(ReportFigure.ofReporting)
        #expect(ReadableDatabase.countedFigures == counted)
    }

    @Test func `a share is of figures that are counted`() {
        for figure in ReportFigure.all {
            guard case .share(let part, let whole) = figure.kind else { continue }
            for name in [part, whole] {
                #expect(ReportFigure.named(name)?.kind == .counted, "\(figure.name)")
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `each figure is the sum of the rows it opens`(_ engine: TestEngine) async throws {
        let office = try await filled(engine)
        for name in ReadableDatabase.countedFigures.sorted() {
            let (count, rows) = try await office.read { db in
                (
                    try db.count(of: name, in: year, over: .everybody),
                    try db.rows(behind: name, in: year, over: .everybody)
                )
            }
            #expect((count ?? 0) == rows.rows.reduce(0) { $0 + $1.value }, "\(name)")
            #expect(rows.total == rows.rows.count, "\(name)")
        }
    }

    @Test(arguments: TestEngine.available)
    func `what is counted lies in the span, its first and last day included`(_ engine: TestEngine)
        async throws
    {
        let office = try await filled(engine)
        func count(_ first: String, _ last: String) async throws -> Int? {
            let span = ReportSpan(
                year: 2021, title: Bilingual(""), first: day(first), last: day(last))
            return try await office.read {
                try $0.count(of: "kiem_tra.cuoc", in: span, over: .everybody)
            }
        }
        #expect(try await count("2021-05-20", "2021-05-20") == 1)
        #expect(try await count("2021-05-21", "2021-09-14") == 0)
        #expect(try await count("2020-12-15", "2021-05-19") == 0)
    }

    @Test(arguments: TestEngine.available)
    func `an agency's figure counts its own records and those below it`(_ engine: TestEngine)
        async throws
    {
        let office = try await filled(engine)
        let (inspected, other) = (
            try await office.agency("BD-540"), try await office.agency("BD-546")
        )
        for (agency, expected) in [(inspected, 1), (other, 0)] {
            let count = try await office.read {
                try $0.count(
                    of: "kiem_tra.cuoc", in: year, over: .body(agency, on: day("2021-09-14")))
            }
            #expect(count == expected)
        }
    }

    @Test(arguments: TestEngine.available)
    func `stocks are taken at the edges, flows are added up`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.write {
            _ = try $0.importLines(
                dossierLines(
                    "BD-SNV|06/2021||10|90|50|30|5|10|5|||||",
                    "BD-SNV|07/2021||10|40|20|20|0|8|2|||||",
                    "BD-SNV|08/2021||8|50|30|20|1|7|0|||||"), by: $1)
        }
        let quarter = ReportSpan(
            year: 2021, title: Bilingual(""), first: day("2021-06-15"), last: day("2021-09-14"))
        let expected = [
            "ho_so.tiep_nhan": 180, "ho_so.ton_truoc": 10, "ho_so.dang_giai_quyet": 7,
            "ho_so.phai_giai_quyet": 190, "ho_so.da_giai_quyet": 176, "ho_so.khong_qua_han": 170,
        ]
        for (name, count) in expected.sorted(by: { $0.key < $1.key }) {
            let found = try await office.read {
                try $0.count(of: name, in: quarter, over: .everybody)
            }
            #expect(found == count, "\(name)")
        }
    }

    private let year = ReportSpan(
        year: 2021, title: Bilingual(""), first: day("2020-12-15"), last: day("2021-12-14"))

    private func filled(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        try await office.write { db, user in
            _ = try db.importInspections(
                inspectionRows("BD-SNV|BD-540||2021-05-10|2021-05-12|2021-05-20|07/TB-SNV"),
                by: user)
            _ = try db.importFindings(
                findingRows("BD-540|1|Chưa công khai|2021-05-20|2021-06-30"), by: user)
            _ = try db.importLines(
                dossierLines("BD-540|09/2021||10|90|50|30|5|10|5||40|20|10|x"), by: user)
        }
        return office
    }
}
