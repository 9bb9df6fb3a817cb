import Domain

/// One task: what it says, when it is due and why, how far it has come.
struct TaskPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let text: String
    let badge: Badge
    /// Change, close, roll.
    let links: [Link]
    let facts: [TargetPage.Fact]
    /// How its last day comes about, and by how much it is late.
    let reckoning: [String]
    let parts: Table?
    let log: Table
    /// How it ended with its year; `nil` before.
    let closure: [TargetPage.Fact]
    /// The report, in the person's hands; `nil` for whoever may not.
    let report: TaskFormPart?
    /// Giving it to many bodies, each with a part.
    let spread: TaskFormPart?
    let cancel: TaskFormPart?
    let roll: TaskFormPart?
    let history: [HistoryEntry]

    struct Table: Sendable {
        let caption: String
        let headings: [String]
        let rows: [[Cell]]
        let none: String
        /// What stands above it in words, such as the rule of the sum.
        var lede: String?
    }

    struct Cell: Sendable {
        var link = Link("")
        var badge: Badge?
        var isNumber = false
    }
}

/// A small form on a page: its fields, and what was wrong with them.
struct TaskFormPart: Sendable {
    let id: String
    let heading: String
    let path: String
    let token: String
    let hidden: [HiddenField]
    let fields: [Field]
    let problems: [String]
    let problemsHeading: String
    var conflict: RecordFormPage.Conflict?
    let save: String
    /// Folded until asked for.
    var isFolded = false
    var refuses = false
}
