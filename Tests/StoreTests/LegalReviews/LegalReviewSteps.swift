import Domain
import Store
import Support

/// What people do about campaigns, for the tests over every action; documents 2 and 3 are the province's.
enum LegalReviewSteps {
    static let all: [EveryAction.Step] = [
        EveryAction.Step("legal-review.opened") { db, user in
            try db.openLegalReview(.drafted(until: "2021-03-02"), by: user)
        },
        EveryAction.Step("legal-documents.recorded") { db, user in
            _ = try db.importLegalDocuments(
                documentRows("BD|4/2021/QĐ-UBND|Bốn|2021-02-01"), by: user)
        },
        EveryAction.Step("legal-review.gathered") { db, user in
            try db.gatherForLegalReview(1, by: user)
        },
        EveryAction.Step("legal-review.line-settled") { db, user in
            try db.settleLegalReviewLine(
                of: 1, document: 2, .of(.amend, "căn cứ đã đổi", doBy: "2021-12-01"), version: 1,
                by: user)
        },
        EveryAction.Step("legal-review.lines-recorded") { db, user in
            var filter = LegalReviewFilter()
            filter.isOpen = true
            guard let review = try db.legalReview(numbered: 1) else { return }
            let lines = try db.legalReviewLines(
                of: review.id, filter, on: day("2021-10-15"), limit: 50
            ).map { "\($0.number)|||||BD|keep|còn phù hợp" }
            _ = try db.importLegalReview(
                LegalReviewColumns.all.lines(lines, LegalReviewRow()), of: 1, by: user)
        },
        EveryAction.Step("legal-review.assigned") { db, user in
            try db.assignLegalReview(1, by: user)
        },
        EveryAction.Step("legal-review.line-moved") { db, user in
            guard let body = try db.agencies(coded: "BD-STP", on: day("2021-10-15")).first else {
                return
            }
            try db.moveLegalReviewLine(
                of: 1, document: 2, to: body.agency, version: 3, by: user)
        },
        EveryAction.Step("legal-review.closed") { db, user in
            try db.closeLegalReview(
                1, LegalReview.Closing(on: db.now.day(), paper: "Báo cáo số 9/BC-STP"), by: user)
        },
        EveryAction.Step("legal-review.reopened") { db, user in
            try db.reopenLegalReview(1, because: "thiếu một văn bản", by: user)
        },
    ]
}

/// "number|symbol|title|signed|state|body|outcome|reason|doer|by", as many as are needed.
func reviewRows(_ lines: String...) -> ReadRows<LegalReviewRow> {
    LegalReviewColumns.all.lines(lines, LegalReviewRow())
}

extension LegalReview {
    /// A campaign of the province's documents signed until a day, due on 30/11/2021.
    static func drafted(
        until: String? = nil, from: String? = nil, kind: Kind = .review, field: String = "",
        opensOn: String = "2021-10-01", dueOn: String = "2021-11-30"
    ) -> LegalReview {
        var extent = Extent()
        extent.field = field
        extent.signedFrom = from.map { day($0) }
        extent.signedUntil = until.map { day($0) }
        return LegalReview(
            id: ID(""), number: 0, year: 0, kind: kind, name: "Rà soát", extent: extent,
            opensOn: day(opensOn), dueOn: day(dueOn))
    }
}

extension LegalReview.Finding {
    static func of(
        _ outcome: LegalReview.Outcome?, _ reason: String, doBy: String? = nil
    ) -> LegalReview.Finding {
        var finding = LegalReview.Finding()
        (finding.outcome, finding.reason) = (outcome, reason)
        finding.doBy = doBy.map { day($0) }
        return finding
    }
}

extension ReadableDatabase {
    /// The first document with that symbol, whoever issued it.
    func legalDocument(symbol: String) throws -> LegalDocument? {
        for number in 1...50 {
            guard let found = try legalDocument(numbered: number) else { continue }
            if found.symbol == symbol { return found }
        }
        return nil
    }
}
