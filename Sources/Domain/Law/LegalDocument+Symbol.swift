extension LegalDocument {
    /// A document's number and symbol (số, ký hiệu), taken apart and written back exactly.
    ///
    /// 043/2025/QĐ-UBND, 95/KH-UBND, 2231/SNV-CCHC&PC, 05-NQ/TU, 80/2015/QH13. Leading zeros, "&", Đ
    /// and the way letters are composed stay as they were written.
    public struct Symbol: Hashable, Sendable {
        /// How it is made up, which says something of the document's nature by form only.
        public enum Form: String, CaseIterable, Hashable, Sendable {
            /// number/year/KIND-ISSUER: normative since 01/4/2005.
            case normative
            /// number/KIND-ISSUER.
            case individual
            /// number/BODY-UNIT: an official letter, which names no kind.
            case letter
            /// number-KIND/ISSUER, as the Party writes it.
            case party
        }

        /// Digits, sometimes with a letter behind: "043", "12a".
        public let number: String
        /// The four digits of the year, where there are any.
        public let year: String?
        /// Everything behind the number and the year, in pieces.
        public let parts: [String]
        /// The mark before each part, "/" or "-"; the first stands behind the number or the year.
        public let marks: [Character]

        /// The longest that is read: 80 characters, as many as the register's column takes.
        private static let longest = 80

        /// Reads a symbol; `nil` for anything else, such as "QĐ 320/BNV-CCHC" or "Đang cập nhật".
        public init?(_ text: some StringProtocol) {
            let scalars = Array(text.unicodeScalars)
            guard scalars.count <= Self.longest else { return nil }
            var pieces: [[Unicode.Scalar]] = [[]]
            var marks: [Character] = []
            for scalar in scalars {
                if scalar == "/" || scalar == "-" {
                    marks.append(Character(scalar))
                    pieces.append([])
                } else if scalar.properties.isAlphabetic
                    || scalar.properties.numericType == .decimal
                    || scalar == "&" || scalar == "." || (0x300...0x36F).contains(scalar.value)
                {
                    pieces[pieces.count - 1].append(scalar)
                } else {
                    return nil
                }
            }
            guard pieces.count >= 2, pieces.allSatisfy({ !$0.isEmpty }) else { return nil }
            let digits = pieces[0].prefix { Self.isDigit($0) }
            let rest = pieces[0].dropFirst(digits.count)
            guard (1...9).contains(digits.count), rest.count <= 1,
                rest.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic })
            else { return nil }
            var texts = pieces.dropFirst().map { piece in
                var text = ""
                text.unicodeScalars.append(contentsOf: piece)
                return text
            }
            let hasYear =
                marks[0] == "/" && pieces[1].count == 4 && pieces[1].allSatisfy(Self.isDigit)
            if hasYear {
                guard texts.count >= 2, marks[1] == "/" else { return nil }
                year = texts.removeFirst()
                marks.removeFirst()
            } else {
                year = nil
            }
            guard let first = texts.first?.unicodeScalars.first, !Self.isDigit(first) else {
                return nil
            }
            var number = ""
            number.unicodeScalars.append(contentsOf: pieces[0])
            self.number = number
            self.parts = texts
            self.marks = marks
        }

        private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
            (0x30...0x39).contains(scalar.value)
        }

        /// The symbol as it was read, scalar for scalar.
        public var text: String {
            var text = number
            if let year { text += "/\(year)" }
            for (mark, part) in zip(marks, parts) { text += "\(mark)\(part)" }
            return text
        }

        /// The number without leading zeros and letters: 43.
        public var value: Int { Int(number.prefix { $0.isNumber }) ?? 0 }

        /// Everything but the digits of the number, composed and in capitals: "/2025/QĐ-UBND".
        ///
        /// Two symbols of one value and one tail mean the same, whatever zeros somebody put in front.
        public var tail: String {
            let tail =
                String(number.drop { $0.isNumber }) + (year.map { "/\($0)" } ?? "")
                + zip(marks, parts).map { "\($0)\($1)" }.joined()
            return Vietnamese.composed(tail).uppercased()
        }

        public var form: Form {
            if marks[0] == "-" { return .party }
            if year != nil { return .normative }
            return kind == nil ? .letter : .individual
        }

        /// The kind for which its letters stand; `nil` where they stand for none.
        public var kind: Kind? {
            if let kind = Kind(letters: parts[0]) { return kind }
            return year != nil && parts[0].hasPrefix("QH") ? .law : nil
        }

        /// The organ that its end names; `nil` where it names none, as in 636/QĐ.
        public var organ: Organ? {
            guard parts.count > 1, kind != nil, let last = parts.last else { return nil }
            switch Vietnamese.composed(last).uppercased() {
            case "HĐND", "TTHĐND": return .council
            case "UBND": return .committee
            case "CT", "CTUBND", "CT.UBND": return .chairman
            default: return .body
            }
        }
    }
}
