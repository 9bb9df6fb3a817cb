import Documents
import Domain

extension TargetBuilder {
    /// Month by month, with what is needed and what is expected; `nil` with fewer than two months.
    var chart: TargetPage.Chart? {
        guard standing.months.count > 1, let last = standing.months.last else { return nil }
        let needed = standing.monthlyNeeded ?? standing.needed
        let all = monthEnds
        let ahead = all.dropFirst(standing.months.count)
        // A per-member target is forecast in members; its line counts bodies, so none is drawn.
        let expected = standing.monthlyNeeded == nil ? standing.forecast?.numerator : nil
        let forecast =
            expected.map { expected in
                ahead.enumerated().map { step, _ in
                    last.numerator + (expected - last.numerator) * (step + 1) / max(1, ahead.count)
                }
            } ?? []
        let top = max(
            needed ?? 0, standing.months.map(\.numerator).max() ?? 0, forecast.max() ?? 0, 1)
        let scale = [0, top / 2, top].map {
            MonthLine.Mark(value: $0, text: Written.number($0, language))
        }
        let caption = text("Số lũy kế cuối mỗi tháng", "Running count at the end of each month")
        return TargetPage.Chart(
            line: MonthLine(
                months: all.map(monthName), reached: standing.months.map(\.numerator),
                forecast: forecast,
                threshold: needed,
                thresholdText: needed.map { text("cần \(Written.count($0, .vi))", "\($0) needed") },
                top: top + max(1, top / 10), scale: scale,
                colour: Badge.Kind(standing.verdict).rawValue,
                label:
                    "\(caption): \(standing.months.map { "\(monthName($0.day)) \($0.numerator)" }.joined(separator: ", "))"
            ),
            caption: caption,
            rows: standing.months.map { month in
                row(month.day, month.numerator, isForecast: false)
            } + zip(ahead, forecast).map { day, count in row(day, count, isForecast: true) })
    }

    private func row(_ day: Day, _ count: Int, isForecast: Bool) -> TargetPage.Chart.Month {
        let share =
            standing.monthlyNeeded == nil
            ? standing.denominator.flatMap { Percentage(count, of: $0) } : nil
        return TargetPage.Chart.Month(
            name: day[language], value: Written.number(count, language),
            share: share.map { Written.share($0, language) } ?? "", isForecast: isForecast)
    }

    private func monthName(_ day: Day) -> String {
        language == .vi ? "T\(day.month)" : String(day.en.split(separator: " ")[1])
    }

    /// The last day of each month of the plan year, those ahead included.
    private var monthEnds: [Day] {
        var ends = standing.months.map(\.day)
        guard let last = ends.last else { return [] }
        var day = last.endOfMonth + 1
        while day <= year.period.upperBound {
            ends.append(min(day.endOfMonth, year.period.upperBound))
            day = day.endOfMonth + 1
        }
        return ends
    }
}
