/// What a superior agency or the standing office decides about what was sent to it.
public struct SubmissionDecision: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case accepted, returned
    }

    public let kind: Kind
    /// The agencies whose reports are decided, each with the version that the person saw.
    public let versions: [Agency.ID: Int]
    /// Always given when they are sent back.
    public let reason: String

    public init(_ kind: Kind, _ versions: [Agency.ID: Int], because reason: String = "") {
        self.kind = kind
        self.versions = versions
        self.reason = reason
    }
}

/// What somebody has typed so far and not sent: seen by those who write it, never by those who receive.
public struct SubmissionDraft: Hashable, Sendable {
    public let fields: [String: String]
    public let version: Int
    public let savedAt: Instant
    public let savedBy: User.ID
    /// When it was given to the head to approve and send; `nil` while it is being written.
    public let readyAt: Instant?

    public init(
        fields: [String: String], version: Int, savedAt: Instant, savedBy: User.ID,
        readyAt: Instant?
    ) {
        self.fields = fields
        self.version = version
        self.savedAt = savedAt
        self.savedBy = savedBy
        self.readyAt = readyAt
    }
}

extension SignedDocument {
    /// Every reason it cannot be the document of that submission; empty when it can.
    public func problems(in period: Period, on day: Day) -> [Problem] {
        var problems: [Problem] = []
        if symbol.trimmed.isEmpty {
            problems.append(
                Problem(
                    "symbol", vi: "Hãy ghi số, ký hiệu của văn bản, ví dụ 228/BC-UBND.",
                    en: "Give the document's symbol, such as 228/BC-UBND."))
        }
        if symbol.unicodeScalars.count > 100 {
            problems.append(
                Problem(
                    "symbol", vi: "Số, ký hiệu dài quá 100 ký tự.",
                    en: "The symbol is longer than 100 characters."))
        }
        if signedOn > day {
            problems.append(
                Problem(
                    "signed_on", vi: "Ngày ký \(signedOn.vi) còn ở phía trước.",
                    en: "\(signedOn.en) is still to come."))
        }
        if signedOn < period.first {
            problems.append(
                Problem(
                    "signed_on", vi: "Ngày ký phải từ ngày đầu kỳ \(period.first.vi) trở đi.",
                    en: "It cannot be signed before the period begins, \(period.first.en)."))
        }
        return problems
    }
}
