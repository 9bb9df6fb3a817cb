import Domain

/// A workspace that cannot be opened or brought up to date as it is; the operator can mend it.
public enum StoreError: UserFacingError, Hashable {
    case badAddress(String)
    /// The file or server said no; its own words follow.
    case cannotOpen(String, reason: String)
    /// The database sorts by a language's rules; the line makes one that does not.
    case wrongCollation(found: String, remedy: String)
    case notMigrated
    case newerThanProgram(String)
    case editedMigration(String)

    public var code: String {
        switch self {
        case .badAddress: "store.bad-address"
        case .cannotOpen: "store.cannot-open"
        case .wrongCollation: "store.wrong-collation"
        case .notMigrated: "store.not-migrated"
        case .newerThanProgram: "store.newer-than-program"
        case .editedMigration: "store.edited-migration"
        }
    }

    public var kind: ErrorKind { .invalid }

    public var message: Bilingual {
        switch self {
        case .badAddress(let address):
            Bilingual(
                vi: "Không hiểu địa chỉ cơ sở dữ liệu “\(address)”; hãy dùng đường dẫn tệp SQLite "
                    + "hoặc postgres://máy-chủ/tên?schema=tên_không_dấu.",
                en:
                    "The database address “\(address)” is not understood; give the path of an SQLite "
                    + "file, or postgres://host/name?schema=plain_name.")
        case .cannotOpen(let address, let reason):
            Bilingual(
                vi:
                    "Không mở được cơ sở dữ liệu “\(address)”: \(reason). Hãy kiểm tra đường dẫn, quyền "
                    + "truy cập và máy chủ.",
                en: "The database “\(address)” cannot be opened: \(reason). Check the path, the "
                    + "permissions and the server.")
        case .wrongCollation(let found, let remedy):
            Bilingual(
                vi:
                    "Cơ sở dữ liệu phải dùng UTF8 và LC_COLLATE 'C' (hiện là \(found)); hãy tạo bằng lệnh: "
                    + remedy,
                en:
                    "The database must use UTF8 and LC_COLLATE 'C' (it has \(found)); make one with: "
                    + remedy)
        case .notMigrated:
            Bilingual(
                vi: "Cơ sở dữ liệu chưa đúng phiên bản; hãy chạy “caicach migrate”.",
                en: "The database is not up to date; run “caicach migrate”.")
        case .newerThanProgram(let name):
            Bilingual(
                vi:
                    "Cơ sở dữ liệu đã có bước chuyển đổi “\(name)” mà chương trình này chưa biết; hãy dùng "
                    + "bản chương trình mới hơn.",
                en:
                    "The database has the migration “\(name)”, which this program does not know; use a "
                    + "newer program.")
        case .editedMigration(let name):
            Bilingual(
                vi:
                    "Bước chuyển đổi “\(name)” đã bị sửa sau khi chạy; hãy khôi phục tệp gốc và viết bước mới.",
                en:
                    "The migration “\(name)” was edited after it ran; restore the file and write a new one."
            )
        }
    }
}
