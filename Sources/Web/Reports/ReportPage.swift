import Domain

/// The reports of a year, and what may be drawn up next.
struct ReportListPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let links: [Link]
    /// What went wrong with what was asked for; empty as a rule.
    let problems: [String]
    let draft: Draft?
    /// The same for a document of no period: a letter, a notice, a decision.
    let other: Draft?
    let caption: String
    let rows: [Row]
    let none: String

    /// One button draws a period's report up.
    struct Draft: Sendable {
        let heading: String
        let path: String
        let token: String
        let fields: [Field]
        let label: String
        let hint: String
    }

    struct Row: Sendable {
        let document: Link
        let issuer: String
        let period: String
        let badge: Badge
        let symbol: String
    }
}

/// One report on screen, with its files, its form, and what differs since it was signed.
struct ReportPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let badge: Badge
    let lede: String
    /// .docx, .pdf, the consolidated table, the annexes.
    let files: [Link]
    /// Why there is no PDF, when there is none.
    let pdfNote: String?
    let problems: [String]
    let document: Paper
    /// For a signed document: which figures would differ today; `nil` for a draft.
    let changes: Changes?
    let edit: Form?
    let addAnnex: Form?
    let sign: Form?
    let compare: Form?
    let differences: Differences?
    let names: [NameRow]
    let history: [HistoryEntry]

    /// The document as it is read.
    struct Paper: Sendable {
        let superior: String
        let issuer: String
        let symbol: String
        let place: String
        let title: String
        let subject: String
        let addressees: [String]
        let blocks: [Block]
        let annexes: [Annex]
        let signers: [String]
        let signer: String
        /// Who kept the record of a meeting, at the left; `nil` for other kinds.
        let secretary: (title: String, name: String)?
        let recipients: [String]

        enum Block: Sendable {
            case heading(level: Int, String)
            case paragraph(style: String, [Span])
            case table(Table)
            case chart(title: String, description: String, bars: [Bar])
        }

        struct Annex: Sendable {
            let title: String
            let blocks: [Block]
        }

        struct Table: Sendable {
            let title: String
            /// Whether the title is printed; otherwise it is for who cannot see the table.
            let showsTitle: Bool
            let headings: [(text: String, isNumber: Bool)]
            let rows: [[[Span]]]
            /// How many more rows the files have; `nil` when the screen shows them all.
            let rest: String?
        }

        struct Bar: Sendable {
            let label: String
            let number: Span
            /// Of the longest, in hundredths of a per cent.
            let length: Int
        }

        /// A run of text; a cited number leads to what is behind it.
        struct Span: Sendable {
            let text: String
            let path: String?
            let isBold: Bool
        }
    }

    struct Changes: Sendable {
        let summary: String
        let rows: [(name: String, then: Link, now: String)]
    }

    struct Form: Sendable {
        let heading: String
        let hint: String?
        let path: String
        let token: String
        let hidden: [HiddenField]
        let fields: [Field]
        let label: String
    }

    struct Differences: Sendable {
        let summary: String
        let rows: [[String]]
    }

    /// A name that the text may hold.
    struct NameRow: Sendable {
        let name: String
        let title: String
        let formula: String
    }
}

/// What is behind one cited number.
struct CitedNumberPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let figure: String
    let facts: [(name: String, text: String, path: String?)]
    let caption: String
    let rows: [Row]
    let more: String?

    struct Row: Sendable {
        let record: Link
        let body: Link
        let day: String
        let value: String
    }
}
