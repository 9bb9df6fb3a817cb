import Documents
import Domain

/// The overview as the standing office sees it: every target of the year's plan on one day.
struct OverviewPage: Sendable {
    let language: Language
    /// One sentence that says the news.
    let headline: String
    let lede: String
    /// The office's view, the leader's view.
    let views: [ViewChoice]
    /// The plan's text, files to take away.
    let links: [Link]
    let tally: [Tally]
    let targets: [Target]
    let chase: [Item]
    let dueSoon: [Item]
    let map: AgencyMap?

    /// A way of looking at the same data.
    struct ViewChoice: Sendable {
        let text: String
        let path: String
        let isCurrent: Bool
    }

    /// How many targets have one verdict.
    struct Tally: Sendable {
        /// "03".
        let count: String
        let badge: Badge
    }

    struct Target: Sendable {
        /// "II.1.a.2".
        let clause: String
        let title: String
        let path: String
        /// "191 cơ quan, đơn vị · hạn 31/01/2021".
        let scope: String
        /// "Chủ trì: Sở Nội vụ".
        let lead: String?
        /// "Chịu trách nhiệm: Giám đốc Sở Nội vụ".
        let answerable: String?
        let badge: Badge
        let bar: BulletBar?
        /// "189/191".
        let fraction: String
        /// "98,95% · cần 191".
        let shares: String
        /// What is missing, in words.
        let missing: String
        /// Who is missing, by name; the last may lead to all of them.
        let names: [Link]
        /// "Dự báo cuối năm 34,38%".
        let forecast: String?
    }

    /// Something to chase, or due soon.
    struct Item: Sendable {
        let title: Link
        let detail: String
        var badge: Badge?
        var links: [Link] = []
    }
}

/// Agencies down, targets across, one verdict in each crossing.
struct AgencyMap: Sendable {
    let caption: String
    let columns: [Column]
    let groups: [Group]
    /// Every mark that occurs, with its word.
    let legend: [Badge]
    /// All of it as files.
    let links: [Link]

    struct Column: Sendable {
        /// One or two words: "Ban hành".
        let heading: String
        let path: String
        /// The target in full.
        let title: String
    }

    struct Group: Sendable {
        /// "Cơ quan, đơn vị cấp tỉnh (21)".
        let heading: String
        let rows: [Row]
    }

    struct Row: Sendable {
        let name: Link
        /// One for each column; `nil` where the target does not concern the agency.
        let cells: [Cell?]
    }

    struct Cell: Sendable {
        let badge: Badge
        /// What stands beside the mark: "17/19" of a district's communes.
        let detail: String?
    }
}
