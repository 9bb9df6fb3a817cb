import Domain

/// A plan's text cut into clauses and runs, each run with the targets it belongs to.
///
/// Offsets count Unicode scalars of the text as it was issued; nothing is changed or left out.
struct PlanText: Sendable {
    private let scalars: [Unicode.Scalar]
    let clauses: [Plan.Clause]

    init(_ text: String, clauses: [Plan.Clause]) {
        scalars = Array(text.unicodeScalars)
        self.clauses = clauses
    }

    func words(_ start: Int, _ end: Int) -> String {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[max(0, start)..<min(max(start, end), scalars.count)])
        return String(words)
    }

    /// A run of a clause, and which of the marked ranges it lies in.
    struct Run: Sendable {
        let text: String
        let mark: Int?
    }

    /// Cuts a clause at the edges of the marked ranges; where two overlap the first keeps the run.
    func runs(of clause: Plan.Clause, marks: [(number: Int, range: Range<Int>)]) -> [Run] {
        let here = marks.filter { $0.range.overlaps(clause.start..<clause.end) }
        var cuts = [clause.start, clause.end]
        for mark in here {
            cuts += [mark.range.lowerBound, mark.range.upperBound].filter {
                (clause.start...clause.end).contains($0)
            }
        }
        let edges = Array(Set(cuts)).sorted()
        return zip(edges, edges.dropFirst()).map { start, end in
            Run(
                text: words(start, end),
                mark: here.first { $0.range.contains(start) && $0.range.upperBound >= end }?.number)
        }
    }
}

extension Plan.Clause {
    /// How the clause stands in the document: part, section, point, or a paragraph of it.
    var level: LivingPlanPage.Clause.Level {
        guard kind == .heading else { return .paragraph }
        return switch path.split(separator: ".").count {
        case 1: .part
        case 2: .section
        case 3: .point
        default: .paragraph
        }
    }
}
