import Documents
import Domain
import Foundation
import Store
import Synchronization

/// The server's own way to send mail: a command such as `/usr/sbin/sendmail` or `msmtp`.
///
/// It gets the recipient as an argument after `--` and the message on its standard input.
struct Sendmail: Sendable {
    /// The program and its arguments.
    let command: [String]
    let from: String
    let host: String

    /// Seconds that it may take.
    private static let patience = 60

    /// Hands the mail over and waits for the command's answer.
    func send(_ mail: Mail, at now: Instant) async -> MailAnswer {
        let text = MailText.written(mail, from: from, host: host, at: now)
        let command = command
        return await withCheckedContinuation { continuation in
            // A thread of its own, for it waits.
            Thread.detachNewThread {
                continuation.resume(returning: run(command + ["-i", "--", mail.address], text))
            }
        }
    }

    private func run(_ words: [String], _ text: Data) -> MailAnswer {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        do { try process.run() } catch {
            return .refused("\(words[0]): \(error.localizedDescription)", isForGood: false)
        }
        let pid = process.processIdentifier
        let hasEnded = Mutex(false)
        let timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now() + .seconds(Sendmail.patience))
        timer.setEventHandler { hasEnded.withLock { if !$0 { _ = kill(pid, SIGKILL) } } }
        timer.resume()
        try? input.fileHandleForWriting.write(contentsOf: text)
        try? input.fileHandleForWriting.close()
        let said = output.fileHandleForReading.readDataToEndOfFile().prefix(400)
        process.waitUntilExit()
        hasEnded.withLock { $0 = true }
        timer.cancel()
        return answer(process, String(decoding: said, as: UTF8.self))
    }

    // sysexits.h: 64 to 68 and 70 are about this mail, 69 and 71 to 78 about the server's moment.
    private func answer(_ process: Process, _ said: String) -> MailAnswer {
        let said = said.split(whereSeparator: \.isNewline).joined(separator: " ")
        let status = process.terminationStatus
        guard process.terminationReason == .exit else {
            return .refused("không trả lời trong 60 giây · no answer in 60 s", isForGood: false)
        }
        if status == 0 { return .taken(said) }
        return .refused("\(status): \(said)", isForGood: [64, 65, 67, 68].contains(status))
    }
}
