import Domain
import Foundation
import Logging
import Store
import Support
import Testing
import Web

/// Signing in with the office's own accounts, against an issuer that runs beside us.
@Suite(.serialized) struct IssuerTests {
    @Test func `whoever linked their identity signs in with it`() async throws {
        try await withSite { site in
            try await site.link("an", to: "quantri")
            var visitor = Visitor()

            let answer = try await site.signIn(&visitor, next: "?next=%2Fagencies")

            #expect(answer.status == 303 && answer.location == "/agencies")
            let token = try #require(visitor.cookies["caicach_session"])
            let person = try await site.store.read { try $0.signedIn(token) }
            #expect(person?.user.login == "quantri")
        }
    }

    @Test func `an identity that nobody linked opens nothing, and no account is made`() async throws
    {
        try await withSite { site in
            try await site.issuer.tell("subject=stranger")
            var visitor = Visitor()

            let answer = try await site.signIn(&visitor)

            #expect(answer.status == 400 && answer.text.contains("chưa liên kết"))
            #expect(visitor.cookies["caicach_session"] == nil)
            #expect(try await site.store.read { try $0.user(login: "stranger") } == nil)
        }
    }

    @Test func `an invitation is taken up with an identity instead of a password`() async throws {
        try await withSite { site in
            try await site.issuer.tell("subject=binh")
            let secret = try await site.invite("binh.tran")
            var visitor = Visitor()

            let answer = try await site.signIn(&visitor, next: "?invitation=\(secret)")

            #expect(answer.status == 303)
            #expect(try await site.login(of: visitor) == "binh.tran")
            var again = Visitor()
            _ = try await site.signIn(&again)
            #expect(try await site.login(of: again) == "binh.tran")
            var third = Visitor()
            #expect(try await site.signIn(&third, next: "?invitation=\(secret)").status == 404)
        }
    }

    @Test func `a person links their identity from their own account, once`() async throws {
        try await withSite { site in
            try await site.issuer.tell("subject=an")
            var visitor = try await site.signedIn("quantri", site.password)

            let answer = try await site.follow(&visitor, from: "/account/issuer")

            #expect(answer.location == "/account")
            var fresh = Visitor()
            _ = try await site.signIn(&fresh)
            #expect(try await site.login(of: fresh) == "quantri")
            let secret = try await site.invite("binh.tran")
            var other = Visitor()
            let taken = try await site.signIn(&other, next: "?invitation=\(secret)")
            #expect(taken.status == 409 && other.cookies["caicach_session"] == nil)
        }
    }

    @Test(arguments: [
        "nonce", "no-nonce", "audience", "audiences", "issuer", "expired", "other-key",
        "unknown-key", "none", "hmac", "cut", "changed",
    ])
    func `a token that is not ours, not new or not signed by the issuer is refused`(_ fault: String)
        async throws
    {
        try await withSite { site in
            try await site.link("an", to: "quantri")
            try await site.issuer.tell("fault=\(fault)")
            var visitor = Visitor()

            let answer = try await site.signIn(&visitor)

            #expect(answer.status == 400 && answer.text.contains("Không xác minh được"))
            #expect(visitor.cookies["caicach_session"] == nil)
        }
    }

    @Test func `whoever goes back at the issuer is told so`() async throws {
        try await withSite { site in
            try await site.issuer.tell("fault=denied")
            var visitor = Visitor()
            let answer = try await site.signIn(&visitor)
            #expect(answer.status == 400 && answer.text.contains("không cho vào"))
        }
    }

    @Test func `an answer counts only in the browser that asked`() async throws {
        try await withSite { site in
            try await site.link("an", to: "quantri")
            var visitor = Visitor()
            let answer = try await site.answerAddress(&visitor)

            var thief = Visitor()
            #expect(try await thief.get(answer).status == 400)

            #expect(thief.cookies["caicach_session"] == nil)
        }
    }

    @Test func `an answer counts once`() async throws {
        try await withSite { site in
            try await site.link("an", to: "quantri")
            var visitor = Visitor()
            let answer = try await site.answerAddress(&visitor)

            #expect(try await visitor.get(answer).status == 303)
            #expect(try await visitor.get(answer).status == 400)
        }
    }

    @Test func `an answer that comes after ten minutes is refused`() async throws {
        try await withSite { site in
            try await site.link("an", to: "quantri")
            var visitor = Visitor()
            let answer = try await site.answerAddress(&visitor)

            site.clock.advance(seconds: 600)

            #expect(try await visitor.get(answer).text.contains("quá hạn"))
        }
    }

    @Test func `a code that belongs to another request is refused by its proof`() async throws {
        try await withSite { site in
            try await site.link("an", to: "quantri")
            var (thief, victim) = (Visitor(), Visitor())
            let own = try await site.answerAddress(&victim)
            let stolen = try await site.answerAddress(&thief)
            let code = try #require(URLComponents(string: stolen)?.value(of: "code"))
            let state = try #require(URLComponents(string: own)?.value(of: "state"))

            let answer = try await victim.get(
                site.address + "/sign-in/issuer/answer?code=\(code)&state=\(state)")

            #expect(answer.status == 400 && victim.cookies["caicach_session"] == nil)
        }
    }

    @Test func `an answer that names another issuer is refused`() async throws {
        try await withSite { site in
            try await site.link("an", to: "quantri")
            var visitor = Visitor()
            let answer = try await site.answerAddress(&visitor)
            let mixed = try #require(answer.components(separatedBy: "&iss=").first)
            #expect(try await visitor.get(mixed + "&iss=https%3A%2F%2Fevil.example").status == 400)
        }
    }

    @Test func `when the issuer changes its key, signing in goes on`() async throws {
        try await withSite { site in
            try await site.link("an", to: "quantri")
            var (before, after) = (Visitor(), Visitor())
            #expect(try await site.signIn(&before).status == 303)
            try await site.issuer.tell("rotate=1")
            site.clock.advance(seconds: 60)

            #expect(try await site.signIn(&after).status == 303)
        }
    }

    @Test func `the second factor is asked for all the same`() async throws {
        try await withSite { site in
            let person = try await site.link("an", to: "quantri")
            let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            try await site.setSecondFactor(of: person, secret)
            var visitor = Visitor()

            let answer = try await site.signIn(&visitor)

            #expect(answer.location == "/sign-in/code")
            #expect(visitor.cookies["caicach_session"] == nil)
        }
    }

    @Test func `a closed account stays closed`() async throws {
        try await withSite { site in
            try await site.issuer.tell("subject=binh")
            let secret = try await site.invite("binh.tran")
            var visitor = Visitor()
            _ = try await site.signIn(&visitor, next: "?invitation=\(secret)")
            let user = try await site.user("quantri")
            try await site.store.write { try $0.closeAccount(login: "binh.tran", by: user.id) }

            var again = Visitor()
            #expect(try await site.signIn(&again).text.contains("chưa liên kết"))
        }
    }

    @Test func `an issuer that does not answer is told of, and passwords go on working`()
        async throws
    {
        try await withSite { site in
            site.issuer.stop()
            let answer = try await Visitor.get(site.address + "/sign-in/issuer")
            #expect(answer.status == 400 && answer.text.contains("không trả lời"))
            _ = try await site.signedIn("quantri", site.password)
        }
    }
}

extension URLComponents {
    fileprivate func value(of name: String) -> String? {
        queryItems?.first { $0.name == name }?.value
    }
}
