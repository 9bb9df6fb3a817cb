import Markup

/// One quantity against its threshold, as a bar: what is reached, what is forecast, what is needed.
///
/// The bar is as wide as its place; its figures stand beside it as text of the page.
public struct BulletBar: Sendable {
    /// In hundredths of a per cent of the bar's full length, 0 to 10,000; more is cut there.
    public let value: Int
    public let threshold: Int?
    public let forecast: Int?
    /// The class that gives the colour.
    public let colour: String
    /// What the bar shows, in words.
    public let label: String

    public init(value: Int, threshold: Int?, forecast: Int?, colour: String, label: String) {
        self.value = value
        self.threshold = threshold
        self.forecast = forecast
        self.colour = colour
        self.label = label
    }

    public var svg: HTML {
        """
        <svg class="bullet \(colour)" role="img" aria-label="\(label)">\
        <rect class="ground" x="0" y="20%" width="100%" height="60%" rx="2"/>\
        \(if: forecast, { bar("forecast", length: $0) })\
        \(bar("reached", length: value))\
        \(if: threshold, tick)</svg>
        """
    }
}

private func bar(_ part: String, length: Int) -> HTML {
    """
    <rect class="\(part)" x="0" y="20%" width="\(percent(length))" height="60%" rx="2"/>
    """
}

private func tick(_ threshold: Int) -> HTML {
    """
    <line class="need" x1="\(percent(threshold))" x2="\(percent(threshold))" y1="0" y2="100%"/>
    """
}

/// "31.25%", as SVG writes lengths; a place outside the picture is moved to its edge.
func percent(_ basisPoints: Int) -> String {
    let inside = min(max(basisPoints, 0), 10_000)
    let rest = inside % 100
    return "\(inside / 100).\(rest < 10 ? "0" : "")\(rest)%"
}
