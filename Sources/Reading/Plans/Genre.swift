import Domain

/// What kind of text it is, where it is no plan: news and letters promise less than they count.
struct Genre: Sendable {
    /// An article: no head of a document, no section of a plan, but paragraphs that tell.
    let isNews: Bool
    /// A letter (công văn) or notice: it promises only in so many words.
    let isLetter: Bool

    init(_ header: DraftPlan.Header, _ nodes: [ClauseTree.Node], of text: PlanText) {
        isLetter = ["Công văn", "Thông báo", "Tờ trình"].contains(header.type)
        let isDocument = header.type != nil || header.symbol != nil
        let hasSections = nodes.contains {
            !$0.section.isDisjoint(with: [.target, .task, .purpose, .organisation, .requirement])
        }
        guard !isDocument, !hasSections else {
            isNews = false
            return
        }
        let telling = nodes.count {
            $0.paragraph.marker == nil && !$0.paragraph.hasCells
                && text.sentences($0.paragraph.body).count > 1
        }
        isNews = telling >= 2
    }
}
