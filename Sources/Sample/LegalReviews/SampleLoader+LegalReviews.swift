import Domain
import Store

/// Three campaigns: the year's review by field, under way, the systematisation of five years, overdue in
/// part, and one of a single field, closed.
extension SampleLoader {
    func addLegalReviews() async throws {
        let (year, user) = (year, user)
        var extent = LegalReview.Extent()
        extent.signedUntil = year.today - 60
        let review = draft(
            .review, "Rà soát văn bản quy phạm pháp luật theo lĩnh vực năm \(year.year)",
            "Kế hoạch rà soát văn bản năm \(year.year) của Ủy ban nhân dân tỉnh (minh hoạ)", extent,
            from: year.today - 45, to: year.today + 25)
        extent.signedFrom = Day(year: year.year - 5, month: 1, day: 1)
        extent.signedUntil = Day(year: year.year - 1, month: 12, day: 31)
        extent.withExpired = true
        let systematisation = draft(
            .systematisation,
            "Hệ thống hóa văn bản quy phạm pháp luật kỳ \(year.year - 5)-\(year.year - 1)",
            "Kế hoạch hệ thống hóa của Ủy ban nhân dân tỉnh (minh hoạ)", extent,
            from: year.today - 90, to: year.today - 10)
        let (code, today) = ("\(year.provinceCode)-STP", year.today)
        let numbers = try await store.write(at: morning(year.today)) { db in
            let justice = try db.agencyTree(on: today).bodies(coded: code).first?.id
            return try [review, systematisation].map { draft in
                try db.openLegalReview(
                    draft, givenTo: draft.kind == .review ? nil : justice, by: user
                ).number
            }
        }
        for (place, number) in numbers.enumerated() {
            try await record(outcomesOf: number, isSecond: place == 1)
        }
        try await tieReviews(numbers)
        if let number = numbers.first { try await addClosedReview(beside: number) }
    }

    /// A field all of whose documents the year's review keeps was looked at by itself before.
    private func addClosedReview(beside number: Int) async throws {
        let (year, user) = (year, user)
        let kept = try await store.read { db -> [String] in
            guard let review = try db.legalReview(numbered: number) else { return [] }
            let lines = try db.legalReviewLines(
                of: review.id, LegalReviewFilter(), on: year.today, limit: 500)
            let fields = try Dictionary(grouping: lines) {
                try db.legalDocument(numbered: $0.number)?.details.field ?? ""
            }
            return fields.filter { field, lines in
                !field.isEmpty && lines.allSatisfy { $0.line.finding.outcome == .keep }
            }.keys.sorted()
        }
        guard let field = kept.first else { return }
        var extent = LegalReview.Extent()
        extent.field = field
        let draft = draft(
            .review, "Rà soát chuyên đề lĩnh vực \(field) năm \(year.year)",
            "Công văn của Sở Tư pháp (minh hoạ)", extent, from: year.today - 60,
            to: year.today + 5)
        let closing = LegalReview.Closing(
            on: year.today, paper: "Báo cáo kết quả rà soát của Sở Tư pháp (minh hoạ)")
        let made = try await store.write(at: morning(year.today)) {
            try $0.openLegalReview(draft, by: user)
        }
        try await store.write(at: morning(year.today)) { db in
            for line in try db.legalReviewLines(
                of: made.id, LegalReviewFilter(), on: year.today, limit: 500)
            {
                var finding = LegalReview.Finding()
                (finding.outcome, finding.reason) = (.keep, "Còn phù hợp")
                try db.settleLegalReviewLine(
                    of: made.number, document: line.number, finding, version: line.line.version,
                    by: user)
            }
        }
        try await store.write(at: morning(closing.on)) {
            try $0.closeLegalReview(made.number, closing, by: user)
        }
    }

    private func draft(
        _ kind: LegalReview.Kind, _ name: String, _ source: String, _ extent: LegalReview.Extent,
        from: Day, to: Day
    ) -> LegalReview {
        LegalReview(
            id: LegalReview.ID(""), number: 0, year: 0, kind: kind, name: name, source: source,
            extent: extent, opensOn: from, dueOn: to)
    }

