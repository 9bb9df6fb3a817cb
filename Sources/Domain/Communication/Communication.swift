/// One activity that makes reform known (tuyên truyền), planned or held.
public struct Communication: RegisterLine {
    public enum Form: String, CaseIterable, Hashable, Sendable, Codable {
        case meeting, press, broadcast, portal, social, contest, print, other

        public var title: Bilingual {
            switch self {
            case .meeting: Bilingual(vi: "hội nghị, tập huấn", en: "meeting or course")
            case .press: Bilingual(vi: "báo, tạp chí", en: "press")
            case .broadcast: Bilingual(vi: "phát thanh, truyền hình", en: "radio, television")
            case .portal: Bilingual(vi: "cổng thông tin điện tử", en: "portal")
            case .social: Bilingual(vi: "mạng xã hội", en: "social network")
            case .contest: Bilingual(vi: "cuộc thi, tọa đàm", en: "contest or talk")
            case .print: Bilingual(vi: "tờ rơi, pano, sổ tay", en: "leaflets, posters")
            case .other: Bilingual(vi: "hình thức khác", en: "other")
            }
        }
    }

    public var bodyCode: String?
    public var title: String?
    public var form: Form?
    public var plannedOn: Day?
    public var heldOn: Day?
    /// How many people it reached; `nil` when nobody counted.
    public var reach: Int?
    public var evidence: String?

    public init() {}

    public static let register = Register(
        key: "communications", recordKind: "communication",
        name: Bilingual(vi: "Tuyên truyền", en: "Communication"),
        kindName: Bilingual(vi: "hoạt động tuyên truyền", en: "activity"),
        add: Bilingual(vi: "Ghi hoạt động tuyên truyền", en: "Record an activity"),
        keyField: "title", dayField: "planned_on")

    public static let columns: [Column<Communication>] = [
        .body(\.bodyCode),
        .text(
            "title", Bilingual(vi: "Nội dung", en: "Subject"), \.title, required: true,
            longest: 500),
        .choice(
            "form", Bilingual(vi: "Hình thức", en: "Form"), \.form, required: true, title: \.title),
        .day("planned_on", Bilingual(vi: "Ngày dự kiến", en: "Planned on"), \.plannedOn),
        .day("held_on", Bilingual(vi: "Ngày thực hiện", en: "Held on"), \.heldOn),
        .count("reach", Bilingual(vi: "Số lượt người", en: "People reached"), \.reach),
        .evidence(\.evidence),
    ]

    public var day: Day? { plannedOn ?? heldOn }
    public var key: String { "\(day?.text ?? "") \(title ?? "")" }
    public func isDone(on day: Day) -> Bool { heldOn.map { $0 <= day } ?? false }
    public func isOverdue(on day: Day) -> Bool {
        !isDone(on: day) && plannedOn.map { $0 < day } ?? false
    }

    public var problems: [Problem] {
        guard reach != nil, heldOn == nil else { return [] }
        return [
            Problem(
                "held_on", vi: "Đã ghi số lượt người thì phải ghi ngày thực hiện.",
                en: "A reach needs the day on which it was held.")
        ]
    }
}
