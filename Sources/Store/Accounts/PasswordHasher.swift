import Crypto
import CryptoExtras
import Domain
import Foundation
import Synchronization

/// How much work one guess of a password costs (scrypt's parameters).
public struct PasswordCost: Hashable, Sendable {
    let rounds: Int
    let blockSize: Int
    let parallelism: Int

    /// About 128 MB and a third of a second for each guess.
    public static let standard = PasswordCost(rounds: 1 << 17, blockSize: 8, parallelism: 1)
    /// For tests only.
    public static let cheap = PasswordCost(rounds: 1 << 4, blockSize: 8, parallelism: 1)
}

/// Turns passwords into what may be stored, two at a time, for each takes 128 MB.
///
/// When more wait than are checked in ten seconds or so, the next are asked to come again.
final class PasswordHasher: Sendable {
    private let cost: PasswordCost
    private let lane = Lane("caicach-passwords", threads: 2) {}
    private let waiting = Mutex(0)
    private let mostWaiting: Int

    init(_ cost: PasswordCost, mostWaiting: Int = 60) {
        self.cost = cost
        self.mostWaiting = mostWaiting
    }

    /// Does the work on one of the two threads.
    ///
    /// - Throws: ``SignInError/busy(retryAfter:)``.
    private func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws
        -> Value
    {
        let isTaken = waiting.withLock { count in
            guard count < mostWaiting else { return false }
            count += 1
            return true
        }
        guard isTaken else { throw SignInError.busy(retryAfter: 10) }
        defer { waiting.withLock { $0 -= 1 } }
        return try await lane.run { _ in try body() }
    }

    /// Returns `scrypt$rounds$block$parallelism$salt$key`.
    func hash(_ password: String) async throws -> String {
        let cost = cost
        return try await run {
            let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
            let key = try derive(password, salt, cost)
            let fields = [cost.rounds, cost.blockSize, cost.parallelism].map(String.init)
            return (["scrypt"] + fields + [salt.hexadecimal, key.withUnsafeBytes(\.hexadecimal)])
                .joined(separator: "$")
        }
    }

    /// Whether the password is the one; without a stored text it takes the same time and is not.
    func verify(_ password: String, _ stored: String?) async throws -> Bool {
        let cost = cost
        return try await run {
            guard let stored else {
                _ = try derive(password, Data(repeating: 0, count: 16), cost)
                return false
            }
            let fields = stored.split(separator: "$").map(String.init)
            guard fields.count == 6, fields[0] == "scrypt", let rounds = Int(fields[1]),
                let blockSize = Int(fields[2]), let parallelism = Int(fields[3]),
                let salt = Data(hexadecimal: fields[4]), let key = Data(hexadecimal: fields[5])
            else { throw StoreFault("a stored password that is none") }
            let cost = PasswordCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
            return try derive(password, salt, cost) == SymmetricKey(data: key)  // in constant time
        }
    }
}

private func derive(_ password: String, _ salt: Data, _ cost: PasswordCost) throws -> SymmetricKey {
    // One form for each letter, however the keyboard composed it.
    let bytes = Data(password.precomposedStringWithCanonicalMapping.utf8)
    return try KDF.Scrypt.deriveKey(
        from: bytes, salt: salt, outputByteCount: 32, rounds: cost.rounds,
        blockSize: cost.blockSize,
        parallelism: cost.parallelism)
}

extension Data {
    fileprivate init?(hexadecimal text: String) {
        let digits = text.utf8.compactMap { digit in Character(Unicode.Scalar(digit)).hexDigitValue
        }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        self.init(
            stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
        )
    }
}
