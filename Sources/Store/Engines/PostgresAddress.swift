import Domain

/// Where a workspace lies in PostgreSQL: a server's database, and the schema in it.
struct PostgresAddress: Sendable {
    /// What libpq is told: the address without its `schema`.
    let connection: String
    /// Lower-case ASCII letters, digits and `_`; `public` when the address names none.
    let schema: String

    /// Reads `postgres://user:password@host:port/database?schema=binh_dinh`.
    init(_ address: String) throws(StoreError) {
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let options = parts.count > 1 ? parts[1].split(separator: "&") : []
        let schemas = options.filter { $0.hasPrefix("schema=") }.map { String($0.dropFirst(7)) }
        let others = options.filter { !$0.hasPrefix("schema=") }
        schema = schemas.last ?? "public"
        connection = parts[0] + (others.isEmpty ? "" : "?" + others.joined(separator: "&"))
        guard isPlainName(schema) else { throw .badAddress(shown) }
    }

    /// The address as it may be logged: without the password.
    var shown: String {
        guard let scheme = connection.firstRange(of: "://"),
            let host = connection.lastIndex(of: "@"),
            let colon = connection[scheme.upperBound..<host].firstIndex(of: ":")
        else { return connection + "?schema=" + schema }
        return connection[..<colon] + connection[host...] + "?schema=" + schema
    }
}

private func isPlainName(_ name: String) -> Bool {
    let isPlain = name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
    return isPlain && (1...63).contains(name.utf8.count)
        && name.utf8.first.map { $0 > 0x39 } == true
}
