import Domain
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Addresses made to lead elsewhere, to break out of a header, or to reach files.
@Suite struct HostileAddressTests {
    @Test(arguments: [
        "//evil.example", "//evil.example/2021", "/\\evil.example", "//evil.example?lang=en",
        "/.//evil.example", "//evil.example/%2e%2e",
    ])
    func `an address that browsers take for another site never becomes a link`(_ address: String)
        async throws
    {
        for browser in [Browser(), Browser(language: .en)] {
            let answer = try await TestSite().get(address, browser)
            for kind in ["href=\"", "action=\"", "src=\""] {
                for link in answer.text.split(separator: kind).dropFirst() {
                    #expect(!link.hasPrefix("//") && !link.hasPrefix("/\\"), "\(link.prefix(40))")
                }
            }
            #expect(answer.headers[.location].map(isLocal) ?? true)
        }
    }

    @Test(arguments: [
        "/sign-in?next=//evil.example", "/sign-in?next=/%5Cevil.example",
        "/sign-in?next=https:evil.example", "/sign-in?next=%2F%09%2Fevil.example",
        "/sign-in?next=/%0d%0aLocation:%20//evil.example", "//2021?year=2022",
        "/2021//evil.example?year=2022", "/2021?year=2022&on=//evil.example",
    ])
    func `no address sends a browser to another site`(_ address: String) async throws {
        let site = try await TestSite()
        for browser in [Browser(), try await site.signedIn()] {
            let answer = try await site.get(address, browser)
            #expect(answer.headers[.location].map(isLocal) ?? true)
        }
    }

    @Test(arguments: [
        "/2021%0d%0aSet-Cookie:%20a=b", "/2021?lang=en%0d%0aSet-Cookie:%20a=b",
        "/2021/findings.csv?state=%0d%0aX: y", "/agencies/%0d%0aSet-Cookie:a=b",
        "/2021/targets/a%22%0d%0ab/rows.csv",
    ])
    func `nothing in an address becomes a header`(_ address: String) async throws {
        let answer = try await SampleSite.of2021.value.test.get(address)
        #expect(answer.cookies["a"] == nil)
        for field in answer.headers {
            #expect(!field.value.contains { $0.isNewline }, "\(field.name)")
        }
    }

    @Test(arguments: [
        "/assets/../Package.swift", "/assets/..%2f..%2fPackage.swift",
        "/assets/%2e%2e%2fSite.swift",
        "/assets/%2Fetc%2Fpasswd", "/assets/....//style.css", "/assets/style.css%00",
        "/assets/..%5c..%5cPackage.swift", "/assets/./style.css",
    ])
    func `no address reaches a file outside the assets`(_ address: String) async throws {
        let answer = try await TestSite().get(address)
        #expect(answer.status == .notFound)
    }

    /// Found by sending hostile requests to every route: neither database takes a null character.
    @Test(arguments: ["/agencies/%00", "/plans/5%00", "/2021/targets/a%00b", "/agencies/%1B"])
    func `an address with a control character is no page`(_ address: String) async throws {
        #expect(try await SampleSite.of2021.value.test.get(address).status == .notFound)
    }

    /// Found the same way: the number of a page was multiplied before anybody looked at it.
    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "0", "99999999999999999999"])
    func `an absurd number of a page is answered like any other`(_ number: String) async throws {
        let site = try await SampleSite.of2021.value
        for address in [
            "/agencies/successions", "/2021/findings", "/2021/targets/II.1.a.2-1", "/journal",
        ] {
            let path = "\(address)?page=\(number)&before=\(number)"
            #expect(try await site.test.get(path, site.officer).status == .ok, "\(address)")
        }
    }

    @Test func `what a visitor types is shown as text, never as a tag`() async throws {
        let site = try await SampleSite.of2021.value.test
        for address in [
            "/%3Cx-tag%3E", "/2021/findings?q=%22%3E%3Cx-tag%3E", "/2021?on=%3Cx-tag%3E",
            "/agencies?q=%3Cx-tag%3E", "/agencies/%3Cx-tag%3E", "/2021?%3Cx-tag%3E=1",
            "/sign-in?next=/%22%3E%3Cx-tag%3E",
        ] {
            #expect(!(try await site.get(address).text.contains("<x-tag")), "\(address)")
        }
    }

    private func isLocal(_ location: String) -> Bool {
        location.hasPrefix("/") && !location.hasPrefix("//") && !location.hasPrefix("/\\")
    }
}
