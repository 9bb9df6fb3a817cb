import Domain

/// The procedures and regulations of a sample year; what one year calls a department, another may not.
struct CoordinationScene {
    let year: Int
    let province: String

    private var isOld: Bool { year < 2025 }
    private func department(_ old: String, _ new: String) -> String {
        "\(province)-\(isOld ? old : new)"
    }
    private var land: String { department("STNMT", "SNNMT") }
    private var investment: String { department("SKHDT", "STC") }
    private var labour: String { department("SLDTBXH", "SNV") }
    private var construction: String { department("SXD", "SXD") }
    private var justice: String { department("STP", "STP") }
    private func day(_ text: String, _ year: Int) -> Day? { Day("\(text)/\(year)") }

    var procedures: [CoordinatedProcedureRow] {
        [
            row(
                "1.004227",
                "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
                .land, land, 10, .yes, .yes,
                need: (.amend, .regulation, land, isOld ? "30/06" : "30/09")),
            row(
                "1.002253", "Giao đất, cho thuê đất không thông qua đấu giá quyền sử dụng đất",
                .land,
                land, 20, .yes, .no, need: (.issue, .process, land, "30/09")),
            row(
                "1.009972", "Cấp giấy phép xây dựng công trình", .construction, construction, 20,
                .no, .yes, need: (.issue, .regulation, construction, "31/08")),
            row(
                "1.009973", "Thẩm định báo cáo nghiên cứu khả thi đầu tư xây dựng", .construction,
                construction, 25, .yes, .yes),
            row(
                "1.009645", "Chấp thuận chủ trương đầu tư của Ủy ban nhân dân tỉnh", .investment,
                investment, 25, .yes, .yes),
            row(
                "1.009646", "Điều chỉnh văn bản chấp thuận chủ trương đầu tư", .investment,
                investment, 25, .yes, .no, need: (.amend, .regulation, investment, "15/11")),
            row(
                "1.000105", "Cấp giấy phép lao động cho người lao động nước ngoài", .labour, labour,
                5, .no, .yes, need: (.issue, .regulation, labour, "15/11")),
            row(
                "1.001776", "Thực hiện, điều chỉnh trợ cấp xã hội hằng tháng", .labour, labour, 15,
                nil, nil),
            row(
                "2.000986",
                "Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế", .other,
                justice, 15, .no, .yes),
        ]
    }

    private func row(
        _ code: String, _ name: String, _ field: CoordinatedProcedure.Field, _ body: String,
        _ limit: Int, _ regulation: CoordinatedProcedure.Answer?,
        _ process: CoordinatedProcedure.Answer?,
        need: (CoordinatedProcedure.Need, CoordinatedProcedure.Paper, String, String)? = nil
    ) -> CoordinatedProcedureRow {
        var row = CoordinatedProcedureRow()
        row.code = code
        row.name = name
        row.field = field
        row.bodyCode = body
        row.limit = WorkingDays(hundredths: limit * 100)
        row.hasRegulation = regulation
        row.hasProcess = process
        row.processSymbol = process == .yes ? "\(600 + limit * 7)/QĐ-UBND" : nil
        row.listedOn = day("15/01", year)
        if let (what, of, doer, due) = need {
            row.need = what
            row.needOf = of
            row.doerCode = doer
            row.dueOn = day(due, year)
        }
        return row
    }

    var regulations: [CoordinationRegulationRow] {
        let before = year - 1
        return [
            regulation(
                "2177/QĐ-UBND", "Quy chế phối hợp giải quyết thủ tục đăng ký đất đai",
                "13/10", before, review: day("01/07", year), ["1.004227", "1.002253"], landPath),
            regulation(
                "18/\(before)/QĐ-UBND", "Quy chế phối hợp thẩm định dự án đầu tư xây dựng", "20/11",
                before, review: day("01/12", year), ["1.009973"], constructionPath),
            regulation(
                "45/\(before)/QĐ-UBND", "Quy chế phối hợp giải quyết thủ tục đầu tư", "09/12",
                before, review: nil, ["1.009645", "1.009646"], investmentPath),
            regulation(
                "1105/QĐ-UBND", "Quy chế phối hợp chấp thuận chủ trương đầu tư", "02/03", year,
                review: nil, ["1.009645"], Array(investmentPath.dropLast())),
            regulation(
                "3021/QĐ-UBND", "Quy chế phối hợp liên thông các thủ tục về khai sinh", "25/12",
                before, review: nil, ["2.000986"], birthPath),
        ]
    }

