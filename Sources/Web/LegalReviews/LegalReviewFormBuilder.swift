import Domain
import Store

/// Makes what can be done with a whole campaign: tasks of its outcomes, documents that came later, its
/// end.
struct LegalReviewFormBuilder {
    let builder: LegalReviewBuilder

    private var review: LegalReview { builder.review }
    private var isClosed: Bool { review.closing != nil }
    private func text(_ vi: String, _ en: String) -> String { builder.text(vi, en) }

    var forms: [TaskFormPart] {
        [
            builder.mayAssign && (owed > 0 || builder.refused?.name == "tasks") ? tasks : nil,
            builder.mayManage && !isClosed ? closing : nil,
            builder.mayManage && !isClosed ? gathering : nil,
            builder.mayManage && isClosed ? reopening : nil,
        ].compactMap(\.self)
    }

    /// How many outcomes ask for something that is no task yet.
    private var owed: Int {
        builder.board.reduce(0) { $0 + $1.done - ($1.outcomes[.keep] ?? 0) - $1.tasks }
    }

    private var open: Int { builder.board.reduce(0) { $0 + $1.open } }

    private var tasks: TaskFormPart {
        part(
            "tasks",
            text(
                "Còn \(Written.count(owed, .vi)) kết quả chưa giao nhiệm vụ",
                "\(Written.english(owed, "outcome", "outcomes")) not yet a task"),
            text("Giao tất cả thành nhiệm vụ", "Make all of them tasks"), isFolded: false)
    }

    private var gathering: TaskFormPart {
        part(
            "gathering", text("Văn bản vào sổ sau khi mở đợt", "Documents that came later"),
            text("Bổ sung vào đợt", "Take them in"))
    }

    /// Unfolded once everything is reviewed, when it is what is left to do.
    private var closing: TaskFormPart {
        part(
            "closing", text("Kết thúc đợt", "Close the campaign"),
            text("Kết thúc đợt", "Close it"),
            [
                Field(
                    name: "paper",
                    label: text("Báo cáo hoặc quyết định nêu kết quả", "Report or decision"),
                    hint: text(
                        "Số, ký hiệu, ngày, cơ quan ban hành. Sau khi kết thúc, kết quả không sửa được nữa, trừ khi mở lại đợt.",
                        "Symbol, day, issuer. Outcomes stay as they are from then on, unless the campaign is opened again."
                    ), isRequired: true, isWide: true),
                Field(
                    name: "closed_on", label: text("Ngày kết thúc", "Closed on"), kind: .day,
                    value: builder.day.vi, isRequired: true),
            ], isFolded: open > 0)
    }

    private var reopening: TaskFormPart {
        part(
            "reopening", text("Mở lại đợt", "Open it again"), text("Mở lại", "Open it again"),
            [
                Field(
                    name: "reason", label: text("Lý do", "Reason"), isRequired: true, isWide: true)
            ])
    }

    private func part(
        _ name: String, _ heading: String, _ save: String, _ fields: [Field] = [],
        isFolded: Bool = true
    ) -> TaskFormPart {
        let mine = builder.refused.flatMap { $0.name == name ? $0 : nil }
        let fields = fields.map {
            var field = $0
            field.idPrefix = "\(name)-"
            return field
        }
        let edited = EditedForm(
            fields, version: nil, typed: mine?.form, refusal: mine?.refusal, builder.language)
        return TaskFormPart(
            id: "form-\(name)", heading: heading,
            path: Paths.legalReview(review.number, thing: name), token: builder.token,
            hidden: edited.hidden, fields: edited.fields, problems: edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"), save: save,
            isFolded: isFolded && mine == nil)
    }
}
