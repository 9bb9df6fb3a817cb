import Domain
import Foundation
import Store

/// For the moment the server cannot do it: the disk is full, the database is away.
///
/// The log says which under the same reference; nothing that was acknowledged is lost.
struct Unavailable: UserFacingError {
    let reference: String
    /// Whether the database broke off while it kept the change, so that nobody knows if it did.
    let isUncertain: Bool

    var code: String { isUncertain ? "service.uncertain" : "service.unavailable" }
    var kind: ErrorKind { .unavailable }
    var retryAfter: Int? { 10 }
    var message: Bilingual {
        isUncertain
            ? Bilingual(
                vi:
                    "Mất liên lạc với cơ sở dữ liệu khi đang xử lý; chưa chắc thay đổi đã được ghi. Hãy mở lại trang để kiểm tra trước khi gửi lại.",
                en:
                    "The database broke off while this was under way; it is not certain that the change was kept. Open the page again and look before sending it once more."
            )
            : Bilingual(
                vi:
                    "Máy chủ tạm thời chưa phục vụ được; chưa ghi gì. Hãy thử lại sau ít phút, nếu vẫn vậy thì báo quản trị viên.",
                en:
                    "The server cannot do this for the moment; nothing was written. Try again in a few minutes, and if it stays tell the administrator."
            )
    }

    /// What the fault means for the person who waits; `nil` when it is a fault of the program.
    init?(_ error: any Error, reference: String, changes: Bool) {
        self.reference = reference
        switch error {
        case let fault as StoreFault:
            guard [.busy, .connectionLost, .unreachable, .noRoom].contains(fault.kind) else {
                return nil
            }
            isUncertain = changes && fault.kind == .connectionLost
        case let error as CocoaError where error.code == .fileWriteOutOfSpace:
            isUncertain = false
        default: return nil
        }
    }
}

/// What the log may say of a fault: never what somebody typed.
func loggedText(_ error: any Error) -> String {
    switch error {
    case let fault as StoreFault: fault.description
    case let error as DecodingError: "DecodingError at \(codingPath(error))"
    case let error as CocoaError:
        "CocoaError \(error.code.rawValue) \(error.filePath ?? "")"
    default: String(String(reflecting: error).prefix(500))
    }
}

private func codingPath(_ error: DecodingError) -> String {
    let path =
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .keyNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath
        @unknown default: [any CodingKey]()
        }
    return path.map(\.stringValue).joined(separator: ".")
}