    private func regulation(
        _ symbol: String, _ title: String, _ signed: String, _ year: Int, review: Day?,
        _ procedures: [String], _ steps: [CoordinationRegulation.Step]
    ) -> CoordinationRegulationRow {
        var row = CoordinationRegulationRow()
        row.issuerCode = province
        row.symbol = symbol
        row.title = title
        row.signedOn = day(signed, year)
        row.inForceOn = row.signedOn.map { $0 + 10 }
        row.reviewOn = review
        row.procedures = procedures.joined(separator: "; ")
        row.steps = steps
        return row
    }

    private typealias Step = CoordinationRegulation.Step
    private var desk: String { "Trung tâm Phục vụ hành chính công tỉnh" }
    private var tax: String { isOld ? "Chi cục Thuế khu vực" : "Thuế cơ sở" }
    private func days(_ hundredths: Int) -> WorkingDays { WorkingDays(hundredths: hundredths) }

    private var landPath: [Step] {
        let registry = "Chi nhánh Văn phòng đăng ký đất đai"
        return [
            Step(
                "Tiếp nhận, kiểm tra hồ sơ", by: desk, days: days(50), handOver: "Hồ sơ, phiếu hẹn"),
            Step(
                "Thẩm tra hồ sơ, trích đo", by: registry, days: days(400),
                handOver: "Phiếu chuyển thông tin"),
            Step(
                "Lấy ý kiến về quy hoạch", by: "UBND cấp xã", days: days(300),
                handOver: "Văn bản góp ý",
                condition: "khi thửa đất có tranh chấp hoặc sai quy hoạch", isParallel: true),
            Step(
                "Xác định nghĩa vụ tài chính", by: tax, days: days(300),
                handOver: "Thông báo nộp tiền"),
            Step(
                "Chỉnh lý hồ sơ địa chính, in giấy", by: registry, days: days(200),
                handOver: "Giấy chứng nhận"),
            Step(
                "Ký giấy chứng nhận", by: land, days: days(150), handOver: "Giấy chứng nhận đã ký"),
            Step("Trả kết quả", by: desk, days: days(50)),
        ]
    }

    private var constructionPath: [Step] {
        [
            Step("Tiếp nhận hồ sơ", by: desk, days: days(50), handOver: "Hồ sơ dự án"),
            Step(
                "Thẩm định thiết kế cơ sở", by: construction, days: days(1_200),
                handOver: "Ý kiến thẩm định"),
            Step(
                "Ý kiến phòng cháy, chữa cháy", by: "Công an tỉnh", days: days(1_000),
                handOver: "Văn bản góp ý", isParallel: true),
            Step(
                "Ý kiến về môi trường", by: land, days: days(1_000), handOver: "Văn bản góp ý",
                condition: "khi dự án phải đánh giá tác động môi trường", isParallel: true),
            Step(
                "Tổng hợp, thông báo kết quả", by: construction, days: days(500),
                handOver: "Thông báo kết quả thẩm định"),
            Step("Trả kết quả", by: desk, days: days(50)),
        ]
    }

    private var investmentPath: [Step] {
        [
            Step("Tiếp nhận hồ sơ", by: desk, days: days(50), handOver: "Hồ sơ dự án"),
            Step(
                "Lấy ý kiến các cơ quan", by: investment, days: days(250),
                handOver: "Công văn lấy ý kiến"),
            Step("Góp ý về đất đai", by: land, days: days(700), handOver: "Văn bản góp ý"),
            Step(
                "Góp ý về quy hoạch xây dựng", by: construction, days: days(700),
                handOver: "Văn bản góp ý", isParallel: true),
            Step(
                "Lập báo cáo thẩm định", by: investment, days: days(700),
                handOver: "Báo cáo thẩm định"),
            Step(
                "Quyết định chủ trương", by: "Ủy ban nhân dân tỉnh", days: days(700),
                handOver: "Quyết định"),
            Step("Trả kết quả", by: desk, days: days(100)),
        ]
    }

    private var birthPath: [Step] {
        [
            Step(
                "Đăng ký khai sinh", by: "UBND cấp xã", days: days(100), handOver: "Giấy khai sinh"),
            Step(
                "Đăng ký thường trú", by: "Công an cấp xã", days: days(700),
                handOver: "Thông báo cư trú"),
            Step(
                "Cấp thẻ bảo hiểm y tế", by: "Bảo hiểm xã hội", days: days(500),
                handOver: "Thẻ bảo hiểm y tế", isParallel: true),
            Step("Trả kết quả", by: "UBND cấp xã", days: days(50)),
        ]
    }
}
