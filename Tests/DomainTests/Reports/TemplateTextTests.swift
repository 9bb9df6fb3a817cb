import Domain
import Support
import Testing

@Suite struct TemplateTextTests {
    @Test func `a line's mark says what it is`() {
        let (template, problems) = TemplateText.read(
            "# I. CHUNG\n\n## 1. Mục\n- dòng\n> Căn cứ Luật\n= QUYẾT ĐỊNH:\nĐoạn văn\n[[bang_chi_tieu]]"
        )
        #expect(problems.isEmpty)
        #expect(
            template.lines == [
                .heading(level: 1, [.text("I. CHUNG")]), .heading(level: 2, [.text("1. Mục")]),
                .paragraph(.item, [.text("dòng")]), .paragraph(.basis, [.text("Căn cứ Luật")]),
                .paragraph(.centred, [.text("QUYẾT ĐỊNH:")]),
                .paragraph(.body, [.text("Đoạn văn")]), .list(.targets),
            ])
    }

    @Test func `rows with bars are one table, and a blank line ends it`() {
        let (template, problems) = TemplateText.read("| A | B |\n| 1 | x\\|y |\n\n| C |\nĐoạn")
        #expect(problems.isEmpty)
        #expect(
            template.lines == [
                .table([[[.text("A")], [.text("B")]], [[.text("1")], [.text("x|y")]]]),
                .table([[[.text("C")]]]), .paragraph(.body, [.text("Đoạn")]),
            ])
    }

    @Test func `a figure of a period before stands whole in a cell`() {
        let (template, problems) = TemplateText.read("| A |\n| {kiem_tra.cuoc|ky_truoc} |")
        #expect(problems.isEmpty)
        #expect(template.figures == [FigureName("kiem_tra.cuoc", .before)])
    }

    @Test func `a row with too few cells is told with its line`() {
        let problems = TemplateText.read("| A | B |\n| 1 |").problems
        #expect(problems.map(\.row) == [2])
    }

    @Test func `a per cent sign begins an annex and Điều an article`() {
        let template = TemplateText.read("Điều 1. Làm\n% Danh sách {ky}\nĐiều này").template
        #expect(
            template.lines == [
                .paragraph(.article, [.text("Điều 1. Làm")]),
                .annex([.text("Danh sách "), .word(.period)]),
                .paragraph(.body, [.text("Điều này")]),
            ])
    }

    @Test func `lines that a browser sends with two signs are still lines`() {
        #expect(TemplateText.read("# A\r\n- b\r\n").template.lines.count == 2)
    }

    @Test func `tasks may be counted for one area`() {
        let read = TemplateText.read("{nhiem_vu.den_han[Thể chế]|cung_ky}")
        #expect(read.problems.isEmpty)
        #expect(read.template.figures.first?.base == "nhiem_vu.den_han[Thể chế]")
        #expect(!TemplateText.read("{kiem_tra.cuoc[Thể chế]}").problems.isEmpty)
    }

    @Test(arguments: ReportTemplate.usual) func `a usual template has nothing wrong with it`(
        _ template: ReportTemplate
    ) {
        #expect(template.problems.isEmpty, "\(template.problems)")
    }

    @Test func `there is a template for each kind of document`() {
        #expect(Set(ReportTemplate.usual.map(\.kind)) == Set(OfficialDocument.Kind.allCases))
    }

    @Test func `any text is read or refused, never trapped, and its tables are whole`() {
        let letters = Array("{}[]|%#-=>\\ab.Điều 1\n\r\nchi_tieu[ ")
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let text = String((0..<60).compactMap { _ in letters.randomElement(using: &random) })
            for case .table(let rows) in TemplateText.read(text).template.lines {
                #expect(Set(rows.map(\.count)).count == 1, "seed \(seed)")
            }
        }
    }

    @Test func `names in braces are figures and words, with the span behind a bar`() {
        let (template, problems) = TemplateText.read("Có {kiem_tra.cuoc|cung_ky} cuộc trong {ky}.")
        #expect(problems.isEmpty)
        #expect(
            template.lines == [
                .paragraph(
                    .body,
                    [
                        .text("Có "), .figure(FigureName("kiem_tra.cuoc", .lastYear)),
                        .text(" cuộc trong "), .word(.period), .text("."),
                    ])
            ])
    }

    @Test(arguments: [
        ("một\n{nhiem_vu.den_hanh}", 2, "nhiem_vu.den_han"),
        ("[[bang_chi_tiu]]", 1, "bang_chi_tieu"), ("{kyy}", 1, "“ky”"),
    ])
    func `an unknown name is told with its line and the name that was likely meant`(
        _ text: String, _ line: Int, _ meant: String
    ) throws {
        let problem = try #require(TemplateText.read(text).problems.first)
        #expect(problem.row == line)
        #expect(problem.message.vi.contains(meant))
    }

    @Test(arguments: ["{ky", "[[bang_chi_tieu]] và chữ", "{kiem_tra.cuoc|nam_kia}", "{}"])
    func `a name that cannot be read is refused`(_ text: String) {
        #expect(TemplateText.read(text).problems.count == 1)
    }

    @Test func `any text is read or refused, never trapped`() {
        let letters = Array("#-> ={}[]|_.ky nhiem_vuấ\n")
        for seed in 0..<200 {
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
            let text = String(
                (0..<60).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1
                    return letters[Int(state >> 33) % letters.count]
                })
            _ = TemplateText.read(text)
            _ = ConsolidatedTable.read(text)
        }
    }

    @Test func `the usual templates know every name they use`() {
        for template in ReportTemplate.usual {
            #expect(template.problems.isEmpty, "\(template.title)")
        }
    }

    @Test func `a figure's name is read back as it was written`() {
        for time in ReportTime.allCases {
            let name = FigureName("chi_tieu[II.1.a.2-1]", time)
            #expect(FigureName(reading: name.text) == name)
        }
    }
}

