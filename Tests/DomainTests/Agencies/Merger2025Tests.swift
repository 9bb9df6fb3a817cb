import Domain
import Testing

/// What happened on 01/7/2025, in small: a district ends and three communes become two.
///
/// One of the two bears the code of one old commune and the name of another. Names and GSO codes of
/// Vĩnh Thạnh are real (agencies.md 2); which body went where is made up here.
@Suite struct Merger2025Tests {
    private let merger = day("2025-07-01")
    private let before: [Agency.Version] = [
        .body("BD", "Tỉnh Bình Định", .province, under: nil, from: day("2016-01-01"), gso: "52"),
        .body(
            "BD-546", "Huyện Vĩnh Thạnh", .district, under: "BD", from: day("2016-01-01"),
            gso: "546"),
        .body(
            "BD-21796", "Xã Vĩnh Hiệp", .commune, under: "BD-546", from: day("2016-01-01"),
            gso: "21796"),
        .body(
            "BD-21802", "Xã Vĩnh Thịnh", .commune, under: "BD-546", from: day("2016-01-01"),
            gso: "21802"),
        .body(
            "BD-21805", "Xã Vĩnh Quang", .commune, under: "BD-546", from: day("2016-01-01"),
            gso: "21805"),
    ]
    /// One file ends the old bodies and brings the new ones, under their codes.
    private let file = AgencyColumns.all.read(
        CellTable(
            headings: ["code", "name", "level", "parent_code", "gso_code", "from", "until"],
            rows: [
                [
                    "BD-546", "Huyện Vĩnh Thạnh", "district", "BD", "546", "2016-01-01",
                    "01/07/2025",
                ],
                [
                    "BD-21796", "Xã Vĩnh Hiệp", "commune", "BD-546", "21796", "2016-01-01",
                    "01/07/2025",
                ],
                [
                    "BD-21802", "Xã Vĩnh Thịnh", "commune", "BD-546", "21802", "2016-01-01",
                    "01/07/2025",
                ],
                [
                    "BD-21805", "Xã Vĩnh Quang", "commune", "BD-546", "21805", "2016-01-01",
                    "01/07/2025",
                ],
                ["BD-21796", "Xã Vĩnh Thịnh", "commune", "BD", "21796", "01/07/2025", ""],
                ["BD-21805", "Xã Vĩnh Quang", "commune", "BD", "21805", "01/07/2025", ""],
            ].enumerated().map { CellTable.Row(number: $0 + 2, cells: $1) }),
        blank: AgencyRow())
    private var list: AgencyImport { AgencyImport(file, onto: before) }
    private var after: [Agency.Version] { list.applied(to: before) }

    @Test func `the list is taken without a problem`() {
        #expect(list.problems == [])
        #expect(list.newCount == 2)
        #expect(list.changedCount == 4)
    }

    @Test func `importing it twice changes nothing`() {
        let again = AgencyImport(file, onto: after)
        #expect(again.problems == [])
        #expect(again.unchangedCount == 6)
    }

    @Test func `districts end on 01/7/2025`() {
        #expect(AgencyTree(after, on: day("2025-06-30")).bodies.contains { $0.level == .district })
        #expect(!AgencyTree(after, on: merger).bodies.contains { $0.level == .district })
    }

    @Test
    func `a commune that takes up an old code is a new body, not the old one under another name`()
        throws
    {
        let old = try #require(
            AgencyTree(after, on: day("2025-06-30")).bodies(coded: "BD-21796").first)
        let new = try #require(AgencyTree(after, on: merger).bodies(coded: "BD-21796").first)
        #expect(old.name == "Xã Vĩnh Hiệp")
        #expect(new.name == "Xã Vĩnh Thịnh")
        #expect(old.id != new.id)
    }

    @Test func `2021 still shows 2021`() {
        let shown = { (versions: [Agency.Version]) in
            AgencyTree(versions, on: day("2021-10-15")).bodies.map {
                "\($0.id) \($0.name) \($0.parent ?? -1)"
            }
        }
        #expect(shown(after) == shown(before))
    }

    @Test func `an equal code suggests one successor and an equal name another`() {
        let suggestions = Succession.suggestions(from: after, on: merger)
        let said = suggestions.map {
            "\($0.from.name) → \($0.to.code): \($0.grounds.map(\.text.vi).joined(separator: ", "))"
        }
        #expect(
            Set(said) == [
                "Xã Vĩnh Hiệp → BD-21796: cùng mã GSO 21796",
                "Xã Vĩnh Thịnh → BD-21796: cùng tên “Xã Vĩnh Thịnh”",
                "Xã Vĩnh Quang → BD-21805: cùng mã GSO 21805, cùng tên “Xã Vĩnh Quang”",
            ])
    }

    @Test func `a district that ends is not suggested to live on in a commune of its name`() {
        let district = Agency.Version.body(
            "BD-542", "Huyện An Lão", .district, under: nil, from: day("2016-01-01"), until: merger)
        let commune = Agency.Version.body(
            "BD-21609", "Xã An Lão", .commune, under: nil, from: merger)
        #expect(Succession.suggestions(from: [district, commune], on: merger) == [])
    }

    @Test func `a body that only changes its name has no successor`() {
        let old = Agency.Version.body(
            "A", "Xã A", .commune, under: nil, from: day("2016-01-01"), until: merger)
        let new = Agency.Version.body("A", "Phường A", .commune, under: nil, from: merger)
        #expect(Succession.suggestions(from: [old, new], on: merger) == [])
    }

    @Test func `An Nghĩa is not suggested for Ân Nghĩa`() {
        let old = Agency.Version.body(
            "1", "Xã Ân Nghĩa", .commune, under: nil, from: day("2016-01-01"), until: merger)
        let new = Agency.Version.body("2", "Xã An Nghĩa", .commune, under: nil, from: merger)
        #expect(Succession.suggestions(from: [old, new], on: merger) == [])
    }

    @Test func `Hoà and Hòa are one name`() {
        let old = Agency.Version.body(
            "1", "Xã An Hòa", .commune, under: nil, from: day("2016-01-01"), until: merger)
        let new = Agency.Version.body("2", "Xã An Hoà", .commune, under: nil, from: merger)
        #expect(
            Succession.suggestions(from: [old, new], on: merger).map(\.grounds) == [
                [.equalName("Xã An Hòa")]
            ])
    }

    @Test func `nothing is suggested on another day`() {
        #expect(Succession.suggestions(from: after, on: day("2025-07-02")) == [])
    }

    @Test(.enabled(if: Shared.isThere, "CAICACH_SHARED is not set"))
    func `of the 58 communes of 2025, 50 are suggested by a code whose name was another`() throws {
        let old = AgencyImport(
            AgencyColumns.all.read(
                try Shared.table("domain/binh-dinh-agencies-2021.csv"), blank: AgencyRow()),
            onto: []
        ).versions.map { $0.ending(on: merger) }
        let new = try Shared.table("domain/binh-dinh-area-communes-2025.csv").rows.map { row in
            Agency.Version.body(
                "GL-\(row.cells[0])", row.cells[1], .commune, under: nil, from: merger,
                gso: row.cells[0])
        }
        let byCode = Succession.suggestions(from: old + new, on: merger).filter { suggestion in
            suggestion.grounds.contains { if case .equalCode = $0 { true } else { false } }
        }
        #expect(byCode.count == 58)
        #expect(byCode.count { $0.from.name != $0.to.name } == 50)
    }
}
