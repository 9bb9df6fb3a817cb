import Domain
import Store
import Testing

@testable import Web

extension TestSite {
    /// Somebody who holds the role in the agency since 2020 and has signed in; without a role, somebody
    /// who holds none.
    func signedIn(as role: Role?, in code: String?, named name: String = "Nguyễn Văn Thử")
        async throws -> Browser
    {
        let first = try await store.createFirstAdministrator()
        let boss = try await store.read { db in
            try db.user(login: first?.login ?? "quantri")?.id
        }
        let user = try #require(boss)
        let login = try await store.write { db in
            let day = Day(number: 18_262)  // 01/01/2020
            let agency = try code.flatMap { try db.agencies(coded: $0).last?.agency }
            let person = try db.addPerson(named: name, in: agency, by: user)
            if let role {
                try db.givePost(
                    Post(
                        id: Post.ID(""), number: 0, person: person.id, role: role, agency: agency,
                        tenure: Tenure(from: day)), by: user)
            }
            return person.login
        }
        let given = try await store.resetPassword(login: login, by: user)
        let person = try await store.signIn(
            login: given.login, password: given.password, device: "", address: "")
        let password = "sông núi nước Nam 10"
        try await store.changePassword(of: person, from: given.password, to: password)
        let again = try await store.signIn(
            login: given.login, password: password, device: "", address: "")
        return Browser(session: again)
    }

    static let password = "sông núi nước Nam 10"

    /// A province with two districts and a commune, taken in by its first administrator.
    func withBodies() async throws -> Browser {
        let officer = try await signedIn()
        let user = try #require(officer.session?.user.id)
        let table = CellTable(
            headings: ["code", "name", "level", "parent_code"],
            rows: [
                ["T", "Tỉnh Thử", "province", ""], ["T-SNV", "Sở Nội vụ", "department", "T"],
                ["T-1", "Huyện Một", "district", "T"], ["T-2", "Huyện Hai", "district", "T"],
                ["T-11", "Xã Một", "commune", "T-1"],
            ].enumerated().map { CellTable.Row(number: $0.offset + 2, cells: $0.element) })
        _ = try await store.write {
            try $0.importAgencies(
                AgencyColumns.all.read(table, blank: AgencyRow()), from: Day(number: 17_897),
                by: user)
        }
        return officer
    }
}
