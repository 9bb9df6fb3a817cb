/// What one line of a register says: the same shape for import, export, form and list.
///
/// A register is a list of dated things that bodies did or have, one page a year. Each is its columns,
/// its key and its checks; everything else is shared.
public protocol RegisterLine: Hashable, Sendable, Codable {
    static var register: Register { get }
    static var columns: [Column<Self>] { get }

    init()

    /// The body's code as typed; `nil` in what is kept, where the body itself stands beside the line.
    var bodyCode: String? { get set }
    /// The day by which the line belongs to a year; `nil` while a day is missing.
    var day: Day? { get }
    /// The same in two lines of one body that mean the same thing.
    var key: String { get }
    /// Every reason the line cannot be recorded like this.
    var problems: [Problem] { get }
    /// Whether a line is something to be done; counts are not.
    static var comesToPass: Bool { get }
    /// Whether what the line is about has come to pass by the day.
    func isDone(on day: Day) -> Bool
    /// Whether it should have come to pass by the end of the day and has not.
    func isOverdue(on day: Day) -> Bool
    /// The keys of the columns that its list shows; the file has all of them.
    static var listed: [String] { get }
    /// What its list says beside the columns, computed from them: headings, and a line's own.
    static var remarks: [Bilingual] { get }
    var remarks: [Bilingual] { get }
}

extension RegisterLine {
    public static var comesToPass: Bool { true }
    public func isOverdue(on day: Day) -> Bool { false }
    public static var listed: [String] { columns.map(\.key) }
    public static var remarks: [Bilingual] { [] }
    public var remarks: [Bilingual] { [] }

    /// A share in words; empty when there is nothing to divide by.
    static func share(_ part: Int?, of whole: Int?) -> Bilingual {
        guard let part, let whole, whole > 0 else { return Bilingual("") }
        return ReportValue(part, shareOf: whole).text
    }
}

/// How one register is called.
public struct Register: Hashable, Sendable {
    /// In addresses: `communications`.
    public let key: String
    /// In the journal and for numbers: `communication`.
    public let recordKind: String
    /// "Tuyên truyền"; the heading of its list.
    public let name: Bilingual
    /// One of them inside a sentence: "hoạt động tuyên truyền".
    public let kindName: Bilingual
    /// "Ghi hoạt động".
    public let add: Bilingual
    /// The field to look at when two lines mean the same thing, or no day can be found.
    public let keyField: String
    public let dayField: String

    public init(
        key: String, recordKind: String, name: Bilingual, kindName: Bilingual, add: Bilingual,
        keyField: String, dayField: String
    ) {
        self.key = key
        self.recordKind = recordKind
        self.name = name
        self.kindName = kindName
        self.add = add
        self.keyField = keyField
        self.dayField = dayField
    }
}

/// One line of a register as it is kept: numbered, with the body it is of.
public struct Registered<Line: RegisterLine>: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Registered<Line>>

    public let id: ID
    public let number: Int
    public let body: Agency.ID
    public let day: Day
    public let line: Line
    public let version: Int

    /// Makes the record; the body's code, which may change, is not kept in its line.
    public init(id: ID, number: Int, body: Agency.ID, day: Day, line: Line, version: Int = 1) {
        var line = line
        line.bodyCode = nil
        self.id = id
        self.number = number
        self.body = body
        self.day = day
        self.line = line
        self.version = version
    }

    public var key: String { "\(body) \(line.key)" }
    public var problems: [Problem] { line.problems }

    /// Returns the same line under the identity of the record.
    public func taking(id: ID, number: Int, version: Int) -> Self {
        Self(id: id, number: number, body: body, day: day, line: line, version: version)
    }
}

extension Column where Row: RegisterLine {
    /// The column that every register begins with.
    static func body(_ field: any WritableKeyPath<Row, String?> & Sendable) -> Column {
        .text(
            "body_code", Bilingual(vi: "Mã cơ quan", en: "Agency code"), field, required: true,
            longest: 40)
    }

    /// The last column of most: symbol and day of what proves the line, or where it lies.
    static func evidence(_ field: any WritableKeyPath<Row, String?> & Sendable) -> Column {
        .text(
            "evidence", Bilingual(vi: "Tài liệu kiểm chứng", en: "Evidence"), field, longest: 300)
    }
}
