import ArgumentParser
import Domain
import Foundation

/// Where the program begins, and the only place that chooses its exit code.
///
/// 0: done. 1: a rule said no, or a check found something; the message says what to do. 64: the
/// command line was not understood. 70: a fault; the message is for whoever mends the program.
@main
enum Program {
    static func main() async {
        do {
            let command = try CaiCach.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                var command = command
                try command.run()
            }
        } catch let refusal as any UserFacingError {
            Terminal.complain(refusal)
            Foundation.exit(1)
        } catch let end as ExitCode {
            Foundation.exit(end.rawValue)
        } catch  where CaiCach.isAboutTheCommandLine(error) {
            CaiCach.exit(withError: error)
        } catch {
            Terminal.say("Lỗi hệ thống · Fault: \(String(reflecting: error))", to: .standardError)
            Foundation.exit(70)
        }
    }
}

extension CaiCach {
    /// Whether the error is the parser's own: help that was asked for, or a line it did not understand.
    fileprivate static func isAboutTheCommandLine(_ error: any Error) -> Bool {
        let code = exitCode(for: error)
        return code == .success || code == .validationFailure
    }
}
