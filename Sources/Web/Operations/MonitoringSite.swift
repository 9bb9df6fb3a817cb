import Domain
import Foundation
import Hummingbird
import Store

extension Site {
    /// What is served on the address for whoever watches the server: `/health` and `/metrics`.
    ///
    /// It has an address of its own, so that it is never open to the world by mistake.
    func monitoringResponder() -> some HTTPResponder<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.get("/health") { _, _ in await health() }
        router.get("/metrics") { _, _ in await metricsAnswer() }
        return router.buildResponder()
    }

    /// 200 while the database answers, 503 when it does not.
    private func health() async -> Response {
        let isWell = (try? await store.read { try $0.journalEnd().seq }) != nil
        return plain(
            isWell ? "ok\n" : "the database does not answer\n", isWell ? .ok : .serviceUnavailable)
    }

    private func metricsAnswer() async -> Response {
        let state = try? await store.read { try $0.operationsState() }
        let text = metrics.text() + (state?.metrics ?? "") + processMetrics(isUp: state != nil)
        return plain(text, .ok, type: "text/plain; version=0.0.4; charset=utf-8")
    }

    private func plain(
        _ text: String, _ status: HTTPResponse.Status, type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func processMetrics(isUp: Bool) -> String {
        // The second number of statm is the resident set, in pages.
        let statm = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = statm.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return """
            # HELP caicach_database_up Whether the database answers.
            # TYPE caicach_database_up gauge
            caicach_database_up \(isUp ? 1 : 0)
            # HELP process_resident_memory_bytes Resident memory size in bytes.
            # TYPE process_resident_memory_bytes gauge
            process_resident_memory_bytes \(pages * Int(getpagesize()))

            """
    }
}

extension OperationsState {
    /// As Prometheus reads it; a moment that never was is left out.
    fileprivate var metrics: String {
        let gauges: [(name: String, help: String, value: Int?)] = [
            ("caicach_journal_entries", "Entries in the journal.", journalEntries),
            ("caicach_jobs_waiting", "Jobs that are due and not done.", jobsWaiting),
            ("caicach_jobs_given_up", "Jobs given up in the last week.", jobsGivenUp),
            ("caicach_mails_waiting", "Mails that wait to be sent.", mailsWaiting),
            (
                "caicach_mails_troubled", "Mails that failed or whose fate is unclear.",
                mailsTroubled
            ),
            (
                "caicach_last_proved_backup_timestamp_seconds",
                "When the newest proved backup was made.",
                provedAt.map { Int($0.milliseconds / 1_000) }
            ),
            (
                "caicach_last_signed_head_timestamp_seconds", "When the journal was last signed.",
                signedAt.map { Int($0.milliseconds / 1_000) }
            ),
        ]
        return gauges.compactMap { name, help, value in
            value.map { "# HELP \(name) \(help)\n# TYPE \(name) gauge\n\(name) \($0)\n" }
        }.joined()
    }
}
