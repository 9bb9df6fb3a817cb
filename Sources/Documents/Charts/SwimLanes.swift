import Markup

/// The path of a procedure: a lane for each body, a column for each stage, a box for each step.
public struct SwimLanes: Sendable {
    public struct Step: Sendable {
        /// The place of its lane and of its stage, from 0.
        public let lane: Int
        public let stage: Int
        /// "3"; the number that the list beside the drawing has too.
        public let mark: String
        public let name: String
        /// "0,5 ngày".
        public let time: String
        /// Taken only under a condition.
        public let isConditional: Bool

        public init(
            lane: Int, stage: Int, mark: String, name: String, time: String, isConditional: Bool
        ) {
            self.lane = lane
            self.stage = stage
            self.mark = mark
            self.name = name
            self.time = time
            self.isConditional = isConditional
        }
    }

    public let lanes: [String]
    public let steps: [Step]
    /// What the drawing shows, in words.
    public let label: String

    public init(lanes: [String], steps: [Step], label: String) {
        self.lanes = lanes
        self.steps = steps
        self.label = label
    }

    public var svg: HTML {
        let boxes = boxes
        let width = Size.margin + stageCount * Size.pitch
        let height = tops.last ?? 0
        return """
            <svg class="lanes" role="img" aria-label="\(label)" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)">
            \(each: lanes.indices, { lane($0, width) })\(each: arrows(boxes), { $0 })\(each: boxes, boxView)</svg>
            """
    }

    private enum Size {
        static let margin = 152
        static let pitch = 134
        static let box = (width: 112, height: 62)
        static let gap = 8
    }

    private struct Box {
        let step: Step
        let x: Int
        let y: Int
        var middle: Int { y + Size.box.height / 2 }
        var right: Int { x + Size.box.width }
    }

    private var stageCount: Int { (steps.map(\.stage).max() ?? -1) + 1 }

    /// The upper edge of each lane, and the lower edge of the last.
    private var tops: [Int] {
        var tops = [0]
        for lane in lanes.indices {
            let mine = steps.filter { $0.lane == lane }
            let most = Dictionary(grouping: mine, by: \.stage).values.map(\.count).max() ?? 1
            tops.append(
                (tops.last ?? 0) + most * (Size.box.height + Size.gap) + Size.gap)
        }
        return tops
    }

    private var boxes: [Box] {
        let tops = tops
        var taken: [[Int]: Int] = [:]
        return steps.map { step in
            let slot = taken[[step.lane, step.stage], default: 0]
            taken[[step.lane, step.stage]] = slot + 1
            return Box(
                step: step, x: Size.margin + step.stage * Size.pitch,
                y: tops[step.lane] + Size.gap + slot * (Size.box.height + Size.gap))
        }
    }

    /// From every step of a stage to every one of the next.
    private func arrows(_ boxes: [Box]) -> [HTML] {
        boxes.flatMap { from in
            boxes.filter { $0.step.stage == from.step.stage + 1 }.map { to in
                let bend = to.x - (Size.pitch - Size.box.width) / 2
                let head = "M\(to.x) \(to.middle)l-6 -4v8z"
                return """
                    <path class="way" d="M\(from.right) \(from.middle)H\(bend)V\(to.middle)H\(to.x - 5)"/>\
                    <path class="head" d="\(head)"/>
                    """
            }
        }
    }

    private func lane(_ place: Int, _ width: Int) -> HTML {
        let (top, bottom) = (tops[place], tops[place + 1])
        let lines = wrapped(lanes[place], to: 20, atMost: 4)
        let first = (top + bottom) / 2 - (lines.count - 1) * 8 + 4
        return """
            <rect class="lane\(when: place % 2 == 1, " odd")" x="0" y="\(top)" width="\(width)" height="\(bottom - top)"/>\
            \(each: lines.enumerated(), { "<text class=\"who\" x=\"8\" y=\"\(first + $0.offset * 16)\">\($0.element)</text>" })
            """
    }

    private func boxView(_ box: Box) -> HTML {
        let lines = wrapped(box.step.name, to: 17, atMost: 3)
        return """
            <g class="step\(when: box.step.isConditional, " maybe")"><title>\(box.step.mark). \(box.step.name): \(box.step.time)</title>\
            <rect x="\(box.x)" y="\(box.y)" width="\(Size.box.width)" height="\(Size.box.height)" rx="4"/>\
            <text class="time" x="\(box.x + 7)" y="\(box.y + 15)">\(box.step.mark). \(box.step.time)</text>\
            \(each: lines.enumerated(), { "<text x=\"\(box.x + 7)\" y=\"\(box.y + 30 + $0.offset * 13)\">\($0.element)</text>" })</g>
            """
    }
}

/// The words on lines of about so many letters; what is too much ends in "…".
func wrapped(_ text: String, to width: Int, atMost count: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
        if let last = lines.last, last.unicodeScalars.count + 1 + word.unicodeScalars.count <= width
        {
            lines[lines.count - 1] = last + " " + word
        } else {
            lines.append(String(word))
        }
    }
    guard lines.count > count else { return lines }
    return lines.prefix(count - 1) + [lines[count - 1] + "…"]
}
