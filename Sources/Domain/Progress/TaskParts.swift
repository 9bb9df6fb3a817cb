extension Plan.Task {
    /// How a parent completes from its parts (nhiệm vụ con); stated with the parent, never implied.
    public enum PartRule: String, CaseIterable, Hashable, Sendable, Codable {
        /// The share of its parts that are done.
        case count
        /// The mean of its parts' progress, each by its weight.
        case weighted

        public var title: Bilingual {
            switch self {
            case .count: Bilingual(vi: "Số phần đã hoàn thành", en: "Parts done")
            case .weighted: Bilingual(vi: "Bình quân theo trọng số", en: "Weighted mean")
            }
        }
    }

    /// One part of a parent, as the rule needs it.
    public struct Part: Hashable, Sendable {
        public let state: State
        public let doneOn: Day?
        public let share: Percentage?
        /// From 1; only the weighted mean asks for it.
        public let weight: Int

        public init(state: State, doneOn: Day?, share: Percentage?, weight: Int) {
            self.state = state
            self.doneOn = doneOn
            self.share = share
            self.weight = weight
        }
    }

    /// What its parts make of a parent.
    public struct Sum: Hashable, Sendable {
        /// Rounded half up to 0.01%, once; `nil` when no part counts.
        public let share: Percentage?
        /// The day on which the last of them was done; `nil` while one is open.
        public let doneOn: Day?
        /// How many count: the cancelled leave the sum.
        public let counted: Int
        public let done: Int
    }

    /// Returns what the parts make of their parent.
    ///
    /// Cancelled parts and approaches leave the sum. A part nobody reported on counts as 0% and is
    /// said to be unreported where it is shown. The parent is done when every part that counts is.
    /// Both rules are ours: decision 0018.
    public static func sum(_ parts: [Part], by rule: PartRule) -> Sum {
        let counted = parts.filter { $0.state != .cancelled && $0.state != .approach }
        let done = counted.filter { $0.doneOn != nil }
        let days = done.compactMap(\.doneOn)
        let share: Percentage? =
            switch rule {
            case .count: Percentage(done.count, of: counted.count)
            case .weighted:
                // Hundredths of a per cent times weight: an exact mean, rounded once.
                Percentage(
                    counted.reduce(0) {
                        $0 + $1.weight
                            * ($1.doneOn == nil ? $1.share?.basisPoints ?? 0 : 10_000)
                    }, of: counted.reduce(0) { $0 + $1.weight } * 10_000)
            }
        return Sum(
            share: share,
            doneOn: done.count == counted.count && !counted.isEmpty ? days.max() : nil,
            counted: counted.count, done: done.count)
    }

    /// Returns the parent as its parts leave it.
    ///
    /// A parent without parts that count goes by its own reports again.
    public func summed(_ sum: Sum) -> Plan.Task {
        var task = self
        task.computed = sum.share
        guard sum.counted > 0, state == .open || state == .done, closedOn == nil else {
            return task
        }
        task.doneOn = sum.doneOn
        task.state = sum.doneOn == nil ? .open : .done
        return task
    }

    /// Returns the task under another rule for its parts.
    public func completing(by rule: PartRule) -> Plan.Task { changed { $0.partRule = rule } }
}
