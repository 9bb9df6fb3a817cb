/// The text of a template: headings, paragraphs, and the names of figures and lists in it.
///
/// It is data and nothing else; there is nothing in it to run. A line is one block:
/// `# I. …`, `## 1. …`, `### a) …` headings; `- …` a line of a list; `> …` what it rests on ("Căn cứ …");
/// `= …` in the middle; `Điều 1. …` an article; `| a | b |` a row of a table, the first of them its
/// heads; `% …` begins an annex with that title; `[[bang_chi_tieu]]` a list or table by name; anything
/// else a paragraph. In text,
/// `{nhiem_vu.den_han}` is a figure or a word by name, `{kiem_tra.cuoc|cung_ky}` the same figure a year ago.
public struct TemplateText: Hashable, Sendable {
    public enum Line: Hashable, Sendable {
        case heading(level: Int, [Piece])
        case paragraph(OfficialDocument.Paragraph.Style, [Piece])
        case list(TemplateList)
        /// A table; its first row names the columns, and each row has as many cells.
        case table([[[Piece]]])
        /// What follows belongs to an annex (phụ lục) with this title.
        case annex([Piece])
    }

    public enum Piece: Hashable, Sendable {
        case text(String)
        case word(TemplateWord)
        case figure(FigureName)
    }

    public let lines: [Line]

    /// Reads a template whole; every name it does not know is a problem that says where and what to do.
    public static func read(_ text: String) -> (template: TemplateText, problems: [Problem]) {
        var reader = TemplateReader()
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            reader.read(String(line).trimmed, number: index + 1)
        }
        reader.finish()
        return (TemplateText(lines: reader.lines), reader.problems)
    }

    /// Reads one line, such as a subject, in which only words and figures may stand.
    public static func pieces(_ text: String, field: String) -> (
        pieces: [Piece], problems: [Problem]
    ) {
        var reader = TemplateReader(field: field)
        let pieces = reader.pieces(text, number: nil)
        return (pieces, reader.problems)
    }

    /// Every figure that it names, once each.
    public var figures: Set<FigureName> {
        var found: Set<FigureName> = []
        for line in lines {
            let pieces: [Piece] =
                switch line {
                case .heading(_, let pieces), .paragraph(_, let pieces), .annex(let pieces): pieces
                case .table(let rows): rows.flatMap { $0.flatMap(\.self) }
                case .list: []
                }
            for case .figure(let name) in pieces { found.insert(name) }
        }
        return found
    }
}

/// A figure as a template names it: which one, and with which span.
public struct FigureName: Hashable, Sendable, Codable {
    /// The name of a ``ReportFigure``, or `chi_tieu[CODE]` for the result of one target.
    public let base: String
    public let time: ReportTime

    public init(_ base: String, _ time: ReportTime = .own) {
        self.base = base
        self.time = time
    }

    /// The target's code in `chi_tieu[II.1.a.2-1]`; `nil` for other figures.
    public var target: String? {
        guard base.hasPrefix("chi_tieu["), base.hasSuffix("]") else { return nil }
        return String(base.dropFirst("chi_tieu[".count).dropLast())
    }

    public var text: String { time == .own ? base : "\(base)|\(time.suffix)" }

    /// Reads what ``text`` wrote; `nil` when the span after the bar is not one.
    public init?(reading text: String) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let base = parts.first else { return nil }
        let suffix = parts.count == 2 ? String(parts[1]) : ""
        guard let time = ReportTime.allCases.first(where: { $0.suffix == suffix }) else {
            return nil
        }
        self.init(String(base), time)
    }
}

/// A word that templates may name: it says something about the report, and counts nothing.
public enum TemplateWord: String, CaseIterable, Hashable, Sendable {
    case period = "ky"
    case firstDay = "tu_ngay"
    case lastDay = "den_ngay"
    case year = "nam"
    case issuer = "co_quan"
    case plan = "ke_hoach"
    case before = "ky_truoc"
    case lastYear = "cung_ky"
    case authority = "tham_quyen"

