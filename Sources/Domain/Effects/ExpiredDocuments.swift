/// The documents that expired in a period, wholly or in part: the list that is published each year and
/// every five years (danh mục văn bản hết hiệu lực).
///
/// A proposal for whoever signs; layout as Decree 30/2020/NĐ-CP, Annex I.
public struct ExpiredDocuments: Sendable {
    public struct Line: Hashable, Sendable {
        public let document: LegalDocument.ID
        public let number: Int
        public let kind: LegalDocument.Kind
        public let symbol: String
        public let title: String
        public let signedOn: Day
        /// The first day on which it, or the part, is no longer in force.
        public let day: Day
        /// "Quyết định 12/2021/QĐ-UBND thay thế"; "hết thời hạn".
        public let reason: Bilingual
        /// Empty for the whole document.
        public let parts: [Provision]

        public init(
            document: LegalDocument.ID, number: Int, kind: LegalDocument.Kind, symbol: String,
            title: String, signedOn: Day, day: Day, reason: Bilingual, parts: [Provision] = []
        ) {
            self.document = document
            self.number = number
            self.kind = kind
            self.symbol = symbol
            self.title = title
            self.signedOn = signedOn
            self.day = day
            self.reason = reason
            self.parts = parts
        }
    }

    public let from: Day
    public let until: Day
    public let whole: [Line]
    public let partly: [Line]

    public init(from: Day, until: Day, whole: [Line], partly: [Line]) {
        self.from = from
        self.until = until
        self.whole = whole
        self.partly = partly
    }

    /// "năm 2021", or "từ ngày … đến ngày …".
    public var period: Bilingual { .period(from: from, until: until) }

    /// The draft of the decision that publishes them.
    public func draft(by letterhead: Letterhead, on day: Day) -> OfficialDocument {
        let subject =
            "công bố danh mục văn bản quy phạm pháp luật hết hiệu lực toàn bộ hoặc một phần \(period.vi)"
        let articles = [
            "Điều 1. Công bố kèm theo Quyết định này danh mục văn bản quy phạm pháp luật hết hiệu lực toàn bộ (\(Written.count(whole.count, .vi)) văn bản) và danh mục văn bản hết hiệu lực một phần (\(Written.count(partly.count, .vi)) nội dung) \(period.vi).",
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
            "Điều 3. Thủ trưởng các cơ quan, đơn vị, địa phương liên quan chịu trách nhiệm thi hành Quyết định này./.",
        ]
        var annexes = [
            OfficialDocument.Annex(
                "Danh mục văn bản hết hiệu lực toàn bộ \(period.vi)",
                blocks: [.table(table(whole, withParts: false))])
        ]
        if !partly.isEmpty {
            annexes.append(
                OfficialDocument.Annex(
                    "Danh mục văn bản hết hiệu lực một phần \(period.vi)",
                    blocks: [.table(table(partly, withParts: true))]))
        }
        return OfficialDocument(
            kind: .decision, letterhead: letterhead, day: day, subject: subject,
            blocks: articles.map { .text($0) }, annexes: annexes,
            signature: OfficialDocument.Signature(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
            recipients: ["Như Điều 3", "Cổng thông tin điện tử tỉnh", "Công báo điện tử tỉnh"],
            draftingUnit: "NC")
    }

    func table(_ lines: [Line], withParts: Bool) -> OfficialDocument.Table {
        typealias Column = OfficialDocument.Table.Column
        let columns = [
            Column("TT", width: 4, isNumber: true), Column("Tên loại", width: 10),
            Column("Số, ký hiệu; ngày ban hành", width: 18), Column("Trích yếu", width: 34),
            withParts ? Column("Nội dung hết hiệu lực", width: 16) : nil,
            Column("Lý do hết hiệu lực", width: 20), Column("Ngày hết hiệu lực", width: 10),
        ]
        return OfficialDocument.Table(
            "Danh mục", columns: columns.compactMap(\.self),
            rows: lines.enumerated().map { place, line in
                [
                    String(place + 1), line.kind.title.vi.capitalisedStart,
                    "\(line.symbol) ngày \(line.signedOn.vi)", line.title,
                    withParts ? line.parts.map(\.text).joined(separator: "; ") : nil,
                    line.reason.vi,
                    line.day.vi,
                ].compactMap(\.self).map { $0.isEmpty ? [] : [.text($0)] }
            })
    }
}

extension String {
    var capitalisedStart: String { prefix(1).uppercased() + dropFirst() }
}

extension Bilingual {
    /// "năm 2021", "kỳ 2014-2018", or "từ ngày … đến ngày …".
    static func period(from: Day, until: Day) -> Bilingual {
        if from.text.hasSuffix("-01-01"), until.text.hasSuffix("-12-31") {
            return from.year == until.year
                ? Bilingual(vi: "năm \(from.year)", en: "of \(from.year)")
                : Bilingual(
                    vi: "kỳ \(from.year)-\(until.year)", en: "of \(from.year)-\(until.year)")
        }
        return Bilingual(
            vi: "từ ngày \(from.vi) đến ngày \(until.vi)", en: "from \(from.en) to \(until.en)")
    }
}
