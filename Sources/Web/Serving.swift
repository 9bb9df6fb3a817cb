import Domain
import Hummingbird
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
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
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
