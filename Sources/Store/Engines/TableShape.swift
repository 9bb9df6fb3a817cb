/// One table as the database itself describes it, for what works on all of them: backup and check.
struct TableShape: Hashable, Sendable {
    struct Column: Hashable, Sendable {
        let name: String
        /// A whole number; otherwise a text.
        let isInteger: Bool
    }

    /// Columns whose values stand in columns of another table.
    struct Reference: Hashable, Sendable {
        let name: String
        let columns: [String]
        let table: String
        let parents: [String]
    }

    let name: String
    let columns: [Column]
    /// The columns of its primary key, in order.
    let key: [String]
    let references: [Reference]
}

/// A name of a table or column, as the database gave it, quoted for a statement.
func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
}
