import Domain

/// Every agency as it stood on a day, block by block.
struct AgencyTreePage: Sendable {
    let language: Language
    /// "191 cơ quan, đơn vị ngày 15/10/2021".
    let title: String
    let lede: String
    /// Import, succession, CSV, XLSX.
    let links: [Link]
    let search: Search
    /// What was found, when something was looked for.
    let found: Found?
    let blocks: [Block]

    struct Search: Sendable {
        let path: String
        /// What was looked for; empty at first.
        let query: String
        /// Other parts of the address that the form keeps.
        var kept: [HiddenField] = []
    }

    struct Found: Sendable {
        let summary: String
        let agencies: [Node]
    }

    struct Block: Sendable {
        /// "UBND cấp huyện".
        let heading: String
        /// "11 huyện, 159 xã".
        let count: String
        let agencies: [Node]
    }

    struct Node: Sendable {
        let name: Link
        let code: String
        /// "21 đơn vị cấp xã"; `nil` when nothing is under it.
        var count: String?
        /// A word on what is special: "mới thành lập 01/07/2025".
        var badge: Badge?
        var children: [Node] = []
        var isOpen = false
    }
}
