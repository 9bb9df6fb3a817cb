/// What should be looked at in the coordination of procedures, as it stands on a day.
public struct CoordinationPoint: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case twoRegulations, overLimit, notRegistered, unlistedRegulation, reviewDue,
            unknownProcedure

        public var title: Bilingual {
            switch self {
            case .twoRegulations:
                Bilingual(
                    vi: "Hai quy chế cho một thủ tục", en: "Two regulations on one procedure")
            case .overLimit:
                Bilingual(vi: "Vượt thời hạn công bố", en: "Longer than published")
            case .notRegistered:
                Bilingual(vi: "Ghi có, chưa thấy quy chế", en: "Said to exist, not registered")
            case .unlistedRegulation:
                Bilingual(vi: "Ghi chưa có, nhưng đã có quy chế", en: "Said to be missing, exists")
            case .reviewDue: Bilingual(vi: "Đến hạn rà soát lại", en: "Review is due")
            case .unknownProcedure:
                Bilingual(vi: "Thủ tục ngoài danh mục", en: "Procedure not listed")
            }
        }
    }

    public let kind: Kind
    /// The code of the procedure; `nil` when it is about the regulation alone.
    public let procedure: String?
    /// The numbers of the regulations it is about.
    public let regulations: [Int]
    public let message: Bilingual
}

/// Every procedure and every regulation there is, and how they fit on one day.
public struct CoordinationReview: Sendable {
    public let procedures: [CoordinatedProcedure]
    public let regulations: [CoordinationRegulation]
    public let day: Day
    /// The regulations in force, by the codes of their procedures.
    private let inForce: [String: [CoordinationRegulation]]

    public init(
        _ procedures: [CoordinatedProcedure], _ regulations: [CoordinationRegulation], on day: Day
    ) {
        self.procedures = procedures
        self.regulations = regulations
        self.day = day
        var ends: [String: Day] = [:]
        for regulation in regulations where !regulation.replaces.isEmpty {
            let key = "\(regulation.issuer) \(regulation.replaces)"
            ends[key] = [ends[key], regulation.inForceOn].compactMap(\.self).min()
        }
        var inForce: [String: [CoordinationRegulation]] = [:]
        for regulation in regulations {
            let replaced = ends["\(regulation.issuer) \(regulation.symbol)"]
            let end = [replaced, regulation.endedOn].compactMap(\.self).min()
            guard regulation.inForceOn <= day, end.map({ day < $0 }) ?? true else { continue }
            for code in regulation.procedures { inForce[code, default: []].append(regulation) }
        }
        self.inForce = inForce
    }

    /// The regulations that hold for the procedure on the day.
    public func regulations(on code: String) -> [CoordinationRegulation] { inForce[code] ?? [] }

    /// Whether the regulation is in force on the day.
    public func isInForce(_ regulation: CoordinationRegulation) -> Bool {
        regulation.procedures.contains { code in
            regulations(on: code).contains { $0.id == regulation.id }
        }
    }

    /// Everything to look at: by procedure, then what concerns regulations alone.
    public var points: [CoordinationPoint] {
        procedures.flatMap(points(on:)) + regulations.filter(isInForce).flatMap(points(on:))
    }

    public func points(on procedure: CoordinatedProcedure) -> [CoordinationPoint] {
        let held = regulations(on: procedure.code)
        var points: [CoordinationPoint] = []
        func point(
            _ kind: CoordinationPoint.Kind, _ regulations: [CoordinationRegulation], _ vi: String,
            _ en: String
        ) {
            points.append(
                CoordinationPoint(
                    kind: kind, procedure: procedure.code, regulations: regulations.map(\.number),
                    message: Bilingual(vi: vi, en: en)))
        }
        if held.count > 1 {
            let symbols = held.map(\.symbol).joined(separator: ", ")
            point(
                .twoRegulations, held,
                "\(Written.count(held.count, .vi)) quy chế cùng có hiệu lực: \(symbols).",
                "\(held.count) regulations are in force at once: \(symbols).")
        }
        for regulation in held {
            guard let limit = procedure.limit, regulation.totalDays > limit else { continue }
            let over = regulation.totalDays - limit
            point(
                .overLimit, [regulation],
                "\(regulation.symbol): tổng \(regulation.totalDays.number(.vi)) ngày, công bố \(limit.number(.vi)) ngày; vượt \(over.number(.vi)) ngày.",
                "\(regulation.symbol): \(regulation.totalDays.number(.en)) days in all, \(limit.number(.en)) published; \(over.number(.en)) too many."
            )
        }
        if procedure.hasRegulation == .yes, held.isEmpty {
            point(
                .notRegistered, [], "Ghi là có quy chế, nhưng chưa có quy chế nào còn hiệu lực.",
                "Said to have a regulation, but none in force is registered.")
        }
        if procedure.hasRegulation == .no, let regulation = held.first {
            point(
                .unlistedRegulation, held,
                "Ghi là chưa có quy chế, nhưng \(regulation.symbol) đang có hiệu lực.",
                "Said to have no regulation, but \(regulation.symbol) is in force.")
        }
        return points
    }

    public func points(on regulation: CoordinationRegulation) -> [CoordinationPoint] {
        var points: [CoordinationPoint] = []
        if let reviewOn = regulation.reviewOn, reviewOn <= day {
            points.append(
                CoordinationPoint(
                    kind: .reviewDue, procedure: nil, regulations: [regulation.number],
                    message: Bilingual(
                        vi: "\(regulation.symbol): phải rà soát lại từ \(reviewOn.vi).",
                        en: "\(regulation.symbol): to be reviewed since \(reviewOn.en).")))
        }
        let listed = Swift.Set(procedures.map(\.code))
        for code in regulation.procedures where !listed.contains(code) {
            points.append(
                CoordinationPoint(
                    kind: .unknownProcedure, procedure: nil, regulations: [regulation.number],
                    message: Bilingual(
                        vi: "\(regulation.symbol): thủ tục \(code) chưa có trong danh mục.",
                        en: "\(regulation.symbol): procedure \(code) is not on the list.")))
        }
        return points
    }
}
