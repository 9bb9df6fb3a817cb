import Domain
import Reading
import Store
import Support

/// What people do about effects, for the tests over every action.
enum EffectSteps {
    static let all: [EveryAction.Step] = [
        EveryAction.Step("legal-documents.recorded") { db, user in
            let rows = documentRows(
                "BD|2/2021/QĐ-UBND|Hai|2021-03-02", "BD|3/2021/QĐ-UBND|Ba|2021-03-03")
            _ = try db.importLegalDocuments(rows, by: user)
        },
        EveryAction.Step("legal-document.text-kept") { db, user in
            let text = LegalText(
                reading: "Căn cứ Quyết định số 2/2021/QĐ-UBND ngày 02/3/2021;", name: "b.txt")
            try db.keepLegalText(text, from: nil, of: 3, by: user)
        },
        EveryAction.Step("legal-effect.recorded") { db, user in
            var draft = EffectDraft(document: 2, isActing: false, kind: .repeal)
            draft.other = "9/2021/QĐ-UBND"
            draft.from = day("2021-05-01")
            try db.recordEffect(draft, by: user)
        },
        EveryAction.Step("legal-effects.recorded") { db, user in
            _ = try db.importEffects(
                EffectColumns.all.lines(["|8/2021/QĐ-UBND|correction|2||01/06/2021"], EffectRow()),
                by: user)
        },
        EveryAction.Step("basis-alert.settled") { db, user in
            try db.settleBasisAlert(of: 3, raisedBy: 1, .keep, note: "", by: user)
        },
        EveryAction.Step("legal-effect.withdrawn") { db, user in
            try db.withdrawEffect(1, because: "ghi nhầm", by: user)
        },
    ]
}
