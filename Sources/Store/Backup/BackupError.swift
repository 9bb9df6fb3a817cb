import Domain

/// A backup that cannot be made or taken as it is; nothing was written.
public enum BackupError: UserFacingError, Hashable {
    case notABackup(String)
    /// Cut off, or damaged on the way.
    case torn(String)
    /// A part holds something else than its checksum says.
    case altered(String, part: String)
    case newerThanProgram(String)
    case otherHistory(String)
    case targetNotEmpty(String)
    case brokenJournal(Int)
    case brokenReferences
    case alreadyThere(String)
    case cannotWrite(String, reason: String)

    public var code: String {
        switch self {
        case .notABackup: "backup.not-a-backup"
        case .torn: "backup.torn"
        case .altered: "backup.altered"
        case .newerThanProgram: "backup.newer-than-program"
        case .otherHistory: "backup.other-history"
        case .targetNotEmpty: "backup.target-not-empty"
        case .brokenJournal: "backup.broken-journal"
        case .brokenReferences: "backup.broken-references"
        case .alreadyThere: "backup.already-there"
        case .cannotWrite: "backup.cannot-write"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .targetNotEmpty, .alreadyThere: .conflict
        default: .invalid
        }
    }

    public var message: Bilingual {
        switch self {
        case .notABackup(let path):
            Bilingual(
                vi:
                    "“\(path)” không phải là bản sao lưu của CaiCach, hoặc đã bị cụt; hãy chọn tệp khác. Chưa ghi gì.",
                en:
                    "“\(path)” is no backup of CaiCach, or cut off; choose another file. Nothing was written."
            )
        case .torn(let path):
            Bilingual(
                vi: "Bản sao lưu “\(path)” bị cụt hoặc hỏng; hãy dùng bản khác. Chưa ghi gì.",
                en: "The backup “\(path)” is cut off or damaged; use another. Nothing was written.")
        case .altered(let path, let part):
            Bilingual(
                vi:
                    "Bản sao lưu “\(path)” đã bị sửa (phần \(part)); hãy dùng bản khác. Chưa ghi gì.",
                en:
                    "The backup “\(path)” was altered (part \(part)); use another. Nothing was written."
            )
        case .newerThanProgram(let name):
            Bilingual(
                vi:
                    "Bản sao lưu có bước chuyển đổi “\(name)” mà chương trình này chưa biết; hãy dùng "
                    + "bản chương trình mới hơn.",
                en:
                    "The backup has the migration “\(name)”, which this program does not know; use a "
                    + "newer program.")
        case .otherHistory(let name):
            Bilingual(
                vi:
                    "Bước chuyển đổi “\(name)” trong bản sao lưu khác với chương trình này; hãy dùng "
                    + "đúng bản chương trình đã tạo bản sao lưu.",
                en:
                    "The migration “\(name)” of the backup differs from this program's; use the program "
                    + "that made the backup.")
        case .targetNotEmpty(let address):
            Bilingual(
                vi: "“\(address)” đã có dữ liệu; chỉ khôi phục vào nơi trống.",
                en:
                    "“\(address)” holds data already; a backup is restored into an empty place only."
            )
        case .brokenJournal(let seq):
            Bilingual(
                vi:
                    "Nhật ký trong bản sao lưu không nguyên vẹn từ mục \(seq); hãy dùng bản khác. Chưa ghi gì.",
                en:
                    "The journal in the backup is not whole from entry \(seq) on; use another. Nothing was written."
            )
        case .brokenReferences:
            Bilingual(
                vi:
                    "Có dòng trong bản sao lưu trỏ tới dòng không tồn tại; hãy dùng bản khác. Chưa ghi gì.",
                en:
                    "Rows of the backup refer to rows that are not there; use another. Nothing was written."
            )
        case .alreadyThere(let path):
            Bilingual(
                vi: "Đã có tệp “\(path)”; hãy chọn tên khác, bản sao lưu không ghi đè.",
                en:
                    "There is a file “\(path)” already; choose another name, a backup overwrites nothing."
            )
        case .cannotWrite(let path, let reason):
            Bilingual(
                vi:
                    "Không ghi được “\(path)”: \(reason). Hãy kiểm tra thư mục, quyền ghi và dung lượng đĩa.",
                en:
                    "“\(path)” cannot be written: \(reason). Check the folder, its permissions and the disk."
            )
        }
    }
}
