extension Plan.Task.Deadline {
    /// Reads a deadline that is no day, as plans word it; `nil` for anything not certain.
    ///
    /// "Hằng tháng", "thường xuyên trong năm", "20 ngày sau khi Tỉnh ủy ban hành", "15 ngày làm việc
    /// kể từ khi …". Only a proposal: a person confirms it with the plan.
    public init?(words: String) {
        let tokens = words.split(whereSeparator: \.isWhitespace).map(String.init)
        let folded = tokens.map(Vietnamese.folded)
        let whole = folded.joined(separator: " ")
        if whole.hasPrefix("thuong xuyen") {
            self = .throughout
            return
        }
        let rhythms: [(String, Rhythm)] = [
            ("tuan", .weekly), ("thang", .monthly), ("quy", .quarterly),
        ]
        if folded.count == 2, ["hang", "moi"].contains(folded[0]),
            let rhythm = rhythms.first(where: { $0.0 == folded[1] })?.1
        {
            self = .rhythm(rhythm)
            return
        }
        if whole == "06 thang mot lan" || whole == "6 thang mot lan" || whole == "6 thang/lan" {
            self = .rhythm(.halfYearly)
            return
        }
        guard let first = folded.first, let count = Int(first),
            (1...Self.longestCount).contains(count),
            folded.count > 3, folded[1] == "ngay"
        else { return nil }
        let isWorking = folded[2] == "lam" && folded[3] == "viec"
        let rest = folded.dropFirst(isWorking ? 4 : 2)
        let starts = [["sau", "khi"], ["ke", "tu", "khi"], ["tu", "khi"], ["sau", "ngay"]]
        guard let start = starts.first(where: { rest.starts(with: $0) }) else { return nil }
        let act = tokens.dropFirst((isWorking ? 4 : 2) + start.count).joined(separator: " ")
        guard !act.isEmpty else { return nil }
        self = .after(act, count: count, isWorking ? .working : .calendar)
    }
}
