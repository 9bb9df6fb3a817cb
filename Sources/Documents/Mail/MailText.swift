import Domain
import Foundation

/// Writes a mail as mail servers take it (RFC 5322), ready for the sendmail command.
///
/// Subject and body go in Base64, so nothing that somebody typed can begin a header or a line of
/// its own.
public enum MailText {
    /// Returns the message, from the address that answers go to; the host ends its own number.
    public static func written(_ mail: Mail, from: String, host: String, at now: Instant) -> Data {
        let subject = words(mail.subject).map { "=?UTF-8?B?\($0)?=" }.joined(separator: "\r\n ")
        let body = Data(mail.body.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        let lines = [
            "From: \(plain(from))", "To: \(plain(mail.address))", "Subject: \(subject)",
            "Date: \(date(now))", "Message-ID: <\(plain(mail.id.text))@\(plain(host))>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64", "Auto-Submitted: auto-generated", "", body, "",
        ]
        return Data(lines.joined(separator: "\r\n").utf8)
    }

    /// The subject in pieces of at most 45 bytes, each whole letters in Base64.
    private static func words(_ subject: String) -> [String] {
        var pieces: [[UInt8]] = [[]]
        for scalar in subject.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if (pieces.last?.count ?? 0) + bytes.count > 45 { pieces.append([]) }
            pieces[pieces.count - 1] += bytes
        }
        return pieces.map { Data($0).base64EncodedString() }
    }

    /// Without anything that could end the header or begin another.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F }))
    }

    /// Mon, 23 Nov 2026 06:00:00 +0000.
    private static func date(_ now: Instant) -> String {
        let day = now.day(minutesEast: 0)
        let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let weekday = names[((day.number % 7) + 7) % 7]
        let two = day.dayOfMonth < 10 ? "0" : ""
        return "\(weekday), \(two)\(day.en) \(now.text.dropFirst(11).prefix(8)) +0000"
    }
}
