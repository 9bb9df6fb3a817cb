import Domain
import Store

/// What is done about lost points as the plan that says so: articles of prose, the lines as an annex.
///
/// The columns are those of the practice: tồn tại, hạn chế; nguyên nhân; giải pháp; cơ quan chủ trì; thời
/// hạn (Khánh Hòa 2021).
struct RemediationPlanDocument {
    let title: String
    let lost: Points
    let lines: [Line]
    private let head: Letterhead
    private let body: AgencyTree.Body
    private let day: Day

    struct Line: Hashable, Sendable {
        let criterion: String
        let lost: Points
        let terms: Remediation.Terms
        let lead: String
    }

    /// - Throws: ``MissingRecord`` when the agency was not there on the day.
    init(
        of agency: Agency.ID, title: String, lost: Points, lines: [Line],
        _ db: ReadableDatabase, on day: Day
    ) throws {
        let tree = try db.agencyTree(on: day)
        guard let body = tree.body(agency), let head = try db.letterhead(of: agency, in: tree)
        else {
            throw MissingRecord(Bilingual(vi: "cơ quan ban hành", en: "issuer"), title)
        }
        self.title = title
        self.lost = lost
        self.lines = lines
        self.head = head
        self.body = body
        self.day = day
    }

    func document() -> OfficialDocument {
        let taken = lines.reduce(Points.zero) { $0 + $1.lost }
        let leads = Set(lines.map(\.lead).filter { !$0.isEmpty }).count
        let blocks: [OfficialDocument.Block] = [
            .text(
                "Căn cứ kết quả đánh giá, \(title); \(head.name) ban hành kế hoạch khắc phục tồn tại, hạn chế như sau:"
            ),
            .heading(level: 2, "1. Kết quả và phạm vi"),
            .text(
                "Tổng số điểm bị trừ: \(Written.points(lost, .vi)) điểm. Kế hoạch này khắc phục \(Written.count(lines.count, .vi)) tiêu chí với \(Written.points(taken, .vi)) điểm, giao \(Written.count(leads, .vi)) cơ quan chủ trì."
            ),
            .heading(level: 2, "2. Nhiệm vụ, giải pháp"),
            .text(
                "Chi tiết tại Phụ lục kèm theo. Mỗi giải pháp là một nhiệm vụ trong kế hoạch cải cách hành chính của năm, được theo dõi đến khi hoàn thành."
            ),
            .heading(level: 2, "3. Tổ chức thực hiện"),
            .text(
                "Cơ quan chủ trì thực hiện đúng thời hạn, cập nhật kết quả và tài liệu kiểm chứng; khó khăn, vướng mắc báo cáo \(head.name) để xem xét, giải quyết./."
            ),
        ]
        return OfficialDocument(
            kind: .plan, letterhead: head, day: day,
            subject: "Khắc phục tồn tại, hạn chế trong \(title)", blocks: blocks,
            annexes: [
                OfficialDocument.Annex(
                    "NHIỆM VỤ KHẮC PHỤC TỒN TẠI, HẠN CHẾ", blocks: [.table(table)])
            ],
            signature: OfficialDocument.Signature(for: body, Signing(.head), of: .plan),
            recipients: ["Các cơ quan chủ trì tại Phụ lục"])
    }

    private var table: OfficialDocument.Table {
        let headings = [
            "STT", "Tiêu chí", "Điểm bị trừ", "Tồn tại, hạn chế", "Nguyên nhân", "Giải pháp",
            "Cơ quan chủ trì", "Thời hạn",
        ]
        return OfficialDocument.Table(
            "Nhiệm vụ khắc phục",
            columns: zip(headings, [5, 18, 8, 19, 16, 20, 12, 10]).map {
                OfficialDocument.Table.Column($0, width: $1, isNumber: $0 == "Điểm bị trừ")
            },
            rows: lines.enumerated().map { place, line in
                [
                    "\(place + 1)", line.criterion, Written.points(line.lost, .vi),
                    line.terms.shortcoming, line.terms.cause, line.terms.remedy, line.lead,
                    line.terms.dueOn?.vi ?? "",
                ].map { text -> [OfficialDocument.Span] in text.isEmpty ? [] : [.text(text)] }
            })
    }
}
