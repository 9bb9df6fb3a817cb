/// Reads the issuing body off a letterhead and writes it in ordinary capitals.
enum IssuerName {
    /// The last body of the letterhead: a department's stands under its province.
    ///
    /// "ỦY BAN NHÂN DÂN / TỈNH BÌNH ĐỊNH" becomes "Ủy ban nhân dân tỉnh Bình Định".
    static func read(_ lines: [Range<Int>], of text: PlanText) -> String? {
        var parts: [Range<Int>] = []
        for line in lines {
            guard let first = line.first else { continue }
            let isRest =
                places.match(first, in: text, before: line.upperBound) != nil
                || conjunction.match(first, in: text, before: line.upperBound) != nil
            if isRest, !parts.isEmpty {
                parts.append(line)
            } else if parts.isEmpty || bodies.match(first, in: text, before: line.upperBound) != nil
            {
                parts = [line]
            }
        }
        guard !parts.isEmpty else { return nil }
        var writer = Writer(text)
        for part in parts { writer.write(part) }
        return writer.name
    }

    /// Writes a name in capitals as officials spell it: Sở Kế hoạch và Đầu tư, xã Long Phụng.
    private struct Writer {
        private enum Casing { case capital, second, low, name }

        private let text: PlanText
        private(set) var name = ""
        private var casing = Casing.capital

        init(_ text: PlanText) {
            self.text = text
        }

        mutating func write(_ line: Range<Int>) {
            var index = line.lowerBound
            while index < line.upperBound {
                if let (_, next) = councils.match(index, in: text, before: line.upperBound) {
                    writeLow(index..<next)
                    casing = .name
                    index = next
                } else if let next = place(index, line) {
                    writeLow(index..<next)
                    casing = .name
                    index = next
                } else {
                    writeWord(index)
                    index += 1
                }
            }
        }

        /// "xã" names a place only where one may stand, not in "Thương binh và Xã hội".
        private func place(_ index: Int, _ line: Range<Int>) -> Int? {
            let table = casing == .name || index == line.lowerBound ? places : largePlaces
            return table.match(index, in: text, before: line.upperBound)?.next
        }

        private mutating func writeLow(_ range: Range<Int>) {
            for index in range {
                let word = text.string(ofTokens: index..<index + 1)
                let isShort = abbreviations.match(index, in: text, before: index + 1) != nil
                append(isShort ? word : name.isEmpty ? capitalised(word) : word.lowercased())
            }
        }

        private mutating func writeWord(_ index: Int) {
            let word = text.string(ofTokens: index..<index + 1)
            if text.mark(index) != nil
                || conjunction.match(index, in: text, before: index + 1) != nil
            {
                append(casing == .name ? word : word.lowercased())
                if casing != .name { casing = .capital }
                return
            }
            guard text.tokens[index].isAllCapitals else { return append(word) }
            switch casing {
            case .capital:
                let isFirst = name.isEmpty
                append(capitalised(word))
                casing = isFirst ? .second : .low
            case .second:
                append(capitalised(word))
                casing = .low
            case .low: append(word.lowercased())
            case .name: append(capitalised(word))
            }
        }

        private mutating func append(_ word: String) {
            if !name.isEmpty, word != ",", word != ";" { name += " " }
            name += word
        }

        private func capitalised(_ word: String) -> String {
            word.prefix(1).uppercased() + word.dropFirst().lowercased()
        }
    }

    private static let councils = Phrases("ủy ban nhân dân, hội đồng nhân dân, ubnd, hđnd")
    private static let abbreviations = Phrases("ubnd, hđnd, cchc, tp")
    private static let conjunction = Phrases("và")
    private static let largePlaces = Phrases("tỉnh, thành phố, tp, huyện, quận, thị xã, đặc khu")
    private static let places = Phrases(
        "tỉnh, thành phố, tp, huyện, quận, thị xã, đặc khu, xã, phường, thị trấn")
    private static let bodies = Phrases(
        """
        ủy ban, ubnd, hội đồng, hđnd, sở, bộ, ban, chi cục, cục, phòng, văn phòng, thanh tra, trung tâm, \
        tổng cục, kho bạc, bảo hiểm, công an, trường, bệnh viện, viện, chính phủ, tỉnh ủy, huyện ủy, \
        thành ủy, đảng ủy, cơ quan
        """)
}
