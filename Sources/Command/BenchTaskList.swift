import Domain
import Store

/// How long pages of the task list take: fifty tasks and the count above them, as the page asks.
struct TaskListTimes {
    let median: Duration
    let p99: Duration
    /// A word that no task has.
    let search: Duration
    let slowest: String

    init(
        _ db: ReadableDatabase, year: Int, today: Day, bodies: [Agency.ID], runs: Int
    ) throws {
        let issuer = try db.currentPlan(of: year)?.agency
        let asked = AskedDay(today, today: today)
        let clock = ContinuousClock()
        var after: [String: Plan.Task.ID] = [:]
        func page(_ name: String, _ filter: TaskFilter, _ key: TaskOrder.Key) throws {
            let found = try db.tasks(
                of: year, filter, issuer: issuer, asked: asked,
                by: TaskOrder(key, after: after[name]), limit: 51)
            _ = try db.taskCount(of: year, filter, issuer: issuer, asked: asked, limit: 1_001)
            // The next of its kind goes on behind this page.
            after[name] = found.count > 50 ? found[49].id : nil
        }
        var times: [String: [Duration]] = [:]
        for number in 0..<runs {
            let body = bodies[number * 7 % bodies.count]
            let (name, filter, key) = Self.filter(number, body)
            if name.hasSuffix("one agency") { after[name] = nil }
            times[name, default: []].append(
                try clock.measure { try page(name, filter, key) })
        }
        let all = times.values.flatMap { $0 }.sorted()
        median = all[all.count / 2]
        p99 = all[min(all.count - 1, all.count * 99 / 100)]
        let medians = times.mapValues { $0.sorted()[$0.count / 2] }
        let worst = medians.max { $0.value < $1.value }
        slowest = worst.map { "\($0.key), \($0.value.inMilliseconds) ms" } ?? ""
        var vain = TaskFilter()
        vain.source = .all
        vain.search = "khongcotunay"
        search = try clock.measure { try page("vain", vain, .due) }
    }

    /// The filters that people use, one after the other.
    private static func filter(_ number: Int, _ body: Agency.ID) -> (
        String, TaskFilter, TaskOrder.Key
    ) {
        var filter = TaskFilter()
        filter.source = .all
        switch number % 8 {
        case 0:
            filter.source = .main
            return ("the year's plan", filter, .number)
        case 1: return ("all, by last day", filter, .due)
        case 2:
            filter.source = .agencies
            return ("plans of agencies", filter, .due)
        case 3:
            filter.lead = body
            return ("one agency", filter, .due)
        case 4:
            filter.lead = body
            filter.box = .openLate
            return ("late ones of one agency", filter, .due)
        case 5:
            filter.box = .openLate
            return ("all that is late", filter, .due)
        case 6:
            filter.box = .doneInTime
            return ("all done in time", filter, .due)
        default:
            filter.silentDays = 30
            return ("not updated for 30 days", filter, .due)
        }
    }
}
