import Foundation
import Glibc
import Testing

/// A real server process on a free port of the loopback.
final class ServedWorkspace: Sendable {
    let port: Int
    private let process: Process

    /// Starts it and waits until it says where it listens.
    init(_ database: String, _ arguments: [String] = ["--no-worker"]) throws {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0])
        let program = tests.deletingLastPathComponent().appendingPathComponent("caicach")
        let output = Pipe()
        process = Process()
        process.executableURL = program
        process.arguments = ["serve", "--database", database, "--port", "0"] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var said = ""
        while !said.contains("://") || !said.hasSuffix("\n") {
            let data = output.fileHandleForReading.availableData
            try #require(!data.isEmpty, "the server did not start: \(said)")
            said += String(decoding: data, as: UTF8.self)
        }
        let digits = said.components(separatedBy: "127.0.0.1:").dropFirst().first?.prefix {
            $0.isNumber
        }
        port = try #require(digits.flatMap { Int($0) })
    }

    /// Asks it to stop, as systemd does.
    func askToStop() { kill(process.processIdentifier, SIGTERM) }

    /// Ends it at once, as a power cut does.
    func kill9() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Waits until it has ended; its exit code.
    func exitCode() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
}

/// A connection to the loopback that is written and read by hand.
final class RawConnection {
    private let file: Int32

    init(port: Int) throws {
        file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else {
            close(file)
            throw POSIXError(.ECONNREFUSED)
        }
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(file) }

    /// - Returns: whether all of it could be sent.
    @discardableResult
    func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return Glibc.send(file, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// Reads until the other side closes, or half a minute passes without a byte.
    func rest() -> String {
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(file, &chunk, chunk.count, 0), count > 0 {
            all += chunk[0..<count]
        }
        return String(decoding: all, as: UTF8.self)
    }

    /// Reads until so many bytes have come.
    func bytes(_ wanted: Int) -> Int {
        var count = 0
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while count < wanted,
            case let read = recv(file, &chunk, min(chunk.count, wanted - count), 0),
            read > 0
        {
            count += read
        }
        return count
    }
}

/// A port of the loopback that nobody listens on at this moment.
func freePort() throws -> Int {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(file, $0, length) == 0 && getsockname(file, $0, &length) == 0
        }
    }
    try #require(isBound)
    return Int(in_port_t(bigEndian: address.sin_port))
}
