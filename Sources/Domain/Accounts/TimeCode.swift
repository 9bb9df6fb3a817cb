/// The second factor: a code of six digits that a phone and the server compute from a shared secret.
///
/// Source: RFC 6238 (TOTP) over RFC 4226 (HOTP), HMAC-SHA-1, steps of 30 seconds from 1970.
public enum TimeCode {
    public static let digits = 6
    public static let stepSeconds = 30
    /// Steps before and after the present one whose codes are taken too, for clocks that differ.
    ///
    /// The number is ours.
    public static let tolerance = 1

    /// The step that a moment lies in.
    public static func step(at instant: Instant) -> Int {
        Int(instant.milliseconds / 1_000) / stepSeconds
    }

    /// What the HMAC of a step is taken over: the step in eight bytes, the highest first.
    public static func message(of step: Int) -> [UInt8] {
        let value = UInt64(max(0, step))
        return stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// The code that an HMAC of at least 20 bytes gives (RFC 4226, 5.3), with leading zeros.
    public static func code(from mac: [UInt8], digits: Int = digits) -> String {
        precondition(mac.count >= 20, "HMAC-SHA-1 has 20 bytes.")
        let offset = Int(mac[mac.count - 1] & 15)
        let value =
            mac[offset..<offset + 4].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt64(1)) { power, _ in power * 10 }
        let text = String(value % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The steps whose codes are taken at a moment, the present one first; one used before never again.
    public static func acceptedSteps(at instant: Instant, after last: Int?) -> [Int] {
        let now = step(at: instant)
        let near = (1...tolerance).flatMap { [now - $0, now + $0] }
        return ([now] + near).filter { $0 > (last ?? -1) }
    }

    /// What was typed as six digits, spaces left out; `nil` when it is something else.
    public static func typed(_ text: String) -> String? {
        let kept = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard kept.count == digits, kept.allSatisfy({ (0x30...0x39).contains($0.value) }) else {
            return nil
        }
        return String(String.UnicodeScalarView(kept))
    }

    /// The address that an authenticator app reads from the QR code (Key URI Format).
    public static func address(secret: [UInt8], account: String, issuer: String) -> String {
        let name = "\(encoded(issuer)):\(encoded(account))"
        return "otpauth://totp/\(name)?secret=\(Base32.text(secret))&issuer=\(encoded(issuer))"
            + "&algorithm=SHA1&digits=\(digits)&period=\(stepSeconds)"
    }

    private static func encoded(_ text: String) -> String {
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Bytes as capitals and the digits 2 to 7, for typing a secret by hand.
///
/// Source: RFC 4648, section 6, without padding.
public enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    public static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (buffer, bits) = (0, 0)
        for byte in bytes {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[buffer >> bits & 31])
            }
        }
        if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes; `nil` when the text has another character.
    public static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (buffer, bits) = (0, 0)
        for character in text.utf8 {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            buffer = (buffer << 5 | value) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        return bytes
    }
}
