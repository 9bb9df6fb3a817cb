/// How many dossiers of one area a one-stop unit handled in a month (số liệu hồ sơ thủ tục hành chính).
///
/// Counts are taken in and shares computed, because published shares differ in what they divide by.
/// Source: one-stop-statistics.md 1 and 2.
public struct DossierCount: RegisterLine {
    public var bodyCode: String?
    /// The month's last day, by which it belongs to a year and a period: *ours*, so that a period from
    /// 15/6 to 14/9 has the months June, July and August.
    public var month: Day?
    /// The area (lĩnh vực) of the procedures; empty for all together.
    public var area: String?
    public var carried: Int?
    public var received: Int?
    public var early: Int?
    public var onTime: Int?
    public var late: Int?
    /// Being solved at the month's end.
    public var pending: Int?
    /// Withdrawn by who filed them, or refused at reception.
    public var withdrawn: Int?
    /// Of those pending, the ones past their day; `nil` where nobody counts them.
    public var pendingLate: Int?
    public var online: Int?
    public var digitalResults: Int?
    public var onlinePayments: Int?
    public var source: String?

    public init() {}

    /// The counts of a line, in the order of its columns.
    public enum Field: String, CaseIterable, Hashable, Sendable {
        case carried, received, early
        case onTime = "on_time"
        case late, pending, withdrawn
        case pendingLate = "pending_late"
        case online
        case digitalResults = "digital_results"
        case onlinePayments = "online_payments"

        public var title: Bilingual {
            switch self {
            case .carried: Bilingual(vi: "Tồn kỳ trước", en: "Carried over")
            case .received: Bilingual(vi: "Tiếp nhận trong kỳ", en: "Received")
            case .early: Bilingual(vi: "Giải quyết trước hạn", en: "Solved early")
            case .onTime: Bilingual(vi: "Giải quyết đúng hạn", en: "Solved on time")
            case .late: Bilingual(vi: "Giải quyết quá hạn", en: "Solved late")
            case .pending: Bilingual(vi: "Đang giải quyết", en: "Pending")
            case .withdrawn: Bilingual(vi: "Rút, từ chối", en: "Withdrawn or refused")
            case .pendingLate:
                Bilingual(
                    vi: "Trong đó đang giải quyết đã quá hạn",
                    en: "Of those pending, past their day")
            case .online: Bilingual(vi: "Tiếp nhận trực tuyến", en: "Filed online")
            case .digitalResults: Bilingual(vi: "Trả kết quả điện tử", en: "Digital results")
            case .onlinePayments: Bilingual(vi: "Thanh toán trực tuyến", en: "Paid online")
            }
        }

        /// The last part of the figure's name in templates.
        public var figure: String {
            switch self {
            case .carried: "ton_truoc"
            case .received: "tiep_nhan"
            case .early: "truoc_han"
            case .onTime: "dung_han"
            case .late: "qua_han"
            case .pending: "dang_giai_quyet"
            case .withdrawn: "rut"
            case .pendingLate: "dang_giai_quyet_qua_han"
            case .online: "truc_tuyen"
            case .digitalResults: "ket_qua_dien_tu"
            case .onlinePayments: "thanh_toan_truc_tuyen"
            }
        }

        var path: any WritableKeyPath<DossierCount, Int?> & Sendable {
            switch self {
            case .carried: \.carried
            case .received: \.received
            case .early: \.early
            case .onTime: \.onTime
            case .late: \.late
            case .pending: \.pending
            case .withdrawn: \.withdrawn
            case .pendingLate: \.pendingLate
            case .online: \.online
            case .digitalResults: \.digitalResults
            case .onlinePayments: \.onlinePayments
            }
        }
    }

    public static let register = Register(
        key: "dossiers", recordKind: "dossier",
        name: Bilingual(vi: "Hồ sơ thủ tục hành chính", en: "One-stop dossiers"),
        kindName: Bilingual(vi: "dòng số liệu hồ sơ", en: "line of dossier counts"),
        add: Bilingual(vi: "Ghi số liệu tháng", en: "Record a month"), keyField: "month",
        dayField: "month")

