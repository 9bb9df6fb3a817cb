/// What SQLite says of its own tables.
extension Connection {
    func sqliteTables() throws -> [TableShape] {
        let names = try texts(
            """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            ORDER BY name
            """, [])
        return try names.map { name in
            var columns: [TableShape.Column] = []
            var key: [(place: Int, name: String)] = []
            _ = try each(
                "SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid", [.text(name)]
            ) {
                let column = $0.text(0) ?? ""
                columns.append(.init(name: column, isInteger: $0.text(1) == "BIGINT"))
                if let place = $0.integer(2), place > 0 { key.append((place, column)) }
            }
            return TableShape(
                name: name, columns: columns, key: key.sorted { $0.place < $1.place }.map(\.name),
                references: try sqliteReferences(of: name))
        }
    }

    private func sqliteReferences(of table: String) throws -> [TableShape.Reference] {
        var found: [Int: (table: String, columns: [String], parents: [String])] = [:]
        _ = try each(
            "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list($1) ORDER BY id, seq",
            [.text(table)]
        ) {
            let id = $0.integer(0) ?? 0
            var one = found[id] ?? ($0.text(1) ?? "", [], [])
            one.columns.append($0.text(2) ?? "")
            one.parents.append($0.text(3) ?? "")
            found[id] = one
        }
        return found.sorted { $0.key < $1.key }.map { id, one in
            TableShape.Reference(
                name: "\(id)", columns: one.columns, table: one.table, parents: one.parents)
        }
    }

    /// What SQLite finds wrong with its own file.
    func sqliteIntegrityProblems() throws -> [String] {
        try texts("PRAGMA integrity_check", []).filter { $0 != "ok" }
    }

    func texts(_ statement: String, _ values: [SQLValue]) throws -> [String] {
        var texts: [String] = []
        _ = try each(statement, values) { texts.append($0.text(0) ?? "") }
        return texts
    }
}
