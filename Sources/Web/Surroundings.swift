import Domain
import Store
import Synchronization

/// What every request has to know and only an action can change, read again when the journal moved.
///
/// Every action adds an entry to the journal, in whichever process it runs; so the hash of the last
/// entry in a snapshot says whether what an earlier read found still holds in this one.
final class Surroundings: Sendable {
    struct Known: Sendable {
        let workspace: Workspace
        let signInRules: SignInRules
        let ownYears: [PlanYear]
        let plannedYears: [Int]
        fileprivate let journalEnd: String
        private var revisions: [Int: [Topic: Int]] = [:]

        fileprivate init(_ db: ReadableDatabase, journalEnd: String) throws {
            workspace = try db.workspace()
            signInRules = try db.signInRules()
            ownYears = try db.ownPlanYears()
            plannedYears = try db.plannedYears()
            self.journalEnd = journalEnd
        }

        /// How new each topic is in the year.
        mutating func revisions(of year: Int, _ db: ReadableDatabase) throws -> [Topic: Int] {
            if let found = revisions[year] { return found }
            let numbers = try db.revisions(Topic.allCases, year: year)
            let found = Dictionary(uniqueKeysWithValues: zip(Topic.allCases, numbers))
            revisions[year] = found
            return found
        }
    }

    private let kept = Mutex<Known?>(nil)

    /// What holds in this snapshot.
    func known(in db: ReadableDatabase) throws -> Known {
        let journalEnd = try db.journalEnd().hash
        if let known = kept.withLock({ $0 }), known.journalEnd == journalEnd { return known }
        return try Known(db, journalEnd: journalEnd)
    }

    func keep(_ known: Known) {
        kept.withLock { $0 = known }
    }
}
