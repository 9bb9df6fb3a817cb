/// What kind of refusal an error is; each outlet maps it once (HTTP status, exit code).
public enum ErrorKind: Hashable, Sendable {
    case invalid, notFound, conflict, forbidden, signInNeeded, tooLarge, tooManyRequests
}

/// An error that can be shown, as it stands, to the person who caused it.
public protocol UserFacingError: Error, Sendable {
    /// Stable, never translated, never reused: `plan.already-issued`.
    var code: String { get }
    var kind: ErrorKind { get }
    /// What happened, then what to do next.
    var message: Bilingual { get }
    /// The places at fault, where there are several; empty when the message says it all.
    var problems: [Problem] { get }
    /// Seconds to wait before it is worth trying again; `nil` when waiting doesn't help.
    var retryAfter: Int? { get }
}

extension UserFacingError {
    public var problems: [Problem] { [] }
    public var retryAfter: Int? { nil }
}

/// One thing wrong with what a person typed or sent, with its place and its remedy.
public struct Problem: Hashable, Sendable {
    /// The row of the file as a spreadsheet counts it (the heading is row 1); `nil` outside files.
    public let row: Int?
    /// The key of the field or column.
    public let field: String
    public let message: Bilingual

    public init(_ field: String, row: Int? = nil, vi: String, en: String) {
        self.row = row
        self.field = field
        self.message = Bilingual(vi: vi, en: en)
    }

    /// The same problem, said of a row of a file.
    public func at(row: Int) -> Problem {
        Problem(field, row: row, vi: message.vi, en: message.en)
    }

    /// The message with its place in front: "Dòng 12, cột code: …".
    public var placed: Bilingual {
        guard let row else { return message }
        return Bilingual(
            vi: "Dòng \(row), cột \(field): \(message.vi)",
            en: "Row \(row), column \(field): \(message.en)")
    }
}

/// What was sent cannot be taken as it is; every reason is listed, and nothing was written.
public struct InvalidInput: UserFacingError {
    public let problems: [Problem]

    public init(_ problems: [Problem]) {
        self.problems = problems
    }

    public var code: String { "input.invalid" }
    public var kind: ErrorKind { .invalid }
    public var message: Bilingual {
        Bilingual(
            vi: "Có \(problems.count) chỗ cần sửa; chưa ghi gì vào hệ thống.",
            en: "\(problems.count) places need mending; nothing was written.")
    }
}

/// There is nothing under that address, code or number.
public struct MissingRecord: UserFacingError {
    public let kindName: Bilingual
    public let name: String

    public init(_ kindName: Bilingual, _ name: String) {
        self.kindName = kindName
        self.name = name
    }

    public var code: String { "record.missing" }
    public var kind: ErrorKind { .notFound }
    public var message: Bilingual {
        Bilingual(
            vi: "Không tìm thấy \(kindName.vi) “\(name)”; hãy kiểm tra lại mã hoặc địa chỉ.",
            en: "There is no \(kindName.en) “\(name)”; please check the code or address.")
    }
}

/// Somebody else changed the record since it was opened.
public struct EditConflict: UserFacingError {
    public let kindName: Bilingual

    public init(_ kindName: Bilingual) {
        self.kindName = kindName
    }

    /// What is said above the two versions, where both can be shown.
    public var sideBySide: Bilingual {
        Bilingual(
            vi: "\(kindName.vi) đã được người khác sửa sau khi bạn mở; chưa ghi phần của bạn.",
            en: "Somebody changed this \(kindName.en) after you opened it; yours is not saved yet.")
    }

    public var code: String { "record.conflict" }
    public var kind: ErrorKind { .conflict }
    public var message: Bilingual {
        Bilingual(
            vi:
                "\(kindName.vi) đã được người khác sửa sau khi bạn mở; hãy tải lại trang, đối chiếu rồi sửa tiếp.",
            en:
                "Somebody changed this \(kindName.en) after you opened it; reload, compare, then edit again."
        )
    }
}
