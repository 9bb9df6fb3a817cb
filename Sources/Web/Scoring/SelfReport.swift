import Documents
import Domain
import Store

/// An agency's self-assessment as a document: what it came to by area, what needed explaining, and
/// the whole table as an annex (báo cáo tự đánh giá, chấm điểm).
///
/// What it has to hold: 383 and 384/BNV-CCHC of 28/01/2021.
struct SelfReport {
    let view: AssessmentFileView
    let leads: [Int: CriterionLead]
    let proofs: [Int: Proof]
    let documents: [Int: [String]]
    let head: Letterhead
    let body: AgencyTree.Body

    /// - Throws: ``MissingRecord`` when the agency was none on the cut-off day.
    init(_ view: AssessmentFileView, _ db: ReadableDatabase, for viewer: Viewer) throws {
        let number = view.file.assessment.number
        let (set, tree) = (view.board.set, view.board.tree)
        guard let body = tree.body(view.agency.agency),
            let head = try db.letterhead(of: view.agency.agency, in: tree)
        else { throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), view.agency.code) }
        self.view = view
        self.body = body
        self.head = head
        leads = try db.leads(of: number)
        proofs = try db.proofs(of: number, set)
        var documents: [Int: [String]] = [:]
        for position in set.scored {
            guard proofs[position]?.state == .proven else { continue }
            let subject = Evidence.Subject(
                .assessmentLine, "\(number)/\(set.criteria[position].code)")
            documents[position] = try db.evidence(of: subject, for: viewer).map {
                $0.evidence.shortName.vi
            }
        }
        self.documents = documents
    }

    private var set: CriteriaSet { view.board.set }
    private var outcomes: [Outcome?] { view.scorer.countedOutcomes(view.lines, upTo: .own) }

    /// One row for each line of the set.
    struct Row {
        let criterion: Criterion
        let depth: Int
        let points: Points?
        let isEntered: Bool
        let lead: String
        let due: Day?
        let evidence: String
        let explanation: String
    }

    var rows: [Row] {
        let outcomes = outcomes
        return set.criteria.indices.map { position in
            let criterion = set.criteria[position]
            let line = view.line(position)
            let note = line?.entry?.note ?? ""
            let lead = leads[position]
            return Row(
                criterion: criterion, depth: set.depth(position),
                points: criterion.isScored
                    ? outcomes[position]?.points : view.scorer.part(position, of: outcomes).points,
                isEntered: !criterion.isScored || line?.entry != nil,
                lead: lead.flatMap { view.board.tree.body($0.agency)?.version.shortName } ?? "",
                due: lead.map { $0.dueOn ?? view.board.round.terms.selfDue },
                evidence: ((documents[position] ?? []) + [note]).filter { !$0.isEmpty }
                    .joined(separator: "; "),
                explanation: [proofs[position]?.explanation ?? "", line?.explanation ?? ""]
                    .filter { !$0.isEmpty }.joined(separator: "; "))
        }
    }

    /// The scored lines that ask for evidence and have none.
    private var unproven: [Row] {
        rows.filter {
            $0.criterion.isScored && !$0.criterion.evidence.isEmpty
                && $0.criterion.input?.isDeclared == true && $0.evidence.isEmpty
        }
    }

    func document() -> OfficialDocument {
        let terms = view.board.round.terms
        let year = view.board.round.year
        let total = view.file.own
        func points(_ points: Points?) -> String {
            points.map { Written.points($0, .vi) } ?? "không tính"
        }
        let areas = rows.filter { $0.depth == 0 }
        let areaTable = OfficialDocument.Table(
            "Kết quả tự chấm theo lĩnh vực",
            columns: [
                .init("TT", width: 6), .init("Lĩnh vực", width: 50),
                .init("Điểm tối đa", width: 14, isNumber: true),
                .init("Điểm tự chấm", width: 14, isNumber: true),
            ],
            rows: areas.map {
                [
                    [.text($0.criterion.code)], [.text($0.criterion.title)],
                    [.text(points($0.criterion.maximum))], [.text(points($0.points))],
                ]
            })
        let missing = unproven
        var blocks: [OfficialDocument.Block] = [
            .text(
                "Thực hiện đợt “\(terms.title)”, số liệu tính đến hết ngày \(terms.cutOff.vi), \(head.name) báo cáo kết quả tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm \(year) như sau:"
            ),
            .heading(level: 1, "I. KẾT QUẢ TỰ CHẤM ĐIỂM"),
            .text(
                "Tổng điểm tự chấm: \(points(total.points))/\(points(total.maximum)) điểm, chưa gồm phần điều tra xã hội học. Điểm từng tiêu chí tại Phụ lục kèm theo."
            ),
            .table(areaTable),
            .heading(level: 1, "II. GIẢI TRÌNH TIÊU CHÍ THIẾU TÀI LIỆU KIỂM CHỨNG"),
        ]
        if missing.isEmpty {
            blocks.append(
                .text("Các tiêu chí đã chấm điểm đều có tài liệu kiểm chứng hoặc số liệu từ hồ sơ.")
            )
        }
        for row in missing {
            blocks.append(
                .item(
                    .bold("\(row.criterion.code) \(row.criterion.title): "),
                    .text(
                        row.explanation.isEmpty
                            ? row.isEntered
                                ? "chưa có tài liệu kiểm chứng và chưa giải trình."
                                : "chưa nhập số liệu." : row.explanation)))
        }
        blocks += [
            .heading(level: 1, "III. KHÓ KHĂN, VƯỚNG MẮC, KIẾN NGHỊ"),
            .text("(Cơ quan bổ sung nếu có.)"),
        ]
        return OfficialDocument(
            kind: .report, letterhead: head, day: terms.cutOff,
            subject: "Kết quả tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm \(year)",
            blocks: blocks,
            annexes: [
                OfficialDocument.Annex(
                    "BẢNG TỔNG HỢP ĐIỂM TỰ ĐÁNH GIÁ", blocks: [.table(wholeTable(points))])
            ], signature: OfficialDocument.Signature(for: body, Signing(.head)),
            recipients: ["Như trên"], draftingUnit: "")
    }

    private func wholeTable(_ points: (Points?) -> String) -> OfficialDocument.Table {
        OfficialDocument.Table(
            "Điểm tự đánh giá từng tiêu chí",
            columns: [
                .init("TT", width: 7), .init("Lĩnh vực/tiêu chí/tiêu chí thành phần", width: 34),
                .init("Điểm tối đa", width: 8, isNumber: true),
                .init("Điểm tự chấm", width: 8, isNumber: true),
                .init("Cơ quan chủ trì", width: 14), .init("Tài liệu kiểm chứng", width: 20),
                .init("Giải trình", width: 20),
            ],
            rows: rows.map { row in
                let text: (String) -> [OfficialDocument.Span] = { text in
                    text.isEmpty ? [] : row.depth == 0 ? [.bold(text)] : [.text(text)]
                }
                return [
                    text(row.criterion.code), text(row.criterion.title),
                    text(points(row.criterion.maximum)),
                    text(row.isEntered ? points(row.points) : "–"), text(row.lead),
                    text(row.evidence), text(row.explanation),
                ]
            })
    }

    static let headings = [
        "TT", "Lĩnh vực/tiêu chí/tiêu chí thành phần", "Điểm tối đa", "Điểm tự chấm",
        "Cơ quan chủ trì", "Thời hạn", "Tài liệu kiểm chứng", "Giải trình",
    ]

    var cells: [[TableCell]] {
        rows.map { row in
            [
                .text(row.criterion.code), .text(row.criterion.title),
                .text(Written.points(row.criterion.maximum, .vi)),
                row.isEntered
                    ? .text(row.points.map { Written.points($0, .vi) } ?? "không tính") : .empty,
                row.lead.isEmpty ? .empty : .text(row.lead), row.due.map { .day($0) } ?? .empty,
                row.evidence.isEmpty ? .empty : .text(row.evidence),
                row.explanation.isEmpty ? .empty : .text(row.explanation),
            ]
        }
    }
}
