/// A form over the criteria of one area: to score oneself, or to appraise.
struct LineFormPage: Sendable {
    let title: String
    let lede: String
    let caveat: String?
    let crumbs: [Link]
    let areas: [OverviewPage.ViewChoice]
    let path: String
    let hidden: [HiddenField]
    let lines: [Line]
    let problems: [String]
    let saveLabel: String
    let cancelPath: String

    struct Line: Sendable {
        let heading: String
        /// The scale, what the numbers come to now.
        let notes: [String]
        /// Empty where the figure is not entered here.
        let fields: [Field]
    }
}
