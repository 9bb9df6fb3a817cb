import Domain
import Testing

@Suite struct LetterheadTests {
    private static let day = Day(number: 18_900)

    private static let tree = AgencyTree(
        [
            ("BD", "Tỉnh Bình Định", Agency.Level.province, nil),
            ("BD-SNV", "Sở Nội vụ", .department, "BD"),
            ("BD-VC", "Huyện Vân Canh", .district, "BD"),
        ].map { (code, name, level, parent: String?) in
            Agency.Version(
                agency: Agency.ID(code), tenure: Tenure(from: Day(number: 0)), code: code,
                name: name, level: level, block: level.usualBlock,
                parent: parent.map { Agency.ID($0) }, codes: [:])
        }, on: day)

    @Test func `a department stands below the committee it answers to`() throws {
        let head = try #require(Letterhead(of: Agency.ID("BD-SNV"), in: Self.tree))
        #expect(head.superior == "ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH")
        #expect(head.issuer == "SỞ NỘI VỤ")
        #expect(head.place == "Bình Định")
        #expect(head.abbreviation == "SNV")
    }

    @Test func `a committee names nobody above it`() throws {
        let head = try #require(Letterhead(of: Agency.ID("BD-VC"), in: Self.tree))
        #expect(head.superior.isEmpty)
        #expect(head.issuer == "ỦY BAN NHÂN DÂN HUYỆN VÂN CANH")
        #expect(head.name == "Ủy ban nhân dân huyện Vân Canh")
        #expect(head.place == "Vân Canh")
        #expect(head.abbreviation == "UBND")
    }

    @Test func `a body that does not exist on the day has no letterhead`() {
        #expect(Letterhead(of: Agency.ID("BD-X"), in: Self.tree) == nil)
    }

    @Test func `what a body set goes before what its name gives, the rest follows the name`() throws
    {
        let usual = try #require(Letterhead(of: Agency.ID("BD-SNV"), in: Self.tree))
        let head = usual.worded(
            LetterheadWording(
                agency: Agency.ID("BD-SNV"), from: Self.day, superior: "", place: " Quy Nhơn ",
                abbreviation: " ", source: "x"))
        #expect(head.superior.isEmpty)
        #expect(head.place == "Quy Nhơn")
        #expect(head.issuer == usual.issuer)
        #expect(head.abbreviation == "SNV")
    }

    @Test func `a name inside a sentence gives its line in capitals`() throws {
        let usual = try #require(Letterhead(of: Agency.ID("BD-SNV"), in: Self.tree))
        let wording = LetterheadWording(
            agency: Agency.ID("BD-SNV"), from: Self.day, name: "Sở Nội vụ tỉnh", source: "x")
        #expect(usual.worded(wording).issuer == "SỞ NỘI VỤ TỈNH")
    }

    @Test(arguments: [
        ("SNV CC", "12/QĐ", "abbreviation"), ("A/B", "12/QĐ", "abbreviation"),
        ("SNV", " ", "source"),
        ("SNV", String(repeating: "x", count: 201), "source"),
    ])
    func `a letterhead that cannot be printed or has no basis is refused`(
        _ abbreviation: String, _ source: String, _ field: String
    ) {
        let wording = LetterheadWording(
            agency: Agency.ID("BD-SNV"), from: Self.day, abbreviation: abbreviation, source: source)
        #expect(wording.problems.map(\.field) == [field])
    }

    @Test func `a deputy of a committee signs for its chairman`() throws {
        let body = try #require(Self.tree.body(Agency.ID("BD")))
        let signature = OfficialDocument.Signature(for: body, Signing(.deputy))
        #expect(signature.titles == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"])
    }

    @Test(arguments: [
        (Signing(.head), ["GIÁM ĐỐC"]), (Signing(.deputy), ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (Signing(.acting), ["Q. GIÁM ĐỐC"]),
        (Signing(.byOrder, title: "Chánh Văn phòng"), ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]),
        (Signing(.authorised, title: "Trưởng phòng"), ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"]),
    ])
    func `each power to sign has its words`(_ signing: Signing, _ titles: [String]) throws {
        let body = try #require(Self.tree.body(Agency.ID("BD-SNV")))
        #expect(OfficialDocument.Signature(for: body, signing).titles == titles)
    }

    @Test func `a record of a meeting is signed by who chaired it`() throws {
        let body = try #require(Self.tree.body(Agency.ID("BD-SNV")))
        let signature = OfficialDocument.Signature(for: body, Signing(), of: .record)
        #expect(signature.titles == ["CHỦ TRÌ"])
    }

    @Test func `whoever signs by order needs a title`() {
        #expect(Signing(.byOrder).problems.map(\.field) == ["signer_title"])
        #expect(Signing(.head).problems.isEmpty)
    }
}

@Suite struct OfficialTextTests {
    @Test(arguments: [
        ("còn 02 cơ quan", "còn 02\u{A0}cơ quan"), ("Điều 5 của", "Điều\u{A0}5 của"),
        ("ngày 05 tháng 01 năm 2021", "ngày\u{A0}05\u{A0}tháng\u{A0}01\u{A0}năm\u{A0}2021"),
        ("quý III năm 2021", "quý\u{A0}III năm\u{A0}2021"), ("không có số", "không có số"),
        ("(1.204 hồ sơ)", "(1.204\u{A0}hồ sơ)"), ("đạt 31,25% so với", "đạt 31,25% so với"),
    ])
    func `a number is not parted from what it counts`(_ text: String, _ bound: String) {
        #expect(OfficialText.bound(text) == bound)
    }

    @Test func `days and the first two months have a zero, as the decree says`() throws {
        #expect(OfficialText.day(try #require(Day("2021-02-05"))) == "ngày 05 tháng 02 năm 2021")
        #expect(OfficialText.day(try #require(Day("2021-03-12"))) == "ngày 12 tháng 3 năm 2021")
    }
}
