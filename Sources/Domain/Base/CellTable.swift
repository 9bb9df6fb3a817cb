/// A table as it stands in a file: headings and cells of text, whatever the file's kind.
public struct CellTable: Hashable, Sendable {
    /// The headings as printed, without surrounding white space.
    public let headings: [String]
    public let rows: [Row]

    public struct Row: Hashable, Sendable {
        /// As a spreadsheet counts: the heading is row 1 (or where it stands).
        public let number: Int
        public let cells: [String]

        public init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    public init(headings: [String], rows: [Row]) {
        self.headings = headings
        self.rows = rows
    }
}
