/// One time that agencies were asked after what they owe (đôn đốc), in one or several ways.
///
/// It keeps the list as it was that day. It counts from the first day on which it went out some way:
/// a letter without number and date is a draft and counts for nothing.
public struct Reminder: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Reminder>

    /// The way in which it goes out.
    public enum Channel: String, CaseIterable, Hashable, Sendable, Codable {
        /// Pasted into a group of the agencies (Zalo).
        case message
        /// An official letter (công văn).
        case letter
        /// A mail to each person who answers.
        case mail

        public var title: Bilingual {
            switch self {
            case .message: Bilingual(vi: "tin nhắn", en: "message")
            case .letter: Bilingual(vi: "công văn", en: "official letter")
            case .mail: Bilingual(vi: "thư điện tử", en: "mail")
            }
        }
    }

    /// That it went out one way, on a day.
    public struct Notice: Hashable, Sendable, Codable {
        public let channel: Channel
        /// `nil` while a letter is a draft.
        public let day: Day?
        public let by: User.ID
        /// Số, ký hiệu of the letter; for mails, how many were written.
        public let reference: String

        public init(channel: Channel, day: Day?, by: User.ID, reference: String = "") {
            self.channel = channel
            self.day = day
            self.by = by
            self.reference = reference
        }
    }

    /// One thing on the list, as it stood that day.
    public struct Item: Hashable, Sendable, Codable {
        public let kind: String
        public let record: String
        public let code: String
        public let title: String
        public let agency: Agency.ID
        public let dueOn: Day?

        public init(
            kind: String, record: String, code: String, title: String, agency: Agency.ID,
            dueOn: Day?
        ) {
            self.kind = kind
            self.record = record
            self.code = code
            self.title = title
            self.agency = agency
            self.dueOn = dueOn
        }

        public init(_ item: InboxItem) {
            self.init(
                kind: item.kind.rawValue, record: item.record, code: item.code, title: item.title,
                agency: item.agency, dueOn: item.dueOn)
        }

        /// `nil` for a kind that this program does not know.
        public var itemKind: InboxItem.Kind? { InboxItem.Kind(rawValue: kind) }
    }

    public let id: ID
    /// What people cite; given once.
    public let number: Int
    public let year: Int
    public let madeOn: Day
    public let by: User.ID
    /// The day by which an answer is asked for.
    public let answerBy: Day
    /// The text to paste, as it was made.
    public let message: String
    public let items: [Item]
    public let notices: [Notice]
    /// It did not go out after all.
    public let withdrawnOn: Day?
    public let version: Int

    public init(
        id: ID, number: Int, year: Int, madeOn: Day, by: User.ID, answerBy: Day, message: String,
        items: [Item], notices: [Notice], withdrawnOn: Day? = nil, version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.year = year
        self.madeOn = madeOn
        self.by = by
        self.answerBy = answerBy
        self.message = message
        self.items = items
        self.notices = notices
        self.withdrawnOn = withdrawnOn
        self.version = version
    }

    /// The first day on which it went out; `nil` while it has not, or once it was taken back.
    public var wentOutOn: Day? {
        withdrawnOn == nil ? notices.compactMap(\.day).min() : nil
    }

    /// Returns the reminder with its letter signed.
    public func lettered(symbol: String, on day: Day, by user: User.ID) throws(ReminderError)
        -> Reminder
    {
        guard withdrawnOn == nil else { throw .withdrawn }
        guard notices.contains(where: { $0.channel == .letter }) else { throw .noLetter }
        guard day >= madeOn else { throw .letterBeforeList(madeOn) }
        let symbol = symbol.trimmed
        guard !symbol.isEmpty else { throw .noSymbol }
        return with(
            notices: notices.map {
                $0.channel == .letter
                    ? Notice(channel: .letter, day: day, by: user, reference: symbol) : $0
            }, withdrawnOn: nil)
    }

    /// Returns the reminder, taken back: it never went out.
    public func withdrawn(on day: Day) throws(ReminderError) -> Reminder {
        guard withdrawnOn == nil else { throw .withdrawn }
        return with(notices: notices, withdrawnOn: day)
    }

    private func with(notices: [Notice], withdrawnOn: Day?) -> Reminder {
        Reminder(
            id: id, number: number, year: year, madeOn: madeOn, by: by, answerBy: answerBy,
            message: message, items: items, notices: notices, withdrawnOn: withdrawnOn,
            version: version + 1)
    }
}

