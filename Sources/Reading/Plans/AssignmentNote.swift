import Domain

/// Reads the note in brackets at a sentence's end that says who does it and when.
///
/// "(Thanh tra Sở chủ trì, phối hợp với Văn phòng; hoàn thành trong Quý III)"
struct AssignmentNote {
    let text: PlanText

    /// The tokens of the note with its brackets; `nil` when the sentence ends with none.
    func note(atEndOf sentence: Range<Int>) -> Range<Int>? {
        var end = sentence.upperBound
        while end > sentence.lowerBound, let mark = text.mark(end - 1),
            [".", ";", ","].contains(mark)
        { end -= 1 }
        guard end > sentence.lowerBound, text.mark(end - 1) == ")",
            let open = (sentence.lowerBound..<end).last(where: { text.mark($0) == "(" }),
            open > sentence.lowerBound, Self.duties.occurs(in: open..<end, of: text)
        else { return nil }
        return open..<end
    }

    /// The pieces of the note, which semicolons cut.
    func pieces(_ note: Range<Int>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = note.lowerBound + 1
        for index in start..<note.upperBound
        where text.mark(index) == ";" || index == note.upperBound - 1 {
            if index > start { pieces.append(start..<index) }
            start = index + 1
        }
        return pieces
    }

    /// When it is due: the first piece that is a time and nothing else.
    func deadline(_ note: Range<Int>, year: Int?) -> DraftDeadline? {
        let reader = DeadlineReader(text: text, year: year)
        for piece in pieces(note) where !Self.duties.occurs(in: piece, of: text) {
            if let deadline = reader.read(in: piece) { return deadline }
            if Self.times.occurs(in: piece.prefix(3), of: text),
                let words = reader.read(cell: piece)
            {
                return words
            }
        }
        return nil
    }

    private static let duties = Phrases("chủ trì, phối hợp, đầu mối, tham mưu thực hiện, phụ trách")
    private static let times = Phrases(
        """
        thường xuyên, hằng, hàng, cả năm, trong năm, quý, tháng, tuần, định kỳ, năm, cuối năm, đầu năm, ngay sau, \
        hằng tháng, hàng tháng
        """)
}
