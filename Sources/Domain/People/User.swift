/// A person who can sign in (tài khoản).
public struct User: Hashable, Sendable {
    public typealias ID = Identifier<User>

    public let id: ID
    /// What the person types to sign in: lower case, unique.
    public let login: String
    public let name: String
    /// The agency the person works in; `nil` for one who belongs to none.
    public let agency: Agency.ID?

    public init(id: ID, login: String, name: String, agency: Agency.ID? = nil) {
        self.id = id
        self.login = login
        self.name = name
        self.agency = agency
    }
}
