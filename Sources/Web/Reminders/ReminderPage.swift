import Domain

/// One reminder: its list, and the ways in which it goes out.
struct ReminderPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let notices: [LivingPlanPage.Notice]
    let facts: [TargetPage.Fact]
    /// A line for each way: "tin nhắn · 15/10/2021 · Trần Minh Hoạ".
    let channels: [Channel]
    let message: Message?
    let letter: Letter?
    let withdrawal: Withdrawal?
    let caption: String
    let rows: [Row]

    struct Channel: Sendable {
        let badge: Badge
        let text: String
    }

    struct Message: Sendable {
        let text: String
        /// "412/600 ký tự".
        let length: String
    }

    struct Letter: Sendable {
        let download: Link
        let path: String
        let token: String
        let hidden: [HiddenField]
        /// None once it was issued.
        let fields: [Field]
        let problems: [String]
    }

    struct Withdrawal: Sendable {
        let path: String
        let token: String
        let hidden: [HiddenField]
        let reason: Field
    }

    struct Row: Sendable {
        let agency: Link
        let kind: String
        let title: Link
        let due: String
        let now: Badge
    }
}

/// The reminders of a year, newest first.
struct ReminderListPage: Sendable {
    let language: Language
    let tabs: [OverviewPage.ViewChoice]
    let list: RecordListPage
}
