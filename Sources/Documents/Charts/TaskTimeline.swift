import Markup

/// One task on the year's line: how long it may take, how far its time has come, when it was done.
///
/// All places are in hundredths of a per cent of the year.
public struct TaskTimeline: Sendable {
    public struct Month: Sendable {
        public let place: Int
        public let name: String

        public init(place: Int, name: String) {
            self.place = place
            self.name = name
        }
    }

    public let months: [Int]
    public let from: Int
    public let due: Int
    public let reached: Int
    public let done: Int?
    public let now: Int
    public let hasDue: Bool
    /// The class that gives the colour.
    public let colour: String
    /// What the line shows, in words.
    public let label: String

    public init(
        months: [Int], from: Int, due: Int, reached: Int, done: Int?, now: Int, hasDue: Bool,
        colour: String, label: String
    ) {
        self.months = months
        self.from = from
        self.due = due
        self.reached = reached
        self.done = done
        self.now = now
        self.hasDue = hasDue
        self.colour = colour
        self.label = label
    }

    public var svg: HTML {
        """
        <svg class="task-line \(colour)" role="img" aria-label="\(label)">\
        \(each: months, { line("grid", $0) })\(line("today", now))\
        \(bar("ground", from: from, to: due))\(bar("reached", from: from, to: min(reached, due)))\
        \(when: reached > due, bar("over", from: due, to: reached))\
        \(when: hasDue, line("need", due))\
        \(if: done, dot)</svg>
        """
    }

    /// The months above the lines, with the day asked.
    public static func scale(_ months: [Month], now: Int, label: String) -> HTML {
        """
        <svg class="task-scale" role="img" aria-label="\(label)">\(each: months, monthName)\
        <line class="today" x1="\(percent(now))" x2="\(percent(now))" y1="0" y2="100%"/></svg>
        """
    }
}

private func line(_ part: String, _ place: Int) -> HTML {
    """
    <line class="\(part)" x1="\(percent(place))" x2="\(percent(place))" y1="0" y2="100%"/>
    """
}

private func bar(_ part: String, from: Int, to: Int) -> HTML {
    """
    <rect class="\(part)" x="\(percent(from))" y="30%" width="\(percent(max(to - from, 0)))" height="40%"/>
    """
}

private func dot(_ place: Int) -> HTML {
    """
    <circle class="dot" cx="\(percent(place))" cy="50%" r="4"/>
    """
}

private func monthName(_ month: TaskTimeline.Month) -> HTML {
    """
    <text x="\(percent(month.place))" y="70%" dx="2">\(month.name)</text>
    """
}
