import Domain

/// The administrator's page of what runs behind the others: backups, jobs, mails.
struct OperationsPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let token: String
    let cards: [Card]
    let backups: [Backup]
    let jobs: [Row]
    let mails: [Row]
    let mailNote: String?
    let pager: Pager?

    /// What must be seen at once: "Bản sao lưu đã chứng thực", with its date.
    struct Card: Sendable {
        let title: String
        let figure: String
        let badge: Badge
        let detail: String
        /// Asks for it now.
        let action: Link?
    }

    struct Backup: Sendable {
        let made: String
        let path: String
        let size: String
        let rows: String
        let entries: String
    }

    /// One job or one mail.
    struct Row: Sendable {
        let what: String
        let when: String
        let badge: Badge
        let attempts: String
        let outcome: String
        /// Sends a mail again.
        var action: Link?
    }
}
