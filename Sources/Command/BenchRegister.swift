import Domain
import Store

/// A made-up register: documents with words of differing frequency, bases and effects.
struct BenchRegister: Sendable {
    let store: Store
    let documents: Int

    /// Words as frequent as in real titles: the first in every text, the last in few.
    private static let common = [
        "quy", "định", "quyết", "ủy", "ban", "nhân", "dân", "tỉnh", "điều", "khoản", "thực", "hiện",
        "cơ", "quan", "tổ", "chức", "cá", "nhân", "phạm", "vi", "điều", "chỉnh", "đối", "tượng",
        "trách", "nhiệm", "thi", "hành", "ban", "hành", "kèm", "theo",
    ]

    /// As lists of ten thousand rows, each taken in whole.
    func addDocuments() async throws {
        let (user, codes) = try await cast()
        for start in stride(from: 0, to: documents, by: 10_000) {
            let rows = (start..<min(start + 10_000, documents)).map { row($0, codes) }
            let columns = LegalDocumentColumns.all
            let read = columns.read(columns.table(rows), blank: LegalDocumentRow())
            try await store.write { _ = try $0.importLegalDocuments(read, by: user) }
        }
    }

    /// Three kilobytes each, and two citations of older documents.
    func addTexts() async throws {
        let (user, _) = try await cast()
        for start in stride(from: 0, to: documents, by: 1_000) {
            let end = min(start + 1_000, documents)
            try await store.write { db in
                for number in start..<end {
                    let bases = [number / 2, number / 50 * 50].filter { $0 < number }.map { basis in
                        LegalBasis(
                            text: "Căn cứ Quyết định số \(symbol(basis))", symbol: symbol(basis),
                            datedOn: signed(basis))
                    }
                    let text = LegalText(name: "a.txt", text: words(number), bases: bases)
                    try db.keepLegalText(text, from: nil, of: number + 1, by: user)
                }
            }
        }
    }

    /// Every document acts on an older one; returns how many relations there are in all.
    func addEffects() async throws -> Int {
        let (user, _) = try await cast()
        let kinds: [Effect.Kind] = [.amendment, .replacement, .addition, .correction, .repeal]
        var count = 0
        for start in stride(from: 10, to: documents, by: 1_000) {
            let end = min(start + 1_000, documents)
            let drafts = (start..<end).filter { $0 % 50 != 0 }.map { number -> EffectDraft in
                let target = number - number % 7 - 1
                var draft = EffectDraft(
                    document: target + 1, isActing: false, kind: kinds[number % kinds.count])
                draft.other = "\(symbol(number)) ngày \(signed(number).vi)"
                draft.from = signed(number) + 10
                draft.parts = number % 3 == 0 ? "khoản 2 Điều \(number % 20 + 1)" : ""
                return draft
            }
            try await store.write { db in
                for draft in drafts { try db.recordEffect(draft, by: user) }
            }
            count += drafts.count
        }
        // Beside them each text cites two documents.
        return count + documents * 2
    }

    /// Repeals a document on which very many rest.
    func repeal() async throws -> (time: Duration, count: Int) {
        let (user, _) = try await cast()
        var draft = EffectDraft(document: documents / 100 * 50 + 1, isActing: false, kind: .repeal)
        draft.other = "999999/QĐ-UBND"
        draft.from = signed(documents)
        let entry = draft
        let clock = ContinuousClock()
        let time = try await clock.measure {
            try await store.write { _ = try $0.recordEffect(entry, by: user) }
        }
        let count = try await store.read { db in
            try db.legalDocument(numbered: entry.document)
                .map { try db.effects(on: $0.id).last }.flatMap { $0 }
                .map { try db.basisAlerts(raisedBy: $0.id, limit: 10_000).count } ?? 0
        }
        return (time, count)
    }

    /// Common and rare words, one and many, symbols, and each narrowed by a state.
    var searches: [LegalSearch] {
        func search(_ change: (inout LegalSearch) -> Void) -> LegalSearch {
            var search = LegalSearch()
            change(&search)
            return search
        }
        return [
            search { $0.words = "quy dinh" }, search { $0.words = "từ12 từ34" },
            search { $0.words = "quyết định tỉnh tu5" }, search { $0.words = "tu900" },
            search { $0.words = "khong co" }, search { $0.words = "tu3 tu4 tu5" },
            search { $0.symbol = "123/20" }, search { $0.symbol = "qđ-ub" },
            search {
                $0.words = "quy dinh"
                $0.state = .expired
            },
            search {
                $0.words = "tu40"
                $0.state = .partlyExpired
            },
            search {
                $0.words = "linh vuc 7"
                $0.place = .title
            },
        ]
    }

    private func cast() async throws -> (User.ID, [String]) {
        try await store.read { db in
            let today = try db.workspace().today(db.now)
            let codes = try db.agencyTree(on: today).bodies.map(\.code)
            guard let user = try db.user(login: "quantri") else {
                throw MissingRecord(Bilingual("account"), "quantri")
            }
            return (user.id, codes)
        }
    }

    private func signed(_ number: Int) -> Day {
        Day(number: 15_000) + number * 5_000 / max(1, documents)
    }

    private func symbol(_ number: Int) -> String {
        "\(number + 1)/\(signed(number).year)/QĐ-UBND"
    }

    private func row(_ number: Int, _ codes: [String]) -> LegalDocumentRow {
        var row = LegalDocumentRow()
        row.issuerCode = codes[number % codes.count]
        row.symbol = symbol(number)
        row.title = "Quy định về lĩnh vực \(number % 97), nội dung từ\(number % 1_000)"
        row.signedOn = signed(number)
        row.inForceOn = signed(number) + 10
        row.field = "lĩnh vực \(number % 20)"
        return row
    }

    private func words(_ number: Int) -> String {
        var words: [String] = []
        var seed = UInt64(number) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
        while words.count < 520 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let turn = Int(seed >> 33)
            // A word of rank n stands in about one of n texts.
            words.append(
                turn % 3 > 0
                    ? Self.common[turn % Self.common.count]
                    : "từ\(1_500 * (turn % 97) / 97 % (turn % 1_499 + 1))")
        }
        return words.joined(separator: " ")
    }
}
