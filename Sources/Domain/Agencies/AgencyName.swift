/// How the name of a body is written where it does not stand alone.
public enum AgencyName {
    /// The name inside a sentence, its kind of place written small or as TP and TX with a full stop.
    public static func inSentence(_ name: String) -> String {
        for (kind, written) in kinds {
            if let place = name.dropping(prefix: kind) { return "\(written) \(place)" }
        }
        return name
    }

    /// The bare name of a place for narrow columns; other names stay whole.
    public static func short(_ name: String) -> String {
        for (kind, _) in kinds {
            if let place = name.dropping(prefix: kind) { return place }
        }
        return name
    }

    /// A key that two spellings of one name share; it is for comparing, never for showing.
    ///
    /// Capitals, the kind of place ("TX. An Nhơn" is "An Nhơn"), where a tone is written (Hoà/Hòa),
    /// Quy/Qui and NFC/NFD do not count. Letters and tones do: An Nghĩa and Ân Nghĩa are two communes.
    /// Confirm by the parent: names repeat.
    public static func matchKey(_ name: String) -> String {
        var words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        var folded = words.map(Vietnamese.folded)
        while let kind = foldedKinds.first(where: {
            folded.starts(with: $0) && folded.count > $0.count
        }) {
            words.removeFirst(kind.count)
            folded.removeFirst(kind.count)
        }
        return words.map { Vietnamese.folded($0) == "qui" ? "Quy" : $0 }.map(Vietnamese.spelling)
            .joined(separator: " ")
    }

    private static let kinds = [
        ("Thành phố", "TP."), ("Thị trấn", "thị trấn"), ("Thị xã", "TX."), ("Huyện", "huyện"),
        ("Phường", "phường"), ("Xã", "xã"), ("Tỉnh", "tỉnh"),
    ]

    private static let foldedKinds: [[String]] = [
        ["uy", "ban", "nhan", "dan"], ["ubnd"], ["thanh", "pho"], ["thi", "tran"], ["thi", "xa"],
        ["huyen"], ["phuong"], ["xa"], ["tinh"], ["tp"], ["tx"], ["tt"], ["p"],
    ]
}

extension String {
    fileprivate func dropping(prefix: String) -> String? {
        guard utf8.count > prefix.utf8.count + 1, hasPrefix(prefix + " ") else { return nil }
        return String(dropFirst(prefix.count + 1))
    }
}
