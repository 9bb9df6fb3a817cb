import Domain

/// Makes the page of a person's own account from what was found.
struct OwnAccountBuilder {
    struct Found: Sendable {
        let sessions: [AccountSession]
        let hasSecondFactor: Bool
        let codesLeft: Int
        let isLinked: Bool
        let body: String?
    }

    let context: AppContext
    let person: SignedIn
    let found: Found

    private var language: Language { context.language }
    private var words: Words { Words("Accounts", language) }

    func page() -> OwnAccountPage {
        OwnAccountPage(
            language: language, title: person.user.name, token: context.formToken,
            facts: facts, passwordPath: Paths.password, secondFactor: secondFactor,
            issuer: issuer, sessions: found.sessions.map(session),
            sessionPath: Paths.sessionClosure, hasOthers: found.sessions.count > 1)
    }

    private var facts: [OwnAccountPage.Fact] {
        let today = context.today
        let roles = person.roles.filter { $0.tenure.contains(today) }.map {
            $0.role.title[language]
        }
        let facts = [
            (words["login"], person.user.login),
            (words["body"], found.body ?? words["none"]),
            (words["roles"], roles.isEmpty ? words["none"] : Written.list(roles, language)),
        ]
        return facts.map { OwnAccountPage.Fact(name: $0.0, value: $0.1) }
    }

    private var secondFactor: OwnAccountPage.SecondFactor {
        let left = Written.count(found.codesLeft, language)
        return OwnAccountPage.SecondFactor(
            state: words[found.hasSecondFactor ? "factor-on" : "factor-off"],
            badge: found.hasSecondFactor ? .kept : .noData,
            detail: found.hasSecondFactor
                ? words("codes-left", ["count": left]) : words["factor-why"],
            link: Link(
                words[found.hasSecondFactor ? "factor-manage" : "factor-set"], Paths.secondFactor))
    }

    private var issuer: OwnAccountPage.Issuer? {
        context.site.settings.issuer.map { issuer in
            OwnAccountPage.Issuer(
                name: issuer.name,
                state: words(
                    found.isLinked ? "issuer-linked" : "issuer-not-linked", ["name": issuer.name]),
                linkPath: found.isLinked ? nil : Paths.issuerLink,
                removalPath: found.isLinked ? Paths.issuerRemoval : nil)
        }
    }

    private func session(_ session: AccountSession) -> OwnAccountPage.Session {
        let moment = { (instant: Instant) in "\(instant.day()[language]) \(instant.timeOfDay())" }
        return OwnAccountPage.Session(
            id: session.id.text, device: session.deviceName ?? words["device-unknown"],
            isThisOne: session.isThisOne, address: session.address,
            started: moment(session.startedAt), seen: moment(session.seenAt))
    }
}
