/// The short text to paste into a group of agencies.
///
/// At most 600 characters, names of agencies and never of persons, days, one link, no scores.
/// Source: that leaders direct in such groups, and what may not stand there: 2547/QĐ-UBND (Đắk Lắk,
/// 2021). The limit is ours.
public struct ReminderMessage: Hashable, Sendable {
    /// In UTF-16 units, the strictest way to count.
    public static let limit = 600

    /// What one agency owes, in counts.
    public struct Line: Hashable, Sendable {
        /// "Sở Y tế", "huyện Vân Canh".
        public let agency: String
        public let count: Int
        /// The oldest of the last days.
        public let dueOn: Day?

        public init(agency: String, count: Int, dueOn: Day?) {
            self.agency = agency
            self.count = count
            self.dueOn = dueOn
        }
    }

    /// What is asked after: "12 nhiệm vụ quá hạn, 03 vấn đề chưa khắc phục".
    public let what: String
    /// The agencies in the order in which they are to be named.
    public let lines: [Line]
    public let madeOn: Day
    public let answerBy: Day
    public let link: String

    public init(what: String, lines: [Line], madeOn: Day, answerBy: Day, link: String) {
        self.what = what
        self.lines = lines
        self.madeOn = madeOn
        self.answerBy = answerBy
        self.link = link
    }

    /// The text: as many agencies by name as fit, the rest as a count.
    public var text: String {
        let opening = "Đôn đốc CCHC: đến ngày \(madeOn.vi) còn \(what). Đề nghị "
        let closing = " cập nhật trước ngày \(answerBy.vi). Chi tiết: \(link)"
        var named = lines.count
        while named > 0 {
            let text = opening + agencies(named) + closing
            if text.utf16.count <= Self.limit { return text }
            named -= 1
        }
        let bare = opening + agencies(0) + closing
        return bare.utf16.count <= Self.limit ? bare : "\(opening)các đơn vị\(closing)".cut
    }

    private func agencies(_ named: Int) -> String {
        let names = lines.prefix(named).map { line in
            let due = line.dueOn.map { ", hạn \($0.vi)" } ?? ""
            return "\(line.agency) (\(Written.count(line.count, .vi))\(due))"
        }
        let rest = lines.count - named
        if rest == 0 { return names.joined(separator: ", ") }
        let more = "\(Written.count(rest, .vi)) cơ quan, đơn vị"
        return names.isEmpty ? more : names.joined(separator: ", ") + " và \(more) khác"
    }
}

extension String {
    /// The text within the limit, whatever it holds; only a link without end makes it that long.
    fileprivate var cut: String {
        var rest = self
        while rest.utf16.count > ReminderMessage.limit { rest.removeLast() }
        return rest
    }
}
