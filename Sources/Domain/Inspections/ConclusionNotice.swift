/// The draft of the notice that concludes an inspection (Thông báo kết luận kiểm tra).
///
/// Layout: Decree 30/2020/NĐ-CP, Annex I. The wording is a proposal for whoever signs.
public struct ConclusionNotice: Sendable {
    public let inspection: Inspection
    public let file: InspectionFile
    public let checklist: Checklist?
    public let findings: [Finding]
    public let letterhead: Letterhead
    /// The inspected body's name.
    public let body: String
    public let rules: InspectionRules
    public let year: Int
    public let day: Day

    public init(
        inspection: Inspection, file: InspectionFile, checklist: Checklist?, findings: [Finding],
        letterhead: Letterhead, body: String, rules: InspectionRules, year: Int, day: Day
    ) {
        self.inspection = inspection
        self.file = file
        self.checklist = checklist
        self.findings = findings
        self.letterhead = letterhead
        self.body = body
        self.rules = rules
        self.year = year
        self.day = day
    }

    public var document: OfficialDocument {
        OfficialDocument(
            kind: .notice, letterhead: letterhead, day: day,
            subject: "Kết luận kiểm tra công tác cải cách hành chính năm \(year) tại \(body)",
            blocks: [.text(opening)] + results + shortcomings + requests,
            signature: OfficialDocument.Signature(["THỦ TRƯỞNG CƠ QUAN"]),
            recipients: [body, "Lưu: VT"], draftingUnit: "CCHC")
    }

    private var opening: String {
        let held = inspection.heldOn.map { "Ngày \($0.vi), đ" } ?? "Đ"
        let span =
            if let first = file.firstOn, let last = file.lastOn {
                ", thời kỳ kiểm tra từ ngày \(first.vi) đến ngày \(last.vi)"
            } else { "" }
        let leader = file.team.first { $0.role == .leader }.map {
            " do \($0.post.isEmpty ? $0.name : "\($0.name), \($0.post)") làm Trưởng đoàn"
        }
        return
            "\(held)oàn kiểm tra\(leader ?? "") đã kiểm tra \(inspection.mode.title.vi) công tác cải cách hành chính tại \(body)\(span). Qua kết quả kiểm tra, \(letterhead.name) thông báo kết luận như sau:"
    }

    private var results: [OfficialDocument.Block] {
        var blocks: [OfficialDocument.Block] = [.heading(level: 1, "I. KẾT QUẢ")]
        if let checklist, !file.answers.isEmpty {
            let counted = Checklist.Answer.Mark.allCases.map { mark in
                "\(mark.title.vi.lowercased()) \(Written.count(file.answers.count { $0.mark == mark }, .vi))"
            }
            blocks.append(
                .text(
                    "Kiểm tra theo \(checklist.name), \(Written.count(checklist.items.count, .vi)) nội dung: \(counted.joined(separator: ", "))."
                ))
        }
        if !file.goodPractice.isEmpty {
            blocks.append(.text("Cách làm hay cần nhân rộng: \(file.goodPractice)"))
        }
        if blocks.count == 1 { blocks.append(.text("(Đoàn kiểm tra bổ sung.)")) }
        return blocks
    }

    private var shortcomings: [OfficialDocument.Block] {
        [.heading(level: 1, "II. TỒN TẠI, HẠN CHẾ")]
            + (findings.isEmpty
                ? [.text("Không phát hiện vấn đề phải khắc phục.")]
                : findings.enumerated().map { place, finding in
                    .text(
                        "\(place + 1). \(finding.text)\(finding.ground.isEmpty ? "" : " (căn cứ: \(finding.ground))")."
                    )
                })
    }

    private var requests: [OfficialDocument.Block] {
        guard !findings.isEmpty else { return [] }
        return [
            .heading(level: 1, "III. YÊU CẦU"),
            .text(
                "\(body) khắc phục các tồn tại, hạn chế nêu trên và báo cáo kết quả kèm tài liệu kiểm chứng về \(letterhead.name) trong thời hạn \(Written.count(rules.remedyDays, .vi)) \(rules.remedyCounting.title.vi) kể từ ngày ra Thông báo này./."
            ),
        ]
    }
}
