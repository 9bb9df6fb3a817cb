import Domain
import Support
import Testing

@testable import Store

@Suite struct ThrottleContract {
    @Test(arguments: TestEngine.available)
    func `a device that signed in before is not kept out by others' failures`(_ engine: TestEngine)
        async throws
    {
        let desk = try await SignInDesk.open(engine)
        let known = try await desk.deviceOfSignIn()
        for _ in 0..<5 {
            await #expect(throws: SignInError.refused) { try await desk.begin(password: "sai rồi") }
        }

        await #expect(throws: SignInError.tooManyAttempts(retryAfter: 2)) { try await desk.begin() }
        _ = try await desk.signIn(from: desk.origin(knowing: known))
    }

    @Test(arguments: TestEngine.available)
    func `a device that signed in before has a counter of its own`(_ engine: TestEngine)
        async throws
    {
        let desk = try await SignInDesk.open(engine)
        let known = desk.origin(knowing: try await desk.deviceOfSignIn())
        for _ in 0..<5 {
            await #expect(throws: SignInError.refused) {
                try await desk.begin(from: known, password: "sai rồi")
            }
        }

        await #expect(throws: SignInError.tooManyAttempts(retryAfter: 2)) {
            try await desk.begin(from: known)
        }
        _ = try await desk.signIn()
    }

    @Test(arguments: TestEngine.available)
    func `a device known to one account is a stranger to another`(_ engine: TestEngine) async throws
    {
        let desk = try await SignInDesk.open(engine)
        let known = desk.origin(knowing: try await desk.deviceOfSignIn())
        for _ in 0..<5 {
            await #expect(throws: SignInError.refused) {
                try await desk.begin(from: known, login: "nguoikhac")
            }
        }

        await #expect(throws: SignInError.tooManyAttempts(retryAfter: 2)) {
            try await desk.begin(from: known, login: "nguoikhac")
        }
    }

    @Test(arguments: TestEngine.available)
    func `the delay doubles up to a quarter of an hour, and a success ends it`(
        _ engine: TestEngine
    ) async throws {
        let desk = try await SignInDesk.open(engine)
        for _ in 0..<4 {
            await #expect(throws: SignInError.refused) { try await desk.begin(password: "sai rồi") }
        }

        var delays: [Int] = []
        for _ in 0..<11 {
            await #expect(throws: SignInError.refused) { try await desk.begin(password: "sai rồi") }
            let error = await #expect(throws: SignInError.self) { try await desk.begin() }
            let delay = try #require(error?.retryAfter)
            delays.append(delay)
            desk.clock.advance(seconds: delay)
        }

        #expect(delays == [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
        _ = try await desk.signIn()
        await #expect(throws: SignInError.refused) { try await desk.begin(password: "sai rồi") }
        _ = try await desk.signIn()
    }

    @Test(arguments: TestEngine.available)
    func `an unknown login is slowed down exactly as a known one`(_ engine: TestEngine) async throws
    {
        let desk = try await SignInDesk.open(engine)
        var answers: [String: [SignInError]] = [:]
        for login in ["quantri", "khongco"] {
            for round in 0..<12 {
                let origin = SignInOrigin(device: "", address: "10.1.\(round).1")
                let error = await #expect(throws: SignInError.self) {
                    try await desk.begin(from: origin, password: "sai rồi", login: login)
                }
                answers[login, default: []].append(try #require(error))
            }
        }

        #expect(answers["quantri"] == answers["khongco"])
        #expect(answers["quantri"]?.last == .tooManyAttempts(retryAfter: 2))
    }

    @Test(arguments: TestEngine.available)
    func `an IPv6 network is one address`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        for number in 0..<31 {
            let origin = SignInOrigin(device: "", address: "2001:db8:1:2::\(number)")
            await #expect(throws: SignInError.refused) {
                try await desk.begin(from: origin, login: "người \(number)")
            }
        }

        await #expect(throws: SignInError.tooManyAttempts(retryAfter: 2)) {
            let origin = SignInOrigin(device: "", address: "2001:db8:1:2:ffff::1")
            return try await desk.begin(from: origin)
        }
        _ = try await desk.signIn(from: SignInOrigin(device: "", address: "2001:db8:1:3::1"))
    }

    @Test func `when many passwords wait, the next are asked to come again, and later they may`()
        async throws
    {
        let cost = PasswordCost(rounds: 1 << 14, blockSize: 8, parallelism: 1)
        let hasher = PasswordHasher(cost, mostWaiting: 3)

        let busy = await withTaskGroup { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        _ = try await hasher.hash("con trâu đi trước")
                        return false
                    } catch { return error as? SignInError == .busy(retryAfter: 10) }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }

        #expect((1...37).contains(busy))
        _ = try await hasher.hash("con trâu đi trước")
    }
}

extension SignInDesk {
    func deviceOfSignIn() async throws -> String {
        guard case .done(_, let device) = try await begin() else { throw SignInError.codeNeeded }
        return device
    }

    func origin(knowing device: String) -> SignInOrigin {
        SignInOrigin(device: origin.device, address: origin.address, knownDevice: device)
    }
}