@Suite struct ConsolidatedTableTests {
    @Test func `a column is its code, heading, unit, formula and span`() throws {
        let (table, problems) = ConsolidatedTable.read(
            "A1 | Đúng hạn | % | ho_so.truoc_han + ho_so.dung_han / ho_so.da_giai_quyet | lũy kế")
        #expect(problems.isEmpty)
        let column = try #require(table.columns.first)
        #expect(column.code == "A1")
        #expect(column.isCumulative)
        #expect(
            table.figures == [
                FigureName("ho_so.truoc_han", .cumulative),
                FigureName("ho_so.dung_han", .cumulative),
                FigureName("ho_so.da_giai_quyet", .cumulative),
            ])
    }

    @Test func `a share is its counts divided, and nothing arose where the whole is zero`() throws {
        let table = ConsolidatedTable.read(
            "A | Tỷ lệ | % | ho_so.dung_han / ho_so.da_giai_quyet | kỳ"
        ).table
        let formula = try #require(table.columns.first).formula
        #expect(
            formula.value { .count($0.base == "ho_so.dung_han" ? 3 : 4) } == .share(3, of: 4))
        #expect(formula.value { _ in .count(0) } == .nothingArose)
    }

    @Test func `what was not reported is not zero`() throws {
        let table = ConsolidatedTable.read("A | Số | hồ sơ | ho_so.tiep_nhan | kỳ").table
        let formula = try #require(table.columns.first).formula
        #expect(formula.value { _ in .notReported } == .notReported)
        #expect(formula.value { _ in .count(0) } == .count(0))
    }

    @Test(arguments: [
        "A | Số | hồ sơ | ho_so.tiep_nhan", "A | Số | hồ sơ | ho_so.khong_co | kỳ",
        "A | Số | hồ sơ | ho_so.tiep_nhan / ho_so.rut / ho_so.rut | kỳ",
        "A | Số | hồ sơ | ho_so.tiep_nhan + | kỳ", "A | Số | hồ sơ | chi_tieu.dat | kỳ",
        "A | Số | hồ sơ | ho_so.tiep_nhan | quý",
    ])
    func `a column that cannot be counted is refused with its line`(_ line: String) {
        let (table, problems) = ConsolidatedTable.read("\n" + line)
        #expect(table.columns.isEmpty)
        #expect(problems.first?.row == 2)
    }

    @Test func `a code stands once`() {
        let line = "A | Số | hồ sơ | ho_so.tiep_nhan | kỳ"
        #expect(ConsolidatedTable.read("\(line)\n\(line)").problems.count == 1)
    }
}

@Suite struct PublishedFigureTests {
    @Test(arguments: [
        PublishedFigure("SIPAS"), PublishedFigure("PAPI", isRank: true),
        PublishedFigure("Chỉ số phục vụ (DVC)", about: "BD-540"),
        PublishedFigure("a @ b", about: "BD"), PublishedFigure("a|b]{c}"),
    ])
    func `the name of a published index reads back`(_ figure: PublishedFigure) {
        let name = FigureName(figure.name, .lastYear)
        #expect(FigureName(reading: name.text) == name)
        #expect(PublishedFigure(reading: name.base) == figure)
        #expect(ReportFigure.named(name.base)?.kind == .published)
    }

    @Test(arguments: ["chi_so[]", "chi_so[ ]", "chi_so[a", "chi_so", "chi_soo[a]"])
    func `what is no name of an index is none`(_ name: String) {
        #expect(PublishedFigure(reading: name) == nil)
    }

    @Test func `templates may name a published index`() {
        #expect(
            TemplateText.read("SIPAS {chi_so[SIPAS]} hạng {hang_chi_so[SIPAS|cung_ky]}").problems
                .count == 1)
        #expect(TemplateText.read("SIPAS {chi_so[SIPAS]|cung_ky}").problems.isEmpty)
    }
}
