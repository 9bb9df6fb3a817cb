import Domain
import Store

/// Where what agencies wrote and what the system counts are not the same.
struct ReportDifferences {
    struct Row: Sendable {
        let code: String
        let agency: String
        let subject: String
        let written: String
        let counted: String
    }

    let rows: [Row]

    /// Compares each task and figure of every body's latest round with the record of today.
    init(_ composer: ReportComposer) throws {
        let db = composer.db
        guard let reports = try PeriodReports.of(composer.report, db, on: composer.day) else {
            rows = []
            return
        }
        let period = reports.period
        let done = try db.taskCompletions(of: period.year)
        var figures: [Plan.Target.ID: Facts.Figure?] = [:]
        var rows: [Row] = []
        try reports.eachContent(db) { line, content in
            func add(_ subject: String, _ written: String, _ counted: String) {
                guard written != counted else { return }
                rows.append(
                    Row(
                        code: line.body.code, agency: line.body.name, subject: subject,
                        written: written, counted: counted))
            }
            for task in content.tasks {
                let record = done[task.task].flatMap { $0 }.flatMap { $0 <= period.last ? $0 : nil }
                let written = task.doneOn.flatMap { $0 <= period.last ? $0 : nil }
                add("Nhiệm vụ: \(task.text)", Self.done(written), Self.done(record))
            }
            for measure in content.measures {
                let figure: Facts.Figure?
                if let known = figures[measure.target] {
                    figure = known
                } else {
                    figure = try db.figures(of: measure.target).last {
                        $0.day >= period.first && $0.day <= period.last
                    }
                    figures[measure.target] = .some(figure)
                }
                add(
                    "Chỉ tiêu: \(measure.title)",
                    Self.fraction(measure.numerator, measure.denominator),
                    Self.fraction(figure?.numerator, figure?.denominator))
            }
        }
        self.rows = rows
    }

    private static func done(_ day: Day?) -> String {
        day.map { "hoàn thành ngày \($0.vi)" } ?? "chưa hoàn thành"
    }

    private static func fraction(_ part: Int?, _ whole: Int?) -> String {
        guard let part else { return "chưa có số liệu" }
        return whole.map { "\(Written.number(part, .vi))/\(Written.number($0, .vi))" }
            ?? Written.number(part, .vi)
    }
}
