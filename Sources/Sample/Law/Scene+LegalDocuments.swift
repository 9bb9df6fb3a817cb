import Domain

extension Scene {
    /// The legal documents signed in the year and what Sở Tư pháp judged of each.
    func legalDocuments() -> [Recorded<LegalDocumentRow>] {
        var random = random("legal documents")
        let districts = random.shuffled(cast.group(Cast.districts)).map(\.code)
        let drafts = provinceDrafts(using: &random) + districtDrafts(districts, using: &random)
        let inOrder = drafts.sorted {
            ($0.signed, $0.row.symbol ?? "", $0.row.issuerCode ?? "")
                < ($1.signed, $1.row.symbol ?? "", $1.row.issuerCode ?? "")
        }
        let checked = inOrder.count - story.documents.unchecked
        return Scene.inOrderOfEntry(
            inOrder.enumerated().map { place, draft in
                judged(draft.row, signed: draft.signed, isChecked: place < checked, using: &random)
            })
    }

    private typealias Draft = (signed: Day, row: LegalDocumentRow)

    /// Three weeks before today, so that what is signed could be judged.
    private var lastSigned: Day { story.today - 22 }

    /// The province's decisions, one every few days; numbers begin anew with the calendar year.
    private func provinceDrafts(using random: inout SampleRandom) -> [Draft] {
        let titles = LegalDocumentTitles.byProvince
        let first = story.period.lowerBound + 3
        let span = lastSigned - first
        let count = story.documents.byProvince
        var numbers = [story.year - 1: 84, story.year: 0]
        return (0..<count).map { place in
            let start = first + span * place / count
            let signed = story.calendar.pick(start, start + span / count - 1, using: &random)
            numbers[signed.year, default: 0] += random.within(1...3)
            return (
                signed,
                row(
                    story.province, titles[place % titles.count], numbers[signed.year] ?? 1, signed,
                    field: LegalDocumentTitles.fields[place % titles.count])
            )
        }
    }

    private func districtDrafts(_ districts: [String], using random: inout SampleRandom) -> [Draft]
    {
        guard !districts.isEmpty else { return [] }
        let titles = LegalDocumentTitles.byDistricts
        let first = Story.day("01/03/\(story.year)")
        return (0..<story.documents.byDistricts).map { place in
            let signed = story.calendar.pick(first, lastSigned, using: &random)
            return (
                signed,
                row(districts[place % districts.count], titles[place % titles.count], 1, signed)
            )
        }
    }

    private func row(
        _ issuer: String, _ title: String, _ number: Int, _ signed: Day, field: String = "nội vụ"
    ) -> LegalDocumentRow {
        var row = LegalDocumentRow()
        row.issuerCode = issuer
        row.symbol = "\(DocumentSymbols.padded(number))/\(signed.year)/QĐ-UBND"
        row.title = title
        row.signedOn = signed
        row.field = field
        row.publishedOn = story.calendar.onOrAfter(signed + 3)
        row.inForceOn = signed + 10
        row.affectsBusiness = Self.touchesBusiness.contains(field) ? .yes : nil
        return row
    }

    /// The fields whose documents of the sample touch business.
    private static let touchesBusiness: Set<String> = ["công thương", "xây dựng"]

    /// Judged two to six weeks after the signature, right in all four.
    private func judged(
        _ row: LegalDocumentRow, signed: Day, isChecked: Bool, using random: inout SampleRandom
    ) -> Recorded<LegalDocumentRow> {
        guard isChecked else { return Recorded(row, on: entered(signed, using: &random)) }
        var row = row
        row.order = .met
        row.procedure = .met
        row.authority = .met
        row.quality = .met
        let day = story.calendar.onOrBefore(min(signed + random.within(14...42), story.today))
        row.judgedOn = day
        row.judge = "Sở Tư pháp"
        return Recorded(row, on: entered(day, using: &random))
    }
}
