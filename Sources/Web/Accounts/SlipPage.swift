import Documents
import Domain
import Markup

/// Links just made, this once: as a slip to print, and as a text to copy.
struct SlipPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let slips: [Slip]
    let onward: Link

    struct Slip: Sendable {
        let name: String
        let login: String
        let address: String
        let until: String
        let picture: HTML
        let message: String
        /// "Đang gửi đến …"; `nil` when nothing is mailed.
        let mailed: String?
    }
}

extension AppContext {
    /// Shows the links, and mails them to whoever has an address.
    func slips(_ links: [NewAccountLink]) throws -> SlipPage {
        let words = Words("Accounts", language)
        mail(links)
        return SlipPage(
            language: language, title: words["slips-title"], lede: words["slips-lede"],
            slips: try links.map { try slip($0, words) },
            onward: Link(words["slips-done"], Paths.accounts))
    }

    private func slip(_ link: NewAccountLink, _ words: Words) throws -> SlipPage.Slip {
        let address = address(of: link)
        let account = link.link.account
        guard let picture = QRCode(address) else { throw MissingPage(path: "") }
        let expires = link.link.expiresAt
        return SlipPage.Slip(
            name: account.name, login: account.login, address: address,
            until: words(
                "slip-until", ["until": "\(expires.timeOfDay()) \(expires.day()[language])"]),
            picture: picture.svg(label: words("slip-picture", ["name": account.name])),
            message: message(of: link).body,
            mailed: isMailed(link) ? words("slip-mailed", ["mail": link.mail ?? ""]) : nil)
    }
}
