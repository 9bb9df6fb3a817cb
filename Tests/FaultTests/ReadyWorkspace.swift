import Domain
import Foundation
import Store
import Testing

/// A workspace with the bodies of a province and somebody who may write, ready to be served.
struct ReadyWorkspace {
    let address: String
    private let session: String

    init(_ address: String) async throws {
        self.address = address
        let store = try await Store.open(address, passwordCost: .cheap)
        try await store.migrate()
        let first = try #require(try await store.createFirstAdministrator())
        let person = try await store.signIn(
            login: first.login, password: first.password, device: "", address: "")
        try await store.changePassword(
            of: person, from: first.password, to: "sông núi nước Nam 10")
        session = person.token
        let list = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Sample/Data/agencies-2021.csv")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try caicach())
        process.arguments = [
            "import", "agencies", list.path, "--from", "01/01/2021", "--database", address,
        ]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        await onThread { process.waitUntilExit() }
        try #require(process.terminationStatus == 0)
    }

    /// The person who may write, at a server of this workspace.
    func client(at server: ServerProcess) throws -> Client {
        var client = Client(port: server.port, cookie: "caicach_session=\(session)")
        let page = try #require(client.get("/2021/findings/new"))
        let start = try #require(page.body.firstRange(of: "name=\"token\" value=\""))
        client.token = String(page.body[start.upperBound...].prefix { $0 != "\"" })
        return client
    }

    /// Which findings are on record, which the journal knows of, and whether its chain is whole.
    func check() async throws -> (records: [String], journaled: [String], isWhole: Bool) {
        let store = try await Store.open(address)
        return try await store.read { db in
            var records: [String] = []
            try db.each("SELECT text FROM findings ORDER BY number") { records.append($0.text(0)) }
            var journaled: [String] = []
            try db.each(
                "SELECT after_text FROM journal_changes WHERE kind = 'finding' ORDER BY seq, position"
            ) { row in
                let text = row.text(0).split(separator: "\"text\":\"").dropFirst().first ?? ""
                journaled.append(String(text.prefix { $0 != "\"" }))
            }
            return (records, journaled, try db.verifyJournal().broken == nil)
        }
    }
}

extension Client {
    /// Records a finding with the words; what the server answered, `nil` when it broke off.
    func record(_ words: String) -> Answer? {
        post(
            "/2021/findings",
            [
                "body_code": "BD-SNV", "text": words, "found_on": "10/05/2021",
                "due_on": "10/06/2021",
            ])
    }
}
