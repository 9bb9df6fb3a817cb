import Domain
import Store

/// A set as the decision that issues it: the draft's articles, the table as an annex, and what agencies
/// said to it as another.
struct CriteriaDecision {
    let set: CriteriaSet
    let opinions: [[String]]
    private let head: Letterhead
    private let body: AgencyTree.Body
    private let tree: AgencyTree
    private let day: Day

    static let opinionHeadings = [
        "Tiêu chí", "Cơ quan góp ý", "Nội dung góp ý", "Kết quả", "Tiếp thu, giải trình",
    ]

    init(set: CriteriaSet, opinions: [[String]], _ db: ReadableDatabase, on day: Day) throws {
        let tree = try db.agencyTree(on: day)
        guard let body = tree.bodies.first(where: { $0.level == .province }) ?? tree.bodies.first,
            let head = try db.letterhead(of: body.id, in: tree)
        else { throw MissingRecord(Bilingual(vi: "cơ quan ban hành", en: "issuer"), "") }
        self.set = set
        self.opinions = opinions
        self.head = head
        self.body = body
        self.tree = tree
        self.day = day
    }

    func document() -> OfficialDocument {
        let details = self.set.details
        let scope = details.block?.title.vi.lowercased() ?? "tỉnh"
        let blocks: [OfficialDocument.Block] = [
            .paragraph(
                OfficialDocument.Paragraph(
                    .basis,
                    [
                        .text(
                            details.source.isEmpty
                                ? "Căn cứ … (cơ quan soạn thảo ghi);" : "Căn cứ \(details.source);")
                    ])),
            .paragraph(OfficialDocument.Paragraph(.centred, [.bold("QUYẾT ĐỊNH:")])),
            article(
                "Điều 1. ",
                "Ban hành kèm theo Quyết định này “\(details.name)”, áp dụng đối với \(scope) từ năm \(details.year)."
            ),
            article(
                "Điều 2. ",
                "Chỉ số bằng tổng điểm đạt được chia cho tổng điểm tối đa được tính, nhân 100; xếp hạng trong cùng khối\(details.classes.text.isEmpty ? "." : "; xếp loại: \(details.classes.text).")"
            ),
            article(
                "Điều 3. ",
                "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này."
            ),
        ]
        var annexes = [OfficialDocument.Annex(details.name.uppercased(), blocks: [.table(table)])]
        if !opinions.isEmpty {
            annexes.append(
                OfficialDocument.Annex(
                    "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý",
                    blocks: [.table(opinionTable)]))
        }
        return OfficialDocument(
            kind: .decision, letterhead: head, day: day,
            subject: "Ban hành \(details.name)", blocks: blocks, annexes: annexes,
            signature: OfficialDocument.Signature(for: body, Signing(.head), of: .decision),
            recipients: ["Như Điều 3"])
    }

    private func article(_ number: String, _ text: String) -> OfficialDocument.Block {
        .paragraph(OfficialDocument.Paragraph(.article, [.bold(number), .text(text)]))
    }

    private var table: OfficialDocument.Table {
        typealias Column = OfficialDocument.Table.Column
        let rows = self.set.criteria.indices.map { position -> [[OfficialDocument.Span]] in
            let criterion = self.set.criteria[position]
            let isArea = criterion.parent == nil
            func cell(_ text: String) -> [OfficialDocument.Span] {
                text.isEmpty ? [] : [isArea ? .bold(text) : .text(text)]
            }
            return [
                cell(criterion.code), cell(criterion.title),
                cell(maximum(of: criterion)),
                cell(criterion.rule?.words(isShare: criterion.input?.kind == .share).vi ?? ""),
                cell(criterion.evidence),
                cell(tree.bodies(coded: criterion.appraiser).first?.name ?? criterion.appraiser),
            ]
        }
        return OfficialDocument.Table(
            "Bảng tiêu chí",
            columns: [
                Column("TT", width: 7), Column("Lĩnh vực/tiêu chí/tiêu chí thành phần", width: 30),
                Column("Điểm tối đa", width: 8, isNumber: true), Column("Cách tính", width: 28),
                Column("Tài liệu kiểm chứng", width: 18), Column("Cơ quan thẩm định", width: 12),
            ], rows: rows)
    }

    /// Signed where it doesn't count to the sum: +2 for a bonus, −3 for a deduction.
    private func maximum(of criterion: Criterion) -> String {
        let points = Written.points(criterion.maximum, .vi)
        return switch criterion.nature {
        case .standard: points
        case .bonus: "+" + points
        case .deduction: "−" + points
        }
    }

    private var opinionTable: OfficialDocument.Table {
        OfficialDocument.Table(
            "Ý kiến góp ý",
            columns: zip(Self.opinionHeadings, [22, 16, 30, 10, 30]).map {
                OfficialDocument.Table.Column($0, width: $1)
            },
            rows: opinions.map { row in
                row.map { text -> [OfficialDocument.Span] in text.isEmpty ? [] : [.text(text)] }
            })
    }
}
