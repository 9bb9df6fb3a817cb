import Domain

/// What kind of text it is, where it is no plan: news and letters promise less than they count.
struct Genre: Sendable {
    /// An article: no head of a document, but paragraphs that tell and people who speak.
    let isNews: Bool
    /// A letter (công văn) or notice: it promises only in so many words.
    let isLetter: Bool

    init(_ header: DraftPlan.Header, _ nodes: [ClauseTree.Node], of text: PlanText) {
        isLetter = ["Công văn", "Thông báo", "Tờ trình"].contains(header.type)
        guard header.type == nil, header.symbol == nil else {
            isNews = false
            return
        }
        let telling = nodes.count {
            $0.paragraph.marker == nil && !$0.paragraph.hasCells
                && text.sentences($0.paragraph.body).count > 1
        }
        let speaking = nodes.count { Self.speech.occurs(in: $0.paragraph.body, of: text) }
        let hasSections = nodes.contains {
            $0.paragraph.marker != nil && $0.hasChildren
                && !$0.section.isDisjoint(with: [.target, .task, .purpose, .organisation])
        }
        isNews = telling >= 2 && (speaking >= 2 || !hasSections)
    }

    private static let speech = Phrases(
        """
        cho biết, cho hay, chia sẻ, khẳng định, nhấn mạnh, phóng viên, phát biểu, bộc bạch, bày tỏ, tâm sự, ông nói, \
        bà nói, anh nói, chị nói, bạn đọc, bài và ảnh, đánh giá cao
        """)
}
