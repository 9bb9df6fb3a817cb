import Domain
import Store

/// Makes the administrator's page of what one read found.
struct OperationsBuilder {
    let language: Language
    let now: Instant
    let token: String
    let settings: SiteSettings
    let state: OperationsState
    let backups: [ProvedBackup]
    let signed: JournalSignature?
    let jobs: [Job]
    let mails: [MailRecord]
    let pager: Pager?

    private var words: Words { Words("Operations", language) }

    func page() -> OperationsPage {
        OperationsPage(
            language: language, title: words["title"], lede: words["lede"], token: token,
            cards: [backupCard, signatureCard, mailCard], backups: backups.map(backup),
            jobs: jobs.map(row), mails: mails.map(row),
            mailNote: settings.sendsMail ? nil : words["no-sendmail"], pager: pager)
    }

    private var backupCard: OperationsPage.Card {
        let newest = backups.first
        let isOld = newest?.isOld(at: now) ?? true
        return OperationsPage.Card(
            title: words["proved-backup"],
            figure: newest.map { moment($0.madeAt) } ?? words["never"],
            badge: Badge(
                kind: newest == nil ? .broken : isOld ? .atRisk : .kept,
                word: words[newest == nil ? "missing" : isOld ? "too-old" : "proved"]),
            detail: settings.backupFolder.map { words("backup-folder", ["folder": $0]) }
                ?? words["backup-elsewhere"],
            action: Link(words["prove-now"], Paths.job(.proveBackup)))
    }

    private var signatureCard: OperationsPage.Card {
        let isOld = signed.map { $0.signedAt + 36 * 3_600 < now } ?? true
        return OperationsPage.Card(
            title: words["journal-signed"],
            figure: signed.map { moment($0.signedAt) } ?? words["never"],
            badge: Badge(
                kind: signed == nil ? .broken : isOld ? .atRisk : .kept,
                word: words[signed == nil ? "missing" : isOld ? "too-old" : "signed"]),
            detail: words(
                "journal-entries", ["count": Written.number(state.journalEntries, language)]),
            action: nil)
    }

    private var mailCard: OperationsPage.Card {
        OperationsPage.Card(
            title: words["mails"],
            figure: words("mails-waiting", ["count": Written.count(state.mailsWaiting, language)]),
            badge: state.mailsTroubled == 0
                ? Badge(kind: .kept, word: words["no-trouble"])
                : Badge(
                    kind: .broken,
                    word: words(
                        "mails-troubled", ["count": Written.count(state.mailsTroubled, language)])),
            detail: words[settings.sendsMail ? "mail-by-this-server" : "no-sendmail"], action: nil)
    }

    private func backup(_ backup: ProvedBackup) -> OperationsPage.Backup {
        OperationsPage.Backup(
            made: moment(backup.madeAt), path: backup.path,
            size: Written.number((backup.bytes + 1_023) / 1_024, language) + " KiB",
            rows: Written.number(backup.rows, language),
            entries: Written.number(backup.journalSeq, language))
    }

    private func row(_ job: Job) -> OperationsPage.Row {
        let state = job.state(at: now)
        let kind: Badge.Kind =
            switch state {
            case .waiting: .notDue
            case .underWay: .onCourse
            case .done: .kept
            case .gaveUp: .broken
            }
        return OperationsPage.Row(
            what: job.kind.title[language], when: job.slot[language],
            badge: Badge(kind: kind, word: state.title[language]), attempts: String(job.attempts),
            outcome: job.outcome.shortened(to: 300))
    }

    private func row(_ record: MailRecord) -> OperationsPage.Row {
        let fate = record.fate(at: now)
        let kind: Badge.Kind =
            switch fate {
            case .waiting: .notDue
            case .underWay: .onCourse
            case .sent: .kept
            case .failed: .broken
            case .unclear: .atRisk
            }
        let again = Link(words["send-again"], Paths.mailDelivery(record.mail.id))
        return OperationsPage.Row(
            what: "\(record.mail.subject) · \(record.mail.address)", when: moment(record.writtenAt),
            badge: Badge(kind: kind, word: fate.title[language]), attempts: String(record.attempts),
            outcome: record.outcome.shortened(to: 300),
            action: fate == .failed || fate == .unclear ? again : nil)
    }

    private func moment(_ instant: Instant) -> String {
        "\(instant.day()[language]) \(instant.timeOfDay())"
    }
}
