import Domain
import Hummingbird
import HummingbirdCore
import Logging
import Foundation
import NIOCore
import ServiceLifecycle

extension Site {
    /// Serves the site until the process is told to stop; requests under way are then finished.
    ///
    /// Port 0 takes any free one; `onRunning` is told which. The monitoring address answers `/health`
    /// and `/metrics`; services run beside and are told to stop as well.
    public func serve(
        host: String, port: Int, monitoring: (host: String, port: Int)? = nil,
        beside services: [any Service] = [], logger: Logger,
        onRunning: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let pace = settings.pace
        let monitors: [any Service] =
            monitoring.map { address in
                [
                    Application(
                        responder: monitoringResponder(),
                        configuration: ApplicationConfiguration(
                            address: .hostname(address.host, port: address.port)), logger: logger)
                ]
            } ?? []
        let application = Application(
            responder: responder(),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [SlowClients(pace)],
                    idleTimeout: .seconds(Int64(pace.idle)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10,
                        maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(mostConnections())),
            services: services + monitors,
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
            logger: logger)
        do {
            try await application.runService()
        } catch let error as IOError
            where error.errnoCode == EADDRINUSE || error.errnoCode == EACCES
        {
            throw ServingError.portNotToBeHad(port)
        }
    }
}

/// How many connections the process may hold at once: what the system allows it to open, less what it
/// needs for the database and files.
///
/// Others wait in the system's queue until one is free; without a limit a flood of connections would
/// take the last file handle, and with it the listening socket.
private func mostConnections() -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 512 }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    let open = Int(min(limit.rlim_cur, 65_536))
    return min(10_000, max(open / 2, open - 128))
}

/// The server cannot listen where it was told to.
public enum ServingError: UserFacingError, Hashable {
    case portNotToBeHad(Int)

    public var code: String { "serve.port-not-to-be-had" }
    public var kind: ErrorKind { .conflict }
    public var message: Bilingual {
        switch self {
        case .portNotToBeHad(let port):
            Bilingual(
                vi:
                    "Không mở được cổng \(port): đang có chương trình khác dùng hoặc không đủ quyền; hãy chọn cổng khác bằng --port.",
                en:
                    "Port \(port) is taken by another program or not permitted; choose another with --port."
            )
        }
    }
}
