import Domain

/// One document: what it is, what stands in it, everything it proves, and its older versions.
struct EvidencePage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let facts: [TargetPage.Fact]
    let preview: Preview
    let download: Link
    /// Every record that cites it, as far as the viewer may see.
    let proves: [Proven]
    /// Newest first.
    let revisions: [Revision]
    /// What its digital signatures say, a sentence each; `nil` for what is no PDF.
    let signatures: [String]?
    let forms: Forms?
    let history: [HistoryEntry]

    enum Preview: Sendable {
        case picture(path: String, name: String)
        case pages([Page], more: String?)
        case blocks([Block], more: String?)
        /// Why nothing is shown.
        case nothing(String)

        struct Page: Sendable {
            let path: String
            /// "Trang 3".
            let name: String
        }

        enum Block: Sendable {
            case paragraph(String)
            case table([[String]])
        }
    }

    struct Proven: Sendable {
        /// "nhiệm vụ 17".
        let record: Link
        let text: String
        let note: String
        let when: String
    }

    struct Revision: Sendable {
        let name: String
        let facts: String
        let download: Link
        let isNewest: Bool
    }

    /// What may be changed; `nil` for whoever may only look.
    struct Forms: Sendable {
        let path: String
        let token: String
        let hidden: [HiddenField]
        let fields: [Field]
        let problems: [String]
        let conflict: RecordFormPage.Conflict?
        let replacePath: String
        let replaceProblems: [String]
    }
}

/// The list of documents that the viewer may see, newest first.
struct EvidenceListPage: Sendable {
    let language: Language
    let title: String
    let path: String
    let query: String
    let items: [EvidencePart.Item]
    let none: String
    let next: Link?
}

/// The form by itself: opened from elsewhere, or shown again with what was wrong.
struct NewEvidencePage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let part: EvidencePart
}
