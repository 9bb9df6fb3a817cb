/// The clauses of a plan as a tree, in the order of the text.
struct ClauseTree: Sendable {
    struct Node: Sendable {
        let paragraph: Paragraph
        let parent: Int?
        let path: String
        var section: Section
        /// Whether its words end with a colon: what follows belongs to it.
        let endsOpen: Bool
        var hasChildren = false
        /// Whether paragraphs without a mark stand below it.
        var hasParagraphs = false
    }

    private(set) var nodes: [Node] = []
    private var open: [Open] = []
    private var isInAnnex = false
    private var rowBase: Int?
    private var rowGroup: Int?
    private var counts: [Int: (bullets: Int, paragraphs: Int)] = [:]
    private var uses: [String: Int] = [:]
    /// What an unnumbered heading says of the clauses that follow it under the same parent.
    private var sections: [Int: Section] = [:]
    /// Nodes whose printed number was already used by a sibling.
    private(set) var repeated: [Int] = []

    private struct Open {
        let style: ClauseMarker.Style
        let node: Int
        let value: Int?
        let label: String
    }

    /// Starts anew at the top: an attached document, or a heading without a number.
    mutating func restart() {
        open = []
        isInAnnex = false
        sections[-1] = nil
    }

    /// Starts anew under a heading of its own, such as an annex's.
    mutating func restart(
        under heading: Paragraph, label: String, section: Section, of text: PlanText
    ) {
        restart()
        let node = append(heading, parent: nil, component: label, of: text)
        nodes[node].section = section
        open = [Open(style: .part, node: node, value: nil, label: label)]
        isInAnnex = true
    }

    /// Takes the next paragraph in, at its place in the tree; returns its node.
    @discardableResult
    mutating func add(_ paragraph: Paragraph, of text: PlanText) -> Int {
        guard let marker = paragraph.marker else { return addUnmarked(paragraph, of: text) }
        settle(marker)
        let node = append(
            paragraph, parent: open.last?.node, component: component(marker), of: text)
        open.append(Open(style: marker.style, node: node, value: marker.value, label: marker.label))
        let section = Section(heading: heading(of: paragraph, marker, text), of: text)
        // Under results, "một số chỉ tiêu chưa đạt:" still tells of the past.
        let staysPast = marker.style.isBullet && nodes[node].section.contains(.results)
        if !section.isEmpty, !staysPast { nodes[node].section = section }
        return node
    }

    /// Takes a row of a table in, under the clause that the table stands in and its group.
    mutating func addRow(_ paragraph: Paragraph, label: String?, isGroup: Bool, of text: PlanText)
        -> Int
    {
        let base = rowBase ?? paragraphParent ?? -1
        rowBase = base
        if isGroup { rowGroup = nil }
        let parent = rowGroup ?? (base < 0 ? nil : base)
        let node = append(paragraph, parent: parent, component: label, of: text)
        nodes[node].section = .task
        if isGroup {
            rowGroup = node
            nodes[node].hasChildren = true
        }
        return node
    }

    mutating func endTable() {
        rowBase = nil
        rowGroup = nil
    }

    private mutating func addUnmarked(_ paragraph: Paragraph, of text: PlanText) -> Int {
        let isTitle =
            paragraph.tokens.count <= 12 && text.mark(paragraph.tokens.upperBound - 1) != "."
        let section = isTitle ? Section(heading: paragraph.tokens, of: text) : []
        if !section.isEmpty, !isInAnnex, text.isAllCapitals(paragraph.tokens) { restart() }
        let parent = paragraphParent
        let node = append(paragraph, parent: parent, component: nil, of: text)
        if parent == nil,
            Self.preambles.match(
                paragraph.tokens.lowerBound, in: text, before: paragraph.tokens.upperBound) != nil
        {
            nodes[node].section = .other
        } else if !section.isEmpty {
            nodes[node].section = section
            sections[parent ?? -1] = section
            while open.last?.style.isBullet == true { open.removeLast() }
        }
        return node
    }

