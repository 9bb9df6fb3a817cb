import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// What this process has served so far, for whoever watches it.
final class Metrics: Sendable {
    private struct State {
        /// Answers by method and status.
        var answers: [Answer: Int] = [:]
        var inFlight = 0
        /// Answers that took no longer than each limit.
        var withinLimit = [Int](repeating: 0, count: limits.count)
        var count = 0
        var microseconds = 0
    }

    private struct Answer: Hashable {
        let method: String
        let status: Int
    }

    private let state = Mutex(State())

    /// Milliseconds of the histogram's steps.
    private static let limits = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000]
    private static let methods: Swift.Set<String> = ["GET", "HEAD", "POST"]

    func begin() { state.withLock { $0.inFlight += 1 } }

    func end(_ method: HTTPRequest.Method, _ status: Int, after duration: Duration) {
        // A method that we do not know must not make a series of its own.
        let name = Metrics.methods.contains(method.rawValue) ? method.rawValue : "OTHER"
        let microseconds = Int(duration / .microseconds(1))
        state.withLock { state in
            state.inFlight -= 1
            state.answers[Answer(method: name, status: status), default: 0] += 1
            state.count += 1
            state.microseconds += microseconds
            for (index, limit) in Metrics.limits.enumerated() where microseconds <= limit * 1_000 {
                state.withinLimit[index] += 1
            }
        }
    }

    /// As Prometheus reads it.
    func text() -> String {
        let state = state.withLock { $0 }
        var lines = [
            "# HELP caicach_requests_total Answers sent, by method and status.",
            "# TYPE caicach_requests_total counter",
        ]
        let answers = state.answers.sorted {
            ($0.key.method, $0.key.status) < ($1.key.method, $1.key.status)
        }
        for (answer, count) in answers {
            lines.append(
                "caicach_requests_total{method=\"\(answer.method)\",status=\"\(answer.status)\"} \(count)"
            )
        }
        lines += [
            "# HELP caicach_requests_in_flight Requests being answered now.",
            "# TYPE caicach_requests_in_flight gauge",
            "caicach_requests_in_flight \(state.inFlight)",
            "# HELP caicach_request_seconds How long answers took to begin.",
            "# TYPE caicach_request_seconds histogram",
        ]
        for (limit, count) in zip(Metrics.limits, state.withinLimit) {
            lines.append(
                "caicach_request_seconds_bucket{le=\"\(seconds(limit * 1_000))\"} \(count)")
        }
        lines += [
            "caicach_request_seconds_bucket{le=\"+Inf\"} \(state.count)",
            "caicach_request_seconds_sum \(seconds(state.microseconds))",
            "caicach_request_seconds_count \(state.count)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}

/// 2500000 microseconds as 2.5.
private func seconds(_ microseconds: Int) -> String {
    let rest = String(microseconds % 1_000_000 + 1_000_000).dropFirst()
    let decimals = rest.reversed().drop { $0 == "0" }.reversed()
    return String(microseconds / 1_000_000) + (decimals.isEmpty ? "" : "." + String(decimals))
}

/// Counts every request, whatever comes of it.
struct MeasuredRequests: RouterMiddleware {
    typealias Context = AppContext

    let metrics: Metrics

    func handle(
        _ request: Request, context: AppContext,
        next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        metrics.begin()
        let start = ContinuousClock.now
        do {
            let response = try await next(request, context)
            metrics.end(request.method, response.status.code, after: start.duration(to: .now))
            return response
        } catch {
            metrics.end(request.method, 500, after: start.duration(to: .now))
            throw error
        }
    }
}
