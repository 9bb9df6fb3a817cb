import Domain
import Foundation
import Store

/// What a command says to the person who runs it.
enum Terminal {
    enum Stream { case standardOutput, standardError }

    static func say(_ text: String, to stream: Stream = .standardOutput) {
        let handle = stream == .standardOutput ? FileHandle.standardOutput : .standardError
        // A reader that has gone away (`| head`) is no failure of ours.
        try? handle.write(contentsOf: Data((text + "\n").utf8))
    }

    /// Prints a text exactly as it is, with no line end after it.
    static func print(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }

    /// Says how to sign in with a password that is shown only here.
    static func say(_ first: FirstPassword) {
        say("  Tên đăng nhập · Login: \(first.login)")
        say("  Mật khẩu dùng một lần · One-time password: \(first.password)")
    }

    /// Says why not, in both languages, with every place at fault.
    static func complain(_ refusal: any UserFacingError) {
        for language in Language.allCases {
            say(refusal.message[language], to: .standardError)
            for problem in refusal.problems {
                say("  " + problem.placed[language], to: .standardError)
            }
        }
    }

    /// Prints a value as JSON with sorted keys, so that two runs can be compared.
    static func sayJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        say(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
