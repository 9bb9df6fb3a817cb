import Domain

/// What the reader proposed, beside the document, for a person to confirm.
struct PlanReviewPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let token: String
    /// How much is confirmed: "05/07 chỉ tiêu", "12/23 nhiệm vụ".
    let steps: [TargetPage.Part]
    let letterhead: LivingPlanPage.Letterhead?
    let titleLines: [String]
    /// The document; marks lead to `#target-1`.
    let clauses: [LivingPlanPage.Clause]
    let annexes: [LivingPlanPage.Annex]
    let queries: [Query]
    let proposals: [Proposal]
    let tasks: [Proposal]
    /// Where to confirm at once all tasks that lack nothing; `nil` when there are none.
    let confirmTasksPath: String?
    let issue: Issue

    /// Something in the document that a person should look at; the text is never corrected.
    struct Query: Sendable {
        let text: String
        let place: Link
    }

    struct Proposal: Sendable {
        /// The place in the page: "target-1".
        let anchor: String
        /// The number that its words carry in the document.
        let number: String
        let title: String
        /// The document's own words.
        let quote: String
        /// The clause in the document beside: "#II.1.a.2".
        let clause: Link
        /// "Đề xuất", "Đã xác nhận", "Đã loại".
        let state: Badge
        /// "cần 10 trong 32 · Sở Nội vụ · 14/12/2021".
        let summary: String
        let isOpen: Bool
        let path: String
        let fields: [Field]
        /// What the fields held when the page was made.
        let hidden: [HiddenField]
        let problems: [String]
        /// Both sides, when somebody else was quicker.
        let conflict: RecordFormPage.Conflict?
        /// Where to split it, with the field that says where; `nil` when it cannot be split.
        let split: Step?
        let reject: Step?
        /// Back from rejected or confirmed to proposed.
        let restorePath: String?
    }

    struct Step: Sendable {
        let path: String
        let field: Field
    }

    struct Issue: Sendable {
        let path: String
        /// What is still to be done, each leading to its place; empty when it can be issued.
        let problems: [Link]
        let fields: [Field]
        let hidden: [HiddenField]
        let conflict: RecordFormPage.Conflict?
    }
}
