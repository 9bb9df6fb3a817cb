import Domain

/// What a command cannot do as it was asked.
enum CommandError: UserFacingError, Hashable {
    case noWorkspace(String)
    case noFile(String)
    case workspaceThere(String)
    case unknownEnding(String)
    case noSuchDay(String)

    var code: String {
        switch self {
        case .noWorkspace: "command.no-workspace"
        case .noFile: "command.no-file"
        case .workspaceThere: "command.workspace-there"
        case .unknownEnding: "command.unknown-ending"
        case .noSuchDay: "command.no-such-day"
        }
    }

    var kind: ErrorKind {
        switch self {
        case .noWorkspace, .noFile: .notFound
        case .workspaceThere: .conflict
        case .unknownEnding, .noSuchDay: .invalid
        }
    }

    var message: Bilingual {
        switch self {
        case .noWorkspace(let address):
            Bilingual(
                vi:
                    "Không có cơ sở dữ liệu “\(address)”; tạo mới bằng “caicach migrate --database \(address)”, "
                    + "hoặc dữ liệu mẫu bằng “caicach sample --database \(address)”.",
                en:
                    "There is no workspace “\(address)”; make one with “caicach migrate --database \(address)”, "
                    + "or sample data with “caicach sample --database \(address)”.")
        case .noFile(let path):
            Bilingual(
                vi: "Không đọc được tệp “\(path)”; hãy kiểm tra đường dẫn và quyền đọc.",
                en: "The file “\(path)” cannot be read; check the path and its permissions.")
        case .workspaceThere(let address):
            Bilingual(
                vi:
                    "“\(address)” đã có dữ liệu; hãy chọn đường dẫn khác, dữ liệu mẫu không ghi đè.",
                en:
                    "“\(address)” holds data already; choose another path, the sample overwrites nothing."
            )
        case .unknownEnding(let path):
            Bilingual(
                vi: "Tên tệp “\(path)” phải kết thúc bằng .csv hoặc .xlsx.",
                en: "The file name “\(path)” must end in .csv or .xlsx.")
        case .noSuchDay(let text):
            Bilingual(
                vi: "“\(text)” không phải là ngày có thật; hãy ghi như 30/09/2021.",
                en: "“\(text)” is not a day that exists; write it as 30/09/2021.")
        }
    }
}
