/// The draft of a yearly plan of inspection, with the annex of bodies, weeks and inspecting bodies.
///
/// Layout: Decree 30/2020/NĐ-CP, Annex I. The wording is a proposal for whoever signs.
public struct InspectionPlanDraft: Sendable {
    public let letterhead: Letterhead
    public let year: Int
    public let day: Day
    public let lines: [InspectionPlan.Line]
    /// The names of bodies and inspecting bodies inside a sentence.
    public let names: [Agency.ID: String]
    /// The plan of the year that asks for the inspections; empty when none is in force.
    public let basis: String
    public let rules: InspectionRules

    public init(
        letterhead: Letterhead, year: Int, day: Day, lines: [InspectionPlan.Line],
        names: [Agency.ID: String], basis: String, rules: InspectionRules
    ) {
        self.letterhead = letterhead
        self.year = year
        self.day = day
        self.lines = lines
        self.names = names
        self.basis = basis
        self.rules = rules
    }

    public var document: OfficialDocument {
        OfficialDocument(
            kind: .plan, letterhead: letterhead, day: day,
            subject: "Kiểm tra công tác cải cách hành chính năm \(year)",
            blocks: opening + purpose + content + time + carryingOut,
            annexes: [
                OfficialDocument.Annex(
                    "Phụ lục: Các cơ quan, đơn vị được kiểm tra năm \(year)",
                    blocks: [.table(table)])
            ],
            signature: OfficialDocument.Signature(["THỦ TRƯỞNG CƠ QUAN"]),
            recipients: ["Các cơ quan, đơn vị tại Phụ lục", "Lưu: VT"], draftingUnit: "CCHC")
    }

    private var opening: [OfficialDocument.Block] {
        let why = basis.isEmpty ? "" : "Thực hiện \(basis), "
        return [
            .text(
                "\(why)\(letterhead.name) ban hành Kế hoạch kiểm tra công tác cải cách hành chính năm \(year) như sau:"
            )
        ]
    }

    private var purpose: [OfficialDocument.Block] {
        [
            .heading(level: 1, "I. MỤC ĐÍCH, YÊU CẦU"),
            .text(
                "Đánh giá đúng kết quả, chỉ ra tồn tại, hạn chế và nguyên nhân; kịp thời chấn chỉnh, khắc phục; nhân rộng cách làm hay."
            ),
            .text(
                "Kiểm tra đúng nội dung, đúng thời gian, không làm ảnh hưởng hoạt động bình thường của đơn vị được kiểm tra."
            ),
        ]
    }

    private var content: [OfficialDocument.Block] {
        let bodies = Set(lines.map(\.body)).count
        let modes = Inspection.Mode.allCases.compactMap { mode -> String? in
            let count = lines.count { $0.mode == mode }
            return count == 0 ? nil : "\(Written.count(count, .vi)) cuộc \(mode.title.vi)"
        }
        return [
            .heading(level: 1, "II. NỘI DUNG, ĐỐI TƯỢNG, HÌNH THỨC"),
            .text(
                "Kiểm tra \(Written.count(bodies, .vi)) cơ quan, đơn vị (\(modes.joined(separator: ", "))), danh sách tại Phụ lục. Nội dung theo danh mục nội dung kiểm tra năm \(year)."
            ),
        ]
    }

    private var time: [OfficialDocument.Block] {
        guard let first = lines.map(\.week.lowerBound).min(),
            let last = lines.map(\.week.upperBound).max()
        else { return [] }
        return [
            .heading(level: 1, "III. THỜI GIAN"),
            .text(
                "Từ tuần bắt đầu ngày \(first.vi) đến tuần kết thúc ngày \(last.vi); thời gian cụ thể được thông báo cho đơn vị trước khi kiểm tra."
            ),
        ]
    }

    private var carryingOut: [OfficialDocument.Block] {
        [
            .heading(level: 1, "IV. TỔ CHỨC THỰC HIỆN"),
            .text(
                "Đơn vị được kiểm tra chuẩn bị báo cáo, hồ sơ, tài liệu theo yêu cầu của Đoàn kiểm tra; khắc phục tồn tại, hạn chế và báo cáo kết quả trong thời hạn \(Written.count(rules.remedyDays, .vi)) \(rules.remedyCounting.title.vi) kể từ ngày có Thông báo kết luận./."
            ),
        ]
    }

    private var table: OfficialDocument.Table {
        OfficialDocument.Table(
            "Các cơ quan, đơn vị được kiểm tra",
            columns: [
                .init("TT", width: 4, isNumber: true), .init("Cơ quan, đơn vị", width: 22),
                .init("Tuần", width: 16), .init("Hình thức", width: 10),
                .init("Cơ quan kiểm tra", width: 18),
            ],
            rows: lines.enumerated().map { place, line in
                [
                    Written.number(place + 1, .vi), name(line.body),
                    "\(line.week.lowerBound.vi) - \(line.week.upperBound.vi)",
                    line.mode.title.vi.prefix(1).uppercased() + line.mode.title.vi.dropFirst(),
                    name(line.inspector),
                ].map { [.text($0)] }
            })
    }

    private func name(_ agency: Agency.ID) -> String {
        let name = names[agency] ?? ""
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
