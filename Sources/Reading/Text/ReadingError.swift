import Domain

/// A file that cannot be read as it is; each case names the place and the remedy.
public enum ReadingError: UserFacingError, Hashable {
    case empty(name: String)
    case tooLarge(name: String, megabytes: Int, limit: Int)
    case zeroByte(name: String, offset: Int, line: Int)
    case invalidUTF8(name: String, offset: Int, line: Int)
    case invalidUTF16(name: String, offset: Int)
    case legacyEncoding(name: String, encoding: LegacyEncoding)
    /// A PDF where none is read.
    case pdf(name: String)
    case pdfWithoutText(name: String, canRecognise: Bool)
    /// Broken, locked by a password, or too much for the program that reads it.
    case pdfBroken(name: String)
    case pdfProgramMissing(name: String)
    case tooManyPages(name: String, limit: Int)
    case oldOffice(name: String)
    case unknownKind(name: String)
    case brokenArchive(name: String)
    case archiveTooLarge(name: String, part: String, limit: Int)
    case macros(name: String)
    case forbiddenXML(name: String, part: String)
    case brokenXML(name: String, part: String, line: Int)
    case tooDeep(name: String, part: String, limit: Int)
    case tooManyRows(name: String, limit: Int)
    case tooManyColumns(name: String, row: Int, limit: Int)
    case noSheet(name: String, sheet: String?)
    case noTable(name: String)

    public var code: String {
        switch self {
        case .empty: "reading.empty"
        case .tooLarge: "reading.too-large"
        case .zeroByte: "reading.zero-byte"
        case .invalidUTF8: "reading.invalid-utf8"
        case .invalidUTF16: "reading.invalid-utf16"
        case .legacyEncoding: "reading.legacy-encoding"
        case .pdf: "reading.pdf"
        case .pdfWithoutText: "reading.pdf-without-text"
        case .pdfBroken: "reading.pdf-broken"
        case .pdfProgramMissing: "reading.pdf-program-missing"
        case .tooManyPages: "reading.too-many-pages"
        case .oldOffice: "reading.old-office"
        case .unknownKind: "reading.unknown-kind"
        case .brokenArchive: "reading.broken-archive"
        case .archiveTooLarge: "reading.archive-too-large"
        case .macros: "reading.macros"
        case .forbiddenXML: "reading.forbidden-xml"
        case .brokenXML: "reading.broken-xml"
        case .tooDeep: "reading.too-deep"
        case .tooManyRows: "reading.too-many-rows"
        case .tooManyColumns: "reading.too-many-columns"
        case .noSheet: "reading.no-sheet"
        case .noTable: "reading.no-table"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .tooLarge, .archiveTooLarge, .tooManyRows, .tooManyColumns, .tooManyPages: .tooLarge
        default: .invalid
        }
    }

    public var message: Bilingual {
        switch self {
        case .empty(let name):
            Bilingual(
                vi: "Tệp “\(name)” không có nội dung; hãy chọn tệp khác.",
                en: "“\(name)” is empty; please choose another file.")
        case .tooLarge(let name, let megabytes, let limit):
            Bilingual(
                vi:
                    "Tệp “\(name)” nặng \(megabytes) MB, vượt mức \(limit) MB; hãy tách tệp hoặc chỉ gửi phần văn bản.",
                en:
                    "“\(name)” has \(megabytes) MB, more than the \(limit) MB allowed; split it or send the text only."
            )
        case .tooManyRows(let name, let limit):
            Bilingual(
                vi:
                    "Bảng trong tệp “\(name)” có hơn \(Written.number(limit, .vi)) dòng; hãy tách thành nhiều tệp.",
                en:
                    "The table in “\(name)” has more than \(Written.number(limit, .en)) rows; split it into several files."
            )
        case .tooManyColumns(let name, let row, let limit):
            Bilingual(
                vi: "Dòng \(row) của tệp “\(name)” có hơn \(limit) cột; hãy xóa các cột thừa.",
                en:
                    "Row \(row) of “\(name)” has more than \(limit) columns; remove those not needed."
            )
        case .noSheet(let name, let sheet):
            Bilingual(
                vi:
                    "Tệp “\(name)” không có trang tính \(sheet.map { "“\($0)”" } ?? "nào"); hãy kiểm tra lại tệp.",
                en:
                    "“\(name)” has no sheet\(sheet.map { " “\($0)”" } ?? ""); please check the file."
            )
        case .noTable(let name):
            Bilingual(
                vi: "Tệp “\(name)” không có dòng tiêu đề cột; dòng đầu phải là tên các cột.",
                en: "“\(name)” has no heading row; the first row must name the columns.")
        default: encodingMessage ?? pdfMessage ?? archiveMessage
        }
    }

