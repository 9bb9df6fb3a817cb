/// Reads a class in words, the value of a target that has no number.
struct ClassReader {
    let text: PlanText

    /// "nhóm tốt", "loại khá trở lên": the words of the class.
    func word(in part: Range<Int>) -> Range<Int>? {
        for index in part {
            guard let (_, next) = Self.classes.match(index, in: text, before: part.upperBound),
                next < part.upperBound
            else { continue }
            // "nhóm các tỉnh có chỉ số khá"
            for start in next..<min(next + 7, part.upperBound) {
                if start > next, Self.memberWords.match(next, in: text, before: start) == nil {
                    break
                }
                if let (_, end) = Self.grades.match(start, in: text, before: part.upperBound) {
                    return start..<end
                }
            }
        }
        return nil
    }

    private static let classes = Phrases(
        """
        nhóm, loại, mức, hạng, xếp loại, xếp hạng, mức độ, thứ hạng, nhóm xếp hạng, xếp loại chất lượng, tốp, \
        mức đánh giá
        """)
    private static let memberWords = Phrases(
        "các, những, có, tỉnh, địa phương, đơn vị, cơ quan, xã")
    private static let grades = Phrases(
        """
        tốt, khá, xuất sắc, trung bình, trung bình khá, trung bình cao, trung bình thấp, rất tốt, cao, rất cao, a, b, \
        hoàn thành tốt nhiệm vụ, hoàn thành xuất sắc nhiệm vụ, hoàn thành tốt, hoàn thành xuất sắc, giỏi, khá giỏi, \
        dẫn đầu, đứng đầu, hàng đầu, đầu
        """)
}
