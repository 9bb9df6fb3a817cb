import Domain

/// The year's reporting periods and how agencies report, for whoever may change them.
struct PeriodPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let token: String
    let problems: [String]
    /// Opening the usual periods, while some are missing.
    let openPath: String?
    let periods: [Entry]
    /// A period beside the usual ones.
    let new: EditForm
    let isNewOpen: Bool
    let rules: EditForm

    struct EditForm: Sendable {
        let path: String
        let hidden: [HiddenField]
        let fields: [Field]
    }

    struct Entry: Sendable {
        let name: String
        let span: String
        let badges: [Badge]
        let isOpen: Bool
        let days: EditForm
        let lock: EditForm
        let exceptions: [Exception]
        let exception: EditForm
        /// `nil` once something was submitted.
        let removalPath: String?
    }

    struct Exception: Sendable {
        let text: String
        let code: String
    }
}
