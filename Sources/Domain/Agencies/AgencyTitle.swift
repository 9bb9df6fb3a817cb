import Foundation

/// A body as a text calls it, however it is shortened: "Sở NN&PTNT", "VP UBND tỉnh", "BQL KKT".
///
/// Only for finding: what is found is proposed, and a person confirms it. Source: agencies.md 3.
public struct AgencyTitle: Hashable, Sendable {
    private let words: [String]

    public init(_ title: String) {
        let pieces = title.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        words = pieces.flatMap { piece -> [String] in
            AgencyTitle.short[piece.uppercased()]?.split(separator: " ").map(String.init) ?? [piece]
        }
    }

    /// The whole name, its short forms written out.
    var spelled: String { AgencyName.matchKey(words.joined(separator: " ")) }

    /// The kind of body and the first letters of the rest: "sở nnptnt"; `nil` for names of a word.
    ///
    /// A word in capitals of two letters or more stands for as many words: NN, PTNT.
    var initials: String? {
        guard words.count > 1 else { return nil }
        let rest = words.dropFirst().filter { Vietnamese.folded($0) != "va" }
        let letters = rest.map { word -> String in
            let isShort = word.count > 1 && word == word.uppercased() && word != word.lowercased()
            return isShort ? word : String(word.prefix(1))
        }
        let joined = Vietnamese.folded(letters.joined())
        return joined.count > 1 ? Vietnamese.folded(words[0]) + " " + joined : nil
    }

    private static let short: [String: String] = [
        "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "VP": "Văn phòng",
        "BQL": "Ban Quản lý",
        "CA": "Công an", "KBNN": "Kho bạc Nhà nước", "BHXH": "Bảo hiểm xã hội",
        "TTHC": "thủ tục hành chính",
        "MTTQ": "Mặt trận Tổ quốc", "ĐPT": "Đài Phát thanh", "TTr": "Thanh tra",
    ]
}

/// Finds the bodies of one day by what texts call them.
public struct AgencyFinder: Sendable {
    private let bySpelling: [String: [Agency.ID]]
    private let byInitials: [String: [Agency.ID]]

    public init(_ tree: AgencyTree) {
        var (spellings, initials): ([String: [Agency.ID]], [String: [Agency.ID]]) = ([:], [:])
        for body in tree.bodies {
            let title = AgencyTitle(body.name)
            spellings[title.spelled, default: []].append(body.id)
            if let letters = title.initials { initials[letters, default: []].append(body.id) }
        }
        (bySpelling, byInitials) = (spellings, initials)
    }

    /// The one body that the words name; `nil` when none or several fit.
    ///
    /// Of several bodies in one cell ("Sở Nội vụ; Sở Tài chính") the first is meant to lead.
    public func body(named words: String) -> Agency.ID? {
        if let whole = only(words) { return whole }
        guard let first = words.split(whereSeparator: { ";/".contains($0) }).first,
            first.count < words.count
        else { return nil }
        return only(String(first))
    }

    private func only(_ words: String) -> Agency.ID? {
        for candidate in [words, AgencyFinder.withoutTier(words)].compactMap(\.self) {
            let title = AgencyTitle(candidate)
            if let found = bySpelling[title.spelled], found.count == 1 { return found[0] }
            if let letters = title.initials, let found = byInitials[letters], found.count == 1 {
                return found[0]
            }
        }
        return nil
    }

    /// "Sở Nội vụ tỉnh" is Sở Nội vụ.
    private static func withoutTier(_ words: String) -> String? {
        let trimmed = words.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters))
        return [" tỉnh", " thành phố", " huyện"].first { trimmed.lowercased().hasSuffix($0) }.map {
            String(trimmed.dropLast($0.count))
        }
    }
}
