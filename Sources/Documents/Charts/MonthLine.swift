import Markup

/// A quantity month by month, with its threshold and its forecast, as a line.
///
/// Every text is placed in per cent and sized by the style sheet, so letters follow the reader's
/// font size while the picture takes the width it is given.
public struct MonthLine: Sendable {
    /// The names of the months, left to right.
    public let months: [String]
    /// What was reached at the end of each month so far; the last may be today.
    public let reached: [Int]
    /// What is expected in the months after; joined to the last point reached.
    public let forecast: [Int]
    public let threshold: Int?
    public let thresholdText: String?
    /// The top of the scale; at least 1.
    public let top: Int
    /// Values of the scale with their texts.
    public let scale: [Mark]
    /// The class that gives the colour.
    public let colour: String
    /// What the picture shows, in words.
    public let label: String

    public struct Mark: Sendable {
        public let value: Int
        public let text: String

        public init(value: Int, text: String) {
            self.value = value
            self.text = text
        }
    }

    public init(
        months: [String], reached: [Int], forecast: [Int] = [], threshold: Int? = nil,
        thresholdText: String? = nil, top: Int, scale: [Mark], colour: String, label: String
    ) {
        self.months = months
        self.reached = reached
        self.forecast = forecast
        self.threshold = threshold
        self.thresholdText = thresholdText
        self.top = max(top, 1)
        self.scale = scale
        self.colour = colour
        self.label = label
    }

    public var svg: HTML {
        """
        <svg class="months \(colour)" role="img" aria-label="\(label)">\
        \(each: scale, gridLine)\
        \(each: months.enumerated(), { monthName($0.element, at: $0.offset) })\
        <svg x="0" y="0" width="100%" height="100%" viewBox="0 0 10000 10000" preserveAspectRatio="none">\
        <polygon class="area" points="\(areaPoints)"/>\
        <polyline class="ahead" points="\(points(from: max(reached.count - 1, 0), ahead))"/>\
        <polyline class="line" points="\(points(from: 0, reached))"/></svg>\
        \(if: threshold, thresholdLine)\
        \(each: reached.enumerated(), { dot($0.element, at: $0.offset) })</svg>
        """
    }

    private var ahead: [Int] { forecast.isEmpty ? [] : reached.suffix(1) + forecast }

    private var areaPoints: String {
        guard !reached.isEmpty else { return "" }
        let floor = vertical(0)
        return
            "\(horizontal(0)),\(floor) \(points(from: 0, reached)) \(horizontal(reached.count - 1)),\(floor)"
    }

    private func points(from first: Int, _ values: [Int]) -> String {
        values.enumerated()
            .map { "\(horizontal(first + $0.offset)),\(vertical($0.element))" }
            .joined(separator: " ")
    }

    // The scale's texts take the left 7%, the months' names the lowest 12%, in 0.01%.
    private func horizontal(_ month: Int) -> Int { 900 + month * 8_800 / max(months.count - 1, 1) }
    private func vertical(_ value: Int) -> Int { 8_800 - min(value, top) * 8_000 / top }

    private func gridLine(_ mark: Mark) -> HTML {
        let height = percent(vertical(mark.value))
        return """
            <line class="grid" x1="7%" x2="100%" y1="\(height)" y2="\(height)"/>\
            <text class="end" x="6%" y="\(height)" dy=".35em">\(mark.text)</text>
            """
    }

    private func monthName(_ name: String, at month: Int) -> HTML {
        """
        <text class="middle" x="\(percent(horizontal(month)))" y="98%">\(name)</text>
        """
    }

    private func thresholdLine(_ value: Int) -> HTML {
        let height = percent(vertical(value))
        return """
            <line class="need" x1="7%" x2="100%" y1="\(height)" y2="\(height)"/>\
            \(if: thresholdText, { "<text class=\"need\" x=\"8%\" y=\"\(height)\" dy=\"-.45em\">\($0)</text>" })
            """
    }

    private func dot(_ value: Int, at month: Int) -> HTML {
        let isLast = month == reached.count - 1
        return """
            <circle class="\(isLast ? "now" : "dot")" cx="\(percent(horizontal(month)))" \
            cy="\(percent(vertical(value)))" r="\(isLast ? 5 : 2)"/>
            """
    }
}
