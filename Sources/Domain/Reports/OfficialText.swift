/// How official text is set: what may not be parted at a line's end, how days are written out.
public enum OfficialText {
    private static let nonBreaking = "\u{A0}"

    /// "ngày 05 tháng 01 năm 2021": day 1-9 and month 1-2 with a zero.
    ///
    /// Source: Decree 30/2020/NĐ-CP, Annex I, II.4.
    public static func day(_ day: Day) -> String {
        let date = day.dayOfMonth < 10 ? "0\(day.dayOfMonth)" : "\(day.dayOfMonth)"
        let month = day.month < 3 ? "0\(day.month)" : "\(day.month)"
        return "ngày \(date) tháng \(month) năm \(day.year)"
    }

    /// Puts a non-breaking space between a number and what it counts, and between a word such as
    /// "Điều", "quý", "ngày" and its number.
    public static func bound(_ text: String) -> String {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return text }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        var bound = ""
        for (position, word) in words.enumerated() {
            if position > 0 {
                bound += holds(words[position - 1], word) ? nonBreaking : " "
            }
            bound += word
        }
        return bound
    }

    private static func holds(_ left: Substring, _ right: Substring) -> Bool {
        if isNumber(left), units.contains(bare(right)) { return true }
        if bare(left) == "quý", quarters.contains(bare(right)) { return true }
        return startsWithDigit(right) && leads.contains(bare(left))
    }

    private static func isNumber(_ word: Substring) -> Bool {
        let word = word.utf8.first == 0x28 ? word.dropFirst() : word
        return startsWithDigit(word)
            && word.utf8.allSatisfy {
                (0x30...0x39).contains($0) || [0x2E, 0x2C, 0x25].contains($0)
            }
    }

    private static func startsWithDigit(_ word: Substring) -> Bool {
        word.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }

    /// The word in small letters, without the marks around it.
    private static func bare(_ word: Substring) -> String {
        let marks: Set<Unicode.Scalar> = [",", ".", ";", ":", "(", ")", "“", "”"]
        var scalars = word.unicodeScalars[...]
        while let last = scalars.last, marks.contains(last) { scalars.removeLast() }
        while let first = scalars.first, marks.contains(first) { scalars.removeFirst() }
        return String(String.UnicodeScalarView(scalars)).lowercased()
    }

    private static let quarters: Set<String> = ["i", "ii", "iii", "iv"]

    private static let units: Set<String> = [
        "cơ", "đơn", "xã", "phường", "huyện", "sở", "văn", "nhiệm", "chỉ", "hồ", "cuộc", "vấn",
        "người", "lượt", "tin", "bài", "tỷ", "triệu", "nghìn", "đồng", "ngày", "tháng", "năm",
        "quý",
        "thủ", "sáng", "mô", "km", "ha", "m", "điểm", "tập", "lớp", "kỳ",
    ]

    private static let leads: Set<String> = [
        "ngày", "tháng", "năm", "quý", "điều", "khoản", "điểm", "mục", "phần", "chương", "số",
        "phụ",
        "hạng", "thứ", "lần", "kỳ",
    ]
}
