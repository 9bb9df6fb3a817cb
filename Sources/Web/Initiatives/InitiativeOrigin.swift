import Domain
import Markup
import Store

/// The inspections that found the practice which an initiative is about.
struct InitiativeOriginPart: Sendable {
    let heading: String
    let links: [Link]

    /// `nil` for one that no inspection brought.
    init?(_ number: Int, _ snapshot: Snapshot, _ language: Language) throws {
        guard let initiative = try snapshot.db.line(Initiative.self, numbered: number) else {
            return nil
        }
        let tree = try snapshot.tree()
        links = try snapshot.db.inspections(behind: initiative.id).map { found in
            let body = tree.body(found.body)?.version.nameInSentence ?? ""
            return Link(
                language == .vi
                    ? "Cuộc kiểm tra số \(found.number) tại \(body)"
                    : "Inspection \(found.number) of \(body)",
                Paths.inspection(found.year, found.number))
        }
        guard !links.isEmpty else { return nil }
        heading =
            language == .vi
            ? "Cách làm hay phát hiện qua kiểm tra" : "Good practice that an inspection found"
    }
}

func initiativeOriginView(_ part: InitiativeOriginPart) -> HTML {
    """
    <section class="card below"><h2>\(part.heading)</h2>\(linkLine(part.links))</section>

    """
}
