import Domain
import Hummingbird
import Logging
import Store

/// A mail with a link that opens an account: made when the link is, sent at once, kept nowhere.
public struct LinkMail: Hashable, Sendable {
    public let recipient: User.ID
    public let address: String
    public let subject: String
    /// Plain text, a line feed at each line's end.
    public let body: String

    public init(recipient: User.ID, address: String, subject: String, body: String) {
        self.recipient = recipient
        self.address = address
        self.subject = subject
        self.body = body
    }
}

extension AppContext {
    /// The link as a person opens it.
    func address(of link: NewAccountLink) -> String {
        siteAddress + Paths.invitation(link.secret)
    }

    /// How people reach this site: as the server was told, else as this request did.
    var siteAddress: String {
        if let told = site.settings.publicAddress {
            return told.hasSuffix("/") ? String(told.dropLast()) : told
        }
        return (isSecure ? "https://" : "http://") + host
    }

    /// What is mailed with a link, or copied from the page.
    func message(of link: NewAccountLink) -> (subject: String, body: String) {
        let key = link.link.purpose == .invitation ? "mail-invited" : "mail-reset"
        let values = [
            "name": link.link.account.name, "login": link.link.account.login,
            "workspace": workspace.name[language], "link": address(of: link),
            "until":
                "\(link.link.expiresAt.timeOfDay()) \(link.link.expiresAt.day()[language])",
        ]
        let words = Words("Accounts", language)
        return (
            words("\(key)-subject", ["workspace": workspace.name[language]]), words(key, values)
        )
    }

    /// Sends the links to those who have a mail address, one after the other, and notes what came of it.
    ///
    /// Nothing is sent unless the server was told its public address: the host that a request names
    /// could be anybody's.
    func mail(_ links: [NewAccountLink]) {
        guard let send = site.settings.sendMail, site.settings.publicAddress != nil else { return }
        let store = site.store
        let mails = links.compactMap { link in
            link.mail.map { address in
                let (subject, body) = message(of: link)
                return (
                    link.link.id,
                    LinkMail(
                        recipient: link.link.account.id, address: address, subject: subject,
                        body: body)
                )
            }
        }
        let logger = self.logger
        Task {
            for (link, mail) in mails {
                do {
                    try await store.noteMailing(of: link, fault: await send(mail))
                } catch {
                    logger.error("a mail's fate could not be noted: \(error)")
                }
            }
        }
    }

    /// Whether the link goes out by mail.
    func isMailed(_ link: NewAccountLink) -> Bool {
        link.mail != nil && site.settings.sendMail != nil && site.settings.publicAddress != nil
    }
}
