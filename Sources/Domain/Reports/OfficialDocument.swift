/// A document as an administration sends it out (văn bản hành chính): what it says, block by block,
/// and what stands around it, whatever file it is written to.
///
/// Number and day are the clerk's to give; while they are missing their places are left open.
/// Source: Decree 30/2020/NĐ-CP, Annex I.
public struct OfficialDocument: Hashable, Sendable, Codable {
    public let kind: Kind
    public let letterhead: Letterhead
    /// The day whose agencies, names and figures it speaks of; its year is printed.
    public let day: Day
    /// The number the clerk gave; `nil` leaves room for it.
    public let number: Int?
    /// The day of signing; `nil` leaves room for day and month.
    public let signedOn: Day?
    /// What it is about (trích yếu), without "V/v" and without a full stop.
    public let subject: String
    /// To whom, for letters and submissions ("Kính gửi"); empty for the other kinds.
    public let addressees: [String]
    public let blocks: [Block]
    public let annexes: [Annex]
    public let signature: Signature
    /// The second signature of a record of a meeting (the secretary's, at the left).
    public let secretary: Signature?
    /// "Nơi nhận", one line each, without dashes and full stops.
    public let recipients: [String]
    /// Who drafted it, for the last line "Lưu: VT, CCHC."; empty for "Lưu: VT.".
    public let draftingUnit: String

    public init(
        kind: Kind, letterhead: Letterhead, day: Day, number: Int? = nil, signedOn: Day? = nil,
        subject: String, addressees: [String] = [], blocks: [Block], annexes: [Annex] = [],
        signature: Signature, secretary: Signature? = nil, recipients: [String] = [],
        draftingUnit: String = ""
    ) {
        self.kind = kind
        self.letterhead = letterhead
        self.day = day
        self.number = number
        self.signedOn = signedOn
        self.subject = subject
        self.addressees = addressees
        self.blocks = blocks
        self.annexes = annexes
        self.signature = signature
        self.secretary = secretary
        self.recipients = recipients
        self.draftingUnit = draftingUnit
    }

    /// Who signs, with which power.
    public struct Signature: Hashable, Sendable, Codable {
        /// Power and title, a line each.
        ///
        /// For example TM. ỦY BAN NHÂN DÂN, then KT. CHỦ TỊCH, then PHÓ CHỦ TỊCH.
        public let titles: [String]
        /// The name alone, without degrees and honours; empty leaves room for it.
        public let name: String

        public init(_ titles: [String], name: String = "") {
            self.titles = titles
            self.name = name
        }
    }

    /// What is attached (phụ lục), on pages of its own, landscape, counted by themselves.
    public struct Annex: Hashable, Sendable, Codable {
        public let title: String
        public let blocks: [Block]

        public init(_ title: String, blocks: [Block]) {
            self.title = title
            self.blocks = blocks
        }
    }

    /// The symbol with room for the number: "     /BC-SNV", "512/BC-SNV"; a letter's has no kind.
    public var symbol: String {
        let number = number.map { $0 < 10 ? "0\($0)" : String($0) } ?? "        "
        let unit = letterhead.symbolUnit(draftedBy: draftingUnit, isLetter: kind == .letter)
        return kind.abbreviation.isEmpty
            ? "\(number)/\(unit)" : "\(number)/\(kind.abbreviation)-\(unit)"
    }

    /// "Bình Định, ngày 05 tháng 01 năm 2021": day 1-9 and month 1-2 with a zero; open while unsigned.
    public var placeAndDay: String {
        guard let signedOn else {
            return "\(letterhead.place), ngày      tháng      năm \(day.year)"
        }
        return "\(letterhead.place), \(OfficialText.day(signedOn))"
    }

    /// The document, signed: with the clerk's number and day.
    public func signed(_ number: Int, on day: Day) -> OfficialDocument {
        OfficialDocument(
            kind: kind, letterhead: letterhead, day: self.day, number: number, signedOn: day,
            subject: subject, addressees: addressees, blocks: blocks, annexes: annexes,
            signature: signature, secretary: secretary, recipients: recipients,
            draftingUnit: draftingUnit)
    }

    /// Every cited number, in the order in which they are read.
    public var citedNumbers: [CitedNumber] {
        (blocks + annexes.flatMap(\.blocks)).flatMap(\.citedNumbers)
    }
}
