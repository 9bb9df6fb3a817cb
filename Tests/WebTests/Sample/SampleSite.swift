import Domain
import Sample
import Store
import Support
import Testing

@testable import Web

/// A site over a sample year, loaded once for all tests that only read; a copy for those that write.
struct SampleSite {
    let test: TestSite
    /// Somebody who is signed in and may do everything.
    let officer: Browser

    static let of2021 = Task { try await SampleSite(loading: .binhDinh2021, on: .sqliteInMemory) }
    static let of2026 = Task { try await SampleSite(loading: .giaLai2026, on: .sqliteInMemory) }

    /// Makes a site of its own, to write in.
    init(_ edition: SampleYear.Edition, on engine: TestEngine = .sqliteInMemory) async throws {
        guard engine == .sqliteInMemory else {
            self = try await SampleSite(loading: edition, on: engine)
            return
        }
        let loaded = edition == .binhDinh2021 ? Self.of2021 : Self.of2026
        let site = try await loaded.value
        test = try TestSite(copying: site.test)
        officer = site.officer
    }

    private init(loading edition: SampleYear.Edition, on engine: TestEngine) async throws {
        test = try await TestSite(on: engine)
        officer = try await test.signedIn()
        let user = try #require(officer.session?.user.id)
        try await SampleLoader(SampleYear.make(edition), into: test.store, by: user).load()
    }
}