    /// A paragraph without a mark stands under the nearest numbered clause, beside its dashes.
    private var paragraphParent: Int? {
        open.last { !$0.style.isBullet }?.node
    }

    /// The words that may name a section: a numbered clause's first, a bullet's only before a colon.
    private func heading(of paragraph: Paragraph, _ marker: ClauseMarker, _ text: PlanText)
        -> Range<Int>
    {
        let body = paragraph.body
        if let colon = body.prefix(14).first(where: { text.mark($0) == ":" }) {
            // "Hồ sơ công việc trên mạng: …" names no section, though it ends in such a word.
            return body
                .lowerBound..<(marker.style.isBullet ? min(colon, body.lowerBound + 3) : colon)
        }
        if marker.style.isBullet { return body.lowerBound..<body.lowerBound }
        let isTitle = body.count <= 24 && text.mark(body.upperBound - 1) != ";"
        return isTitle ? body : body.lowerBound..<body.lowerBound
    }

    /// Closes what the new mark stands beside or above.
    private mutating func settle(_ marker: ClauseMarker) {
        if let value = marker.value {
            let next = open.lastIndex { $0.style == marker.style && $0.value == value - 1 }
            let isNested = value == 1 && open.last.map { $0.style.rank > marker.style.rank } == true
            if let place = next
                ?? (isNested && nestsNumbers ? nil : open.lastIndex { $0.style == marker.style })
            {
                return open.removeSubrange(place...)
            }
        } else if let place = open.lastIndex(where: { $0.style == marker.style }) {
            return open.removeSubrange(place...)
        }
        while let last = open.last, last.style.rank > marker.style.rank,
            !(marker.value == 1 && nestsNumbers)
        {
            open.removeLast()
        }
        if let last = open.last, last.style.isBullet, marker.style.isBullet,
            last.style.rank == marker.style.rank, last.style != marker.style,
            nodes[last.node].hasChildren == false, !nodes[last.node].endsOpen
        {
            // A list that changes its bullet half-way is still one list.
            open.removeLast()
        }
    }

    /// Numbers that begin again under a letter are a list of its own.
    private var nestsNumbers: Bool { open.last?.style == .letter }

    private mutating func component(_ marker: ClauseMarker) -> String? {
        guard marker.value != nil else { return nil }
        guard case .number(let depth) = marker.style, depth > 1, let parent = open.last,
            case .number = parent.style
        else { return marker.label }
        let prefix = marker.label.split(separator: ".").dropLast().joined(separator: ".")
        return prefix == parent.label
            ? marker.label.split(separator: ".").last.map(String.init) : marker.label
    }

    private mutating func append(
        _ paragraph: Paragraph, parent: Int?, component: String?, of text: PlanText
    ) -> Int {
        let owner = parent ?? -1
        var count = counts[owner] ?? (0, 0)
        let own: String
        if let component {
            own = component
        } else if paragraph.marker != nil {
            count.bullets += 1
            own = "\(count.bullets)"
        } else {
            count.paragraphs += 1
            own = "p\(count.paragraphs)"
        }
        counts[owner] = count
        let path = unused(parent.map { nodes[$0].path + "." + own } ?? own)
        if let parent {
            if paragraph.marker != nil {
                nodes[parent].hasChildren = true
            } else {
                nodes[parent].hasParagraphs = true
            }
        }
        nodes.append(
            Node(
                paragraph: paragraph, parent: parent, path: path,
                section: sections[owner] ?? parent.map { nodes[$0].section } ?? [],
                endsOpen: text.mark(paragraph.tokens.upperBound - 1) == ":"))
        return nodes.count - 1
    }

    private static let preambles = Phrases(
        "căn cứ, thực hiện, theo, xét, để, nhằm, trên cơ sở, theo đề nghị, triển khai thực hiện, triển khai"
    )

    /// A number printed twice gets a mark of ours, so that every path names one clause.
    private mutating func unused(_ path: String) -> String {
        let turn = (uses[path] ?? 0) + 1
        uses[path] = turn
        guard turn > 1 else { return path }
        repeated.append(nodes.count)
        return unused("\(path)(\(turn))")
    }
}
