import Domain
import Store

/// What one read of the database says about a request: the workspace, who asks, how new everything is.
struct Visit: Sendable {
    /// What has to be known to read it; requests with the same question share the answer.
    struct Question: Hashable, Sendable {
        /// The secret of the session; `nil` for a visitor.
        let token: String?
        /// The year whose revisions are wanted; `nil` where the address names none.
        let year: Int?
    }

    let workspace: Workspace
    let person: SignedIn?
    /// The day it is in the workspace.
    let today: Day
    /// The years that have a confirmed plan, the newest first, and the one today belongs to.
    let years: [Int]
    /// The plan years whose first and last day are not the usual ones.
    let ownYears: [PlanYear]
    let revisions: [Topic: Int]

    /// First and last day of a plan year.
    func planYear(_ year: Int) -> PlanYear {
        ownYears.first { $0.year == year } ?? .usual(year)
    }

    /// The last day that belongs to the plan year.
    func lastDay(of year: Int) -> Day { planYear(year).last }

    /// The plan year that today belongs to.
    var currentYear: Int { Self.year(of: today, ownYears) }

    static func year(of day: Day, _ ownYears: [PlanYear]) -> Int {
        let candidates = ownYears + [PlanYear.usual(day.year), PlanYear.usual(day.year + 1)]
        return candidates.first { $0.contains(day) }?.year ?? day.year
    }
}

extension ReadableDatabase {
    /// Answers every question from this one snapshot.
    func visits(
        _ questions: Set<Visit.Question>, _ surroundings: Surroundings
    ) throws -> [Visit.Question: Visit] {
        var known = try surroundings.known(in: self)
        let today = known.workspace.today(now)
        let current = Visit.year(of: today, known.ownYears)
        let years = Set(known.plannedYears + [current]).sorted(by: >)
        var visits: [Visit.Question: Visit] = [:]
        for question in questions {
            visits[question] = Visit(
                workspace: known.workspace,
                person: try question.token.flatMap { try signedIn($0, known.signInRules) },
                today: today, years: years, ownYears: known.ownYears,
                revisions: try known.revisions(of: question.year ?? current, self))
        }
        surroundings.keep(known)
        return visits
    }
}
