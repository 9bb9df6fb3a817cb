import Dispatch
import Domain
import Foundation
import Web

/// Hands mails with links to a sendmail command: `/usr/sbin/sendmail`, `msmtp`.
///
/// The recipient is an argument after `--` and the message is on the command's standard input, so
/// nothing anybody typed can become an option or a header.
struct LinkMailer: Sendable {
    /// The program and its arguments, separated by spaces.
    let command: String
    let from: String

    private static let patience = 30.0

    /// Returns what went wrong; `nil` when the command took the mail.
    @Sendable func send(_ mail: LinkMail) async -> String? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: run(mail)) }
        }
    }

    private func run(_ mail: LinkMail) -> String? {
        let words = command.split(separator: " ").map(String.init)
        guard let program = words.first else { return "no command" }
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: program)
        process.arguments = words.dropFirst() + ["-i", "--", mail.address]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        do { try process.run() } catch { return "\(program): \(error.localizedDescription)" }
        let timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now() + Self.patience)
        // SIGKILL, for the command inherits from the server that SIGTERM is ignored.
        timer.setEventHandler { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        timer.resume()
        defer { timer.cancel() }
        try? input.fileHandleForWriting.write(contentsOf: text(of: mail))
        try? input.fileHandleForWriting.close()
        let said = output.fileHandleForReading.readDataToEndOfFile().prefix(300)
        process.waitUntilExit()
        guard process.terminationReason == .exit else { return "no answer in 30 s" }
        let status = process.terminationStatus
        return status == 0 ? nil : "\(status): \(String(decoding: said, as: UTF8.self))"
    }

    /// The mail as RFC 5322 has it; what people wrote is in Base64.
    func text(of mail: LinkMail) -> Data {
        let subject = Data(mail.subject.utf8)
        let pieces = stride(from: 0, to: subject.count, by: 45).map { start in
            subject[start..<min(start + 45, subject.count)]
        }
        let words = whole(pieces).map { "=?UTF-8?B?\($0.base64EncodedString())?=" }
        let body = Data(mail.body.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        let lines = [
            "From: \(plain(from))", "To: \(plain(mail.address))",
            "Subject: \(words.joined(separator: "\r\n "))", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated", "", body, "",
        ]
        return Data(lines.joined(separator: "\r\n").utf8)
    }

    /// Moves bytes that continue a letter to the piece where it begins, for each piece is read alone.
    private func whole(_ pieces: [Data]) -> [Data] {
        var whole: [Data] = []
        for piece in pieces {
            let rest = piece.prefix { $0 & 0xC0 == 0x80 }
            if let last = whole.indices.last { whole[last] += rest }
            whole.append(piece.dropFirst(whole.isEmpty ? 0 : rest.count))
        }
        return whole
    }

    private func plain(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F })
    }
}
