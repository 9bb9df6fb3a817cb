import Domain
import Foundation
import Store
import Support
import Testing

/// A workspace with one account that may do everything, and a province small enough to count by hand:
/// two departments, two districts, two communes in each.
struct StandingOffice: Sendable {
    let store: Store
    let user: User.ID

    static func open(_ engine: TestEngine, withBodies: Bool = true) async throws -> StandingOffice {
        let store = try await engine.open(clock: TestClock().reading)
        let first = try #require(try await store.createFirstAdministrator())
        let user = try #require(try await store.read { try $0.user(login: first.login) })
        let office = StandingOffice(store: store, user: user.id)
        if withBodies {
            try await office.write {
                _ = try $0.importAgencies(smallProvince, from: day("2016-01-01"), by: $1)
            }
        }
        return office
    }

    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (WritableDatabase, User.ID) throws -> Value
    ) async throws -> Value {
        let user = user
        return try await store.write { try body($0, user) }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadableDatabase) throws -> Value
    ) async throws -> Value {
        try await store.read(body)
    }

    /// The body with that code on the day.
    func agency(_ code: String, on text: String = "2021-10-15") async throws -> Agency.ID {
        let found = try await store.read { try $0.agencies(coded: code, on: day(text)) }
        return try #require(found.first, "no body \(code) on \(text)").agency
    }

    /// How many entries the journal has.
    func journalLength() async throws -> Int {
        try await store.read { try $0.journalEnd().seq }
    }

    /// What was done since the entry with that number, oldest first; the chain must hold.
    func journal(since seq: Int) async throws -> [JournalEntry] {
        let (entries, verification) = try await store.read {
            (try $0.journalEntries(limit: 500), try $0.verifyJournal())
        }
        #expect(verification.broken == nil)
        return entries.filter { $0.seq > seq }.reversed()
    }

    /// An account that holds no role at all.
    func stranger() async throws -> User.ID {
        let id = User.ID("stranger")
        try await store.writeOffTheRecord {
            _ = try $0.run(
                """
                INSERT INTO accounts (id, login, name, password, created_at)
                VALUES (\(id), \("khach"), \("Khách"), \("-"), \($0.now))
                """
            )
        }
        return id
    }
}

private var smallProvince: ReadRows<AgencyRow> {
    agencyRows(
        "BD|Tỉnh Bình Định|province", "BD-SNV|Sở Nội vụ|department|BD",
        "BD-STP|Sở Tư pháp|department|BD",
        "BD-540|Thành phố Quy Nhơn|district|BD|540", "BD-546|Huyện Vĩnh Thạnh|district|BD|546",
        "BD-21550|Phường Nhơn Bình|commune|BD-540|21550",
        "BD-21553|Phường Nhơn Phú|commune|BD-540|21553",
        "BD-21796|Xã Vĩnh Hiệp|commune|BD-546|21796", "BD-21802|Xã Vĩnh Thịnh|commune|BD-546|21802")
}

/// A day written `2021-10-15`; a test that misspells one stops at once.
func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("“\(text)” is not a day") }
    return day
}

/// "code|name|level|parent|gso|block|from|until", as many as are needed.
func agencyRows(_ lines: String...) -> ReadRows<AgencyRow> {
    AgencyColumns.all.lines(lines, AgencyRow())
}

extension Array {
    /// Rows of a list, their cells in the columns' order with "|" between; the first is row 2.
    func lines<Row>(_ lines: [String], _ blank: Row) -> ReadRows<Row> where Element == Column<Row> {
        let rows = lines.enumerated().map { number, line in
            CellTable.Row(
                number: number + 2,
                cells: line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            )
        }
        return read(CellTable(headings: map(\.key), rows: rows), blank: blank)
    }
}

/// The real lists that are not part of the project; tests that need them are skipped without.
enum Shared {
    static let folder = ProcessInfo.processInfo.environment["CAICACH_SHARED"]
    static var isThere: Bool { folder != nil }

    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: "\(folder ?? "")/\(path)"))
    }
}

extension StandingOffice {
    /// Somebody who holds a role in an agency since the first day of 2020.
    func person(
        _ name: String, _ role: Role, in agency: Agency.ID?, from: String = "2020-01-01",
        until: String? = nil, title: String = ""
    ) async throws -> User.ID {
        try await write { db, user in
            let person = try db.addPerson(named: name, in: agency, by: user)
            try db.givePost(
                Post(
                    id: Post.ID(""), number: 0, person: person.id, role: role, agency: agency,
                    title: title,
                    tenure: Tenure(from: day(from), until: until.map { day($0) })), by: user)
            return person.id
        }
    }
}
