import Domain
import Store

/// A round as one viewer may see it: the files, who they are, and the round before.
struct ScoreBoard: Sendable {
    let round: ScoringRound
    let set: CriteriaSet
    let tree: AgencyTree
    /// Those that the viewer may see.
    let files: [ListedAssessment]
    /// Whether that is all of them.
    let seesAll: Bool
    let mean: Mean?
    let ranks: Ranks
    private let before: Before?

    struct Mean: Sendable {
        let own: Points
        let counted: Points
        let count: Int
    }

    /// The ranks of each file by number; empty where the viewer does not see the whole block.
    struct Ranks: Sendable {
        var index: [Int: Int] = [:]
        var appraised: [Int: Int] = [:]
        var surveyed: [Int: Int] = [:]
    }

    private struct Before: Sendable {
        let sameSet: Bool
        let results: [Agency.ID: (index: Percentage, rank: Int)]
        /// Bodies that came out of another one since.
        let changed: Set<Agency.ID>
    }

    var isPublished: Bool { round.publication != nil }

    func change(_ file: ListedAssessment) -> ScoreChange? {
        guard let index = file.index, let rank = ranks.index[file.assessment.number] else {
            return nil
        }
        let agency = file.assessment.agency
        return ScoreChange.between(
            (index, rank), before?.results[agency], sameSet: before?.sameSet ?? true,
            sameBody: !(before?.changed.contains(agency) ?? false))
    }

    init?(
        _ db: ReadableDatabase, year: Int, block: Agency.Block?, viewer: Viewer, seesBoards: Bool,
        on day: Day
    ) throws {
        guard let round = try db.scoringRound(of: year, block: block),
            let set = try db.criteriaSet(round.set)
        else { return nil }
        self.round = round
        self.set = set
        tree = try db.agencyTree(on: min(day, round.terms.cutOff))
        files = try db.assessments(of: round, for: viewer)
        seesAll = round.publication != nil || seesBoards
        // Who sees no file of the block doesn't learn its mean before publication either.
        let knowsMean = seesAll || !files.isEmpty
        mean =
            knowsMean
            ? try db.blockMean(of: round).map {
                Mean(own: $0.own, counted: $0.points, count: $0.count)
            } : nil
        if seesAll { ranks = Self.ranks(files, round, set.details.ties) } else { ranks = Ranks() }
        before = try Self.before(db, round, set)
    }

    /// Published results rank what was published; before that, whatever counts now.
    private static func ranks(
        _ files: [ListedAssessment], _ round: ScoringRound, _ ties: TieRule
    ) -> Ranks {
        let ranked = files.filter {
            $0.index != nil && (round.publication == nil || $0.assessment.stage == .published)
        }
        func ranks(_ value: (ListedAssessment) -> Percentage?) -> [Int: Int] {
            let known = ranked.compactMap { file in
                value(file).map { (file.assessment.number, $0.basisPoints) }
            }
            return Dictionary(
                uniqueKeysWithValues: zip(
                    known.map(\.0), Ranking.ranks(of: known.map(\.1), ties: ties)))
        }
        return Ranks(
            index: ranks(\.index), appraised: ranks(\.appraised.index),
            surveyed: ranks(\.surveyed.index))
    }

    private static func before(
        _ db: ReadableDatabase, _ round: ScoringRound, _ set: CriteriaSet
    ) throws -> Before? {
        guard let last = try db.scoringRound(of: round.year - 1, block: round.block),
            last.publication != nil, let lastSet = try db.criteriaSet(last.set)
        else { return nil }
        let files = try db.assessments(of: last, for: .system)
        let ranks = ranks(files, last, lastSet.details.ties).index
        var results: [Agency.ID: (index: Percentage, rank: Int)] = [:]
        for file in files {
            if let index = file.index, let rank = ranks[file.assessment.number] {
                results[file.assessment.agency] = (index, rank)
            }
        }
        let changed = try db.successions().filter {
            $0.day > last.terms.cutOff && $0.day <= round.terms.cutOff
        }
        return Before(
            sameSet: CriteriaComparison(lastSet, set).isComparable, results: results,
            changed: Set(changed.map(\.to)))
    }
}
