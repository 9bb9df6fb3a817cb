import Foundation
import Support
import Testing

/// A PostgreSQL server of one test's own, which it may stop and start; removed with the test.
///
/// What it acknowledged is on its own disk as far as the operating system goes: it doesn't wait for the
/// disk itself, which only a power cut would show.
final class OwnPostgres {
    var address: String { "postgres://caicach@127.0.0.1:\(port)/postgres?schema=restart" }
    private let folder: URL
    private var port: Int
    private var server: Process?

    static let folderOfPrograms: String? = {
        let versions = "/usr/lib/postgresql"
        let found = (try? FileManager.default.contentsOfDirectory(atPath: versions)) ?? []
        return found.max { (Double($0) ?? 0) < (Double($1) ?? 0) }.map { "\(versions)/\($0)/bin" }
    }()

    init() async throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "caicach-postgres-\(UUID().uuidString)")
        port = .random(in: 41_000...48_000)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if geteuid() == 0 { chown(folder.path, Self.owner.user, Self.owner.group) }
        let made = try run(
            "initdb", ["--locale=C", "-E", "UTF8", "-U", "caicach", "-A", "trust", "--no-sync"])
        await onThread { made.waitUntilExit() }
        try #require(made.terminationStatus == 0)
        for _ in 0..<5 {
            if try await starts() { break }
            port = .random(in: 41_000...48_000)
        }
        try #require(server?.isRunning == true, "PostgreSQL did not start")
    }

    deinit {
        if let server, server.isRunning {
            kill(server.processIdentifier, SIGQUIT)
            server.waitUntilExit()
        }
        try? FileManager.default.removeItem(at: folder)
    }

    /// Starts it again and waits until it takes connections.
    func start() async throws {
        try #require(try await starts(), "PostgreSQL did not start")
    }

    /// Whether it started; the port may be another program's.
    private func starts() async throws -> Bool {
        server = try run(
            "postgres",
            [
                "-p", "\(port)", "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=", "-c", "fsync=off",
            ])
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end, server?.isRunning == true {
            let ready = try run("pg_isready", ["-q", "-h", "127.0.0.1", "-p", "\(port)"])
            await onThread { ready.waitUntilExit() }
            if ready.terminationStatus == 0, server?.isRunning == true { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }

    /// Stops it: politely, or as a crash would, without a word to anybody.
    func stop(asCrash: Bool) async {
        guard let server else { return }
        kill(server.processIdentifier, asCrash ? SIGQUIT : SIGINT)
        await onThread { server.waitUntilExit() }
    }

    /// PostgreSQL refuses to run as root.
    private static let owner: (user: uid_t, group: gid_t) = {
        guard let entry = getpwnam("postgres") else { return (65_534, 65_534) }
        return (entry.pointee.pw_uid, entry.pointee.pw_gid)
    }()

    private func run(_ program: String, _ arguments: [String]) throws -> Process {
        let path = try #require(Self.folderOfPrograms) + "/" + program
        let data = folder.appending(path: "data").path
        let process = Process()
        process.currentDirectoryURL = folder
        let place = program == "pg_isready" ? [] : ["-D", data]
        if geteuid() == 0 {
            process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
            process.arguments =
                [
                    "--reuid=\(Self.owner.user)", "--regid=\(Self.owner.group)", "--clear-groups",
                    "--", path,
                ] + place + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = place + arguments
        }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }
}
