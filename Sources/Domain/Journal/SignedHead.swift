/// How far the journal had come on a day, in the words that were signed.
///
/// The signature stands outside the journal: whoever kept it can show that the journal held then
/// what it holds now, even against somebody who can write to the database.
public struct SignedHead: Hashable, Sendable {
    /// Whose journal it is, by its Vietnamese name.
    public let workspace: String
    public let day: Day
    /// The entries added since the head before, those of its tree; first is last + 1 when none was.
    public let first: Int
    public let last: Int
    /// The hash of the last entry, which rests on every one before; empty when there is none.
    public let lastHash: String
    /// The root of the tree over the hashes of the entries from first to last.
    public let tree: String
    /// SHA-256 of the text signed before; empty in the first.
    public let previous: String

    public init(
        workspace: String, day: Day, first: Int, last: Int, lastHash: String, tree: String,
        previous: String
    ) {
        self.workspace = workspace
        self.day = day
        self.first = first
        self.last = last
        self.lastHash = lastHash
        self.tree = tree
        self.previous = previous
    }

    /// What is signed, word for word: lines that a person can read, each ended by a line feed.
    public var text: String {
        let plainName = workspace.split(whereSeparator: \.isNewline).joined(separator: " ")
        return """
            CaiCach journal head, form 1
            workspace: \(plainName)
            day: \(day.text)
            entries: \(first)-\(last)
            last-hash: \(lastHash)
            tree: \(tree)
            previous: \(previous)

            """
    }

    /// Reads a signed text back; `nil` when it is none.
    public init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let names = ["workspace", "day", "entries", "last-hash", "tree", "previous"]
        guard lines.count == 8, lines[0] == "CaiCach journal head, form 1", lines[7].isEmpty else {
            return nil
        }
        var values: [String] = []
        for (name, line) in zip(names, lines.dropFirst()) {
            guard line.hasPrefix(name + ": ") else { return nil }
            values.append(String(line.dropFirst(name.count + 2)))
        }
        let ends = values[2].split(separator: "-").map { Int($0) }
        guard let day = Day(values[1]), ends.count == 2, let first = ends[0], let last = ends[1],
            first >= 1, last >= first - 1
        else { return nil }
        self.init(
            workspace: values[0], day: day, first: first, last: last, lastHash: values[3],
            tree: values[4], previous: values[5])
    }
}

/// A signed head as it is kept and published.
public struct JournalSignature: Hashable, Sendable {
    public let head: SignedHead
    /// The text that was signed.
    public let text: String
    /// Ed25519, in Base64.
    public let publicKey: String
    /// In Base64.
    public let signature: String
    public let signedAt: Instant

    public init(
        head: SignedHead, text: String, publicKey: String, signature: String, signedAt: Instant
    ) {
        self.head = head
        self.text = text
        self.publicKey = publicKey
        self.signature = signature
        self.signedAt = signedAt
    }
}

/// What checking every signed head against the journal found.
public struct SignedHeadVerification: Hashable, Sendable {
    public let days: Int
    /// The first day whose head does not agree; `nil` when all do.
    public let broken: Break?

    public struct Break: Hashable, Sendable {
        public let day: Day
        public let reason: Bilingual

        public init(day: Day, reason: Bilingual) {
            self.day = day
            self.reason = reason
        }
    }

    public init(days: Int, broken: Break?) {
        self.days = days
        self.broken = broken
    }
}
