import Domain
import Reading
import Store

extension SampleLoader {
    /// Adds the register's other documents, then the texts of some, with what they rest on.
    func addLegalDocuments() async throws {
        let user = user
        let table = LegalDocumentColumns.all.table(
            FurtherDocuments.lines.compactMap { row(filled($0)) })
        let read = LegalDocumentColumns.all.read(table, blank: LegalDocumentRow())
        try await store.write(at: morning(year.today)) {
            _ = try $0.importLegalDocuments(read, by: user)
        }
        for text in FurtherDocuments.bases {
            try await keepText(
                of: filled(text.symbol), bases: text.bases.map(filled),
                inForce: filled(text.inForce))
        }
        try await keepFile(of: filled("043/Y-1/QĐ-UBND"))
        for line in year.legalDocuments where line.row.issuerCode == year.provinceCode {
            guard let symbol = line.row.symbol, let inForce = line.row.inForceOn,
                line.row.field == "nội vụ" || line.row.field == "tư pháp"
            else { continue }
            try await keepText(
                of: symbol,
                bases: [
                    filled("Căn cứ Quyết định số 043/Y-1/QĐ-UBND ngày 18 tháng 11 năm Y-1;"),
                    filled("Căn cứ Quyết định số 30/Y-3/QĐ-UBND ngày 09 tháng 10 năm Y-3;"),
                ],
                inForce: "\(inForce.dayOfMonth) tháng \(inForce.month) năm \(inForce.year)")
        }
    }

    /// The steps by the procedure of its day, each ended in time, and what three bodies said.
    private func keepFile(of symbol: String) async throws {
        let user = user
        guard let document = try await document(symbol),
            let procedure = LegalProcedure.inForce(on: document.signedOn).first
        else { return }
        var day = document.signedOn - 110
        let steps = procedure.steps.map { step in
            var step = step
            step.startedOn = day
            day = day + (step.days ?? 5)
            step.doneOn = day
            return LegalStepRow(step)
        }
        let opinions = Self.opinions.map { body, opinion, taken, reply in
            var line = LegalOpinion(body)
            (line.askedOn, line.answeredOn) = (document.signedOn - 70, document.signedOn - 64)
            (line.opinion, line.taken, line.reply) = (opinion, taken, reply)
            return LegalOpinionRow(line)
        }
        let readSteps = LegalStepColumns.all.read(
            LegalStepColumns.all.table(steps), blank: LegalStepRow())
        let readOpinions = LegalOpinionColumns.all.read(
            LegalOpinionColumns.all.table(opinions), blank: LegalOpinionRow())
        try await store.write(at: morning(year.today)) {
            try $0.keepLegalSteps(readSteps, of: document.number, version: 0, by: user)
            try $0.keepLegalOpinions(readOpinions, of: document.number, version: 1, by: user)
        }
    }

    /// What a check found in a document of the year before, to be remedied by the body that issued it.
    func recordDocumentCheck() async throws {
        let user = user
        guard let document = try await document(filled("043/Y-1/QĐ-UBND")) else { return }
        var row = FindingRow()
        row.bodyCode = year.provinceCode
        row.source = .documentCheck
        row.text =
            "Khoản 2 Điều 4 giao thêm thành phần hồ sơ ngoài quy định của văn bản cấp trên; Điều 7 chưa nêu rõ cơ quan chịu trách nhiệm."
        row.ground = document.cited
        row.documentNumber = document.number
        row.foundOn = year.today - 34
        row.dueOn = year.today + 26
        let read = FindingColumns.all.read(FindingColumns.all.table([row]), blank: FindingRow())
        try await store.write(at: morning(year.today)) { _ = try $0.importFindings(read, by: user) }
    }

    private static let opinions: [(String, String, LegalOpinion.Taken, String)] = [
        ("Sở Tài chính", "Bổ sung nguồn kinh phí bảo đảm", .accepted, "Bổ sung Điều 12"),
        (
            "Sở Tư pháp", "Rút gọn nội dung đã có trong luật", .partly,
            "Bỏ Điều 3, Điều 4; giữ Điều 5 vì quy định trách nhiệm riêng của tỉnh"
        ),
        (
            "Ủy ban Mặt trận Tổ quốc tỉnh", "Kéo dài thời hạn phản biện lên 30 ngày", .explained,
            "Thời hạn chung đã phù hợp với tiến độ trình"
        ),
    ]

    private func document(_ symbol: String) async throws -> LegalDocument? {
        let (code, today) = (year.provinceCode, year.today)
        return try await store.read { db in
            guard let province = try db.agencyTree(on: today).bodies(coded: code).first else {
                return nil
            }
            return try db.legalDocuments(of: province.id, symbol: symbol).first
        }
    }

    private func filled(_ line: String) -> String {
        var line = line.hasPrefix("P") ? year.provinceCode + line.dropFirst() : line
        for back in (1...8).reversed() {
            line = line.replacing("Y-\(back)", with: String(year.year - back))
        }
        return line.replacing("/Y", with: "/\(year.year)").replacing(
            "năm Y", with: "năm \(year.year)")
    }

    private func row(_ line: String) -> LegalDocumentRow? {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 12 else { return nil }
        var row = LegalDocumentRow()
        (row.issuerCode, row.symbol, row.title) = (cells[0], cells[1], cells[2])
        row.signedOn = Day(cells[3])
        row.nature = LegalDocument.Nature(rawValue: cells[4])
        row.kind = LegalDocument.Kind(rawValue: cells[5])
        row.organ = LegalDocument.Organ(rawValue: cells[6])
        row.signer = cells[7].isEmpty ? nil : cells[7]
        row.inForceOn = Day(cells[8])
        row.field = cells[9].isEmpty ? nil : cells[9]
        row.declaredStatus = cells[10].isEmpty ? nil : cells[10]
        row.sources =
            cells[11].isEmpty ? nil : LegalDocument.FieldSources(stored: cells[11])
        if row.field == "công thương" {
            row.affectsBusiness = .yes
            row.consulted = "Hiệp hội Doanh nghiệp tỉnh, hội nghị ngày 24/02/\(year.year)"
        }
        return row
    }

    private func keepText(of symbol: String, bases: [String], inForce: String) async throws {
        let (user, today) = (user, year.today)
        guard let document = try await document(symbol) else { return }
        // Since 01/4/2025 documents rest on the law of 2025.
        let bases =
            document.signedOn.year < 2025
            ? bases
            : bases.map {
                $0.replacing(
                    "80/2015/QH13 ngày 22 tháng 6 năm 2015",
                    with: "64/2025/QH15 ngày 19 tháng 02 năm 2025")
            }
        let text = """
            ỦY BAN NHÂN DÂN TỈNH          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Số: \(symbol)          ngày \(document.signedOn.dayOfMonth) tháng \(document.signedOn.month) năm \(document.signedOn.year)

            QUYẾT ĐỊNH
            \(document.title)

            \(bases.joined(separator: "\n"))

            QUYẾT ĐỊNH:
            Điều 1. \(document.title).
            Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày \(inForce).
            Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, thủ trưởng các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành.
            """
        let words = LegalText(reading: text, name: "\(symbol.replacing("/", with: "-")).txt")
        try await store.write(at: morning(today)) {
            try $0.keepLegalText(words, from: nil, of: document.number, by: user)
        }
    }
}
