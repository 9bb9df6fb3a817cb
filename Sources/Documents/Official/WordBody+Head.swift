import Domain

extension WordBody {
    /// The first lines: who issues it, the nation's name, symbol, place and day, title, subject.
    mutating func head(_ document: OfficialDocument) {
        let whole = PaperLayout.width(isLandscape: false)
        // The nation's name needs about 92 mm at size 12.
        let right = PaperLayout.millimetres(95)
        let widths = [whole - right, right]
        layoutTable(widths)
        add("<w:tr>")
        cell(widths[0]) { $0.issuer(document.letterhead, widths[0]) }
        cell(widths[1]) { $0.nation(widths[1]) }
        add("</w:tr><w:tr>")
        cell(widths[0]) { body in
            body.paragraph("Symbol", "Số: \(document.symbol)")
            if document.kind == .letter {
                body.paragraph("LetterSubject", "V/v \(document.subject)")
            }
        }
        cell(widths[1]) { $0.paragraph("PlaceAndDay", document.placeAndDay) }
        add("</w:tr></w:tbl>")
        if document.kind != .letter { title(document, whole) }
        addressees(document.addressees)
    }

    private mutating func issuer(_ letterhead: Letterhead, _ width: Int) {
        for line in Self.issuerLines(letterhead.superior) where !line.isEmpty {
            paragraph("Superior", line)
        }
        let lines = Self.issuerLines(letterhead.issuer)
        for line in lines { paragraph("Issuer", line) }
        let longest = lines.map { PaperLayout.length(of: $0, points: 12, isCapitals: true) }.max()
        // Between a third and half of the name's length.
        rule((longest ?? 0) * 42 / 100, in: width)
    }

    /// "ỦY BAN NHÂN DÂN" has a line of its own.
    private static func issuerLines(_ issuer: String) -> [String] {
        let committee = "ỦY BAN NHÂN DÂN "
        guard issuer.hasPrefix(committee), issuer.utf8.count > committee.utf8.count else {
            return [issuer]
        }
        return [String(committee.dropLast()), String(issuer.dropFirst(committee.count))]
    }

    private mutating func nation(_ width: Int) {
        paragraph("National", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        let motto = "Độc lập - Tự do - Hạnh phúc"
        paragraph("Motto", motto)
        rule(PaperLayout.length(of: motto, points: 13, isCapitals: false), in: width)
    }

    private mutating func title(_ document: OfficialDocument, _ width: Int) {
        paragraph("Title", document.kind.title.vi.uppercased())
        paragraph("Subtitle", document.subject)
        let length = PaperLayout.length(of: document.subject, points: 14, isCapitals: false)
        rule(min(length * 42 / 100, width / 3), in: width)
        paragraph("Gap", "")
    }

    private mutating func addressees(_ addressees: [String]) {
        guard let first = addressees.first else { return }
        if addressees.count == 1 {
            paragraph("Gap", "")
            paragraph("Addressee", "Kính gửi: \(first).")
        } else {
            paragraph("Gap", "")
            paragraph("Addressees", "Kính gửi:")
            for (position, addressee) in addressees.enumerated() {
                let end = position == addressees.count - 1 ? "." : ";"
                paragraph("Addressees", "- \(addressee)\(end)")
            }
        }
        paragraph("Gap", "")
    }

    /// The last lines: recipients at the left, the signature at the right.
    mutating func foot(_ document: OfficialDocument) {
        let whole = PaperLayout.width(isLandscape: false)
        let widths = [whole / 2, whole - whole / 2]
        paragraph("Gap", "")
        layoutTable(widths)
        add("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        cell(widths[0]) { body in
            if let secretary = document.secretary {
                body.signature(secretary)
            } else {
                body.recipients(document)
            }
        }
        cell(widths[1]) { $0.signature(document.signature) }
        add("</w:tr></w:tbl>")
        if document.secretary != nil, !document.recipients.isEmpty {
            paragraph("Gap", "")
            recipients(document)
        }
    }

    private mutating func signature(_ signature: OfficialDocument.Signature) {
        for title in signature.titles { paragraph("SignerTitle", title) }
        paragraph("SignerName", signature.name)
    }

    private mutating func recipients(_ document: OfficialDocument) {
        paragraph("RecipientsHeading", "Nơi nhận:")
        for recipient in document.recipients { paragraph("Recipients", "- \(recipient);") }
        let unit = document.draftingUnit
        paragraph("Recipients", unit.isEmpty ? "- Lưu: VT." : "- Lưu: VT, \(unit).")
    }

    /// An annex: its word and title, the document it goes with, its blocks.
    mutating func annex(
        _ annex: OfficialDocument.Annex, _ position: Int, of document: OfficialDocument
    ) {
        let isOnly = document.annexes.count == 1
        paragraph("AnnexWord", isOnly ? "Phụ lục" : "Phụ lục \(Self.roman(position + 1))")
        paragraph("AnnexTitle", annex.title)
        let kind = document.kind == .letter ? "Công văn" : document.kind.title.vi
        paragraph(
            "AnnexOf",
            "(Kèm theo \(kind) số \(document.symbol) \(Self.day(document)) của \(document.letterhead.name))"
        )
        for block in annex.blocks { self.block(block, isLandscape: true) }
    }

    private static func day(_ document: OfficialDocument) -> String {
        document.signedOn.map(OfficialText.day) ?? "ngày      tháng      năm \(document.day.year)"
    }

    private static func roman(_ number: Int) -> String {
        let numerals = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
        var (rest, text) = (number, "")
        for (value, numeral) in numerals {
            while rest >= value {
                text += numeral
                rest -= value
            }
        }
        return text
    }
}
