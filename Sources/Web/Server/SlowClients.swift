import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// How slow the other end of a connection may be.
///
/// Generous to a commune on a bad line, and yet nobody holds a connection for nothing. The numbers are
/// ours, near those of common servers.
public struct Pace: Hashable, Sendable {
    /// Seconds for the head of a request, and between requests on one connection.
    public var idle = 30
    /// Seconds that a body or an answer may take whatever its size.
    public var grace = 30
    /// Bytes a second that must move after that, on average.
    public var bytesPerSecond = 2_000
    /// Bytes of a body after which the connection is cut, whatever the route allows.
    public var largestBody = 1_040 << 20
    /// Bytes of a body still taken once the request has been answered, so that a browser which only
    /// reads when it has sent everything sees why its file was refused; after them the connection is cut.
    public var drainedAfterAnswer = 64 << 20

    public init() {}

    /// Whether somebody who moved so many bytes has been waited for too long.
    func isTooSlow(_ bytes: Int, waited: TimeAmount) -> Bool {
        let allowed = TimeAmount.seconds(Int64(grace + bytes / max(1, bytesPerSecond)))
        return waited > allowed
    }
}

/// Cuts a connection whose other end sends its request, or takes its answer, too slowly.
///
/// Only the time counts in which the server waits for the client: while the server itself is busy and
/// asks for no more, the clock stands. The head and idle connections are the library's to cut.
final class SlowClients: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let pace: Pace
    private var check: RepeatedTask?
    private var isReadingBody = false
    private var received = 0
    private var allowed = 0
    private var waited = TimeAmount.zero
    private var waitingSince: NIODeadline?
    /// Bytes that waited to be sent when the client began to be waited for, and since when.
    private var sending: (bytes: Int, since: NIODeadline)?

    init(_ pace: Pace) {
        self.pace = pace
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let loopBound = NIOLoopBound(
            (handler: self, context: context), eventLoop: context.eventLoop)
        let every = TimeAmount.seconds(Int64(max(1, min(5, pace.grace / 2))))
        check = context.eventLoop.scheduleRepeatedTask(initialDelay: every, delay: every) { _ in
            let (handler, context) = loopBound.value
            handler.look(context)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        check?.cancel()
        check = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            (isReadingBody, received, waited) = (true, 0, .zero)
            allowed = pace.largestBody
            waitingSince = .now()
        case .body(let bytes):
            received += bytes.readableBytes
            if received > allowed { return context.close(promise: nil) }
        case .end:
            isReadingBody = false
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if let since = waitingSince { waited = waited + (.now() - since) }
        waitingSince = nil
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        if waitingSince == nil { waitingSince = .now() }
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if isReadingBody, case .end = unwrapOutboundIn(data) {
            allowed = min(allowed, received + pace.drainedAfterAnswer)
        }
        context.write(data, promise: promise)
    }

    private func look(_ context: ChannelHandlerContext) {
        if isReadingBody {
            let now = waitingSince.map { NIODeadline.now() - $0 } ?? .zero
            if pace.isTooSlow(received, waited: waited + now) {
                return context.close(promise: nil)
            }
        }
        let options = context.channel.syncOptions
        let waiting = (try? options?.getOption(ChannelOptions.bufferedWritableBytes)) ?? 0
        guard waiting > 0 else {
            sending = nil
            return
        }
        guard let began = sending, began.bytes >= waiting else {
            sending = (waiting, .now())
            return
        }
        if pace.isTooSlow(began.bytes - waiting, waited: .now() - began.since) {
            context.close(promise: nil)
        }
    }
}
