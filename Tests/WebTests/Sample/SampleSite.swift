import Domain
import Sample
import Store
import Support
import Testing

@testable import Web

/// A site over a sample year, made once for all tests that only read, anew for those that write.
struct SampleSite {
    let test: TestSite
    /// Somebody who is signed in and may do everything.
    let officer: Browser

    static let of2021 = Task { try await SampleSite(.binhDinh2021) }
    static let of2026 = Task { try await SampleSite(.giaLai2026) }

    init(_ edition: SampleYear.Edition, on engine: TestEngine = .sqliteInMemory) async throws {
        test = try await TestSite(on: engine)
        officer = try await test.signedIn()
        let user = try #require(officer.session?.user.id)
        try await SampleLoader(SampleYear.make(edition), into: test.store, by: user).load()
    }
}
