import Testing

@testable import Store

@Suite struct AddressTests {
    @Test func `the schema is ours and the rest is libpq's`() throws {
        let address = try PostgresAddress(
            "postgres://u:p@host:5432/db?sslmode=require&schema=binh_dinh")

        #expect(address.schema == "binh_dinh")
        #expect(address.connection == "postgres://u:p@host:5432/db?sslmode=require")
    }

    @Test func `a password is never shown`() throws {
        let address = try PostgresAddress("postgres://u:bí@mật@host/db?schema=a")

        #expect(address.shown == "postgres://u@host/db?schema=a")
    }

    @Test(arguments: ["a\"b", "Bình", "a b", "1a", "", "a;drop"])
    func `a schema has a plain name`(_ name: String) {
        #expect(throws: StoreError.self) {
            try PostgresAddress("postgres://host/db?schema=\(name)")
        }
    }

    @Test func `a file that cannot be made is refused with its reason`() async {
        await #expect(throws: StoreError.self) {
            try await Store.open("/proc/none/workspace.sqlite")
        }
    }

    @Test func `a server that does not answer is refused with its reason`() async {
        await #expect(throws: StoreError.self) {
            try await Store.open("postgres://127.0.0.1:1/db?schema=a")
        }
    }
}
