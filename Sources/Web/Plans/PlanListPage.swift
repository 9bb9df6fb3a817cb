import Domain

/// The plans of a year, each under the programme it serves.
struct PlanListPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    /// "Nhập kế hoạch".
    let links: [Link]
    let groups: [Group]
    let pager: Pager?

    struct Group: Sendable {
        let heading: String
        let note: String?
        let plans: [Row]
    }

    struct Row: Sendable {
        let number: Link
        let title: String
        let issuer: Link
        let issuedOn: String
        /// "07 chỉ tiêu, 23 nhiệm vụ".
        let contents: String
        let state: Badge
    }
}
