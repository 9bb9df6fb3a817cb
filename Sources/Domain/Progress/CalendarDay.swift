/// A day that does not follow the week: a public holiday, or a Saturday worked in exchange.
///
/// Which days are off is announced for each year, so they are data with a source, entered and
/// corrected by people; nothing here is law by itself.
public struct CalendarDay: Hashable, Sendable, Codable {
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// Nobody works, whatever day of the week it is (nghỉ lễ, tết, nghỉ bù, nghỉ hoán đổi).
        case holiday
        /// Work on a weekly day off, in exchange for a day off elsewhere (làm bù).
        case worked

        public var title: Bilingual {
            switch self {
            case .holiday: Bilingual(vi: "Nghỉ", en: "Day off")
            case .worked: Bilingual(vi: "Làm bù", en: "Worked in exchange")
            }
        }
    }

    /// How sure the entry is; shown beside every figure that rests on it.
    public enum Certainty: String, CaseIterable, Hashable, Sendable, Codable {
        /// A person compared it with the document that says so.
        case confirmed
        /// Taken from the press or another second hand.
        case reported
        /// From general knowledge; to be compared with the document.
        case unverified

        public var title: Bilingual {
            switch self {
            case .confirmed: Bilingual(vi: "đã đối chiếu văn bản", en: "compared with the document")
            case .reported: Bilingual(vi: "theo báo chí, chưa đối chiếu", en: "from the press")
            case .unverified: Bilingual(vi: "chưa đối chiếu", en: "not compared yet")
            }
        }
    }

    public let day: Day
    public let kind: Kind
    /// "Giỗ Tổ Hùng Vương"; as people call it.
    public let name: String
    /// The document or place that says so; empty when none was named.
    public let source: String
    public let certainty: Certainty

    public init(day: Day, kind: Kind, name: String, source: String, certainty: Certainty) {
        self.day = day
        self.kind = kind
        self.name = name
        self.source = source
        self.certainty = certainty
    }

    /// Every reason it cannot stand in the calendar.
    public var problems: [Problem] {
        guard kind == .worked, !day.isWeekend else { return [] }
        return [
            Problem(
                "day",
                vi: "Ngày \(day.vi) không phải thứ Bảy, Chủ nhật nên không cần ghi là làm bù.",
                en: "\(day.en) is no Saturday or Sunday; it is worked anyway.")
        ]
    }
}

extension Day {
    /// 1 is Monday, 7 is Sunday.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// Saturday and Sunday, the weekly days off of administrative bodies.
    ///
    /// Source: 188/1999/QĐ-TTg, the week of forty hours; from general knowledge.
    public var isWeekend: Bool { weekday >= 6 }
}

/// What one line of the calendar's list says.
public struct CalendarDayRow: Hashable, Sendable {
    public var day: Day?
    public var kind: CalendarDay.Kind?
    public var name: String?
    public var source: String?
    public var certainty: CalendarDay.Certainty?

    public init() {}

    public init(_ day: CalendarDay) {
        self.day = day.day
        kind = day.kind
        name = day.name
        source = day.source.isEmpty ? nil : day.source
        certainty = day.certainty
    }
}

public enum CalendarDayColumns {
    public static let all: [Column<CalendarDayRow>] = [
        .day("day", Bilingual(vi: "Ngày", en: "Day"), \.day, required: true),
        .choice(
            "kind", Bilingual(vi: "Nghỉ hay làm bù", en: "Off or worked"), \.kind, required: true,
            title: \.title),
        .text("name", Bilingual(vi: "Tên gọi", en: "Name"), \.name, required: true, longest: 120),
        .text("source", Bilingual(vi: "Căn cứ", en: "Source"), \.source, longest: 300),
        .choice(
            "certainty", Bilingual(vi: "Mức chắc chắn", en: "Certainty"), \.certainty,
            title: \.title),
    ]
}