    private var encodingMessage: Bilingual? {
        switch self {
        case .zeroByte(let name, let offset, let line):
            Bilingual(
                vi: """
                    Tệp “\(name)” có byte 0 tại vị trí \(offset) (dòng \(line)) nên không phải văn bản UTF-8; \
                    hãy lưu lại dưới dạng UTF-8 hoặc UTF-16 có BOM.
                    """,
                en: """
                    “\(name)” has a zero byte at offset \(offset) (line \(line)), so it is no UTF-8 text; \
                    save it as UTF-8, or as UTF-16 with a byte order mark.
                    """)
        case .invalidUTF8(let name, let offset, let line):
            Bilingual(
                vi: """
                    Tệp “\(name)” không phải UTF-8: byte sai tại vị trí \(offset) (dòng \(line)); \
                    hãy mở tệp, chọn “Lưu thành…” và chọn bảng mã UTF-8.
                    """,
                en: """
                    “\(name)” is not UTF-8: a wrong byte at offset \(offset) (line \(line)); \
                    open it, choose “Save as…” and the UTF-8 encoding.
                    """)
        case .invalidUTF16(let name, let offset):
            Bilingual(
                vi: "Tệp “\(name)” hỏng mã UTF-16 tại byte \(offset); hãy lưu lại dưới dạng UTF-8.",
                en: "“\(name)” has broken UTF-16 at byte \(offset); save it again as UTF-8.")
        case .legacyEncoding(let name, let encoding):
            Bilingual(
                vi:
                    "Tệp “\(name)” dùng bảng mã \(encoding.title.vi); hãy chuyển sang Unicode (UTF-8) rồi gửi lại.",
                en:
                    "“\(name)” is in the old encoding \(encoding.title.en); convert it to Unicode (UTF-8) and send it again."
            )
        default: nil
        }
    }

    private var pdfMessage: Bilingual? {
        switch self {
        case .pdf(let name):
            Bilingual(
                vi: "Tệp “\(name)” là PDF, ở đây không đọc được; hãy gửi .docx, .xlsx hoặc .csv.",
                en: "“\(name)” is a PDF, which is not read here; send .docx, .xlsx or .csv.")
        case .pdfWithoutText(let name, canRecognise: false):
            Bilingual(
                vi: """
                    Tệp “\(name)” là PDF quét ảnh, không có lớp chữ; hãy gửi bản .docx hoặc văn bản thuần (.txt). \
                    Muốn nhận dạng chữ (OCR), cần cài tesseract-ocr và tesseract-ocr-vie trên máy chủ.
                    """,
                en: """
                    “\(name)” is a scanned PDF without a text layer; send the .docx or the plain text (.txt). \
                    To have its letters recognised (OCR), install tesseract-ocr and tesseract-ocr-vie on the server.
                    """)
        case .pdfWithoutText(let name, canRecognise: true):
            Bilingual(
                vi: """
                    Tệp “\(name)” là PDF quét ảnh, không có lớp chữ; hãy gửi bản .docx hoặc văn bản thuần (.txt), \
                    hoặc đọc lại với lựa chọn nhận dạng chữ (OCR) rồi đối chiếu với bản chính.
                    """,
                en: """
                    “\(name)” is a scanned PDF without a text layer; send the .docx or the plain text (.txt), \
                    or read it again with recognition of letters (OCR) and compare it with the original.
                    """)
        case .pdfBroken(let name):
            Bilingual(
                vi:
                    "Tệp PDF “\(name)” hỏng, có mật khẩu hoặc quá nặng để đọc; hãy gửi bản .docx hoặc xuất lại PDF.",
                en:
                    "The PDF “\(name)” is broken, locked or too heavy to read; send the .docx or export the PDF again."
            )
        case .pdfProgramMissing(let name):
            Bilingual(
                vi:
                    "Chưa đọc được PDF “\(name)”: máy chủ thiếu gói poppler-utils; hãy cài gói này hoặc gửi bản .docx.",
                en:
                    "The PDF “\(name)” cannot be read: poppler-utils is missing here; install it or send the .docx."
            )
        case .tooManyPages(let name, let limit):
            Bilingual(
                vi:
                    "Tệp “\(name)” có hơn \(limit) trang quét; hãy tách tệp hoặc gửi bản .docx.",
                en: "“\(name)” has more than \(limit) scanned pages; split it or send the .docx.")
        default: nil
        }
    }

