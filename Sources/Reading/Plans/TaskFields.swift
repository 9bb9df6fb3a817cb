/// Dashes that only say who, when or what of the clause above them: "- Thời gian: quý II".
struct TaskFields {
    /// The nodes that are such fields, by the node they belong to.
    private(set) var fields: [Int: [Int]] = [:]
    private var owners: [Int: Int] = [:]
    private var children: [Int: Int] = [:]

    init(_ nodes: [ClauseTree.Node], _ tasks: TaskReader) {
        for (index, node) in nodes.enumerated() {
            guard let parent = node.parent, node.paragraph.marker != nil else { continue }
            children[parent, default: 0] += 1
            if !node.hasChildren, !node.section.isDisjoint(with: [.task, .organisation]),
                tasks.isField(node.paragraph.body)
            {
                fields[parent, default: []].append(index)
                owners[index] = parent
            }
        }
    }

    func isField(_ node: Int) -> Bool { owners[node] != nil }

    /// Whether nothing but fields stands below it, so that it is a task and no heading.
    func hasOnlyFields(_ node: Int) -> Bool {
        fields[node].map { $0.count == children[node] } ?? false
    }
}
