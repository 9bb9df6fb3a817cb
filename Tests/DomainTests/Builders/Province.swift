import Domain

/// A small administration: one province, its departments, its districts with their communes.
///
/// Codes are ids, so that tests name bodies by code. As it stands it has the shape of Bình Định in
/// 2021: 21 departments, 11 districts and 159 communes, 191 bodies under the province.
struct Province {
    var versions: [Agency.Version]

    /// GSO code, name and number of communes of each district.
    ///
    /// Source: agencies.md 1.
    static let districts2021: [(gso: String, name: String, communes: Int)] = [
        ("540", "Thành phố Quy Nhơn", 21), ("542", "Huyện An Lão", 10),
        ("543", "Thị xã Hoài Nhơn", 17),
        ("544", "Huyện Hoài Ân", 15), ("545", "Huyện Phù Mỹ", 19), ("546", "Huyện Vĩnh Thạnh", 9),
        ("547", "Huyện Tây Sơn", 15), ("548", "Huyện Phù Cát", 18), ("549", "Thị xã An Nhơn", 15),
        ("550", "Huyện Tuy Phước", 13), ("551", "Huyện Vân Canh", 7),
    ]

    init(
        departments: Int = 21,
        districts: [(gso: String, name: String, communes: Int)] = districts2021,
        from first: Day = day("2016-01-01")
    ) {
        versions = [.body("BD", "Tỉnh Bình Định", .province, under: nil, from: first, gso: "52")]
        for number in 0..<departments {
            let code = number == 0 ? "BD-SNV" : "BD-S\(number)"
            let name = number == 0 ? "Sở Nội vụ" : "Sở thứ \(number)"
            versions.append(.body(code, name, .department, under: "BD", from: first))
        }
        for district in districts {
            versions.append(
                .body(
                    "BD-\(district.gso)", district.name, .district, under: "BD", from: first,
                    gso: district.gso))
            for number in 1...max(1, district.communes) {
                versions.append(
                    .body(
                        "BD-\(district.gso)-\(number)",
                        "Xã \(AgencyName.short(district.name)) \(number)",
                        .commune, under: "BD-\(district.gso)", from: first))
            }
        }
    }

    func tree(on day: Day) -> AgencyTree { AgencyTree(versions, on: day) }

    /// The codes of the communes under a district.
    func communes(of district: String) -> [String] {
        versions.filter { $0.parent == Agency.ID(district) }.map(\.code)
    }

    /// The codes of all bodies of a block.
    func codes(_ block: Agency.Block) -> [String] {
        versions.filter { $0.block == block }.map(\.code)
    }
}

extension Agency.Version {
    /// A version whose id is its code.
    static func body(
        _ code: String, _ name: String, _ level: Agency.Level, under parent: String?, from: Day,
        until: Day? = nil, gso: String? = nil, id: String? = nil
    ) -> Agency.Version {
        Agency.Version(
            agency: Agency.ID(id ?? code), tenure: Tenure(from: from, until: until), code: code,
            name: name,
            level: level, block: level.usualBlock, parent: parent.map { Agency.ID($0) },
            codes: gso.map { ["gso": $0] } ?? [:])
    }
}
