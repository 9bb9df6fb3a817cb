extension Plan {
    /// A node of the plan's text (mục, điểm, gạch đầu dòng) with its exact range of characters.
    public struct Clause: Hashable, Sendable, Codable {
        public typealias Kind = DraftClause.Kind

        /// Numbers and letters as printed, a dash by its position: II.1.a.2.
        public let path: String
        public let kind: Kind
        /// Offsets in Unicode scalars of the plan's text, the end exclusive.
        public let start: Int
        public let end: Int

        public init(path: String, kind: Kind, start: Int, end: Int) {
            self.path = path
            self.kind = kind
            self.start = start
            self.end = end
        }

        /// The clause as officials cite it: "gạch đầu dòng thứ hai, điểm a khoản 1 Mục II".
        ///
        /// Made for the shape roman → number → letter → dash; other shapes are cited by their path.
        public static func citation(of path: String) -> Bilingual {
            let path = path.split(separator: "-").first.map(String.init) ?? path
            let parts = path.split(separator: ".").map(String.init)
            guard let part = parts.first, part.allSatisfy("IVXLC".contains) else {
                return Bilingual(path)
            }
            var vi = "Mục \(part)"
            var en = "Part \(part)"
            if parts.count > 1 {
                vi = "khoản \(parts[1]) " + vi
                en = "section \(parts[1]), " + en
            }
            if parts.count > 2 {
                guard parts[2].allSatisfy(\.isLetter) else { return Bilingual(path) }
                vi = "điểm \(parts[2]) " + vi
                en = "point \(parts[2]), " + en
            }
            if parts.count > 3 {
                guard parts.count == 4, let dash = Int(parts[3]) else { return Bilingual(path) }
                vi = "gạch đầu dòng thứ \(ordinal(dash)), " + vi
                en = "dash \(dash), " + en
            }
            return Bilingual(vi: vi, en: en)
        }

        private static func ordinal(_ number: Int) -> String {
            let words = [
                "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
            ]
            return (1...10).contains(number) ? words[number - 1] : String(number)
        }
    }
}
