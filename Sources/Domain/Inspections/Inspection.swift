/// One inspection of one body's reform work (kiểm tra CCHC).
///
/// It counts from the day of its conclusion notice (Thông báo kết luận); a cancelled or unconcluded
/// one does not count, and a body inspected twice counts once.
public struct Inspection: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Inspection>

    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case planned, sudden, thematic, followUp

        public var title: Bilingual {
            switch self {
            case .planned: Bilingual(vi: "theo kế hoạch", en: "planned")
            case .sudden: Bilingual(vi: "đột xuất", en: "sudden")
            case .thematic: Bilingual(vi: "chuyên đề", en: "thematic")
            case .followUp: Bilingual(vi: "phúc tra", en: "follow-up")
            }
        }
    }

    /// How the team works.
    public enum Mode: String, CaseIterable, Hashable, Sendable, Codable {
        case onSite, throughReports

        public var title: Bilingual {
            switch self {
            case .onSite: Bilingual(vi: "trực tiếp", en: "on site")
            case .throughReports: Bilingual(vi: "qua báo cáo", en: "through reports")
            }
        }
    }

    public let id: ID
    public let number: Int
    public let inspector: Agency.ID
    public let body: Agency.ID
    public let kind: Kind
    public let mode: Mode
    /// The day it is scheduled for; `nil` for one that nobody scheduled.
    public let plannedOn: Day?
    public let heldOn: Day?
    public let concludedOn: Day?
    public let conclusionSymbol: String
    public let cancelledOn: Day?
    public let version: Int

    public init(
        id: ID, number: Int, inspector: Agency.ID, body: Agency.ID, kind: Kind,
        mode: Mode = .onSite, plannedOn: Day?, heldOn: Day? = nil, concludedOn: Day? = nil,
        conclusionSymbol: String = "",
        cancelledOn: Day? = nil, version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.inspector = inspector
        self.body = body
        self.kind = kind
        self.mode = mode
        self.plannedOn = plannedOn
        self.heldOn = heldOn
        self.concludedOn = concludedOn
        self.conclusionSymbol = conclusionSymbol
        self.cancelledOn = cancelledOn
        self.version = version
    }

    /// Returns the same inspection under the identity of the record.
    public func taking(id: ID, number: Int, version: Int) -> Inspection {
        Inspection(
            id: id, number: number, inspector: inspector, body: body, kind: kind, mode: mode,
            plannedOn: plannedOn,
            heldOn: heldOn, concludedOn: concludedOn, conclusionSymbol: conclusionSymbol,
            cancelledOn: cancelledOn, version: version)
    }

    /// Every reason it cannot be recorded like this.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if plannedOn == nil, heldOn == nil {
            problems.append(
                Problem(
                    "planned_on", vi: "Hãy ghi ngày dự kiến hoặc ngày kiểm tra.",
                    en: "Give the day it is planned for or the day it was held."))
        }
        if inspector == body {
            problems.append(
                Problem(
                    "inspector_code",
                    vi: "Cơ quan không kiểm tra chính mình; hãy ghi vào mục tự kiểm tra.",
                    en: "A body does not inspect itself; record it as a self-inspection."))
        }
        if concludedOn != nil, conclusionSymbol.isEmpty {
            problems.append(
                Problem(
                    "conclusion_symbol",
                    vi: "Đã có ngày kết luận thì phải ghi số Thông báo kết luận.",
                    en: "A concluded inspection needs the symbol of its conclusion notice."))
        }
        if let concludedOn, let heldOn, concludedOn < heldOn {
            problems.append(
                Problem(
                    "concluded_on", vi: "Ngày kết luận không thể trước ngày kiểm tra \(heldOn.vi).",
                    en: "The conclusion cannot come before the inspection on \(heldOn.en)."))
        }
        if concludedOn != nil, heldOn == nil {
            problems.append(
                Problem(
                    "held_on", vi: "Có kết luận thì phải ghi ngày kiểm tra.",
                    en: "A concluded inspection needs the day it was held."))
        }
        return problems
    }
}

/// A body's inspection of its own offices and units (tự kiểm tra).
public struct SelfInspection: Hashable, Sendable, Codable {
    public typealias ID = Identifier<SelfInspection>

    public let id: ID
    public let number: Int
    public let body: Agency.ID
    public let plannedOn: Day?
    /// The day it was done; it counts from then on.
    public let heldOn: Day?
    public let reportSymbol: String
    public let version: Int

    public init(
        id: ID, number: Int, body: Agency.ID, plannedOn: Day?, heldOn: Day? = nil,
        reportSymbol: String = "", version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.body = body
        self.plannedOn = plannedOn
        self.heldOn = heldOn
        self.reportSymbol = reportSymbol
        self.version = version
    }

    /// Returns the same self-inspection under the identity of the record.
    public func taking(id: ID, number: Int, version: Int) -> SelfInspection {
        SelfInspection(
            id: id, number: number, body: body, plannedOn: plannedOn, heldOn: heldOn,
            reportSymbol: reportSymbol, version: version)
    }

    public var problems: [Problem] {
        guard plannedOn == nil, heldOn == nil else { return [] }
        return [
            Problem(
                "planned_on", vi: "Hãy ghi ngày dự kiến hoặc ngày tự kiểm tra.",
                en: "Give the day it is planned for or the day it was held.")
        ]
    }
}
