import Domain

/// A main part of the site, as the navigation beside every page lists it.
enum Section: String, CaseIterable, Sendable {
    case inbox, overview, plan, tasks, submissions, agencies, people
    case agencyPlans = "agency-plans"
    case inspections
    case selfInspections = "self-inspections"
    case findings, reminders, documents, coordination, evidence
    case dossiers, communications, initiatives, resources
    case outsideResults = "outside-results"
    case commitments, reports, scores, ratings
    case journal, accounts, server

    /// The navigation for the person, with the entry where they are.
    static func rail(for context: AppContext, year: Int, current: Section?) -> [Frame.RailEntry] {
        guard context.person != nil || context.workspace.readableByVisitors else { return [] }
        let words = Words("Navigation", context.language)
        let on = try? context.chosenDay()
        return allCases.filter { $0.isShown(to: context) }.flatMap { section in
            let parts =
                current?.opensParts(of: section) ?? false
                ? section.parts(year, on: on).map { part in
                    Frame.RailEntry(
                        label: words[part.word], path: part.path,
                        isCurrent: part.path.split(separator: "?").first.map(String.init)
                            == context.path,
                        isPart: true)
                } : []
            let whole = Frame.RailEntry(
                label: words[section.rawValue], path: section.path(year, on: on),
                isCurrent: section == current && !parts.contains { $0.isCurrent },
                startsGroup: section.startsGroup)
            return [whole] + parts
        }
    }

    private func isShown(to context: AppContext) -> Bool {
        switch self {
        case .inbox: context.person != nil
        case .reminders: context.person != nil && context.may(.seeReminders)
        case .overview: context.may(.seeStandings)
        case .plan, .tasks, .agencyPlans: context.may(.seePlans)
        case .submissions: context.may(.seeSubmissions)
        case .agencies: context.may(.seeAgencies)
        case .people: context.may(.seePeople)
        case .inspections, .selfInspections, .findings: context.may(.seeInspections)
        case .documents: context.may(.seeDocuments)
        case .coordination: context.may(.seeCoordination)
        case .dossiers, .communications, .initiatives, .resources, .outsideResults, .commitments:
            context.may(.seeRegisters)
        case .reports: context.may(.seeReports)
        case .evidence: context.person != nil && context.may(.seeEvidence)
        case .scores: context.may(.seeScores)
        case .ratings: context.person != nil && context.may(.seeRatings)
        case .journal: context.may(.readJournal)
        case .server: context.may(.manageServer)
        case .accounts: context.may(.resetPasswordsBelow)
        }
    }

    private var startsGroup: Bool {
        [.agencies, .inspections, .dossiers, .reports, .journal].contains(self)
    }

    /// Whether the other section lists its parts while one is here: documents and their regulations do.
    private func opensParts(of other: Section) -> Bool {
        let legal: [Section] = [.documents, .coordination]
        return self == other || legal.contains(self) && legal.contains(other)
    }

    /// The pages that stand below its first one, each one click away from the others.
    private func parts(_ year: Int, on: Day?) -> [(word: String, path: String)] {
        func dated(_ path: String) -> String { Paths.changed(path, [("on", on?.text)]) }
        return switch self {
        case .documents:
            [
                ("documents-search", dated(Paths.legalSearch)),
                ("documents-effects", dated(Paths.legalEffects)),
                ("documents-expired", dated(Paths.expiredDocuments)),
                ("documents-reviews", dated(Paths.legalReviews)),
                ("documents-rules", dated(Paths.legalRules())),
                ("documents-public", dated(Paths.publicDocuments)),
            ]
        case .coordination:
            [
                (
                    "coordination-regulations",
                    Paths.path([String(year), "coordination-regulations"], on: on)
                )
            ]
        default: []
        }
    }

    private func path(_ year: Int, on: Day?) -> String {
        switch self {
        case .inbox: Paths.inbox
        case .reminders: Paths.reminders(year)
        case .overview: Paths.overview(year, on: on)
        case .plan: Paths.plan(year, on: on)
        case .tasks: Paths.tasks(year, on: on)
        case .submissions: Paths.submissions(year, on: on)
        case .agencies: Paths.agencies(on: on)
        case .people: Paths.people(on: on)
        case .agencyPlans: Paths.agencyPlans(year, on: on)
        case .inspections: Paths.inspections(year, on: on)
        case .selfInspections: Paths.selfInspections(year, on: on)
        case .findings: Paths.findings(year, on: on)
        case .documents: Paths.documents(year, on: on)
        case .coordination: Paths.coordination(year, on: on)
        case .dossiers, .communications, .initiatives, .outsideResults, .commitments:
            Paths.register(rawValue, year, on: on)
        case .resources: Paths.register("budgets", year, on: on)
        case .reports: Paths.reports(year)
        case .evidence: Paths.evidence
        case .scores: Paths.scores(year)
        case .ratings: Paths.ratings(year)
        case .journal: Paths.journal
        case .server: Paths.server
        case .accounts: Paths.accounts
        }
    }
}
