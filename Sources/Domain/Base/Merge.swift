/// One field of a record that two people edited at once: as both saw it, as the other left it, and
/// as it was typed.
public struct EditedField: Hashable, Sendable {
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        /// Nobody changed it.
        case untouched
        /// Only the other changed it.
        case theirs
        /// Only the person asking changed it.
        case yours
        /// Both made the same of it.
        case agreed
        /// Both changed it, and not alike: a person has to choose.
        case clash

        public var title: Bilingual {
            switch self {
            case .untouched: Bilingual(vi: "không đổi", en: "unchanged")
            case .theirs: Bilingual(vi: "lấy của người kia", en: "taken from the other")
            case .yours: Bilingual(vi: "giữ của bạn", en: "yours is kept")
            case .agreed: Bilingual(vi: "hai bên như nhau", en: "both alike")
            case .clash: Bilingual(vi: "cần chọn", en: "to be chosen")
            }
        }
    }

    public let key: String
    /// When the form was opened.
    public let was: String
    /// On record now.
    public let theirs: String
    /// Typed into the form.
    public let yours: String

    public init(key: String, was: String, theirs: String, yours: String) {
        self.key = key
        self.was = was
        self.theirs = theirs
        self.yours = yours
    }

    public var outcome: Outcome {
        let theirsChanged = !isSame(was, theirs)
        let yoursChanged = !isSame(was, yours)
        if isSame(theirs, yours) { return theirsChanged ? .agreed : .untouched }
        if theirsChanged, yoursChanged { return .clash }
        return theirsChanged ? .theirs : .yours
    }

    /// What the merged form holds: nothing typed is lost, nothing the other wrote is undone unseen.
    ///
    /// A clash keeps what was typed, marked, beside what the other wrote.
    public var merged: String {
        switch outcome {
        case .theirs: theirs
        case .untouched, .yours, .agreed, .clash: yours
        }
    }
}

/// Letter by letter: Swift's own comparison takes two spellings of a letter for one.
private func isSame(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.elementsEqual(right.unicodeScalars)
}
