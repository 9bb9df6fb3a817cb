import Domain
import Store

/// What a viewer may do with findings on a document's page.
struct FindingRights: Sendable {
    let maySee: Bool
    let mayRecord: Bool
}

extension LegalDocumentPageBuilder {
    /// The form of a finding of a check of documents, filled with issuer and ground.
    var newFinding: Link? {
        issuer.map {
            Link(
                text("Ghi vấn đề qua kiểm tra văn bản", "Record what a check found"),
                Paths.path(
                    [String(day.year), "findings", "new"],
                    [
                        ("source", Finding.Source.documentCheck.rawValue), ("body_code", $0.code),
                        ("ground", document.cited), ("document_number", String(document.number)),
                        ("found_on", day.vi),
                    ]))
        }
    }

    var findingTable: TaskPage.Table? {
        guard !found.isEmpty else { return nil }
        return TaskPage.Table(
            caption: text("Vấn đề phát hiện ở văn bản này", "What was found in it"),
            headings: [
                text("Số", "No."), text("Vấn đề", "Finding"), text("Nguồn", "Source"),
                text("Đơn vị", "Body"), text("Phát hiện", "Found on"), text("Hạn", "Due on"),
                text("Tình trạng", "State"),
            ],
            rows: found.map { finding in
                let path = Paths.path([
                    String(finding.year), "findings", String(finding.number),
                ])
                return [
                    TaskPage.Cell(link: Link("\(finding.number)", path)),
                    TaskPage.Cell(link: Link(finding.text.shortened(to: 200), path)),
                    TaskPage.Cell(link: Link(finding.source.title[language].capitalisedFirst)),
                    TaskPage.Cell(link: Link(bodies.body(finding.body)?.name ?? "")),
                    TaskPage.Cell(link: Link(finding.foundOn[language])),
                    TaskPage.Cell(link: Link(finding.dueOn[language])),
                    TaskPage.Cell(
                        badge: Badge(
                            kind: finding.closedOn != nil
                                ? .kept : finding.dueOn < day ? .broken : .notDue,
                            word: finding.state.title[language].capitalisedFirst)),
                ]
            }, none: "")
    }

    /// Said where a check found something after the judgement, which then no longer counts.
    var again: [String] {
        guard let questionedOn, document.details.nature == .normative, outside == nil,
            let judgedOn = document.judgedOn
        else { return [] }
        return [
            text(
                "Đánh giá ngày \(judgedOn.vi) cần xem lại: kiểm tra văn bản phát hiện vấn đề ngày \(questionedOn.vi). Văn bản không được tính là đúng cho đến khi có đánh giá mới.",
                "The judgement of \(judgedOn.en) is to be given anew: a check found a problem on \(questionedOn.en). Until then the document does not count as right."
            )
        ]
    }
}
