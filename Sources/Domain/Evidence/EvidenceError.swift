/// A file that is not taken, or something about evidence that cannot be done.
public enum EvidenceError: UserFacingError, Hashable {
    case noFile
    /// The name says one thing, the content another.
    case liesAboutType(name: String, says: String, isReally: FileType)
    case unknownType(name: String)
    case empty(name: String)
    /// An office file that unpacks to far more than it holds, or that is damaged.
    case unpacksToTooMuch(name: String, limit: Int)
    case broken(name: String)
    case macros(name: String)
    /// It bears a stamp of state secrecy at its head.
    case secret(name: String, stamp: String)
    /// The scan command found something; the file lies apart.
    case infected(name: String, said: String)
    case notScanned(name: String)
    case alreadyAttached(number: Int)
    case sameBytes
    case withdrawn
    case reasonNeeded
    case previewMissing(program: String)
    /// The file went between its arrival and the record of it.
    case gone(name: String)
    case tooManyReaders

    public var code: String {
        switch self {
        case .noFile: "evidence.no-file"
        case .liesAboutType: "evidence.lies-about-type"
        case .unknownType: "evidence.unknown-type"
        case .empty: "evidence.empty"
        case .unpacksToTooMuch: "evidence.unpacks-to-too-much"
        case .broken: "evidence.broken"
        case .macros: "evidence.macros"
        case .secret: "evidence.secret"
        case .infected: "evidence.infected"
        case .notScanned: "evidence.not-scanned"
        case .alreadyAttached: "evidence.already-attached"
        case .sameBytes: "evidence.same-bytes"
        case .withdrawn: "evidence.withdrawn"
        case .reasonNeeded: "evidence.reason-needed"
        case .previewMissing: "evidence.preview-missing"
        case .gone: "evidence.gone"
        case .tooManyReaders: "evidence.too-many-readers"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .unpacksToTooMuch: .tooLarge
        case .alreadyAttached, .sameBytes, .withdrawn, .gone: .conflict
        case .notScanned, .tooManyReaders: .unavailable
        case .previewMissing: .notFound
        default: .invalid
        }
    }

    public var retryAfter: Int? { self == .tooManyReaders ? 5 : nil }

    public var message: Bilingual {
        switch self {
        case .noFile:
            Bilingual(
                vi: "Chưa chọn tệp nào; hãy chọn ít nhất một tệp rồi gửi.",
                en: "No file was chosen; choose at least one and send it.")
        case .alreadyAttached(let number):
            Bilingual(
                vi: "Tài liệu số \(number) đã được gửi cho hồ sơ này; không cần gửi lại.",
                en: "Document no. \(number) is attached to this record already.")
        case .sameBytes:
            Bilingual(
                vi: "Tệp này giống hệt bản đang giữ; hãy chọn bản mới hơn.",
                en: "This file is the same as the one kept; choose the newer one.")
        case .withdrawn:
            Bilingual(
                vi: "Tài liệu đã được rút khỏi hồ sơ này; hãy tải lại trang.",
                en: "The document was withdrawn from this record already; reload the page.")
        case .reasonNeeded:
            Bilingual(
                vi: "Hãy ghi lý do rút tài liệu.", en: "Say why the document is withdrawn.")
        case .previewMissing(let program):
            Bilingual(
                vi: "Máy chủ thiếu \(program) nên chưa xem được ở đây; hãy tải tệp về.",
                en: "The server lacks \(program), so it cannot be shown here; download the file.")
        case .gone(let name):
            Bilingual(
                vi: "Tệp “\(name)” chưa được giữ lại; hãy gửi lại.",
                en: "The file “\(name)” was not kept; send it again.")
        case .tooManyReaders:
            Bilingual(
                vi: "Đang có nhiều tệp được mở cùng lúc; hãy thử lại sau vài giây.",
                en: "Many files are being opened at once; try again in some seconds.")
        default: fileMessage
        }
    }

    private var fileMessage: Bilingual {
        switch self {
        case .liesAboutType(let name, let says, let type):
            Bilingual(
                vi: "Tệp “\(name)” có đuôi .\(says) nhưng nội dung là \(type.title.vi); "
                    + "hãy đặt lại đúng đuôi .\(type.endings[0]) hoặc chọn đúng tệp. Chưa giữ tệp này.",
                en: "The file “\(name)” ends in .\(says) but is a \(type.title.en); give it the "
                    + "ending .\(type.endings[0]) or choose the right file. It was not kept.")
        case .unknownType(let name):
            Bilingual(
                vi:
                    "Không nhận tệp “\(name)”: chỉ nhận PDF, ảnh, Word, Excel, PowerPoint và văn bản "
                    + "thuần; tệp nén thì hãy giải nén rồi gửi từng tệp.",
                en:
                    "The file “\(name)” is not taken: PDF, images, Word, Excel, PowerPoint and plain "
                    + "text are; unpack an archive and send its files.")
        case .empty(let name):
            Bilingual(
                vi: "Tệp “\(name)” không có nội dung; hãy chọn tệp khác.",
                en: "The file “\(name)” is empty; choose another.")
        case .unpacksToTooMuch(let name, let limit):
            Bilingual(
                vi:
                    "Tệp “\(name)” giải nén ra hơn \(limit) MB nên không nhận; hãy bỏ bớt ảnh, bảng "
                    + "rồi lưu lại, hoặc gửi bản PDF.",
                en: "The file “\(name)” unpacks to more than \(limit) MB and is not taken; remove "
                    + "pictures or sheets, or send it as a PDF.")
        case .broken(let name):
            Bilingual(
                vi: "Tệp “\(name)” bị hỏng hoặc chưa tải hết; hãy mở thử, lưu lại rồi gửi.",
                en:
                    "The file “\(name)” is damaged or incomplete; open it, save it again and send it."
            )
        case .macros(let name):
            Bilingual(
                vi: "Tệp “\(name)” có macro; hãy lưu lại bản không có macro.",
                en: "The file “\(name)” holds macros; save it without them.")
        case .secret(let name, let stamp):
            Bilingual(
                vi:
                    "Tệp “\(name)” mang dấu chỉ độ mật “\(stamp)”; không được đưa tài liệu mật lên hệ "
                    + "thống này. Tệp đã bị xóa, không lưu lại.",
                en:
                    "The file “\(name)” bears the stamp of secrecy “\(stamp)”; secret documents must "
                    + "not be entered here. The file was deleted, nothing of it is kept.")
        case .infected(let name, let said):
            Bilingual(
                vi:
                    "Phần mềm quét phát hiện mã độc trong tệp “\(name)” (\(said)); tệp đã bị cách ly, "
                    + "quản trị hệ thống đã được ghi báo.",
                en:
                    "The scanner found malware in “\(name)” (\(said)); the file lies apart and it is on "
                    + "record for the administrator.")
        case .notScanned(let name):
            Bilingual(
                vi:
                    "Chưa quét được mã độc cho tệp “\(name)” nên chưa nhận; hãy thử lại sau hoặc báo "
                    + "quản trị hệ thống.",
                en:
                    "The file “\(name)” could not be scanned, so it is not taken; try again later or "
                    + "tell the administrator.")
        default: Bilingual("")
        }
    }
}
