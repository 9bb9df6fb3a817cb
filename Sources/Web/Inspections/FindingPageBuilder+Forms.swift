import Domain
import Store

extension FindingPageBuilder {
    /// A form for each step that may come next, the likeliest open and the others folded.
    var forms: [TaskFormPart] {
        let steps = allowed.enumerated().map { place, kind in form(kind, isFolded: place > 0) }
        return mayRecord ? steps + [repeatForm] : steps
    }

    private func form(_ kind: Finding.Step.Kind, isFolded: Bool) -> TaskFormPart {
        part(
            kind.rawValue, heading(kind), kind.segment, fields(kind), save: kind.title[language],
            isFolded: isFolded, refuses: kind == .returned || kind == .reopened)
    }

    private func part(
        _ id: String, _ heading: String, _ segment: String, _ fields: [Field], save: String,
        isFolded: Bool, refuses: Bool = false
    ) -> TaskFormPart {
        let refused = typed?.form == id ? typed : nil
        let edited = EditedForm(
            fields.map {
                var field = $0
                field.idPrefix = id
                return field
            }, version: finding.version, typed: refused?.fields, refusal: refused?.refusal,
            language)
        let refusal = refused.map(\.refusal)
        let said = refusal.map { $0.problems.isEmpty && edited.conflict == nil } ?? false
        return TaskFormPart(
            id: "form-\(id)", heading: heading, path: Paths.finding(year, finding.number, segment),
            token: token, hidden: edited.hidden, fields: edited.fields,
            problems: said ? [refusal?.message[language] ?? ""] : edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            conflict: edited.conflict, save: save, isFolded: isFolded, refuses: refuses)
    }

    private func heading(_ kind: Finding.Step.Kind) -> String {
        switch kind {
        case .notified: text("Thông báo cho đơn vị", "Notify the body")
        case .planned: text("Lập kế hoạch khắc phục", "Plan the remedy")
        case .evidenced: text("Báo cáo kết quả khắc phục", "Report the remedy")
        case .referred:
            text("Vượt thẩm quyền: chuyển cấp trên", "Beyond its power: refer upward")
        case .returned: text("Trả lại", "Send back")
        case .accepted: text("Chấp nhận và đóng vấn đề", "Accept and close")
        case .checked: text("Kiểm tra lại: đã khắc phục", "Checked: the remedy holds")
        case .reopened: text("Mở lại vấn đề", "Open again")
        }
    }

    private func fields(_ kind: Finding.Step.Kind) -> [Field] {
        let day = Field(
            name: "on", label: text("Ngày", "Day"), kind: .day, value: asked.day.vi,
            isRequired: true)
        func words(_ vi: String, _ en: String, isRequired: Bool = false) -> Field {
            Field(
                name: "text", label: text(vi, en), kind: .longText(rows: 3),
                isRequired: isRequired, isWide: true)
        }
        func document(_ vi: String, _ en: String, _ hint: String? = nil, isRequired: Bool = false)
            -> Field
        {
            Field(
                name: "document", label: text(vi, en), hint: hint, isRequired: isRequired,
                isWide: true)
        }
        func due(_ hint: String) -> Field {
            Field(
                name: "due_on", label: text("Hạn khắc phục", "Due on"), kind: .day, hint: hint)
        }
        let usual = text(
            "Để trống: hạn thường là \(usualDue.vi) nếu thông báo hôm nay.",
            "Left empty: the usual term, \(usualDue.en) if told today.")
        switch kind {
        case .notified:
            return [
                day, due(usual),
                document(
                    "Thông báo kết luận (số, ngày)", "Conclusion notice (symbol, date)",
                    isRequired: true),
            ]
        case .planned:
            return [
                day,
                words(
                    "Biện pháp, người thực hiện, thời gian", "What will be done, by whom, when",
                    isRequired: true),
                document("Văn bản (nếu có)", "Document (if any)"),
            ]
        case .evidenced:
            return [
                day, words("Kết quả khắc phục", "What was done"),
                document(
                    "Báo cáo khắc phục (số, ngày)", "The remedy's report (symbol, date)",
                    text(
                        "Có thể đính kèm tệp ở mục Tài liệu kiểm chứng bên dưới.",
                        "Files can be attached under Evidence below.")),
            ]
        case .referred:
            return [
                day,
                words(
                    "Lý do vượt thẩm quyền, cơ quan cần giải quyết",
                    "Why it is beyond its power, and who can settle it", isRequired: true),
                document("Văn bản báo cáo (nếu có)", "Document (if any)"),
            ]
        case .returned, .reopened:
            return [
                day,
                due(
                    kind == .returned
                        ? text("Để trống: giữ hạn cũ.", "Left empty: the last day stays.") : usual),
                words("Lý do", "Reason", isRequired: true),
            ]
        case .accepted:
            return [
                day,
                Field(
                    name: "recheck_on", label: text("Ngày kiểm tra lại", "Check again on"),
                    kind: .day, hint: text("Nếu cần.", "If needed.")),
                words("Nhận xét", "Remark"),
                document(
                    "Tài liệu chứng minh (nếu khác báo cáo đã gửi)",
                    "Proof (if other than what was sent)"),
            ]
        case .checked: return [day, words("Nhận xét", "Remark")]
        }
    }

    private var repeatForm: TaskFormPart {
        part(
            "repeat", text("Liên kết vấn đề lặp lại", "Link to an earlier finding"), "repeat",
            [
                Field(
                    name: "repeats", label: text("Lặp lại vấn đề số", "Repeats finding no."),
                    kind: .number, value: repeatsNumber,
                    hint: text(
                        "Để trống: không phải vấn đề lặp lại.", "Empty: it is not a repeat."))
            ], save: text("Ghi", "Record"), isFolded: true)
    }
}
