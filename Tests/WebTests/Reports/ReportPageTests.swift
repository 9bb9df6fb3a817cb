import Documents
import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore
import Reading
import Sample
import Store
import Support
import Testing

@testable import Web

@Suite struct ReportPageTests {
    @Test func `the quarter of the sample year is drawn up with its figures`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/reports/1", site.officer)
        #expect(page.status == .ok)
        for words in [
            "BÁO CÁO", "ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH",
            "Công tác cải cách hành chính quý III năm 2021",
            "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "class=\"cited\"",
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
        let paper = try #require(page.text.components(separatedBy: "class=\"card paper\"").last)
        let shown = paper.components(separatedBy: "<form").first ?? ""
        #expect(shown.contains("I. CÔNG TÁC CHỈ ĐẠO"))
        #expect(!shown.contains("{"), "a name was left where its figure should stand")
    }

    @Test func `every cited number opens its formula and its records`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/reports/1", site.officer).text
        let links = Set(
            page.split(separator: "class=\"cited\" href=\"").dropFirst().map { rest in
                String(rest.prefix { $0 != "\"" })
            })
        #expect(links.count > 20)
        for link in links.sorted() {
            let answer = try await site.test.get(link, site.officer)
            #expect(answer.status == .ok, "\(link)")
            #expect(answer.text.contains("Tính hôm nay"), "\(link)")
        }
    }

    @Test func `what others published is cited and opens its line with source and half-width`()
        async throws
    {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/reports/1", site.officer).text
        let line = try #require(page.components(separatedBy: "SIPAS: ").dropFirst().first)
        let link = try #require(line.components(separatedBy: "href=\"").dropFirst().first)
        let answer = try await site.test.get(
            String(link.prefix { $0 != "\"" }), site.officer
        ).text
        for words in [
            "Chỉ số SIPAS", "Số liệu minh họa", "phát phiếu ngẫu nhiên", "1.150", "± 2,1",
            "/2021/outside-results/",
        ] {
            #expect(answer.contains(words), "\(words)")
        }
    }

    @Test func `a commune's report counts the commune alone`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/reports/2", site.officer)
        #expect(page.status == .ok)
        #expect(!page.text.contains("consolidated.xlsx"))
    }

    @Test func `the document is handed out as docx`() async throws {
        let site = try await SampleSite.of2021.value
        let file = try await site.test.get("/2021/reports/1/report.docx", site.officer)
        #expect(file.headers[.contentType] == WordDocument.contentType)
        #expect(file.bytes.starts(with: Data("PK".utf8)))
        #expect(
            file.headers[.contentDisposition] == "attachment; filename=\"bao-cao-2021-q3-1.docx\"")
    }

    @Test func `the consolidated table has one row for each agency and says who has not reported`()
        async throws
    {
        let site = try await SampleSite.of2021.value
        let file = try await site.test.get("/2021/reports/1/consolidated.xlsx", site.officer)
        let table = try Reading.TableFile.read(file.bytes, name: "a.xlsx")
        #expect(table.rows.count == 191)
        #expect(
            table.headings.starts(with: ["Mã cơ quan", "Cơ quan, đơn vị", "Tình trạng báo cáo"]))
        let codes = Set(table.rows.map { $0.cells[0] })
        #expect(codes.count == 191)
    }

    @Test(arguments: TableFormat.allCases)
    func `a consolidated table that goes out and comes back differs in nothing`(
        _ format: TableFormat
    ) async throws {
        let site = try await SampleSite.of2021.value
        let file = try await site.test.get(
            "/2021/reports/1/consolidated.\(format.rawValue)", site.officer)
        let table = try Reading.TableFile.read(file.bytes, name: "a.\(format.rawValue)")
        let problems = try await differences(site, from: table)
        #expect(problems.isEmpty, "\(problems.prefix(3))")
    }

    @Test func `a cell that somebody changed is named with row and column`() async throws {
        let site = try await SampleSite.of2021.value
        let file = try await site.test.get("/2021/reports/1/consolidated.csv", site.officer)
        let table = try Reading.TableFile.read(file.bytes, name: "a.csv")
        var rows = table.rows
        var cells = rows[4].cells
        cells[3] = "99999"
        rows[4] = CellTable.Row(number: rows[4].number, cells: cells)
        let problems = try await differences(
            site, from: CellTable(headings: table.headings, rows: rows))
        #expect(problems.map(\.row) == [rows[4].number])
        #expect(problems.first?.field == table.headings[3])
    }

    @Test func `the four files come in one archive`() async throws {
        let site = try await SampleSite.of2021.value
        let file = try await site.test.get("/2021/reports/1/quarter.zip", site.officer)
        #expect(file.status == .ok)
        let text = String(decoding: file.bytes, as: UTF8.self)
        for name in [
            "1-bieu-tong-hop.xlsx", "2-bao-cao.docx", "3-cham-chua-bao-cao.xlsx",
            "4-chenh-lech.xlsx",
        ] {
            #expect(text.contains(name), "\(name)")
        }
    }

    @Test func `a visitor sees no report`() async throws {
        let site = try await SampleSite.of2021.value
        let answer = try await site.test.get("/2021/reports")
        #expect(answer.status != .ok)
    }

    @Test func `once signed a document keeps its figures and says which would differ`() async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let signed = try await site.test.post(
            "/2021/reports/1/signature",
            [
                "token": site.officer.token, "version": "1", "signed_number": "85",
                "signed_on": "20/09/2021",
            ], site.officer)
        #expect(signed.status == .seeOther)
        var page = try await site.test.get("/2021/reports/1", site.officer).text
        #expect(page.contains("Số: 85/BC-UBND"))
        #expect(page.contains("Số liệu hiện nay vẫn đúng như khi ký."))

        let user = try #require(site.officer.session?.user.id)
        try await site.test.store.write { db in
            var line = Communication()
            line.bodyCode = "BD-SNV"
            line.title = "Hội nghị ghi sau"
            line.form = .meeting
            line.heldOn = Day("2021-09-01")
            line.reach = 10
            let read = Communication.columns.read(
                Communication.columns.table([line]), blank: Communication())
            _ = try db.importLines(read, by: user)
        }
        try await site.test.store.write { db in
            var line = OutsideIndex()
            line.bodyCode = "BD"
            line.index = "SIPAS"
            line.publishedOn = Day("2021-09-10")
            line.value = 9_001
            line.source = "Công bố lại"
            let read = OutsideIndex.columns.read(
                OutsideIndex.columns.table([line]), blank: OutsideIndex())
            _ = try db.importLines(read, by: user)
        }
        page = try await site.test.get("/2021/reports/1", site.officer).text
        #expect(page.contains("số liệu hiện nay khác với khi ký"))
        #expect(page.contains("Hoạt động tuyên truyền"))
        #expect(page.contains("Chỉ số SIPAS"))
        #expect(page.contains("90,01"))
    }

    @Test func `a draft with an unknown name is shown again with its line`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let answer = try await site.test.post(
            "/2021/reports/1",
            [
                "token": site.officer.token, "version": "1", "subject": "Thử",
                "body": "Dòng một\n{kiem_tra.coc}", "recipients": "",
            ],
            site.officer)
        #expect(answer.text.contains("Dòng 2: "))
        #expect(answer.text.contains("kiem_tra.cuoc"))
    }

    @Test func `a figure of an area that the plan does not have is unknown, not zero`() async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let answer = try await site.test.post(
            "/2021/reports/1",
            [
                "token": site.officer.token, "version": "1", "subject": "Thử",
                "body": "Có {nhiem_vu.den_han[Thể chếế]} nhiệm vụ.", "recipients": "",
            ],
            site.officer)
        #expect(answer.status == .seeOther)
        let page = try await site.test.get("/2021/reports/1", site.officer).text
        let paper = try #require(page.components(separatedBy: "class=\"card paper\"").last)
        #expect(paper.contains(">chưa có số liệu</a> nhiệm vụ."))
    }

    @Test(arguments: OfficialDocument.Kind.allCases)
    func `a document of each kind is drawn up, worded, signed and handed out`(
        _ kind: OfficialDocument.Kind
    ) async throws {
        let site = try await SampleSite(.binhDinh2021)
        let made = try await site.test.post(
            "/2021/reports/others",
            [
                "token": site.officer.token, "template": kind.rawValue, "issuer": "BD-SNV",
                "first_on": "15/12/2020", "last_on": "15/10/2021",
            ], site.officer)
        #expect(made.status == .seeOther)
        let place = try #require(made.headers[.location]).split(separator: "?").first.map(
            String.init)
        let path = try #require(place)
        let fields = [
            "token": site.officer.token, "version": "1", "kind": kind.rawValue,
            "subject": "Việc <thử> & nghiệm", "addressees": "Sở Y tế\r\nSở Tư pháp",
            "body":
                "Điều 1. Có {kiem_tra.cuoc} cuộc\r\n% Danh sách\r\n| STT | Tên |\r\n| 1 | A & B |",
            "recipients": "Như trên", "drafting_unit": "CCHC", "power": "byOrder",
            "signer_title": "Chánh Văn phòng", "signer": "Nguyễn Văn A", "secretary": "Trần Thị B",
            "covers": "all",
        ]
        let worded = try await site.test.post(path, fields, site.officer)
        #expect(worded.status == .seeOther, "\(worded.text.prefix(2000))")
        let signed = try await site.test.post(
            path + "/signature",
            [
                "token": site.officer.token, "version": "2", "signed_number": "12",
                "signed_on": "14/10/2021",
            ], site.officer)
        #expect(signed.status == .seeOther)
        let page = try await site.test.get(path, site.officer).text
        for words in [
            "Việc &lt;thử&gt; &amp; nghiệm", "Nguyễn Văn A", "<b>Điều 1.</b>", "Danh sách",
            "annex-1.xlsx",
            kind == .letter ? "Số: 12/SNV-CCHC" : "Số: 12/\(kind.abbreviation)-SNV",
        ] {
            #expect(page.contains(words), "\(kind) \(words)")
        }
        let file = try await site.test.get(path + "/report.docx", site.officer)
        #expect(file.bytes.starts(with: Data("PK".utf8)))
        let annex = try await site.test.get(path + "/annex-1.xlsx", site.officer)
        let table = try Reading.TableFile.read(annex.bytes, name: "a.xlsx")
        #expect(table.headings == ["STT", "Tên"])
        #expect(table.rows.map(\.cells) == [["1", "A & B"]])
    }

    @Test func `a letter without addressees says what is missing`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let answer = try await site.test.post(
            "/2021/reports/3",
            [
                "token": site.officer.token, "version": "1", "kind": "letter", "subject": "Thử",
                "body": "Đoạn", "addressees": "", "power": "head",
            ], site.officer)
        #expect(answer.text.contains("Công văn phải ghi nơi nhận ở phần “Kính gửi”."))
    }

    @Test func `the letterhead is that of the day of issue`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let kept = site.test.site.kept
        let names = try await site.test.store.read { db in
            let report = try #require(try db.report(numbered: 1, for: .system))
            let snapshot = Snapshot(
                db: db, kept: kept, year: 2021, day: try db.workspace().today(db.now),
                dayHasEnded: false)
            let issued = try #require(Day("2021-09-20"))
            return try ReportComposer(snapshot, report, issuedOn: issued).document()
        }
        #expect(names.day == Day("2021-09-20"))
        #expect(names.letterhead.issuer == "ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH")
    }

    @Test func `the plan is cited whole the first time and by its symbol later`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        _ = try await site.test.post(
            "/2021/reports/4",
            [
                "token": site.officer.token, "version": "1", "kind": "notice", "subject": "Thử",
                "body": "Theo Kế hoạch {ke_hoach}.\nTại Kế hoạch {ke_hoach}.", "power": "head",
            ], site.officer)
        let page = try await site.test.get("/2021/reports/4", site.officer).text
        let whole =
            "Kế hoạch số 95/KH-UBND ngày 31 tháng 12 năm 2020 của Ủy ban nhân dân tỉnh Bình Định."
        #expect(page.contains("Theo \(whole)"))
        #expect(page.contains("Tại Kế hoạch số 95/KH-UBND."))
    }

    @Test func `each area has its figures beside the period before and a year ago`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/reports/1", site.officer).text
        for words in [
            "2. Thể chế", "Số liệu lĩnh vực Thể chế", "Kỳ trước (15/12–14/6)",
            "VI. KIẾN NGHỊ, ĐỀ XUẤT",
        ] {
            #expect(page.contains(words), "\(words)")
        }
    }

    @Test func `a template is changed on its page, and a wrong name is refused`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let list = try await site.test.get("/settings/templates", site.officer).text
        #expect(list.contains("Biểu tổng hợp"))
        let fields = [
            "token": site.officer.token, "version": "1", "title": "Biểu", "use": "consolidated",
            "kind": "report", "subject": "",
            "recipients": "", "source": "",
        ]
        let refused = try await site.test.post(
            "/settings/templates/3",
            fields.merging(["body": "A | Số | hồ sơ | ho_so.khong_co | kỳ"]) { one, _ in one },
            site.officer)
        #expect(refused.text.contains("ho_so.khong_co"))
        let taken = try await site.test.post(
            "/settings/templates/3",
            fields.merging(["body": "A | Số | hồ sơ | ho_so.tiep_nhan | kỳ"]) { one, _ in one },
            site.officer)
        #expect(taken.status == .seeOther)
    }

    private func differences(_ site: SampleSite, from table: CellTable) async throws -> [Problem] {
        let kept = site.test.site.kept
        return try await site.test.store.read { db in
            let report = try #require(try db.report(numbered: 1, for: .system))
            let snapshot = Snapshot(
                db: db, kept: kept, year: 2021, day: try db.workspace().today(db.now),
                dayHasEnded: false)
            return try Consolidated(try ReportComposer(snapshot, report)).differences(from: table)
        }
    }
}

extension TestResponse {
    fileprivate var bytes: Data { Data(body.readableBytesView) }
}
