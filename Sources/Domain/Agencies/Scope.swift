/// A named list of agencies that a target speaks of (phạm vi áp dụng).
///
/// It is kept as blocks, with bodies added or left out by name, and resolved against the tree of
/// the day asked, so that it follows mergers. The issuer is never in its own scope: a province's
/// "all agencies" are 191 bodies, not 192. Source: design 5.5.
public struct Scope: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Scope>

    public let id: ID
    public let name: Bilingual
    public let blocks: [Agency.Block]
    public let including: [Agency.ID]
    public let excluding: [Agency.ID]

    public init(
        id: ID, name: Bilingual, blocks: [Agency.Block], including: [Agency.ID] = [],
        excluding: [Agency.ID] = []
    ) {
        self.id = id
        self.name = name
        self.blocks = blocks
        self.including = including
        self.excluding = excluding
    }

    /// The positions of its members on the tree's day, in the tree's order.
    public func members(in tree: AgencyTree, issuer: Agency.ID) -> [Int] {
        tree.bodies.indices.filter { position in
            let body = tree[position]
            guard body.id != issuer, !excluding.contains(body.id) else { return false }
            return including.contains(body.id) || body.block.map(blocks.contains) ?? false
        }
    }

    /// The tiers it spans: a quota over two tiers leaves open whether it is one quota or two.
    public var tiers: [Agency.Block] {
        Agency.Block.allCases.filter(blocks.contains)
    }

    /// The lists every workspace starts with; ids are fixed so that plans can name them.
    public static let standard: [Scope] = [
        Scope(
            id: ID("all"),
            name: Bilingual(vi: "cơ quan, đơn vị, địa phương", en: "agencies and localities"),
            blocks: [.departments, .verticals, .districts, .communes]),
        Scope(
            id: ID("departments-districts"),
            name: Bilingual(
                vi: "cơ quan hành chính cấp tỉnh và UBND cấp huyện",
                en: "provincial agencies and districts"),
            blocks: [.departments, .districts]),
        Scope(
            id: ID("departments-communes"),
            name: Bilingual(
                vi: "cơ quan hành chính cấp tỉnh và UBND cấp xã",
                en: "provincial agencies and communes"),
            blocks: [.departments, .communes]),
        Scope(
            id: ID("departments"),
            name: Bilingual(vi: "cơ quan, đơn vị cấp tỉnh", en: "provincial agencies"),
            blocks: [.departments]),
        Scope(
            id: ID("districts"), name: Bilingual(vi: "UBND cấp huyện", en: "districts"),
            blocks: [.districts]),
        Scope(
            id: ID("communes"), name: Bilingual(vi: "đơn vị cấp xã", en: "communes"),
            blocks: [.communes]),
    ]
}
