/// A figure of a body by which those who lead it are rated.
public enum RatingMeasure: String, CaseIterable, Hashable, Sendable, Codable {
    /// The body's reform index, in per cent.
    case index
    /// Tasks of the body's plan that are done.
    case tasks
    /// Due tasks of the body's plan done in time.
    case onTime = "on-time"
    /// Tasks of the body's plan overdue and not done, of those in the plan.
    case overdue
    /// Due tasks led for the province that are done.
    case assigned
    /// Findings overdue and not remedied.
    case findings
    /// Targets of the province's plan that concern the body and that it keeps, of those that are due.
    case targets

    /// Whether it is a count; the others are shares in per cent.
    public var isCount: Bool { self == .findings }

    public var title: Bilingual {
        switch self {
        case .index: Bilingual(vi: "Chỉ số CCHC của cơ quan", en: "index of the body")
        case .tasks:
            Bilingual(vi: "Nhiệm vụ trong kế hoạch đã hoàn thành", en: "tasks of the plan done")
        case .onTime:
            Bilingual(vi: "Nhiệm vụ đến hạn hoàn thành đúng hạn", en: "due tasks done in time")
        case .overdue: Bilingual(vi: "Nhiệm vụ quá hạn", en: "tasks overdue")
        case .assigned:
            Bilingual(vi: "Nhiệm vụ tỉnh giao đã hoàn thành", en: "tasks for the province done")
        case .findings:
            Bilingual(vi: "Vấn đề kiểm tra quá hạn chưa khắc phục", en: "overdue findings")
        case .targets:
            Bilingual(vi: "Chỉ tiêu của tỉnh mà cơ quan đã đạt", en: "targets that the body keeps")
        }
    }

    /// What rules call it, as in "chỉ số >= 80"; they take the English name too.
    public var name: String {
        switch self {
        case .index: "chỉ số"
        case .tasks: "nhiệm vụ"
        case .onTime: "đúng hạn"
        case .overdue: "quá hạn"
        case .assigned: "tỉnh giao"
        case .findings: "vấn đề"
        case .targets: "chỉ tiêu"
        }
    }

    /// The measure of that name, in either language; `nil` when there is none.
    public init?(named name: String) {
        let folded = Vietnamese.folded(name)
        guard
            let found = Self.allCases.first(where: {
                $0.rawValue == name || Vietnamese.folded($0.name) == folded
            })
        else { return nil }
        self = found
    }

    /// The figure as people read it; it is in hundredths.
    public func words(_ hundredths: Int) -> Bilingual {
        isCount
            ? Written.points(Points(hundredths: hundredths))
            : Written.share(Percentage(basisPoints: hundredths))
    }
}

/// A figure of one body over a period, in hundredths of a per cent, or of one for counts.
public enum RatingFigure: Hashable, Sendable, Codable {
    case value(Int)
    /// There was nothing to count, so nothing could go wrong: no task was due.
    case nothingArose
    /// Nobody knows yet.
    case unknown
}
