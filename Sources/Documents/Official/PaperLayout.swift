/// The measures of the page and of the letters, as the decree has them; twentieths of a point.
///
/// Source: Decree 30/2020/NĐ-CP, Annex I: A4, margins top and bottom 20-25 mm, left 30-35 mm, right
/// 15-20 mm. Indent, spacing and the choice within these ranges are ours: reporting-and-layout.md B.
enum PaperLayout {
    static let short = millimetres(210)
    static let long = millimetres(297)
    static let top = millimetres(20)
    static let bottom = millimetres(20)
    static let left = millimetres(30)
    static let right = millimetres(20)
    /// From the edge of the page to its number, inside the top margin.
    static let header = millimetres(10)
    /// The first line of a paragraph: 1,27 cm.
    static let indent = 720
    /// Between paragraphs: 6 pt.
    static let spacing = 120

    static func width(isLandscape: Bool) -> Int {
        (isLandscape ? long : short) - left - right
    }

    static func millimetres(_ value: Int) -> Int { (value * 14_400 + 127) / 254 }

    /// About how long a line of bold capitals is, in twentieths of a point; for the rules below lines.
    static func length(of text: String, points: Int, isCapitals: Bool) -> Int {
        let letters = text.unicodeScalars.count { !$0.properties.isWhitespace }
        let spaces = text.unicodeScalars.count - letters
        // Times New Roman, bold: a capital is about 0,72 of its size, a small letter 0,57, a space 0,25.
        return (letters * (isCapitals ? 72 : 57) + spaces * 25) * points * 20 / 100
    }
}
