/// What stands at the head of a body's documents (tên cơ quan ban hành), on a day.
public struct Letterhead: Hashable, Sendable, Codable {
    /// The body above, as printed; empty where the form has none.
    public let superior: String
    public let issuer: String
    /// The issuer inside a sentence: "Ủy ban nhân dân tỉnh Bình Định", "Sở Nội vụ".
    public let name: String
    /// Where it sits, before the date: "Bình Định", "Vân Canh".
    public let place: String
    /// The body in symbols: UBND, SNV.
    public let abbreviation: String

    public init(
        superior: String, issuer: String, name: String, place: String, abbreviation: String
    ) {
        self.superior = superior
        self.issuer = issuer
        self.name = name
        self.place = place
        self.abbreviation = abbreviation
    }

    /// What the symbol ends in: the body, and for letters the unit that drafted them (SNV-CCHC).
    public func symbolUnit(draftedBy unit: String, isLetter: Bool) -> String {
        isLetter && !unit.isEmpty ? "\(abbreviation)-\(unit)" : abbreviation
    }

    /// The usual letterhead of the body as it was called on the tree's day; `nil` when it was not.
    ///
    /// Committees name nobody above them; other bodies name the committee they answer to. That this is
    /// how each body writes itself is not established: a body's own ``LetterheadWording`` goes
    /// before it.
    /// Source: reporting-and-layout.md B.
    public init?(of agency: Agency.ID, in tree: AgencyTree) {
        guard let position = tree.position(of: agency) else { return nil }
        let body = tree[position]
        let above = body.parent.map { tree[$0] }
        let isCommittee = Letterhead.isCommittee(body)
        name = Letterhead.fullName(body)
        issuer = name.uppercased()
        superior = isCommittee ? "" : above.map(Letterhead.fullName)?.uppercased() ?? ""
        let seat = isCommittee ? body : above ?? body
        place = AgencyName.short(seat.name)
        abbreviation = isCommittee ? "UBND" : Letterhead.abbreviation(body)
    }

    private static func isCommittee(_ body: AgencyTree.Body) -> Bool {
        [.province, .district, .commune].contains(body.level)
    }

    /// "Ủy ban nhân dân tỉnh Bình Định", "Ủy ban nhân dân thị xã An Nhơn", "Sở Nội vụ".
    private static func fullName(_ body: AgencyTree.Body) -> String {
        guard isCommittee(body) else { return body.name }
        return "Ủy ban nhân dân \(body.name.prefix(1).lowercased())\(body.name.dropFirst())"
    }

    /// The last part of the body's code (BD-SNV is SNV); a code without parts as it stands.
    private static func abbreviation(_ body: AgencyTree.Body) -> String {
        body.code.split(separator: "-").last.map(String.init) ?? body.code
    }
}
