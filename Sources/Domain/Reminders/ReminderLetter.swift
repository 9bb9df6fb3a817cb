/// The draft of the official letter that asks agencies after what they owe (V/v đôn đốc …), with the
/// list as its annex.
///
/// Layout: Decree 30/2020/NĐ-CP, Annex I. The wording is a proposal for whoever signs.
public struct ReminderLetter: Sendable {
    public let reminder: Reminder
    /// The body that sends it.
    public let letterhead: Letterhead
    /// How each body of the list was called that day.
    public let names: [Agency.ID: String]
    /// "Kế hoạch số 95/KH-UBND"; empty when none is confirmed.
    public let plan: String
    /// How often each thing was asked after before, by "kind record".
    public let earlier: [String: Int]

    public init(
        _ reminder: Reminder, letterhead: Letterhead, names: [Agency.ID: String], plan: String,
        earlier: [String: Int]
    ) {
        self.reminder = reminder
        self.letterhead = letterhead
        self.names = names
        self.plan = plan
        self.earlier = earlier
    }

    public var document: OfficialDocument {
        OfficialDocument(
            kind: .letter, letterhead: letterhead, day: reminder.madeOn,
            subject: "đôn đốc \(subject)", addressees: addressees,
            blocks: [.text(opening), .text(request), .text(closing)],
            annexes: [
                OfficialDocument.Annex("Danh sách việc cần đôn đốc", blocks: [.table(table)])
            ],
            signature: OfficialDocument.Signature(signature), recipients: ["Như trên"],
            draftingUnit: "CCHC")
    }

    /// What all of it is about, in the words of the subject.
    private var subject: String {
        let kinds = Set(reminder.items.compactMap(\.itemKind))
        guard kinds.count == 1, let kind = kinds.first else {
            return "thực hiện nhiệm vụ cải cách hành chính năm \(reminder.year)"
        }
        return switch kind {
        case .task: "thực hiện nhiệm vụ cải cách hành chính năm \(reminder.year)"
        case .submission: "gửi báo cáo cải cách hành chính định kỳ năm \(reminder.year)"
        case .agencyPlan: "ban hành kế hoạch cải cách hành chính năm \(reminder.year)"
        case .finding: "khắc phục vấn đề phát hiện qua kiểm tra cải cách hành chính"
        case .inspection: "thực hiện kế hoạch kiểm tra cải cách hành chính năm \(reminder.year)"
        case .selfInspection: "báo cáo tự kiểm tra cải cách hành chính năm \(reminder.year)"
        case .legalReview: "rà soát văn bản theo các đợt đã mở"
        default: "báo cáo, thực hiện cải cách hành chính năm \(reminder.year)"
        }
    }

    private var agencies: [Agency.ID] {
        var seen: Set<Agency.ID> = []
        return reminder.items.map(\.agency).filter { seen.insert($0).inserted }
    }

    /// Up to five bodies by name; more are named in the list.
    private var addressees: [String] {
        agencies.count <= 5
            ? agencies.compactMap { names[$0] }
            : ["Các cơ quan, đơn vị, địa phương có tên trong danh sách kèm theo"]
    }

    private var opening: String {
        let basis = plan.isEmpty ? "Qua theo dõi" : "Thực hiện \(plan), qua theo dõi"
        let items = reminder.items.compactMap { item in
            item.itemKind.map {
                InboxItem(
                    box: .late, kind: $0, record: item.record, title: "", year: reminder.year,
                    agency: item.agency, dueOn: item.dueOn)
            }
        }
        return
            "\(basis), tổng hợp của \(letterhead.name), đến ngày \(reminder.madeOn.vi) còn \(InboxItem.what(items, on: reminder.madeOn).vi) của \(Written.count(agencies.count, .vi)) cơ quan, đơn vị (danh sách kèm theo)."
    }

    private var request: String {
        let repeated = reminder.items.count { (earlier["\($0.kind) \($0.record)"] ?? 0) > 0 }
        let before =
            repeated > 0
            ? " Trong đó, \(Written.count(repeated, .vi)) việc đã được đôn đốc trước đây." : ""
        return
            "\(letterhead.name) đề nghị các cơ quan, đơn vị khẩn trương thực hiện và cập nhật kết quả, tài liệu kiểm chứng trên hệ thống trước ngày \(reminder.answerBy.vi).\(before)"
    }

    private var closing: String {
        "Trường hợp có khó khăn, vướng mắc, đề nghị báo cáo rõ nguyên nhân, thời hạn hoàn thành, gửi \(letterhead.name) để tổng hợp, báo cáo cấp có thẩm quyền xem xét./."
    }

    private var table: OfficialDocument.Table {
        OfficialDocument.Table(
            "Danh sách việc cần đôn đốc",
            columns: [
                OfficialDocument.Table.Column("TT", width: 4, isNumber: true),
                OfficialDocument.Table.Column("Cơ quan, đơn vị", width: 18),
                OfficialDocument.Table.Column("Nội dung", width: 40),
                OfficialDocument.Table.Column("Thời hạn", width: 10),
                OfficialDocument.Table.Column("Số ngày quá hạn", width: 8, isNumber: true),
                OfficialDocument.Table.Column("Đã đôn đốc (lần)", width: 8, isNumber: true),
            ],
            rows: reminder.items.enumerated().map { number, item in
                let late = item.dueOn.map { max(0, reminder.madeOn - $0) } ?? 0
                return [
                    String(number + 1), names[item.agency] ?? "", words(item),
                    item.dueOn?.vi ?? "", late == 0 ? "" : Written.number(late, .vi),
                    earlier["\(item.kind) \(item.record)"].map { Written.count($0, .vi) } ?? "",
                ].map { $0.isEmpty ? [] : [.text($0)] }
            })
    }

    private func words(_ item: Reminder.Item) -> String {
        let kind = item.itemKind?.title.vi ?? ""
        if item.title.isEmpty { return "Ban hành, khai kế hoạch năm \(reminder.year)" }
        if item.itemKind == .submission { return "Gửi báo cáo định kỳ: \(item.title)" }
        return item.code.isEmpty ? item.title : "\(kind) \(item.code): \(item.title)"
    }

    private var signature: [String] {
        if letterhead.abbreviation == "UBND" { return ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"] }
        if letterhead.name.hasPrefix("Sở") { return ["GIÁM ĐỐC"] }
        if letterhead.name.hasPrefix("Văn phòng") { return ["CHÁNH VĂN PHÒNG"] }
        if letterhead.name.hasPrefix("Thanh tra") { return ["CHÁNH THANH TRA"] }
        return ["THỦ TRƯỞNG CƠ QUAN"]
    }
}
