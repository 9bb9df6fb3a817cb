/// One agency's assessment: every criterion with its rule, the numbers put in, and who gave what.
struct AssessmentPage: Sendable {
    let title: String
    let lede: String
    let caveat: String?
    let crumbs: [Link]
    let links: [Link]
    let cards: [BoardPage.Card]
    let actions: [Action]
    let problems: [String]
    let headings: [String]
    let lines: [Line]
    let steps: [String]

    /// A step that the viewer may take here.
    struct Action: Sendable {
        let path: String
        let label: String
        let fields: [Field]
        let hidden: [HiddenField]
        let lede: String
    }

    struct Line: Sendable {
        let code: String
        let title: String
        let depth: Int
        let maximum: String
        /// One for each voice and what counts.
        let points: [String]
        /// 0 to 4, or `nil` for a group and what does not apply: how much of the maximum was got.
        let level: Int?
        let working: [String]
        let links: [Link]
    }
}
