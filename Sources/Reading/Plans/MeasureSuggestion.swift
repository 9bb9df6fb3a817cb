import Domain

/// Suggests the measure that a target's words fit; a person confirms it.
enum MeasureSuggestion {
    /// - Returns: the measure's key; `nil` when none of ours fits, as for a rise, fall or rank.
    static func key(
        for part: Range<Int>, scope: Range<Int>?, comparator: Comparator, in text: PlanText
    ) -> String? {
        guard [.atLeast, .moreThan, .equal, .between].contains(comparator) else { return nil }
        let scope = scope ?? part
        let words = Set(Self.words.matches(part, in: text).map(\.meaning))
        let set = Set(Self.words.matches(scope, in: text).map(\.meaning))
        if words.contains(.remedy),
            set.contains(.finding) || set.contains(.request) && words.contains(.inspect)
        {
            return "findings-remedied"
        }
        if set.contains(.legalDocument), words.contains(.issue), words.contains(.inOrder) {
            return "documents-in-order"
        }
        guard let head = scope.first,
            let first = Self.words.match(head, in: text, before: scope.upperBound)?.meaning,
            [.body, .commune, .upperBody].contains(first)
        else { return nil }
        if words.contains(.selfInspect) { return "self-inspected" }
        if words.contains(.inspect) {
            return set.contains(.commune) && !set.contains(.upperBody)
                ? "communes-inspected" : "bodies-inspected"
        }
        guard words.contains(.plan) else { return nil }
        if words.contains(.complete) { return "plan-completed" }
        return words.contains(.issue) ? "plan-issued" : nil
    }

    private enum Word: Sendable {
        case body, upperBody, commune, inspect, selfInspect, finding, request, remedy,
            legalDocument, issue,
            inOrder, plan, complete
    }

    private static let words = Phrases<Word>([
        (.body, "cơ quan, đơn vị, địa phương, ubnd, ủy ban nhân dân"),
        (.upperBody, "cấp tỉnh, cấp huyện, sở, phòng, huyện, quận, thị xã, cơ quan chuyên môn"),
        (
            .commune,
            "cấp xã, xã, phường, thị trấn, trị trấn, đơn vị cấp xã, ubnd cấp xã, ủy ban nhân dân cấp xã"
        ),
        (.selfInspect, "tự kiểm tra"),
        (.inspect, "kiểm tra, được kiểm tra, thanh tra"),
        (
            .finding,
            """
            vấn đề phát hiện, vấn đề được phát hiện, tồn tại, hạn chế, sai phạm, vi phạm, thiếu sót, vấn đề, \
            kết luận kiểm tra, kết luận thanh tra, kiến nghị sau kiểm tra, kiến nghị qua kiểm tra
            """
        ),
        (.request, "kiến nghị, nội dung, yêu cầu"),
        (.remedy, "khắc phục, xử lý, chấn chỉnh, giải quyết, thực hiện"),
        (.legalDocument, "văn bản quy phạm pháp luật, vbqppl, văn bản qppl"),
        (.issue, "ban hành, xây dựng, xây dựng và ban hành, phê duyệt"),
        (
            .inOrder,
            "đúng trình tự, đúng thẩm quyền, đúng quy trình, trình tự, thẩm quyền, đúng quy định, đúng thủ tục"
        ),
        (.plan, "kế hoạch, kế hoạch cải cách hành chính, kế hoạch cchc"),
        (.complete, "hoàn thành"),
    ])
}