    public static let columns: [Column<DossierCount>] =
        [
            .body(\.bodyCode), monthColumn,
            .text("area", Bilingual(vi: "Lĩnh vực", en: "Area"), \.area, longest: 120),
        ]
        + Field.allCases.map { field in
            .count(
                field.rawValue, field.title, field.path, required: !field.isExtra)
        }
        + [.text("source", Bilingual(vi: "Nguồn số liệu", en: "Source"), \.source)]

    public static let listed = [
        "body_code", "month", "area", "carried", "received", "early", "on_time", "late", "pending",
        "withdrawn", "online",
    ]
    public static let remarks = [OnTimeFormula.ofSolved.title]
    public var remarks: [Bilingual] { [Self.share((early ?? 0) + (onTime ?? 0), of: solved)] }

    public static var comesToPass: Bool { false }
    public var day: Day? { month }
    public var key: String { "\(month?.text ?? "") \(area ?? "")" }
    public func isDone(on day: Day) -> Bool { month.map { $0 <= day } ?? false }

    /// The dossiers that had to be handled: carried over and received.
    public var toHandle: Int { (carried ?? 0) + (received ?? 0) }
    public var solved: Int { (early ?? 0) + (onTime ?? 0) + (late ?? 0) }

    /// What went in must have come out or be there still; parts cannot exceed their whole.
    ///
    /// Source: one-stop-statistics.md 1, the invariants; withdrawn and refused count as gone.
    public var problems: [Problem] {
        var problems: [Problem] = []
        let gone = solved + (pending ?? 0) + (withdrawn ?? 0)
        if toHandle != gone {
            problems.append(
                Problem(
                    Field.pending.rawValue,
                    vi:
                        "Số liệu không cân: tồn \(Self.vi(carried)) + tiếp nhận \(Self.vi(received)) = \(Self.vi(toHandle)), nhưng trước hạn \(Self.vi(early)) + đúng hạn \(Self.vi(onTime)) + quá hạn \(Self.vi(late)) + đang giải quyết \(Self.vi(pending)) + rút \(Self.vi(withdrawn)) = \(Self.vi(gone)); hãy đối chiếu lại.",
                    en:
                        "The counts do not balance: \(toHandle) carried over and received, \(gone) solved, pending or withdrawn; please check."
                ))
        }
        check(.pendingLate, atMost: pending, .pending, &problems)
        check(.online, atMost: received, .received, &problems)
        check(.digitalResults, atMost: solved, .onTime, &problems)
        return problems
    }

    private func check(
        _ part: Field, atMost whole: Int?, _ named: Field, _ problems: inout [Problem]
    ) {
        guard let value = self[keyPath: part.path], value > whole ?? 0 else { return }
        problems.append(
            Problem(
                part.rawValue,
                vi:
                    "“\(part.title.vi)” là \(Self.vi(value)), nhiều hơn \(Self.vi(whole)) hồ sơ của cả dòng; hãy đối chiếu lại.",
                en: "“\(part.title.en)” is \(value), more than the \(whole ?? 0) of the whole line."
            ))
    }

    private static func vi(_ value: Int?) -> String { Written.number(value ?? 0, .vi) }

    /// A month as 09/2021 or 2021-09; kept as its last day.
    private static let monthColumn = Column<DossierCount>(
        "month", Bilingual(vi: "Tháng", en: "Month"), required: true,
        read: { cell, line in
            guard let day = Day("01/\(cell)") ?? Day("\(cell)-01") ?? Day(cell) else {
                return Problem(
                    "month", vi: "“\(cell)” không phải là một tháng; hãy ghi theo dạng 09/2021.",
                    en: "“\(cell)” is not a month; write it as 09/2021.")
            }
            line.month = day.endOfMonth
            return nil
        },
        write: { $0.month.map { String($0.vi.dropFirst(3)) } ?? "" })
}

extension DossierCount.Field {
    /// Whether it may be left out: not every unit counts it.
    var isExtra: Bool { [.pendingLate, .online, .digitalResults, .onlinePayments].contains(self) }
    /// Whether it says how many there are at a month's edge, so that months are not added up.
    public var isStock: Bool { [.carried, .pending, .pendingLate].contains(self) }
}
