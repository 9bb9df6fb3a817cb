import Foundation

/// The stamp that marks a document as a state secret (dấu chỉ độ mật).
///
/// Its three degrees: Law 29/2018/QH14 on the protection of state secrets, Article 8. That it stands
/// at the head of the document, under its number: Decree 30/2020/NĐ-CP, Annex I, box 10a.
public enum SecrecyStamp: String, CaseIterable, Hashable, Sendable {
    case secret = "MẬT"
    case topSecret = "TỐI MẬT"
    case absoluteSecret = "TUYỆT MẬT"

    /// Lines with words that are looked at; a head is shorter.
    private static let longestHead = 40

    /// The stamp that stands at the head of a document; `nil` when none does.
    ///
    /// A stamp is a line, or a column of one, that says nothing else, in capitals. A sentence that
    /// speaks of secrets, such as "bảo vệ bí mật nhà nước", is none; nor is the end of a heading
    /// that was broken into lines.
    public static func found(atHeadOf text: String) -> SecrecyStamp? {
        var seen = 0
        var isBelowTitle = false
        var isAfterCapitals = false
        for raw in text.split(whereSeparator: \.isNewline) {
            let line = raw.precomposedStringWithCanonicalMapping
            guard line.contains(where: \.isLetter) else { continue }
            seen += 1
            if seen > longestHead || beginsBody(line) { return nil }
            for column in columns(line) {
                guard let stamp = stamp(column) else { continue }
                if !isBelowTitle || !isAfterCapitals { return stamp }
            }
            let first = line.trimmed
            isBelowTitle = isBelowTitle || titles.contains { first.hasPrefix($0) }
            isAfterCapitals = first == first.uppercased()
        }
        return nil
    }

    /// The parts of a line that is set in columns: cut at tabs, bars and gaps of two spaces.
    private static func columns(_ line: String) -> [Substring] {
        line.split { $0 == "\t" || $0 == "|" }.flatMap { part in
            part.split(separator: "  ")
        }
    }

    /// The stamp that these words are, letters spaced or in a frame; `nil` when they say more.
    private static func stamp(_ words: Substring) -> SecrecyStamp? {
        var letters = String(words.filter(\.isLetter))
        guard letters == letters.uppercased(), words.allSatisfy({ !$0.isNumber }) else {
            return nil
        }
        for prefix in ["ĐỘMẬT", "DẤUĐỘMẬT", "MỨCĐỘMẬT"] where letters.hasPrefix(prefix) {
            let rest = String(letters.dropFirst(prefix.count))
            if !rest.isEmpty { letters = rest }
        }
        return allCases.first { $0.rawValue.filter(\.isLetter) == letters }
    }

    /// Whether the line is the first of the text itself: a legal basis, a recipient, a point.
    private static func beginsBody(_ line: String) -> Bool {
        let start = line.trimmed
        if ["Căn cứ ", "Kính gửi", "Điều 1", "Thực hiện "].contains(where: start.hasPrefix) {
            return true
        }
        let mark = start.prefix { $0.isNumber || $0.isLetter }
        let isNumber = ["1", "I", "a", "A"].contains(String(mark))
        return isNumber && [".", ")"].contains(start.dropFirst(mark.count).first)
    }

    private static let titles = [
        "KẾ HOẠCH", "QUYẾT ĐỊNH", "BÁO CÁO", "TỜ TRÌNH", "THÔNG BÁO", "NGHỊ QUYẾT", "CHỈ THỊ",
        "CHƯƠNG TRÌNH", "HƯỚNG DẪN", "ĐỀ ÁN", "QUY CHẾ", "QUY ĐỊNH", "DANH MỤC",
    ]
}
