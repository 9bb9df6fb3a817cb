import Crypto
import Domain
import Foundation

/// Looks at the disk for tests that must not rest on what the code under test says.
enum FormFileProbe {
    static func exists(_ path: String) throws -> Bool {
        FileManager.default.fileExists(atPath: path)
    }
}

/// A phone with an authenticator app, written without the code under test.
enum PhoneProbe {
    static func code(_ secret: String, at now: Instant) -> String {
        var bits = ""
        for letter in secret {
            let value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".firstIndex(of: letter).map {
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".distance(
                    from: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".startIndex, to: $0)
            }
            let digits = String(value ?? 0, radix: 2)
            bits += String(repeating: "0", count: 5 - digits.count) + digits
        }
        let key = stride(from: 0, to: bits.count - 7, by: 8).compactMap { start in
            UInt8(bits.dropFirst(start).prefix(8), radix: 2)
        }
        let step = UInt64(now.milliseconds / 30_000).bigEndian
        let message = withUnsafeBytes(of: step) { Data($0) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: key)))
        let offset = Int(mac[19] & 0xF)
        let number =
            (UInt32(mac[offset]) & 0x7F) << 24 | UInt32(mac[offset + 1]) << 16
            | UInt32(mac[offset + 2]) << 8 | UInt32(mac[offset + 3])
        return String(String(1_000_000 + number % 1_000_000).dropFirst())
    }
}
