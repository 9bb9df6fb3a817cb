import Domain

/// What one agency sent for one period, as it was known then, with its receipts and what may be done.
struct SubmissionPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let badges: [Badge]
    /// The arithmetic of what is in time, and what is awaited.
    let facts: [(name: String, value: String)]
    /// The page to fill in, for whoever may.
    let write: Link?
    /// Why it came back, or why nothing can be sent.
    let notice: String?
    let content: Content?
    /// What changed since the round that was accepted last.
    let changes: Changes?
    let steps: [Step]
    let signed: Signed?
    let evidence: EvidencePart?
    let decisions: Decisions?
    let problems: [String]
    /// Said when nothing was sent.
    let none: String

    /// One frozen round.
    struct Content: Sendable {
        let heading: String
        let rounds: [OverviewPage.ViewChoice]
        let tasks: [Task]
        let measures: [Measure]
        let remarks: [(name: String, value: String)]
        /// Said in the place of tasks and figures when nothing arose.
        let nothingArose: String?

        struct Task: Sendable {
            let number: String
            let text: String
            let due: String
            let state: String
            let result: String
            let files: [Link]
            let explanation: String
        }

        struct Measure: Sendable {
            let code: String
            let title: String
            let value: String
        }
    }

    struct Changes: Sendable {
        let heading: String
        let rows: [(place: String, was: String, now: String)]
        let none: String
    }

    struct Step: Sendable {
        let what: Badge
        let when: String
        let who: String
        let reason: String
        let receipt: Link
    }

    /// The official document beside the data: what is known of it, and the form to enter it.
    struct Signed: Sendable {
        let heading: String
        let badges: [Badge]
        /// "Số 228/BC-UBND ngày 10/09/2021"; `nil` while there is none.
        let text: String?
        let file: Link?
        /// Who signed it, when, and whether it still is what was signed.
        let signatures: [String]
        let form: DocumentForm?
    }

    struct DocumentForm: Sendable {
        let path: String
        let token: String
        let version: String
        let heading: String
        let fields: [Field]
        let isOpen: Bool
    }

    struct Decisions: Sendable {
        let path: String
        let token: String
        /// `BD-540:3`.
        let choice: String
        let heading: String
        let reason: Field
        let mayAccept: Bool
    }
}
