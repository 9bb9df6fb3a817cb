import Support

/// Makes texts out of what plans are made of, in orders that no plan has.
public enum Pieces {
    public static func text(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0..<160, using: &random)).map { _ in piece(&random) }.joined()
    }

    private static func piece(_ random: inout SeededGenerator) -> String {
        let word = words.randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return (marks.randomElement(using: &random) ?? "")
        case 1: return "\n" + (lineStarts.randomElement(using: &random) ?? "")
        case 2: return "\(Int.random(in: 0...3_000, using: &random))"
        case 3: return word.uppercased() + " "
        default: return word + " "
        }
    }

    private static let marks = [
        "%", ",", ".", ";", ":", "/", "-", "(", ")", "[", "]", "…", "|", "\t", "\u{A0}", "\u{300}",
        "\u{200B}", "\0",
        "\r", "\r\n", "\u{2028}", "\"", "“", "*", "+", "𝟙", "\u{FEFF}", "[...]",
    ]
    private static let lineStarts = [
        "I. ", "II. ", "1. ", "2. ", "1.1. ", "a) ", "b) ", "- ", "+ ", "* ", "(1) ", "A. ",
        "Điều 1. ", "Phần I ",
        "PHỤ LỤC ", "TT\tNhiệm vụ\tChủ trì\tThời gian\n", "TT\n", "Nhiệm vụ\n", "Chủ trì\n",
        "Thời gian\n", "1\n",
        "| 1 | a |", "KẾ HOẠCH\n", "BÁO CÁO\n", "Nơi nhận:", "TM. ", "Số: ", "Số hiệu ",
        "Người ký ", "\n",
        "Thời gian: ", "Chủ trì: ",
    ]
    private static let words = [
        "ít nhất", "tối thiểu", "không quá", "tối đa", "từ", "đến", "trở lên", "trở xuống", "trên",
        "dưới", "hơn", "đạt",
        "giảm", "tăng", "xuống còn", "lên", "cao hơn", "so với", "năm", "tháng", "quý", "ngày",
        "trước", "nhóm", "hạng",
        "xếp thứ", "bậc", "mức độ", "mỗi", "từng", "trong đó", "trong số đó", "và", "hoặc",
        "cơ quan", "đơn vị", "cấp xã",
        "cấp huyện", "Ủy ban nhân dân", "Sở Nội vụ", "chủ trì", "phối hợp với", "kiểm tra",
        "kế hoạch", "ban hành",
        "hoàn thành", "tổ chức thực hiện", "được", "phải", "hồ sơ", "văn bản", "chỉ tiêu",
        "nhiệm vụ", "giải pháp",
        "mục đích", "yêu cầu", "kết quả đạt được", "phấn đấu", "nt", "của", "của", "không có",
        "loại", "tốt", "giao",
        "lần/năm", "II", "x1", "30c", "Hà", "20 ngày sau khi", "đồng", "sản phẩm", "kinh phí",
        "rà soát", "37/37",
    ]
}
