import Domain

extension SampleYear {
    /// An agency list of that many bodies below one top, for measuring only: every name is made up.
    ///
    /// Of them 40 are central agencies, one in fifteen a district, the rest communes.
    public static func manyBodies(_ count: Int) -> [AgencyRow] {
        let from = Story.day("01/01/2020")
        func row(_ code: String, _ name: String, _ level: Agency.Level, under parent: String?)
            -> AgencyRow
        {
            var row = AgencyRow()
            row.code = code
            row.name = name
            row.level = level
            row.block = level.usualBlock
            row.parentCode = parent
            row.from = from
            return row
        }
        let top = "MH"
        let departments = min(40, count)
        let districts = min(max(1, count / 15), count - departments)
        var rows = [row(top, "Tỉnh Minh hoạ", .province, under: nil)]
        for number in 0..<departments {
            rows.append(
                row("MH-S\(number + 1)", "Sở Minh hoạ \(number + 1)", .department, under: top))
        }
        for number in 0..<districts {
            rows.append(
                row("MH-H\(number + 1)", "Huyện Minh hoạ \(number + 1)", .district, under: top))
        }
        for number in 0..<max(0, count - departments - districts) {
            rows.append(
                row(
                    "MH-X\(number + 1)", "Xã Minh hoạ \(number + 1)", .commune,
                    under: "MH-H\(number % districts + 1)"))
        }
        return rows
    }
}
