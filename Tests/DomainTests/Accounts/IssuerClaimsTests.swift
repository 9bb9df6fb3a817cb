import Domain
import Testing

@Suite struct IssuerClaimsTests {
    private let now = Instant(milliseconds: 1_700_000_000_000)

    @Test func `claims that answer what was asked are taken`() {
        #expect(fault() == nil)
        #expect(fault(audience: ["caicach", "other"], party: "caicach") == nil)
        #expect(fault(party: "caicach") == nil)
    }

    @Test func `another issuer, audience or nonce is refused`() {
        #expect(fault(issuer: "https://sso.example.vn/") == .otherIssuer)
        #expect(fault(audience: ["other"]) == .otherAudience)
        #expect(fault(audience: []) == .otherAudience)
        #expect(fault(nonce: "other") == .otherNonce)
        #expect(fault(nonce: nil) == .otherNonce)
    }

    @Test func `a token for several must say that we asked`() {
        #expect(fault(audience: ["caicach", "other"]) == .otherAudience)
        #expect(fault(audience: ["caicach", "other"], party: "other") == .otherAudience)
        #expect(fault(party: "other") == .otherAudience)
    }

    @Test func `clocks may differ by two minutes and no more`() {
        #expect(fault(expires: -119) == nil)
        #expect(fault(expires: -120) == .expired)
        #expect(fault(issued: 120) == nil)
        #expect(fault(issued: 121) == .notYet)
    }

    @Test func `a token older than ten minutes is too old, whatever it says`() {
        #expect(fault(expires: 86_400, issued: -599) == nil)
        #expect(fault(expires: 86_400, issued: -600) == .expired)
    }

    @Test(arguments: ["", String(repeating: "a", count: 256)])
    func `a subject has 1 to 255 bytes`(_ subject: String) {
        #expect(fault(subject: subject) == .noSubject)
    }

    private func fault(
        issuer: String = "https://sso.example.vn", subject: String = "an",
        audience: [String] = ["caicach"], party: String? = nil, expires: Int = 300,
        issued: Int = 0, nonce: String? = "n"
    ) -> IssuerClaims.Fault? {
        IssuerClaims(
            issuer: issuer, subject: subject, audience: audience, authorizedParty: party,
            expiresAt: now + expires, issuedAt: now + issued, nonce: nonce
        ).fault(issuer: "https://sso.example.vn", client: "caicach", nonce: "n", at: now)
    }
}
