import Domain

/// The one page that an agency fills in for a period (Phiếu báo cáo).
struct ReportFormPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    /// What this is now: a draft that nobody has received, a report that came back, nothing yet.
    let state: State
    /// Why it came back, what was prefilled from where.
    let notes: [String]
    let problems: [String]
    let conflict: RecordFormPage.Conflict?
    let form: Form?
    /// Why nothing can be sent, in the place of the form.
    let closed: String?

    struct State: Sendable {
        let badge: Badge
        let text: String
    }

    struct Form: Sendable {
        let token: String
        let hidden: [HiddenField]
        let draftVersion: String
        let draftPath: String
        let sendPath: String
        let nothingArose: Field
        let tasks: [Line]
        let measures: [Line]
        let remarks: [Field]
        /// What sending does: "Gửi báo cáo", "Gửi lại".
        let sendLabel: String
        /// `nil` where whoever writes may send it themselves.
        let readyLabel: String?
        let maySend: Bool
        let sendHint: String
        /// What may be cited again: number and name.
        let documents: [Field.Choice]
        let autosave: Autosave
    }

    /// One task or figure with its fields.
    struct Line: Sendable {
        let heading: String
        let badges: [Badge]
        let detail: String
        let fields: [Field]
        /// What proves it, and where more is given; `nil` for what needs no proof.
        let proof: Proof?
        /// Whether there is something to do here; what is done and proven is folded away.
        let isOpen: Bool
    }

    /// The evidence of one task.
    struct Proof: Sendable {
        /// The inner id of the task.
        let task: String
        let files: [Link]
        /// Names of the fields by which more is given; `nil` for whoever may give none.
        let give: (files: String, document: String, typed: String)?
        let problems: [String]
        /// Why there is none; `nil` where there is.
        let explanation: Field?
    }

    /// What the script says while it saves.
    struct Autosave: Sendable {
        let saved: String
        let failed: String
    }
}
