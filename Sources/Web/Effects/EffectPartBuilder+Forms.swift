import Domain
import Store

extension EffectPartBuilder {
    private func form(
        _ which: EffectTyped.Which, id: String, heading: String, path: String, save: String,
        isFolded: Bool, refuses: Bool = false, _ fields: [Field]
    ) -> TaskFormPart {
        let mine = typed?.which == which ? typed : nil
        let edited = EditedForm(
            fields, version: nil, typed: mine?.form, refusal: mine?.refusal, language)
        return TaskFormPart(
            id: id, heading: heading, path: path, token: token, hidden: edited.hidden,
            fields: edited.fields, problems: edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"), save: save,
            isFolded: isFolded, refuses: refuses)
    }

    var entryForm: TaskFormPart {
        form(
            .entry, id: "form-effect", heading: text("Ghi tác động hiệu lực", "Enter an effect"),
            path: Paths.legalEffects(document.number), save: text("Ghi tác động", "Enter"),
            isFolded: true,
            [
                Field(
                    name: "direction", label: text("Chiều", "Direction"),
                    kind: .choice([
                        Field.Choice(
                            value: "acted",
                            text: text(
                                "văn bản kia tác động lên văn bản này", "the other acts on this")),
                        Field.Choice(
                            value: "acting",
                            text: text(
                                "văn bản này tác động lên văn bản kia", "this acts on the other")),
                    ])),
                Field(
                    name: "kind", label: text("Tác động", "What"),
                    kind: .choice(
                        Effect.Kind.allCases.map {
                            Field.Choice(value: $0.rawValue, text: $0.title[language])
                        }), isRequired: true),
                Field(
                    name: "other", label: text("Văn bản kia", "The other document"),
                    hint: text(
                        "Số, ký hiệu, ví dụ 12/2021/QĐ-UBND ngày 01/03/2021; không có trong sổ cũng ghi được. Để trống khi văn bản tự định thời hạn.",
                        "Its symbol, such as 12/2021/QĐ-UBND ngày 01/03/2021; it need not be in the register. Empty for a term of its own."
                    ), isWide: true),
                Field(name: "from", label: text("Từ ngày", "From"), kind: .day, isRequired: true),
                Field(
                    name: "until", label: text("Đến trước ngày", "Until before"), kind: .day,
                    hint: text(
                        "Chỉ cho ngưng hiệu lực, kéo dài, chuyển tiếp.",
                        "For suspensions, extensions and transitions only.")),
                Field(
                    name: "parts", label: text("Phạm vi", "Parts"),
                    hint: text(
                        "Ví dụ: khoản 2 Điều 5; điểm a, b khoản 1 Điều 7; mục số 1. Để trống: toàn bộ.",
                        "Such as khoản 2 Điều 5; mục số 1. Empty: all of it."), isWide: true),
                Field(name: "note", label: text("Ghi chú", "Note"), isWide: true),
            ])
    }

    var withdrawalForm: TaskFormPart {
        form(
            .withdrawal, id: "form-effect-withdrawal",
            heading: text("Rút một tác động ghi sai", "Take back a wrong entry"),
            path: Paths.legalEffectWithdrawals(document.number), save: text("Rút", "Take back"),
            isFolded: true, refuses: true,
            [
                Field(
                    name: "entry", label: text("Số của tác động", "Number of the entry"),
                    kind: .number, isRequired: true),
                Field(
                    name: "reason", label: text("Lý do", "Reason"), isRequired: true, isWide: true),
            ])
    }

    var alertForm: TaskFormPart {
        form(
            .alert, id: "form-alert", heading: text("Ghi kết quả rà soát", "Settle the review"),
            path: Paths.basisAlerts(document.number), save: text("Ghi kết quả", "Record"),
            isFolded: false,
            [
                Field(
                    name: "entry", label: text("Căn cứ đã thay đổi", "The basis that changed"),
                    kind: .choice(
                        openAlerts.map {
                            Field.Choice(
                                value: String($0.effectNumber),
                                text: "\($0.basisSymbol): \($0.effect.title[language])")
                        }), isRequired: true),
                Field(
                    name: "outcome", label: text("Kết quả", "Outcome"),
                    kind: .choice(
                        BasisAlert.Outcome.allCases.map {
                            Field.Choice(value: $0.rawValue, text: $0.title[language])
                        }), isRequired: true),
                Field(name: "note", label: text("Ghi chú", "Note"), isWide: true),
            ])
    }
}
