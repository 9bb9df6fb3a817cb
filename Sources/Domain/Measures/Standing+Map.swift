extension Standing.Row.State {
    /// What the map of agencies says of one body under one target.
    public var title: Bilingual {
        switch self {
        case .counted: Bilingual(vi: "Đã thực hiện", en: "Done")
        case .late: Bilingual(vi: "Đã thực hiện, quá hạn", en: "Done, late")
        case .open: Bilingual(vi: "Chưa thực hiện", en: "Not yet")
        case .overdue: Bilingual(vi: "Quá hạn", en: "Overdue")
        case .failed: Bilingual(vi: "Không thực hiện", en: "Not done")
        }
    }
}

extension Standing {
    /// What the target says of each body: its own row, or the worst of its several.
    ///
    /// A body without any row is not concerned, or nothing arose there.
    public func states() -> [Int: Row.State] {
        var states: [Int: Row.State] = [:]
        for row in rows {
            guard let body = row.body else { continue }
            states[body] = states[body].map { Row.State.worse($0, row.state) } ?? row.state
        }
        return states
    }

    /// Whether each body that it concerns keeps it, by position; what is not due yet is left out.
    ///
    /// Where bodies have quotas of their own (each district), these alone are concerned, and keep it when
    /// nothing is missing; otherwise a body keeps it when each of its rows is counted and none was late.
    public var keptByBody: [Int: Bool] {
        let own = parts.filter { $0.body != nil && $0.denominator > 0 }
        guard own.isEmpty else {
            return Dictionary(
                own.map { ($0.body ?? 0, $0.missing == 0) }, uniquingKeysWith: { $0 && $1 })
        }
        return states().filter { $0.value != .open }.mapValues { $0 == .counted }
    }

    /// The first row of each body, for the words behind its state.
    public func rowsByBody() -> [Int: [Row]] {
        Dictionary(grouping: rows.filter { $0.body != nil }) { $0.body ?? 0 }
    }
}

extension Standing.Row.State {
    static func worse(_ left: Self, _ right: Self) -> Self {
        let order: [Self] = [.counted, .late, .open, .overdue, .failed]
        return order.firstIndex(of: left) ?? 0 >= order.firstIndex(of: right) ?? 0 ? left : right
    }
}
