import Domain
import Foundation
import Testing

@Suite struct AgencyImportTests {
    @Test func `a first import makes every body new`() {
        let list = AgencyImport(
            rows("BD,Tỉnh Bình Định,province,", "BD-SNV,Sở Nội vụ,department,BD"), onto: [])
        #expect(list.newCount == 2)
        #expect(list.problems.isEmpty)
    }

    @Test func `importing twice changes nothing`() {
        let file = rows("BD,Tỉnh Bình Định,province,", "BD-540,Thành phố Quy Nhơn,district,BD")
        let once = AgencyImport(file, onto: []).applied(to: [])
        let twice = AgencyImport(file, onto: once)
        #expect(twice.unchangedCount == 2)
        #expect(twice.newCount + twice.changedCount == 0)
    }

    @Test func `importing a third of a list leaves the rest as it is`() {
        let all = AgencyImport(
            rows("BD,Tỉnh Bình Định,province,", "BD-540,Thành phố Quy Nhơn,district,BD"), onto: [])
        let again = AgencyImport(
            rows("BD-540,Thành phố Quy Nhơn,district,BD"), onto: all.applied(to: []))
        #expect(again.unchangedCount == 1)
    }

    @Test func `rows without a day take the one given, and the dry run says so`() {
        let list = AgencyImport(rows("BD,Tỉnh Bình Định,province,"), onto: [])
        #expect(list.versions.map(\.tenure.from) == [day("2021-01-01")])
        #expect(list.notices.map(\.vi).contains("1 dòng không ghi ngày: lấy ngày 01/01/2021."))
    }

    @Test func `rows without a block take that of their level, and the dry run says so`() {
        let list = AgencyImport(rows("BD-SNV,Sở Nội vụ,department,"), onto: [])
        #expect(list.versions.map(\.block) == [.departments])
        #expect(list.notices.map(\.vi).contains("1 dòng không ghi khối: lấy theo cấp."))
    }

    @Test func `a row's own day comes before the one given`() {
        let list = AgencyImport(rows("BD,Tỉnh Bình Định,province,,2020-05-01"), onto: [])
        #expect(list.versions.map(\.tenure.from) == [day("2020-05-01")])
    }

    @Test func `a body may stand before its superior in the list`() {
        let list = AgencyImport(
            rows("BD-540,Thành phố Quy Nhơn,district,BD", "BD,Tỉnh Bình Định,province,"), onto: [])
        #expect(list.problems.isEmpty)
        #expect(list.versions.first?.parent == list.versions.last?.agency)
    }

    @Test func `a superior may be on record already`() {
        let province = Agency.Version.body(
            "BD", "Tỉnh Bình Định", .province, under: nil, from: day("2016-01-01"))
        let list = AgencyImport(rows("BD-540,Thành phố Quy Nhơn,district,BD"), onto: [province])
        #expect(list.versions.map(\.parent) == [Agency.ID("BD")])
    }

    @Test func `another name from a later day is a change, and the body goes on`() {
        let known = Agency.Version.body(
            "BD-1", "Phường Lê Lợi", .commune, under: nil, from: day("2021-01-01"))
        let list = AgencyImport(rows("BD-1,Phường Thị Nại,commune,,2024-11-01"), onto: [known])
        #expect(
            list.steps == [
                .changed(
                    old: known,
                    new: .body(
                        "BD-1", "Phường Thị Nại", .commune, under: nil, from: day("2024-11-01")))
            ])
    }

    @Test func `another name from the very first day is a correction`() {
        let known = Agency.Version.body(
            "BD-1", "Phường Lê Lơi", .commune, under: nil, from: day("2021-01-01"))
        let list = AgencyImport(rows("BD-1,Phường Lê Lợi,commune,"), onto: [known])
        #expect(
            list.steps == [
                .corrected(
                    old: known,
                    new: .body(
                        "BD-1", "Phường Lê Lợi", .commune, under: nil, from: day("2021-01-01")))
            ])
    }

    @Test func `an end is put on the version that holds`() {
        let known = Agency.Version.body(
            "BD-1", "Xã An Vinh", .commune, under: nil, from: day("2021-01-01"))
        let list = AgencyImport(
            rows("BD-1,Xã An Vinh,commune,,2021-01-01,2025-07-01"), onto: [known])
        #expect(list.steps == [.corrected(old: known, new: known.ending(on: day("2025-07-01")))])
    }

    @Test func `a change within a version that has an end keeps the end`() {
        let known = Agency.Version.body(
            "BD-1", "Xã A", .commune, under: nil, from: day("2021-01-01"), until: day("2025-07-01"))
        let list = AgencyImport(rows("BD-1,Xã B,commune,,2023-01-01"), onto: [known])
        #expect(list.versions.map(\.tenure.until) == [day("2025-07-01")])
    }

    @Test func `empty cells keep superior, block and codes as they are on record`() {
        let known = Agency.Version.body(
            "BD-540", "Thành phố Quy Nhơn", .district, under: "BD", from: day("2021-01-01"),
            gso: "540")
        let list = AgencyImport(rows("BD-540,Thành phố Quy Nhơn,district,"), onto: [known])
        #expect(list.unchangedCount == 1)
    }

    @Test func `a list in the decomposed form changes nothing`() {
        let known = Agency.Version.body(
            "BD-1", "Thị trấn Đập Đá", .commune, under: nil, from: day("2021-01-01"))
        let name = "Thị trấn Đập Đá".decomposedStringWithCanonicalMapping
        #expect(AgencyImport(rows("BD-1,\(name),commune,"), onto: [known]).unchangedCount == 1)
    }

    @Test func `what is exported imports without a change`() {
        let known = Province(departments: 3).versions
        let exported = known.map { AgencyRow($0, parentCode: $0.parent?.text) }
        let read = AgencyColumns.all.read(AgencyColumns.all.table(exported), blank: AgencyRow())
        let list = AgencyImport(read, onto: known, from: nil) { Agency.ID("new") }
        #expect(list.problems.isEmpty)
        #expect(list.unchangedCount == known.count)
    }

    @Test(.enabled(if: Shared.isThere, "CAICACH_SHARED is not set"))
    func `the list of Bình Định in 2021 imports as it is, 192 bodies`() throws {
        let table = try Shared.table("domain/binh-dinh-agencies-2021.csv")
        let list = AgencyImport(AgencyColumns.all.read(table, blank: AgencyRow()), onto: [])
        #expect(list.problems.isEmpty)
        #expect(list.newCount == 192)
        #expect(
            AgencyImport(AgencyColumns.all.read(table, blank: AgencyRow()), onto: list.versions)
                .unchangedCount == 192)
    }
}
