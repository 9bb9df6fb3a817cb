import Domain
import Reading
import Testing

@Suite(.enabled(if: RealPlan.path != nil, "CAICACH_SHARED is not set"))
struct RealPlanTests {
    @Test func `the header is read whole`() throws {
        let header = try RealPlan.read().document
        var expected = DraftPlan.Header()
        expected.symbol = "95/KH-UBND"
        expected.type = "Kế hoạch"
        expected.issuer = "Ủy ban nhân dân tỉnh Bình Định"
        expected.place = "Bình Định"
        expected.issuedOn = Day("2020-12-31")
        expected.effectiveOn = Day("2020-12-31")
        expected.year = 2021
        expected.title = "CẢI CÁCH HÀNH CHÍNH TỈNH BÌNH ĐỊNH NĂM 2021"
        expected.signer = "Lâm Hải Giang"
        #expect(header == expected)
    }

    @Test func `it gives exactly seven targets`() throws {
        let targets = try RealPlan.read().targets
        #expect(
            targets.map(\.clause) == [
                "II.1.a.1-1", "II.1.a.1-2", "II.1.a.2-1", "II.1.a.2-2", "II.1.a.2-3", "II.1.a.2-4",
                "II.2.a.1",
            ])
        #expect(
            targets.map(\.comparator) == [
                .equal, .equal, .atLeast, .atLeast, .equal, .equal, .equal,
            ])
        #expect(
            targets.map(\.value)
                == [10_000, 10_000, 3_000, 3_000, 10_000, 10_000, 10_000].map {
                    .number(hundredths: $0)
                })
        #expect(targets.allSatisfy { $0.unit == "%" && $0.deadline == nil })
    }

    @Test func `each target suggests the measure that fits it`() throws {
        #expect(
            try RealPlan.read().targets.map(\.measure) == [
                "plan-issued", "plan-completed", "bodies-inspected", "communes-inspected",
                "self-inspected",
                "findings-remedied", "documents-in-order",
            ])
    }

    @Test func `each target names its set in the words of the text`() throws {
        let everybody = "cơ quan, đơn vị, địa phương trên địa bàn tỉnh"
        #expect(
            try RealPlan.read().targets.map(\.scope) == [
                everybody, everybody, "cơ quan hành chính cấp tỉnh và Ủy ban nhân dân cấp huyện",
                "đơn vị cấp xã",
                "cơ quan, đơn vị, địa phương", "vấn đề phát hiện qua kiểm tra cải cách hành chính",
                "văn bản quy phạm pháp luật",
            ])
    }

    @Test func `only the districts' quota holds one by one`() throws {
        let each = try RealPlan.read().targets.map(\.each)
        #expect(each == [nil, nil, nil, "Ủy ban nhân dân cấp huyện", nil, nil, nil])
    }

    @Test func `a dash that promises two things is cut into their own words`() throws {
        let targets = try RealPlan.read().targets
        #expect(targets[0].text.hasSuffix("chức năng, nhiệm vụ, quyền hạn"))
        #expect(targets[1].text == "tổ chức thực hiện hoàn thành kế hoạch đã đề ra")
    }

    @Test func `every dash of the tasks' sections gives one task a sentence`() throws {
        let plan = try RealPlan.read()
        #expect(
            plan.tasks.map(\.clause) == [
                "II.1.b.1", "II.1.b.1", "II.1.b.2", "II.1.b.3", "II.1.b.4", "II.1.b.4", "II.2.b.1",
                "II.2.b.2",
                "II.2.b.3", "II.2.b.3",
            ])
        #expect(plan.tasks.allSatisfy { $0.isMeans })
    }

    @Test func `the cut, the stray comma and the open reading are asked about`() throws {
        let plan = try RealPlan.read()
        let text = Array(try RealPlan.text().unicodeScalars)
        let places = plan.queries.map { query in
            String(String.UnicodeScalarView(text[query.start..<query.end]))
        }
        #expect(
            places == [
                "cơ quan hành chính cấp tỉnh và Ủy ban nhân dân cấp huyện", "rà soát, văn bản",
                "[...]",
            ])
    }

    @Test func `every range holds exactly its words`() throws {
        try expectExactRanges(RealPlan.read(), in: RealPlan.text())
    }

    @Test func `purposes and requirements are known as such`() throws {
        let clauses = try RealPlan.read().clauses
        #expect(clauses.filter { $0.kind == .purpose }.map(\.path) == ["I.1.1", "I.1.2", "I.1.3"])
        #expect(
            clauses.filter { $0.kind == .requirement }.map(\.path) == ["I.2.1", "I.2.2", "I.2.3"])
    }
}
