import Domain
import Foundation

/// Proof, in one file, that an entry stood in the journal in this form on a day.
///
/// It holds the entry, the way through the day's tree to the signed root, and the signature.
/// Checking it needs nothing but the file and the public key that was published.
public struct JournalReceipt: Codable, Sendable {
    let form: String
    let entry: Entry
    /// The hashes from the entry up to the root, the nearest first.
    let path: [String]
    let head: Head

    struct Entry: Codable, Sendable {
        let seq: Int
        let at: String
        let actor: String?
        let agency: String?
        let action: String
        let reason: String?
        let previousHash: String
        let hash: String
        let changes: [Change]
    }

    struct Change: Codable, Sendable {
        let kind: String
        let record: String
        let before: String?
        let after: String?
        let salt: String?
        let digest: String
    }

    struct Head: Codable, Sendable {
        let text: String
        let publicKey: String
        let signature: String
    }

    static let form = "caicach journal receipt 1"

    /// As the file holds it: JSON that a person can read.
    public func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

extension ReadableDatabase {
    /// Returns the receipt of an entry.
    ///
    /// - Throws: ``MissingRecord``; ``ReceiptError/notSignedYet(_:)`` before the day's signature.
    public func journalReceipt(_ seq: Int) throws -> JournalReceipt {
        guard let entry = try entries("WHERE seq = \(seq)").first else {
            throw MissingRecord(Bilingual(vi: "mục nhật ký", en: "journal entry"), "\(seq)")
        }
        guard let signed = try journalSignature(covering: seq) else {
            throw ReceiptError.notSignedYet(seq)
        }
        let tree = try journalTree(signed.head.first, signed.head.last)
        return JournalReceipt(
            form: JournalReceipt.form, entry: JournalReceipt.Entry(entry),
            path: tree.path(seq - signed.head.first),
            head: JournalReceipt.Head(
                text: signed.text, publicKey: signed.publicKey, signature: signed.signature))
    }
}

extension JournalReceipt.Entry {
    fileprivate init(_ entry: JournalEntry) {
        self.init(
            seq: entry.seq, at: entry.at.text, actor: entry.actor?.text, agency: entry.agency?.text,
            action: entry.action, reason: entry.reason, previousHash: entry.previousHash,
            hash: entry.hash,
            changes: entry.changes.map {
                JournalReceipt.Change(
                    kind: $0.kind, record: $0.record, before: $0.before, after: $0.after,
                    salt: $0.salt, digest: $0.digest)
            })
    }

    /// The entry as the journal holds it; `nil` when its moment is none.
    fileprivate var journalEntry: JournalEntry? {
        Instant(at).map { at in
            JournalEntry(
                seq: seq, at: at, actor: actor.map { User.ID($0) },
                agency: agency.map { Agency.ID($0) }, action: action, reason: reason,
                previousHash: previousHash, hash: hash,
                changes: changes.map {
                    RecordedChange(
                        kind: $0.kind, record: $0.record, before: $0.before, after: $0.after,
                        salt: $0.salt, digest: $0.digest)
                })
        }
    }
}

extension JournalReceipt {
    /// Checks a receipt by itself, without any database.
    ///
    /// - Returns: the entry, and the signed head that covers it.
    /// - Throws: ``ReceiptError`` that says what does not agree.
    public static func check(_ data: Data, publicKey: String) throws(ReceiptError) -> (
        entry: JournalEntry, head: SignedHead
    ) {
        guard let receipt = try? JSONDecoder().decode(JournalReceipt.self, from: data),
            receipt.form == form, let entry = receipt.entry.journalEntry,
            let head = SignedHead(text: receipt.head.text)
        else { throw .unreadable }
        let isWhole = entry.changes.allSatisfy { $0.isErased || $0.digest == sha256($0.sealedText) }
        guard isWhole, entry.hash == sha256(entry.sealedText(digests: entry.changes.map(\.digest)))
        else { throw .entryAltered(entry.seq) }
        let root = HashTree.root(
            of: entry.hash, at: entry.seq - head.first, in: head.last - head.first + 1,
            path: receipt.path)
        guard root == head.tree else { throw .notCovered(entry.seq, head.day) }
        guard receipt.head.publicKey == publicKey,
            SigningKey.isValid(receipt.head.signature, of: receipt.head.text, by: publicKey)
        else { throw .notSignedByKey(head.day) }
        return (entry, head)
    }
}

/// A receipt that cannot be made yet, or that does not hold.
public enum ReceiptError: UserFacingError, Hashable {
    case notSignedYet(Int)
    case unreadable
    case entryAltered(Int)
    case notCovered(Int, Day)
    case notSignedByKey(Day)

    public var code: String {
        switch self {
        case .notSignedYet: "receipt.not-signed-yet"
        case .unreadable: "receipt.unreadable"
        case .entryAltered: "receipt.entry-altered"
        case .notCovered: "receipt.not-covered"
        case .notSignedByKey: "receipt.not-signed-by-key"
        }
    }

    public var kind: ErrorKind { self.code == "receipt.not-signed-yet" ? .conflict : .invalid }

    public var message: Bilingual {
        switch self {
        case .notSignedYet(let seq):
            Bilingual(
                vi: "Mục \(seq) chưa có chữ ký của ngày; hãy lấy biên nhận sau lần ký kế tiếp.",
                en:
                    "Entry \(seq) is not covered by a day's signature yet; ask again after the next."
            )
        case .unreadable:
            Bilingual(
                vi: "Tệp này không phải là biên nhận nhật ký, hoặc đã hỏng; hãy lấy lại tệp gốc.",
                en: "The file is no journal receipt, or it is damaged; get the original again.")
        case .entryAltered(let seq):
            Bilingual(
                vi: "Nội dung mục \(seq) trong biên nhận đã bị sửa; biên nhận không có giá trị.",
                en: "Entry \(seq) in the receipt was altered; the receipt proves nothing.")
        case .notCovered(let seq, let day):
            Bilingual(
                vi:
                    "Mục \(seq) không thuộc phần nhật ký đã ký ngày \(day.vi); biên nhận không có giá trị.",
                en:
                    "Entry \(seq) is not among what was signed on \(day.en); the receipt proves nothing."
            )
        case .notSignedByKey(let day):
            Bilingual(
                vi:
                    "Chữ ký ngày \(day.vi) không phải của khóa công khai này; hãy đối chiếu khóa đã công bố.",
                en:
                    "The signature of \(day.en) is not by this public key; compare the key with the one published."
            )
        }
    }
}
