/// What PostgreSQL says of the tables of the workspace's schema.
extension Connection {
    func postgresTables() throws -> [TableShape] {
        let names = try texts(
            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename",
            [])
        return try names.map { name in
            var columns: [TableShape.Column] = []
            _ = try each(
                """
                SELECT column_name, data_type FROM information_schema.columns
                WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position
                """, [.text(name)]
            ) {
                columns.append(.init(name: $0.text(0) ?? "", isInteger: $0.text(1) == "bigint"))
            }
            let key = try texts(
                """
                SELECT attname FROM pg_constraint, unnest(conkey) WITH ORDINALITY AS place (number, at),
                  pg_attribute
                WHERE contype = 'p' AND conrelid = \(relation) AND attrelid = conrelid
                  AND attnum = place.number ORDER BY at
                """, [.text(name)])
            return TableShape(
                name: name, columns: columns, key: key, references: try postgresReferences(of: name)
            )
        }
    }

    private func postgresReferences(of table: String) throws -> [TableShape.Reference] {
        var found: [(name: String, table: String, columns: [String], parents: [String])] = []
        _ = try each(
            """
            SELECT conname, parent.relname, child.attname, above.attname
            FROM pg_constraint
              JOIN pg_class parent ON parent.oid = confrelid,
              unnest(conkey, confkey) WITH ORDINALITY AS place (number, above, at),
              pg_attribute child, pg_attribute above
            WHERE contype = 'f' AND conrelid = \(relation)
              AND child.attrelid = conrelid AND child.attnum = place.number
              AND above.attrelid = confrelid AND above.attnum = place.above
            ORDER BY conname, at
            """, [.text(table)]
        ) {
            let name = $0.text(0) ?? ""
            if found.last?.name != name { found.append((name, $0.text(1) ?? "", [], [])) }
            found[found.count - 1].columns.append($0.text(2) ?? "")
            found[found.count - 1].parents.append($0.text(3) ?? "")
        }
        return found.map {
            TableShape.Reference(
                name: $0.name, columns: $0.columns, table: $0.table, parents: $0.parents)
        }
    }

    /// Lets every reference be checked at the end only; its changes end with the transaction.
    func postgresDeferReferences(_ tables: [TableShape]) throws {
        try alterReferences(tables, "DEFERRABLE INITIALLY DEFERRED")
    }

    func postgresSettleReferences(_ tables: [TableShape]) throws {
        try execute("SET CONSTRAINTS ALL IMMEDIATE")
        try alterReferences(tables, "NOT DEFERRABLE")
    }

    private func alterReferences(_ tables: [TableShape], _ timing: String) throws {
        for table in tables {
            for reference in table.references {
                try execute(
                    "ALTER TABLE \(quoted(table.name)) ALTER CONSTRAINT \(quoted(reference.name)) \(timing)"
                )
            }
        }
    }
}

private let relation = """
    (SELECT pg_class.oid FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE nspname = current_schema() AND relname = $1)
    """
