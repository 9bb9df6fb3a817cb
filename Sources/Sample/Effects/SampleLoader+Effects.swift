import Domain
import Store

/// What the year's documents did to each other: documents in every state, and two mistakes.
extension SampleLoader {
    func addEffects() async throws {
        let (year, user) = (year, user)
        try await addPending()
        let documents = try await store.read { db in
            var found: [LegalDocument] = []
            try db.eachLegalDocument(of: year.year) { document in
                if document.details.nature == .normative { found.append(document) }
            }
            let issuer = try db.agencyTree(on: year.today).bodies(coded: year.provinceCode).first?
                .id
            return found.filter { $0.issuer == issuer }.sorted {
                ($0.signedOn, $0.number) < ($1.signedOn, $1.number)
            }
        }
        let basis = try await store.read { db in
            var found: LegalDocument?
            try db.eachLegalDocument(of: year.year - 3) {
                if $0.symbol == "30/\(year.year - 3)/QĐ-UBND" { found = $0 }
            }
            return found
        }
        for draft in EffectScene(documents: documents, basis: basis, today: year.today).drafts {
            try await store.write(at: morning(year.today)) {
                _ = try $0.recordEffect(draft, by: user)
            }
        }
        try await changeLaw()
    }

    /// What happened to the law on which the province's documents rest.
    private func changeLaw() async throws {
        let user = user
        let isNew = year.year >= 2025
        let number = try await store.read { db -> Int? in
            var found: Int?
            try db.eachLegalDocument(of: 2015) {
                if $0.symbol == "80/2015/QH13" { found = $0.number }
            }
            return found
        }
        guard let number else { return }
        var draft = EffectDraft(
            document: number, isActing: false, kind: isNew ? .replacement : .amendment)
        draft.other = isNew ? "64/2025/QH15" : "63/2020/QH14"
        draft.from = isNew ? Day(year: 2025, month: 4, day: 1) : Day(year: 2021, month: 1, day: 1)
        let entry = draft
        try await store.write(at: morning(year.today)) {
            _ = try $0.recordEffect(entry, by: user)
        }
    }

    /// A policy that is signed and not yet in force.
    private func addPending() async throws {
        let user = user
        var row = LegalDocumentRow()
        row.issuerCode = year.provinceCode
        row.symbol = "3120/QĐ-UBND"
        row.title = "Chính sách hỗ trợ chi phí học nghề cho lao động nông thôn"
        row.signedOn = year.today - 10
        row.nature = .policy
        row.kind = .policy
        row.organ = .committee
        row.inForceOn = year.today + 47
        row.field = "lao động"
        let columns = LegalDocumentColumns.all
        let read = columns.read(columns.table([row]), blank: LegalDocumentRow())
        try await store.write(at: morning(year.today)) {
            _ = try $0.importLegalDocuments(read, by: user)
        }
    }
}

/// The entries of a sample year, as far as it has documents for them.
struct EffectScene {
    let documents: [LegalDocument]
    /// An older one on which others rest.
    let basis: LegalDocument?
    let today: Day

    var drafts: [EffectDraft] {
        (basis.map { [amended($0)] } ?? []) + own
    }

    /// What changes the older one, so that what rests on it is to be looked at again.
    private func amended(_ basis: LegalDocument) -> EffectDraft {
        var draft = EffectDraft(document: basis.number, isActing: false, kind: .amendment)
        draft.other = "1421/QĐ-UBND"
        draft.from = today - 20
        draft.parts = "khoản 1 Điều 4"
        return draft
    }

    private var own: [EffectDraft] {
        [
            entry(0, .replacement, by: 1, from: 1),
            entry(
                0, .transition, by: 1, from: 1, until: today + 100,
                note: "hồ sơ tiếp nhận trước ngày văn bản mới có hiệu lực"),
            entry(
                2, .amendment, by: 3, from: 3,
                parts: "khoản 2 Điều 5; điểm a, b khoản 1 Điều 7"),
            entry(4, .suspension, named: "1187/QĐ-UBND", on: today - 60),
            entry(5, .suspension, named: "1188/QĐ-UBND", on: today - 90, parts: "Điều 4"),
            entry(5, .resumption, named: "1302/QĐ-UBND", on: today - 30, parts: "Điều 4"),
            entry(8, .suspension, named: "1340/QĐ-UBND", on: today - 14, parts: "Điều 3"),
            entry(6, .limit, on: today - 15),
            entry(7, .limit, on: today - 10),
            entry(7, .extension_, by: 8, on: today - 12, until: today + 350),
            entry(
                9, .correction, named: "512/ĐC-UBND", on: today - 40, parts: "điểm đ khoản 3 Điều 2"
            ),
            entry(10, .repeal, named: "09/NQ-HĐND", on: today + 45),
            entry(
                11, .expiry, named: "707/QĐ-UBND", on: today - 5,
                note: "theo danh mục hệ thống hóa kỳ trước"),
            entry(3, .addition, by: 12, from: 12, parts: "Điều 9"),
            // Two mistakes: a circle, and an entry of a document that had expired.
            entry(13, .amendment, by: 14, from: 14, parts: "Điều 1"),
            entry(14, .amendment, by: 13, from: 14, parts: "Điều 2"),
            entry(12, .repeal, by: 6, on: today - 2, parts: "Điều 6"),
        ].compactMap(\.self)
    }

    private func entry(
        _ document: Int, _ kind: Effect.Kind, by other: Int? = nil, named: String? = nil,
        from source: Int? = nil, on day: Day? = nil, until: Day? = nil, parts: String = "",
        note: String = ""
    ) -> EffectDraft? {
        guard let target = at(document), other == nil || at(other ?? 0) != nil else { return nil }
        var draft = EffectDraft(document: target.number, isActing: kind == .limit, kind: kind)
        if let other, let acting = at(other) {
            draft.other = "\(acting.symbol) ngày \(acting.signedOn.vi)"
        }
        if let named { draft.other = named }
        let first = source.flatMap { at($0) }
        draft.from = day ?? first?.details.inForceOn ?? first.map { $0.signedOn + 10 }
        draft.until = until
        draft.parts = parts
        draft.note = note
        return draft
    }

    private func at(_ place: Int) -> LegalDocument? {
        documents.indices.contains(place) ? documents[place] : nil
    }
}
