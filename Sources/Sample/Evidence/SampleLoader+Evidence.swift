import Domain
import Foundation
import Reading
import Store

/// A made-up document that proves something about a record of the sample.
private struct SampleDocument: Sendable {
    let name: String
    let data: Data
    let type: FileType
    let title: String
    let issuer: String
    let symbol: String
    let issuedOn: Day
}

extension SampleLoader {
    /// How many records of a kind get a document; enough to see, few enough to load quickly.
    private static var most: Int { 12 }

    /// Gives inspections their conclusion, findings the report of their remedy, legal documents their
    /// text and the plan its signed copy; one finding is explained instead.
    func enterEvidence() async throws {
        let year = year
        let records = try await store.read { db in try Records(db, year) }
        for (inspection, issuer, body) in records.inspections.prefix(Self.most) {
            guard let day = inspection.concludedOn, !inspection.conclusionSymbol.isEmpty else {
                continue
            }
            let title = "Kết luận kiểm tra công tác cải cách hành chính tại \(body)"
            try await attach(
                document(
                    "Thông báo", title, issuer, inspection.conclusionSymbol, day,
                    conclusion(of: body, on: inspection.heldOn ?? day)),
                to: Evidence.Subject(.inspection, inspection.id.text), on: day)
        }
        for (finding, body) in records.findings.prefix(Self.most) {
            guard let day = finding.closedOn else { continue }
            try await attach(
                document(
                    "Báo cáo", "Kết quả khắc phục vấn đề phát hiện qua kiểm tra", body,
                    symbol(in: finding.evidence), day, remedy(of: finding)),
                to: Evidence.Subject(.finding, finding.id.text), on: day)
        }
        for (legal, issuer) in records.legalDocuments.prefix(4) {
            try await attach(
                document(
                    "Quyết định", legal.title, issuer, legal.symbol, legal.signedOn,
                    ["Điều 1. \(legal.title).", "Điều 2. Quyết định này có hiệu lực từ ngày ký."]),
                to: Evidence.Subject(.legalDocument, legal.id.text), on: legal.signedOn)
        }
        for (task, lead, code) in records.tasks.prefix(6) {
            guard let day = task.doneOn else { continue }
            let mark = code.split(separator: "-").last.map(String.init) ?? code
            try await attach(
                document(
                    "Báo cáo", "Kết quả thực hiện nhiệm vụ \(task.number) của kế hoạch", lead,
                    "\(40 + task.number)/BC-\(mark)", day,
                    ["Thực hiện kế hoạch cải cách hành chính, cơ quan báo cáo: \(task.text)"]),
                to: Evidence.Subject(.task, task.id.text), on: day)
        }
        for (sent, signed, body) in records.submissions.prefix(Self.most) {
            try await attach(
                document(
                    "Báo cáo", "Công tác cải cách hành chính quý III năm \(year.year)", body,
                    signed.symbol, signed.signedOn, report(of: body)),
                to: Evidence.Subject(.submission, sent.id.text), on: signed.recordedOn)
        }
        try await explain(records)
    }

    private func attach(
        _ document: SampleDocument, to subject: Evidence.Subject, on day: Day
    ) async throws {
        let kept = try await store.files.keep(document.data)
        let upload = EvidenceUpload(
            kept, name: document.name, type: document.type, title: document.title,
            issuer: document.issuer, symbol: document.symbol, issuedOn: document.issuedOn)
        let user = user
        _ = try await store.write(at: morning(day)) {
            try $0.attachEvidence([upload], to: subject, by: user)
        }
    }

    /// "202/BC-UBND" of "Báo cáo số 202/BC-UBND ngày 28/06/2021".
    private func symbol(in text: String) -> String {
        text.split(separator: " ").first { $0.contains("/") && $0.contains("-") }
            .map(String.init) ?? text
    }

    /// What somebody wrote where there is no document yet.
    private func explain(_ records: Records) async throws {
        guard let open = records.overdue else { return }
        let user = user
        try await store.write(at: morning(year.today)) {
            try $0.explainMissingEvidence(
                of: Evidence.Subject(.finding, open.id.text),
                "Đơn vị đã khắc phục xong, đang chờ ký báo cáo; sẽ bổ sung văn bản trong tháng 10.",
                version: 0, by: user)
        }
    }