    public var title: Bilingual {
        switch self {
        case .period: Bilingual(vi: "tên kỳ: “quý III năm 2021”", en: "the period's name")
        case .firstDay: Bilingual(vi: "ngày đầu kỳ", en: "the period's first day")
        case .lastDay: Bilingual(vi: "ngày cuối kỳ", en: "the period's last day")
        case .year: Bilingual(vi: "năm kế hoạch", en: "the plan year")
        case .issuer: Bilingual(vi: "tên cơ quan ban hành", en: "the issuer's name")
        case .plan:
            Bilingual(vi: "số, ký hiệu kế hoạch của năm", en: "the symbol of the year's plan")
        case .before: Bilingual(vi: "tên kỳ trước", en: "the name of the period before")
        case .lastYear: Bilingual(vi: "tên cùng kỳ năm trước", en: "the same period a year ago")
        case .authority:
            Bilingual(
                vi: "thẩm quyền ban hành, viết hoa: “GIÁM ĐỐC SỞ NỘI VỤ”",
                en: "who decides, in capitals, above the grounds of a decision")
        }
    }
}

/// A list, table or chart that templates may name; it stands on a line of its own.
public enum TemplateList: String, CaseIterable, Hashable, Sendable {
    case documents = "van_ban_chi_dao"
    case targets = "bang_chi_tieu"
    case targetChart = "bieu_do_chi_tieu"
    case comparison = "bang_so_sanh"
    case overdueTasks = "nhiem_vu_qua_han"
    case nextTasks = "nhiem_vu_ky_toi"
    case initiatives = "sang_kien"
    case indices = "chi_so_ben_ngoai"
    case limits = "ton_tai_han_che"
    case difficulties = "kho_khan_don_vi_neu"
    case proposals = "kien_nghi_don_vi_neu"
    case lateReports = "bao_cao_cham"
    case areas = "ket_qua_linh_vuc"
    case commitments = "cam_ket"
    case milestones = "moc_chuong_trinh"

    public var title: Bilingual {
        switch self {
        case .documents:
            Bilingual(vi: "văn bản chỉ đạo, điều hành đã ban hành", en: "documents issued")
        case .targets: Bilingual(vi: "bảng kết quả chỉ tiêu", en: "table of targets")
        case .targetChart: Bilingual(vi: "biểu đồ kết quả chỉ tiêu", en: "chart of targets")
        case .comparison:
            Bilingual(
                vi: "bảng số liệu so với kỳ trước và cùng kỳ",
                en: "figures beside the period before and a year ago")
        case .overdueTasks: Bilingual(vi: "nhiệm vụ quá hạn", en: "overdue tasks")
        case .nextTasks:
            Bilingual(vi: "nhiệm vụ đến hạn kỳ tới", en: "tasks due in the next period")
        case .initiatives: Bilingual(vi: "sáng kiến, mô hình mới", en: "initiatives")
        case .indices: Bilingual(vi: "kết quả các chỉ số bên ngoài", en: "outside indices")
        case .limits:
            Bilingual(vi: "tồn tại, hạn chế từ kết quả chỉ tiêu", en: "what targets fall short of")
        case .difficulties:
            Bilingual(vi: "khó khăn, vướng mắc các đơn vị nêu", en: "difficulties agencies named")
        case .proposals:
            Bilingual(vi: "kiến nghị, đề xuất của các đơn vị", en: "what agencies propose")
        case .lateReports:
            Bilingual(
                vi: "cơ quan, đơn vị báo cáo chậm, chưa báo cáo", en: "late and missing reports")
        case .areas:
            Bilingual(
                vi: "kết quả từng lĩnh vực: chỉ tiêu, nhiệm vụ, so với kỳ trước và cùng kỳ",
                en: "each area: targets and tasks beside the period before and a year ago")
        case .commitments:
            Bilingual(vi: "cam kết của người đứng đầu", en: "commitments of heads")
        case .milestones:
            Bilingual(vi: "mốc của chương trình", en: "milestones of programmes")
        }
    }
}