/// How often one thing was asked after: what "đã đôn đốc 03 lần" rests on.
public struct ReminderCount: Hashable, Sendable {
    public let times: Int
    public let lastOn: Day

    public init(times: Int, lastOn: Day) {
        self.times = times
        self.lastOn = lastOn
    }

    /// "đã đôn đốc 03 lần, gần nhất 15/09/2021".
    public var sentence: Bilingual {
        Bilingual(
            vi: "đã đôn đốc \(Written.count(times, .vi)) lần, gần nhất \(lastOn.vi)",
            en: "reminded \(Written.english(times, "time", "times")), last on \(lastOn.en)")
    }
}

/// What chasing refuses.
public enum ReminderError: UserFacingError, Hashable {
    case nothingChosen
    case noChannel
    case tooMany(Int)
    case noMail
    case withdrawn
    case noLetter
    case noSymbol
    case letterBeforeList(Day)

    public var code: String {
        switch self {
        case .nothingChosen: "reminder.nothing-chosen"
        case .noChannel: "reminder.no-channel"
        case .tooMany: "reminder.too-many"
        case .noMail: "reminder.no-mail"
        case .withdrawn: "reminder.withdrawn"
        case .noLetter: "reminder.no-letter"
        case .noSymbol: "reminder.no-symbol"
        case .letterBeforeList: "reminder.letter-before-list"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .withdrawn: .conflict
        default: .invalid
        }
    }

    public var message: Bilingual {
        switch self {
        case .nothingChosen:
            Bilingual(
                vi: "Chưa chọn việc nào, hoặc những việc đã chọn vừa hoàn thành; hãy chọn lại.",
                en: "Nothing is chosen, or what was chosen has just been done; choose again.")
        case .noChannel:
            Bilingual(
                vi: "Hãy chọn ít nhất một cách đôn đốc: tin nhắn, công văn hay thư điện tử.",
                en: "Choose at least one way: message, official letter or mail.")
        case .tooMany(let limit):
            Bilingual(
                vi:
                    "Mỗi lần đôn đốc được nhiều nhất \(Written.number(limit, .vi)) việc; hãy lọc bớt.",
                en:
                    "One reminder takes at most \(Written.number(limit, .en)) items; filter the list."
            )
        case .noMail:
            Bilingual(
                vi:
                    "Máy chủ chưa được cài đặt địa chỉ công khai nên chưa gửi được thư; hãy chọn cách khác hoặc đề nghị quản trị.",
                en:
                    "The server was not told its public address, so no mail can go out; choose another way or ask the administrator."
            )
        case .withdrawn:
            Bilingual(
                vi: "Lần đôn đốc này đã được hủy; hãy lập lần khác.",
                en: "This reminder was taken back; make another one.")
        case .noLetter:
            Bilingual(
                vi: "Lần đôn đốc này không có công văn; hãy lập lần khác có công văn.",
                en: "This reminder has no letter; make another one with a letter.")
        case .noSymbol:
            Bilingual(
                vi: "Hãy ghi số, ký hiệu của công văn đã ban hành.",
                en: "Give the symbol of the letter that was issued.")
        case .letterBeforeList(let day):
            Bilingual(
                vi: "Ngày ban hành công văn không thể trước ngày lập danh sách \(day.vi).",
                en: "The letter cannot be older than its list of \(day.en).")
        }
    }
}
