import Domain
import Foundation

extension LegalText {
    /// Reads a document's text from a .docx, a .pdf or a .txt, and what it says of itself.
    ///
    /// - Throws: ``ReadingError`` for what cannot be read.
    public static func read(_ data: Data, name: String) async throws(ReadingError) -> LegalText {
        let file = try await PlanFile.read(data, name: name, recognising: true)
        return LegalText(reading: file.text, name: name, isRecognised: file.isRecognised)
    }

    /// Reads a text that is at hand.
    public init(reading text: String, name: String, isRecognised: Bool = false) {
        let header = HeaderReader.read(PlanText(text)).header
        let signedOn = header.issuedOn
        self.init(
            name: name, text: text, isRecognised: isRecognised,
            facts: LegalTextFacts(
                symbol: header.symbol ?? "", signedOn: signedOn,
                inForceOn: CommencementReader.read(text, signedOn: signedOn)),
            bases: BasisReader.read(text))
    }
}

/// Finds the first day in force in the words "Quyết định này có hiệu lực từ ngày …".
enum CommencementReader {
    private static let phrase: [Substring] = ["nay", "co", "hieu", "luc"]

    static func read(_ text: String, signedOn: Day?) -> Day? {
        let words = Vietnamese.folded(text).split(separator: " ")
        guard words.count > phrase.count else { return nil }
        for start in 0..<(words.count - phrase.count) where words[start] == "nay" {
            guard words[start..<start + phrase.count].elementsEqual(phrase) else { continue }
            let rest = words[(start + phrase.count)...].prefix(14)
            guard let mark = rest.firstIndex(of: "ngay") else { continue }
            let after = rest[(mark + 1)...]
            if after.first == "ky" { return signedOn }
            if let day = WrittenDay.first(in: after) { return day }
        }
        return nil
    }
}

/// A day in folded words: "19 thang 6 nam 2015", "19 6 2015".
enum WrittenDay {
    /// The day that these words begin with; `nil` when they begin with none that exists.
    static func first(in words: some Collection<Substring>) -> Day? {
        let words = Array(words.prefix(5))
        func number(_ place: Int) -> Int? { place < words.count ? Int(words[place]) : nil }
        if words.count == 5, words[1] == "thang", words[3] == "nam" {
            guard let day = number(0), let month = number(2), let year = number(4) else {
                return nil
            }
            return Day(year: year, month: month, day: day)
        }
        guard let day = number(0), let month = number(1), let year = number(2) else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
