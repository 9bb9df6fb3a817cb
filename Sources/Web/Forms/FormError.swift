import Domain

/// A form that could not be read, or may not be sent from where it came.
enum FormError: UserFacingError, Hashable {
    /// The request as a whole exceeds the limit, in bytes.
    case requestTooLarge(limit: Int)
    /// One file exceeds the limit, in bytes.
    case fileTooLarge(name: String, limit: Int)
    /// The typed fields together exceed the limit, in bytes.
    case fieldsTooLarge(limit: Int)
    case tooManyFields(limit: Int)
    case tooManyFiles(limit: Int)
    /// The body is not what its heading says: cut off, or made by a faulty program.
    case malformed
    /// The field holds bytes that are no UTF-8 text, or control characters.
    case unreadableText(field: String)
    /// Neither `application/x-www-form-urlencoded` nor `multipart/form-data`.
    case unknownType
    /// The form did not come from a page of ours, or from one of an earlier session.
    case notOurs
    /// The disk of the server is full.
    case noRoom

    var code: String {
        switch self {
        case .requestTooLarge: "form.too-large"
        case .fileTooLarge: "form.file-too-large"
        case .fieldsTooLarge: "form.fields-too-large"
        case .tooManyFields: "form.too-many-fields"
        case .tooManyFiles: "form.too-many-files"
        case .malformed: "form.malformed"
        case .unreadableText: "form.unreadable-text"
        case .unknownType: "form.unknown-type"
        case .notOurs: "form.not-ours"
        case .noRoom: "form.no-room"
        }
    }

    var kind: ErrorKind {
        switch self {
        case .requestTooLarge, .fileTooLarge, .fieldsTooLarge, .tooManyFields, .tooManyFiles:
            .tooLarge
        case .malformed, .unreadableText, .unknownType: .invalid
        case .notOurs: .forbidden
        case .noRoom: .unavailable
        }
    }

    var message: Bilingual {
        switch self {
        case .requestTooLarge(let limit):
            Bilingual(
                vi:
                    "Nội dung gửi lên lớn hơn \(megabytes(limit)); hãy chia nhỏ hoặc gửi tệp nhẹ hơn. Chưa ghi gì.",
                en:
                    "What you sent is larger than \(megabytes(limit)); split it or send a smaller file. Nothing was written."
            )
        case .fileTooLarge(let name, let limit):
            Bilingual(
                vi:
                    "Tệp “\(name)” lớn hơn \(megabytes(limit)); hãy chia nhỏ hoặc nén tệp. Chưa ghi gì.",
                en:
                    "The file “\(name)” is larger than \(megabytes(limit)); split or compress it. Nothing was written."
            )
        case .fieldsTooLarge(let limit):
            Bilingual(
                vi:
                    "Phần chữ nhập vào dài hơn \(megabytes(limit)); hãy gửi dưới dạng tệp đính kèm. Chưa ghi gì.",
                en:
                    "The typed text is longer than \(megabytes(limit)); attach it as a file instead. Nothing was written."
            )
        case .tooManyFields(let limit):
            Bilingual(
                vi: "Biểu mẫu có quá nhiều ô (giới hạn \(limit)); hãy nhập bằng tệp CSV hoặc XLSX.",
                en:
                    "The form has too many fields (the limit is \(limit)); import a CSV or XLSX file instead."
            )
        case .tooManyFiles(let limit):
            Bilingual(
                vi: "Mỗi lần gửi được nhiều nhất \(limit) tệp; hãy gửi thành nhiều lần.",
                en: "At most \(limit) files can be sent at a time; send them in several goes.")
        case .malformed:
            Bilingual(
                vi: "Dữ liệu gửi lên bị thiếu hoặc sai cấu trúc; hãy tải lại trang rồi gửi lại.",
                en: "The data arrived incomplete or malformed; reload the page and send it again.")
        case .unreadableText(let field):
            Bilingual(
                vi:
                    "Ô “\(field)” có ký tự không đọc được; hãy xóa nội dung đã dán và gõ lại (mã UTF-8).",
                en:
                    "The field “\(field)” holds characters that cannot be read; remove what was pasted and type it again (UTF-8)."
            )
        case .unknownType:
            Bilingual(
                vi: "Kiểu dữ liệu gửi lên không được hỗ trợ; hãy gửi bằng biểu mẫu trên trang.",
                en: "This kind of data is not accepted; please use the form on the page.")
        case .notOurs:
            Bilingual(
                vi:
                    "Biểu mẫu không được gửi từ trang của hệ thống, hoặc phiên đăng nhập đã đổi; hãy tải lại trang rồi gửi lại.",
                en:
                    "The form did not come from a page of this site, or the session has changed; reload the page and send it again."
            )
        case .noRoom:
            Bilingual(
                vi: "Máy chủ hết chỗ chứa tệp; hãy báo quản trị hệ thống. Chưa ghi gì.",
                en: "The server has no room for files; tell the administrator. Nothing was written."
            )
        }
    }
}

private func megabytes(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) kB"
}