    private func document(
        _ type: String, _ title: String, _ issuer: String, _ symbol: String, _ day: Day,
        _ paragraphs: [String]
    ) -> SampleDocument {
        var page = SamplePDF()
        let place = year.agencies.first { $0.code == year.provinceCode }?.name ?? ""
        page.add(issuer.uppercased(), .leftHalf, size: 11)
        page.add("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", .rightHalf, size: 11, isBeside: true)
        page.add("Số: \(symbol)", .leftHalf, size: 12)
        page.add("Độc lập - Tự do - Hạnh phúc", .rightHalf, size: 12, isBeside: true)
        let pad = { (value: Int, limit: Int) in value < limit ? "0\(value)" : "\(value)" }
        page.add(
            "\(place.replacing("Tỉnh ", with: "")), ngày \(pad(day.dayOfMonth, 10)) tháng \(pad(day.month, 3)) năm \(day.year)",
            .rightHalf, size: 12)
        page.skip(18)
        page.add(type.uppercased(), .centre, size: 15)
        page.add(title.count > 70 ? String(title.prefix(67)) + "..." : title, .centre, size: 13)
        page.skip(12)
        for paragraph in paragraphs { page.add(paragraph: paragraph) }
        page.skip(14)
        page.add("(Tài liệu minh họa, không có giá trị pháp lý)", .centre, size: 11)
        let name = symbol.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        return SampleDocument(
            name: "\(name).pdf", data: page.data, type: .pdf, title: "\(type) \(title)",
            issuer: issuer, symbol: symbol, issuedOn: day)
    }

    private func conclusion(of body: String, on day: Day) -> [String] {
        [
            "Ngày \(day.vi), đoàn kiểm tra làm việc tại \(body) về công tác cải cách hành chính.",
            "1. Đơn vị đã ban hành kế hoạch, phân công người phụ trách và niêm yết đầy đủ thủ tục hành chính.",
            "2. Hồ sơ giải quyết thủ tục hành chính được kiểm tra ngẫu nhiên; phần lớn đúng hạn, có phiếu hẹn và phiếu kiểm soát.",
            "3. Đề nghị đơn vị khắc phục các tồn tại đã nêu trong biên bản và báo cáo kết quả đúng thời hạn.",
        ]
    }

    private func report(of body: String) -> [String] {
        [
            "Thực hiện Kế hoạch cải cách hành chính năm \(year.year), \(body) báo cáo kết quả như sau:",
            "1. Số liệu, tiến độ từng nhiệm vụ: theo phiếu báo cáo đã gửi trên hệ thống.",
            "2. Khó khăn, vướng mắc và kiến nghị: theo phiếu báo cáo.",
        ]
    }

    private func remedy(of finding: Finding) -> [String] {
        [
            "Thực hiện kết luận kiểm tra ngày \(finding.foundOn.vi), đơn vị báo cáo kết quả khắc phục như sau:",
            "1. Vấn đề: \(finding.text)",
            "2. Kết quả: đã khắc phục xong, có biên bản tự kiểm tra kèm theo; không tái phạm trong kỳ.",
        ]
    }
}

/// The records of the year that get evidence, with the names of their bodies.
private struct Records: Sendable {
    var inspections: [(Inspection, issuer: String, body: String)] = []
    var findings: [(Finding, body: String)] = []
    var legalDocuments: [(LegalDocument, issuer: String)] = []
    /// The province's own tasks that are done, with their lead's name and code.
    var tasks: [(Plan.Task, lead: String, code: String)] = []
    /// What was reported for the third quarter and signed.
    var submissions: [(Submission, SignedDocument, body: String)] = []
    /// The first finding that is past its day.
    var overdue: Finding?

    init(_ db: ReadableDatabase, _ year: SampleYear) throws {
        let tree = try db.agencyTree(on: year.today)
        let name = { (agency: Agency.ID) in tree.body(agency)?.name ?? "" }
        var (inspections, findings, documents): ([Inspection], [Finding], [LegalDocument]) = (
            [], [], []
        )
        try db.eachInspection(of: year.year) { inspections.append($0) }
        try db.eachFinding(of: year.year) { findings.append($0) }
        try db.eachLegalDocument(of: year.year) { documents.append($0) }
        self.inspections = inspections.filter { $0.concludedOn != nil }.map {
            ($0, name($0.inspector), name($0.body))
        }
        self.findings = findings.filter { $0.closedOn != nil && !$0.evidence.isEmpty }.map {
            ($0, name($0.body))
        }
        legalDocuments = documents.map { ($0, name($0.issuer)) }
        if let plan = try db.currentPlan(of: year.year) {
            tasks = try db.tasks(of: plan.id).filter { $0.doneOn != nil }.compactMap { task in
                task.lead.flatMap { tree.body($0) }.map { (task, $0.name, $0.code) }
            }
        }
        if let period = try db.period("q3", of: year.year) {
            submissions = try db.submissions(in: period, for: .system).compactMap { sent in
                sent.document.map { (sent, $0, name(sent.agency)) }
            }
        }
        overdue = findings.first { $0.closedOn == nil && $0.dueOn < year.today }
    }
}
