import Domain
import Hummingbird
import HummingbirdTesting
import Sample
import Store
import Support
import Testing

@testable import Web

@Suite struct EffectPageTests {
    @Test func `a document says what is in force on a day, and draws it`() async throws {
        let site = try await SampleSite.of2021.value
        let number = try await site.amended()
        let page = try await site.test.get("/documents/\(number)", site.officer).text
        #expect(page.contains("Hết hiệu lực một phần"))
        #expect(page.contains("điểm a khoản 1 Điều 7"))
        #expect(page.contains("<svg class=\"graph\""))
        let before = try await site.test.get("/documents/\(number)?on=2021-01-01").text
        #expect(!before.contains("Hết hiệu lực một phần"))
    }

    @Test func `the sample has documents in every state that can be computed`() async throws {
        let site = try await SampleSite.of2021.value
        let on = try #require(Day("2021-10-15"))
        let states = try await site.test.store.read { try $0.legalStates(on: on) }
        for state in EffectState.allCases where state != .unsuitable {
            #expect(states[state] ?? 0 > 0, "\(state)")
        }
    }

    @Test func `what is odd is listed`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/documents/effects").text
        #expect(page.contains("Các văn bản tác động vòng tròn"))
        #expect(page.contains("Tác động không còn giá trị"))
    }

    @Test func `an entry is typed, refused with its reason, then taken`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let path = "/documents/1/effects"
        var typed = [
            "token": site.officer.token, "direction": "acted", "kind": "repeal",
            "other": "99/2021/QĐ-UBND", "from": "01/09/2021", "parts": "đoạn đầu",
        ]
        let wrong = try await site.test.post(path, typed, site.officer)
        #expect(wrong.status == .badRequest)
        #expect(wrong.text.contains("Không hiểu “đoạn đầu”"))
        typed["parts"] = "Điều 3"
        #expect(try await site.test.post(path, typed, site.officer).status == .seeOther)
        let page = try await site.test.get("/documents/1", site.officer).text
        #expect(page.contains("bị bãi bỏ bởi"))
    }

    @Test func `when a basis changes its issuer's page and inbox say so`() async throws {
        let site = try await SampleSite.of2021.value
        let open = try await site.test.store.read { try $0.basisAlerts() }
        let alert = try #require(open.first)
        let page = try await site.test.get("/documents/\(alert.number)", site.officer).text
        #expect(page.contains("Căn cứ đã thay đổi, cần rà soát"))
        #expect(page.contains(alert.basisSymbol))
    }
}

extension SampleSite {
    /// The number of the document of the sample that was amended in parts.
    func amended() async throws -> Int {
        try await test.store.read { db in
            for number in 1...20 {
                guard let effect = try db.effect(numbered: number)?.effect,
                    effect.kind == .amendment, effect.parts.count == 3,
                    let id = effect.target.held
                else { continue }
                return try #require(try db.legalDocument(id)).number
            }
            return 0
        }
    }
}
