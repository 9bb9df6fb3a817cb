/// What one line of an agency list says.
public struct AgencyRow: Hashable, Sendable {
    public var code: String?
    public var name: String?
    public var level: Agency.Level?
    public var parentCode: String?
    public var block: Agency.Block?
    public var gsoCode: String?
    public var from: Day?
    public var until: Day?

    public init() {}

    /// The line that says what the version says.
    public init(_ version: Agency.Version, parentCode: String?) {
        code = version.code
        name = version.name
        level = version.level
        self.parentCode = parentCode
        block = version.block
        gsoCode = version.codes["gso"]
        from = version.tenure.from
        until = version.tenure.until
    }
}

/// The columns of an agency list, for import, export and form alike.
public enum AgencyColumns {
    public static let all: [Column<AgencyRow>] = [
        .text("code", Bilingual(vi: "Mã", en: "Code"), \.code, required: true, longest: 40),
        .text(
            "name", Bilingual(vi: "Tên cơ quan, đơn vị", en: "Name"), \.name, required: true,
            longest: 200),
        .choice(
            "level", Bilingual(vi: "Cấp", en: "Level"), \.level, required: true, title: \.title),
        .text(
            "parent_code", Bilingual(vi: "Mã cơ quan cấp trên", en: "Parent code"), \.parentCode,
            longest: 40),
        .text("gso_code", Bilingual(vi: "Mã thống kê", en: "GSO code"), \.gsoCode, longest: 40),
        .choice("block", Bilingual(vi: "Khối", en: "Block"), \.block, title: \.title),
        .day("from", Bilingual(vi: "Có hiệu lực từ ngày", en: "From"), \.from),
        .day("until", Bilingual(vi: "Đến trước ngày", en: "Until"), \.until),
    ]
}
