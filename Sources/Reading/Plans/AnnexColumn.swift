/// A column of an annex of tasks or of targets (phụ lục), known by its printed heading.
enum AnnexColumn: Hashable, Sendable {
    case number, task, product, lead, cooperating, deadline, budget, note
    /// Of a table of targets: name, unit, value to be reached.
    case target, unit, value

    /// The column that a cell of the heading row names; `nil` for anything longer or other.
    static func heading(_ cell: Range<Int>, of text: PlanText) -> AnnexColumn? {
        guard !cell.isEmpty, cell.count <= 12 else { return nil }
        return headings.matches(cell, in: text).map(\.meaning).first
    }

    /// The column of a table of targets that a cell of the heading row names.
    static func targetHeading(_ cell: Range<Int>, of text: PlanText) -> AnnexColumn? {
        guard !cell.isEmpty, cell.count <= 12 else { return nil }
        return targetHeadings.matches(cell, in: text).map(\.meaning).first
            ?? headings.matches(cell, in: text).map(\.meaning).first
    }

    /// The column that the words before a colon name: "Thời gian hoàn thành:".
    static func named(before colon: Int, in text: PlanText, from start: Int) -> AnnexColumn? {
        for length in [5, 4, 3, 2, 1] where colon - length >= start {
            let first = colon - length
            guard first == start || text.mark(first - 1) != nil,
                let (column, _) = labels.match(first, in: text, before: colon)
            else { continue }
            return column
        }
        return nil
    }

    private static let headings = Phrases<AnnexColumn>([
        (.number, "tt, stt, số tt, số thứ tự"),
        (
            .product,
            "sản phẩm, kết quả, kết quả đầu ra, đầu ra, kết quả cần đạt, sản phẩm dự kiến, dự kiến kết quả"
        ),
        (
            .lead,
            "chủ trì, cơ quan thực hiện, đơn vị thực hiện, người thực hiện, cơ quan tham mưu, chịu trách nhiệm, phụ trách"
        ),
        (.cooperating, "phối hợp"),
        (.deadline, "thời gian, thời hạn, tiến độ, ngày hoàn thành, hạn hoàn thành"),
        (.budget, "kinh phí, dự toán, nguồn kinh phí"),
        (.note, "ghi chú"),
        (
            .task,
            "nhiệm vụ, nội dung, công việc, hoạt động, tên nhiệm vụ, giải pháp, nội dung công việc"
        ),
    ])
    private static let targetHeadings = Phrases<AnnexColumn>([
        (
            .target,
            "chỉ tiêu, tên chỉ tiêu, nội dung chỉ tiêu, các chỉ tiêu, mục tiêu, tên mục tiêu"
        ),
        (.unit, "đơn vị tính, đvt, đơn vị"),
        (.lead, "đơn vị thực hiện, đơn vị chủ trì, đơn vị phụ trách, đơn vị theo dõi"),
        (
            .value,
            """
            chỉ tiêu năm, chỉ tiêu giao, chỉ tiêu đến, mục tiêu năm, mục tiêu đến, kế hoạch năm, mức phấn đấu, \
            mức đạt, mức, giá trị, kết quả cần đạt, kết quả, năm, đến năm, chỉ tiêu kế hoạch, kế hoạch
            """
        ),
        (
            .note,
            """
            thực hiện năm, kết quả năm, kết quả thực hiện, hiện trạng, ước thực hiện, đã đạt, thực trạng, \
            kết quả đạt được, ước đạt
            """
        ),
    ])
    private static let labels = Phrases<AnnexColumn>([
        (.product, "sản phẩm, kết quả, kết quả đầu ra, sản phẩm đầu ra, kết quả cần đạt"),
        (
            .lead,
            """
            chủ trì, cơ quan chủ trì, đơn vị chủ trì, cơ quan thực hiện, đơn vị thực hiện, trách nhiệm thực hiện, \
            cơ quan chủ trì thực hiện, đơn vị chủ trì thực hiện, phân công thực hiện
            """
        ),
        (.cooperating, "phối hợp, cơ quan phối hợp, đơn vị phối hợp"),
        (
            .deadline,
            """
            thời gian, thời hạn, thời gian thực hiện, thời gian hoàn thành, thời hạn hoàn thành, tiến độ, \
            tiến độ thực hiện, hoàn thành
            """
        ),
        (.budget, "kinh phí, kinh phí thực hiện, nguồn kinh phí, dự toán"),
    ])
}