    /// The province's own documents go to the departments of their fields; most have an outcome by now.
    private func record(outcomesOf number: Int, isSecond: Bool) async throws {
        let (year, user) = (year, user)
        let rows = try await store.read { db -> [LegalReviewRow] in
            guard let review = try db.legalReview(numbered: number) else { return [] }
            let tree = try db.agencyTree(on: year.today)
            let province = tree.bodies(coded: year.provinceCode).first?.id
            let lines = try db.legalReviewLines(
                of: review.id, LegalReviewFilter(), on: year.today, limit: 500)
            return try lines.enumerated().map { place, line in
                var row = LegalReviewRow()
                row.number = line.number
                if line.line.body == province {
                    let field = try db.legalDocument(numbered: line.number)?.details.field ?? ""
                    row.bodyCode = Self.departments[field]?.map {
                        "\(year.provinceCode)-\($0)"
                    }.first { !tree.bodies(coded: $0).isEmpty }
                }
                guard place % 5 != 4, !isSecond || place % 2 == 0 else { return row }
                let (outcome, reason) =
                    line.state == .expired
                    ? (.expired, "Đã hết hiệu lực theo văn bản khác, chưa được công bố")
                    : Self.outcomes[place % Self.outcomes.count]
                (row.outcome, row.reason) = (outcome, reason)
                row.doBy = outcome == .keep ? nil : year.today + 30 + place
                return row
            }
        }
        let columns = LegalReviewColumns.all
        let read = columns.read(columns.table(rows), blank: LegalReviewRow())
        try await store.write(at: morning(year.today)) {
            _ = try $0.importLegalReview(read, of: number, by: user)
        }
    }

    /// One outcome is carried out by a task that the year's plan has already.
    private func tieReviews(_ numbers: [Int]) async throws {
        let (year, user) = (year, user)
        guard let number = numbers.first else { return }
        let found = try await store.read { db -> (Int, String)? in
            guard let review = try db.legalReview(numbered: number),
                let plan = try db.currentPlan(of: year.year),
                let code = try db.tasks(of: plan.id).first(where: {
                    $0.text.hasPrefix("Rà soát văn bản") && $0.lead != nil
                })?.code
            else { return nil }
            let owed = try db.legalReviewLines(
                of: review.id, LegalReviewFilter(), on: year.today, limit: 500
            ).first { line in
                line.line.isOwed
                    && line.line.finding.doBy.map { year.period.contains($0) } ?? false
            }
            return owed.map { ($0.number, code) }
        }
        guard let (document, code) = found else { return }
        _ = try await store.write(at: morning(year.today)) {
            try $0.assignLegalReview(number, document: document, to: code, by: user)
        }
    }

    /// The department that looks after a field, by the letters of its code; the first that exists.
    private static let departments: [String: [String]] = [
        "đất đai": ["STNMT", "SNNMT"], "tài nguyên, môi trường": ["STNMT", "SNNMT"],
        "nông nghiệp": ["SNNPTNT", "SNNMT"], "tài chính": ["STC"], "nội vụ": ["SNV"],
        "xây dựng": ["SXD"], "giao thông": ["SGTVT", "SXD"], "công thương": ["SCT"],
        "giáo dục": ["SGDDT"], "tư pháp": ["STP"], "văn phòng": ["VPUB"],
        "thông tin, truyền thông": ["STTTT", "SKHCN"],
    ]

    private static let outcomes: [(LegalReview.Outcome, String)] = [
        (.keep, "Nội dung phù hợp với văn bản cấp trên đang có hiệu lực và thực tiễn địa phương"),
        (.amend, "Căn cứ ban hành đã được sửa đổi; Điều 4 không còn thống nhất"),
        (.keep, "Còn phù hợp; đã đối chiếu với các văn bản mới ban hành"),
        (.keep, "Còn phù hợp"),
        (.replace, "Đã sửa đổi hai lần, nhiều quy định khó áp dụng; cần ban hành văn bản thay thế"),
        (.repeal, "Đối tượng điều chỉnh không còn"),
        (.keep, "Còn phù hợp"),
        (.expired, "Hết thời hạn được quy định trong văn bản, chưa được công bố"),
    ]
}