    private var archiveMessage: Bilingual {
        switch self {
        case .oldOffice(let name):
            Bilingual(
                vi:
                    "Tệp “\(name)” ở định dạng Office cũ (.doc, .xls); hãy lưu lại thành .docx hoặc .xlsx.",
                en: "“\(name)” is in the old Office format (.doc, .xls); save it as .docx or .xlsx."
            )
        case .archiveTooLarge(let name, let part, let limit):
            Bilingual(
                vi:
                    "Phần “\(part)” trong tệp “\(name)” giải nén ra hơn \(limit) MB; hãy bỏ bớt nội dung thừa.",
                en:
                    "“\(part)” in “\(name)” unpacks to more than \(limit) MB; remove what is not needed."
            )
        case .macros(let name):
            Bilingual(
                vi: "Tệp “\(name)” có macro; hãy lưu lại thành .docx hoặc .xlsx không có macro.",
                en: "“\(name)” holds macros; save it as .docx or .xlsx without them.")
        case .forbiddenXML(let name, let part):
            Bilingual(
                vi:
                    "Phần “\(part)” trong tệp “\(name)” khai báo thực thể XML, không được phép; hãy lưu lại tệp bằng Word, Excel hoặc LibreOffice.",
                en:
                    "“\(part)” in “\(name)” declares XML entities, which are refused; save the file again with Word, Excel or LibreOffice."
            )
        case .brokenXML(let name, let part, let line):
            Bilingual(
                vi: "Phần “\(part)” trong tệp “\(name)” hỏng tại dòng \(line); hãy lưu lại tệp.",
                en: "“\(part)” in “\(name)” is broken at line \(line); save the file again.")
        case .tooDeep(let name, let part, let limit):
            Bilingual(
                vi:
                    "Phần “\(part)” trong tệp “\(name)” lồng nhau hơn \(limit) lớp; hãy lưu lại tệp.",
                en: "“\(part)” in “\(name)” is nested more than \(limit) deep; save the file again."
            )
        case .brokenArchive(let name):
            Bilingual(
                vi: "Tệp “\(name)” hỏng hoặc không đúng định dạng .docx, .xlsx; hãy lưu lại tệp.",
                en: "“\(name)” is broken or neither .docx nor .xlsx; save the file again.")
        default:
            Bilingual(
                vi:
                    "Không nhận ra định dạng của tệp \(fileName); hãy gửi .docx, .xlsx, .csv hoặc văn bản UTF-8.",
                en: "The kind of \(fileName) is unknown; send .docx, .xlsx, .csv or UTF-8 text.")
        }
    }

    private var fileName: String {
        if case .unknownKind(let name) = self { "“\(name)”" } else { "" }
    }
}
