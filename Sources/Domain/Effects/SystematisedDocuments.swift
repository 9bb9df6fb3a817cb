/// What a systematisation publishes at the end of its period (kết quả hệ thống hóa): the documents in force
/// on the last day, those expired in the period wholly or in part, and those that are to be amended.
///
/// That the result stands in four lists is general knowledge, unverified; of real decisions only lists of
/// expired documents were seen (707/QĐ-UBND of Long An, 473/QĐ-UBND of Tiền Giang, both 2014-2018). A
/// proposal for whoever signs.
public struct SystematisedDocuments: Sendable {
    /// A document in force on the last day of the period.
    public struct Standing: Hashable, Sendable {
        public let number: Int
        public let kind: LegalDocument.Kind
        public let symbol: String
        public let title: String
        public let signedOn: Day
        public let inForceOn: Day?
        /// In force as a whole, in part, or suspended.
        public let state: EffectState

        public init(
            number: Int, kind: LegalDocument.Kind, symbol: String, title: String, signedOn: Day,
            inForceOn: Day?, state: EffectState
        ) {
            self.number = number
            self.kind = kind
            self.symbol = symbol
            self.title = title
            self.signedOn = signedOn
            self.inForceOn = inForceOn
            self.state = state
        }
    }

    /// A living document that a review found to need another.
    public struct Amendment: Hashable, Sendable {
        public let number: Int
        public let kind: LegalDocument.Kind
        public let symbol: String
        public let title: String
        public let signedOn: Day
        public let outcome: BasisAlert.Outcome
        public let reason: String
        /// The name of who carries it out.
        public let doer: String
        public let doBy: Day?

        public init(
            number: Int, kind: LegalDocument.Kind, symbol: String, title: String, signedOn: Day,
            outcome: BasisAlert.Outcome, reason: String, doer: String, doBy: Day?
        ) {
            self.number = number
            self.kind = kind
            self.symbol = symbol
            self.title = title
            self.signedOn = signedOn
            self.outcome = outcome
            self.reason = reason
            self.doer = doer
            self.doBy = doBy
        }
    }

    public let expired: ExpiredDocuments
    public let inForce: [Standing]
    public let toAmend: [Amendment]
    /// Documents of which nobody knows since when they are in force: they are in no list.
    public let unknown: Int

    public init(
        expired: ExpiredDocuments, inForce: [Standing], toAmend: [Amendment], unknown: Int
    ) {
        self.expired = expired
        self.inForce = inForce
        self.toAmend = toAmend
        self.unknown = unknown
    }

    /// Periods of five years from 2014 on, each with its first and last day, the newest first, as far as they
    /// have begun by the day.
    ///
    /// 2014-2018 is established; that the next ones follow it without a gap is general knowledge.
    public static func periods(by day: Day) -> [(from: Day, until: Day)] {
        stride(from: 2014, through: max(2014, day.year), by: 5).reversed().compactMap { first in
            guard let from = Day(year: first, month: 1, day: 1),
                let until = Day(year: first + 4, month: 12, day: 31)
            else { return nil }
            return (from, until)
        }
    }

    /// The draft of the decision that publishes the four lists.
    public func draft(by letterhead: Letterhead, on day: Day) -> OfficialDocument {
        let period = expired.period.vi
        func count(_ value: Int) -> String { Written.count(value, .vi) }
        let articles = [
            "Điều 1. Công bố kèm theo Quyết định này kết quả hệ thống hóa văn bản quy phạm pháp luật \(period), gồm:",
            "1. Danh mục văn bản còn hiệu lực (\(count(inForce.count)) văn bản).",
            "2. Danh mục văn bản hết hiệu lực toàn bộ (\(count(expired.whole.count)) văn bản).",
            "3. Danh mục văn bản hết hiệu lực một phần (\(count(expired.partly.count)) nội dung).",
            "4. Danh mục văn bản cần sửa đổi, bổ sung, thay thế, bãi bỏ (\(count(toAmend.count)) văn bản).",
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
            "Điều 3. Thủ trưởng các cơ quan, đơn vị, địa phương liên quan chịu trách nhiệm thi hành Quyết định này./.",
        ]
        let tables: [(String, OfficialDocument.Table)] = [
            ("Danh mục văn bản còn hiệu lực", standingTable),
            (
                "Danh mục văn bản hết hiệu lực toàn bộ",
                expired.table(expired.whole, withParts: false)
            ),
            (
                "Danh mục văn bản hết hiệu lực một phần",
                expired.table(expired.partly, withParts: true)
            ),
            ("Danh mục văn bản cần sửa đổi, bổ sung, thay thế, bãi bỏ", amendmentTable),
        ]
        return OfficialDocument(
            kind: .decision, letterhead: letterhead, day: day,
            subject: "công bố kết quả hệ thống hóa văn bản quy phạm pháp luật \(period)",
            blocks: articles.map { .text($0) },
            annexes: tables.map {
                OfficialDocument.Annex("\($0.0) \(period)", blocks: [.table($0.1)])
            },
            signature: OfficialDocument.Signature(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
            recipients: ["Như Điều 3", "Cổng thông tin điện tử tỉnh", "Công báo điện tử tỉnh"],
            draftingUnit: "NC")
    }

    private typealias Column = OfficialDocument.Table.Column

    private var standingTable: OfficialDocument.Table {
        table(
            [
                Column("Ngày có hiệu lực", width: 12), Column("Ghi chú", width: 18),
            ],
            inForce.enumerated().map { place, line in
                head(place, line.kind, line.symbol, line.signedOn, line.title) + [
                    line.inForceOn?.vi ?? "", line.state == .inForce ? "" : line.state.title.vi,
                ]
            })
    }

    private var amendmentTable: OfficialDocument.Table {
        table(
            [
                Column("Kiến nghị", width: 12), Column("Lý do", width: 24),
                Column("Cơ quan thực hiện", width: 14), Column("Thời hạn", width: 10),
            ],
            toAmend.enumerated().map { place, line in
                head(place, line.kind, line.symbol, line.signedOn, line.title) + [
                    line.outcome.title.vi.capitalisedStart, line.reason, line.doer,
                    line.doBy?.vi ?? "",
                ]
            })
    }

    private func head(
        _ place: Int, _ kind: LegalDocument.Kind, _ symbol: String, _ signedOn: Day,
        _ title: String
    ) -> [String] {
        [
            String(place + 1), kind.title.vi.capitalisedStart, "\(symbol) ngày \(signedOn.vi)",
            title,
        ]
    }

    private func table(_ further: [Column], _ rows: [[String]]) -> OfficialDocument.Table {
        OfficialDocument.Table(
            "Danh mục",
            columns: [
                Column("TT", width: 4, isNumber: true), Column("Tên loại", width: 10),
                Column("Số, ký hiệu; ngày ban hành", width: 18), Column("Trích yếu", width: 34),
            ] + further,
            rows: rows.map { $0.map { $0.isEmpty ? [] : [.text($0)] } })
    }
}
