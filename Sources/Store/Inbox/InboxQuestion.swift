import Domain

/// Whose open work is asked for, and on which day.
///
/// It carries the limits of the viewer: sources put them into their SQL and ask nobody else.
public struct InboxQuestion: Hashable, Sendable {
    /// Which bodies' work it is about.
    public enum Bodies: Hashable, Sendable {
        case some(Set<Agency.ID>)
        /// Every body of the workspace: for the standing office, when it chases.
        case all
    }

    public let bodies: Bodies
    /// The bodies for which the person inspects, and those for which they look after documents: these
    /// beside the bodies whose whole work is asked for.
    public var inspectsFor: Set<Agency.ID> = []
    public var reviewsFor: Set<Agency.ID> = []
    /// The bodies below, whose reports and the like are received here; none for most.
    public let receivesFrom: Bodies
    /// The person, whose own duties count wherever they lie; `nil` when only bodies are meant.
    public let person: User.ID?
    /// Whether the workspace's own proposals wait for this person.
    public let confirmsPlans: Bool
    public let today: Day
    /// The plan year that today belongs to.
    public let year: Int
    /// How many days ahead something counts as due.
    public let ahead: Int

    public init(
        bodies: Bodies, receivesFrom: Bodies = .some([]), person: User.ID? = nil,
        confirmsPlans: Bool = false, today: Day, year: Int, ahead: Int = InboxItem.horizon
    ) {
        self.bodies = bodies
        self.receivesFrom = receivesFrom
        self.person = person
        self.confirmsPlans = confirmsPlans
        self.today = today
        self.year = year
        self.ahead = ahead
    }

    /// Returns the same question about what is due within so many days.
    public func looking(ahead days: Int) -> InboxQuestion {
        var question = InboxQuestion(
            bodies: bodies, receivesFrom: receivesFrom, person: person,
            confirmsPlans: confirmsPlans, today: today, year: year, ahead: days)
        (question.inspectsFor, question.reviewsFor) = (inspectsFor, reviewsFor)
        return question
    }

    /// The last day that still counts as due.
    public var horizon: Day { today + ahead }

    /// The condition that the column names one of the bodies; for all, that it names any.
    func isOurs(_ column: SQL) -> SQL { bodies.contain(column) }

    /// The condition that the column names a body that inspects, and whose inspector this is.
    func isInspected(_ column: SQL) -> SQL { bodies.union(inspectsFor).contain(column) }

    /// The condition that the column names a body whose documents are looked after here.
    func isReviewed(_ column: SQL) -> SQL { bodies.union(reviewsFor).contain(column) }

    /// The condition that the column names a body whose work is received here.
    func isReceived(_ column: SQL) -> SQL { receivesFrom.contain(column) }

    /// The condition that the record is the person's own though another body's; `nil` when nobody's.
    ///
    /// The agency is the column of the body that the record belongs to.
    func isTheirs(_ kind: Duty.Kind, _ record: SQL, of agency: SQL) -> SQL? {
        guard let person, case .some(let bodies) = bodies else { return nil }
        return """
            \(record) IN (SELECT record FROM duties
              WHERE kind = \(kind.rawValue) AND person = \(person) AND until_on IS NULL)
              AND \(agency) NOT IN \(list: bodies.isEmpty ? [Agency.ID("")] : bodies)
            """
    }
}

extension InboxQuestion.Bodies {
    func union(_ others: Set<Agency.ID>) -> InboxQuestion.Bodies {
        guard case .some(let some) = self else { return .all }
        return .some(some.union(others))
    }

    /// The condition that the column names one of them; what is nobody's yet is in no list.
    func contain(_ column: SQL) -> SQL {
        switch self {
        case .all: "\(column) IS NOT NULL"
        case .some(let bodies): "\(column) IN \(list: bodies)"
        }
    }
}

extension ReadableDatabase {
    /// Returns what the person's inbox asks for today, as far as their roles go.
    ///
    /// The work of the bodies where they are head, deputy or officer, and of bodies dissolved into
    /// these; what they answer for anywhere; what their office takes in. An inspector has the body's
    /// inspections and what was found in them, an appraiser what is to be looked at of its documents.
    public func inboxQuestion(of person: User.ID, on today: Day) throws -> InboxQuestion {
        let held = try heldRoles(of: person).filter { $0.tenure.contains(today) }
        func bodies(_ isMeant: (Role) -> Bool) -> Set<Agency.ID> {
            Set(held.filter { isMeant($0.role) }.compactMap(\.agency))
        }
        let own = bodies(\.keepsTheWork)
        let isOffice = Permission.managePlans.isGrantedSomewhere(to: held, on: today)
        var question = InboxQuestion(
            bodies: .some(try withPredecessors(own, on: today)),
            receivesFrom: isOffice ? .all : .some(try directlyBelow(own, on: today)),
            person: person, confirmsPlans: isOffice, today: today,
            year: try planCalendar().year(of: today))
        question.inspectsFor = try withPredecessors(bodies { $0 == .inspector }, on: today)
        question.reviewsFor = try withPredecessors(bodies { $0 == .appraiser }, on: today)
        return question
    }

    /// Returns what one body's inbox asks for, for those who may see it.
    ///
    /// - Throws: ``PermissionError``.
    public func inboxQuestion(
        of agency: Agency.ID, for viewer: User.ID, on today: Day
    ) throws -> InboxQuestion {
        try require(.seeInbox, of: viewer, in: agency)
        return InboxQuestion(
            bodies: .some(try withPredecessors([agency], on: today)),
            receivesFrom: .some(try directlyBelow([agency], on: today)), today: today,
            year: try planCalendar().year(of: today))
    }

    /// The bodies, and those that were dissolved into them: what these left is theirs to do.
    func withPredecessors(_ bodies: Set<Agency.ID>, on day: Day) throws -> Set<Agency.ID> {
        var all = bodies
        var next = bodies
        while !next.isEmpty {
            let gone = try rows(
                """
                SELECT s.from_id FROM successions s
                WHERE s.to_id IN \(list: next) AND s.day_on <= \(day) AND NOT EXISTS (
                  SELECT 1 FROM agency_versions v WHERE v.agency_id = s.from_id
                    AND v.from_on <= \(day) AND (v.until_on IS NULL OR v.until_on > \(day)))
                """
            )
            next = Set(gone.map { $0.id(0) as Agency.ID }).subtracting(all)
            all.formUnion(next)
        }
        return all
    }

    private func directlyBelow(_ bodies: Set<Agency.ID>, on day: Day) throws -> Set<Agency.ID> {
        guard !bodies.isEmpty else { return [] }
        return Set(
            try rows(
                """
                SELECT agency_id FROM agency_versions
                WHERE parent_id IN \(list: bodies) AND from_on <= \(day)
                  AND (until_on IS NULL OR until_on > \(day))
                """
            ).map { $0.id(0) as Agency.ID })
    }
}

extension Role {
    /// Whether whoever holds it does, or answers for, what the body owes.
    fileprivate var keepsTheWork: Bool { self == .head || self == .deputy || self == .officer }
}
