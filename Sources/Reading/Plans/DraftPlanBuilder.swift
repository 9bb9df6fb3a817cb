import Domain

/// Puts together what was read: kinds, targets, tasks and queries, each in its place.
struct DraftPlanBuilder {
    private let text: PlanText
    private let reader: ClauseReader
    private let nodes: [ClauseTree.Node]
    private let targetReader: TargetReader
    private let taskReader: TaskReader
    private let fields: TaskFields
    private let genre: Genre

    init(_ text: PlanText, _ reader: ClauseReader) {
        self.text = text
        self.reader = reader
        nodes = reader.tree.nodes
        targetReader = TargetReader(text: text, year: reader.header.year)
        taskReader = TaskReader(text: text, year: reader.header.year)
        fields = TaskFields(nodes, taskReader)
        genre = Genre(reader.header, nodes, of: text)
    }

    func plan() -> DraftPlan {
        var clauses: [DraftClause] = []
        var targets: [DraftTarget] = []
        var tasks: [DraftTask] = []
        var found = nodes.indices.map { self.targets(of: $0) }
        Headlines(text: text, nodes: nodes).withoutRepeats(&found)
        for (index, node) in nodes.enumerated() {
            let kind = kind(of: index, hasTargets: !found[index].isEmpty)
            let range = text.range(ofTokens: node.paragraph.tokens)
            clauses.append(
                DraftClause(
                    path: node.path, kind: kind, text: text.string(range), start: range.lowerBound,
                    end: range.upperBound))
            targets += numbered(found[index], node.path)
            if let row = reader.rows[index], !row.isGroup, !row.isTarget {
                tasks.append(task(row, node))
            } else if kind == .task {
                let below = (fields.fields[index] ?? []).map { nodes[$0].paragraph.body }
                tasks += taskReader.tasks(
                    in: node.paragraph.body, fields: below, path: node.path, owner: owner(of: index)
                )
            }
        }
        let queries = QueryReader(text: text, reader: reader, targets: found.flatMap { $0 })
            .queries()
        return DraftPlan(
            document: reader.header, clauses: clauses, targets: targets, tasks: tasks,
            queries: queries)
    }

    private func targets(of index: Int) -> [TargetReader.Found] {
        let node = nodes[index]
        if let row = reader.rows[index], row.isTarget, !row.isGroup,
            node.parent.map({ section(of: nodes[$0]).contains(.results) }) != true
        {
            return TargetRow(text: text, year: reader.header.year).targets(row)
        }
        guard !node.paragraph.hasCells, !genre.isNews, !text.isAllCapitals(node.paragraph.body)
        else { return [] }
        return targetReader.targets(
            in: node.paragraph.body, section: section(of: node),
            isHeading: node.hasChildren || node.endsOpen || node.hasParagraphs && isTitle(node),
            isMarked: node.paragraph.marker != nil, isLetter: genre.isLetter, bound: bound(node))
    }

    /// The bound that the clause above ends with: "đạt tối thiểu:".
    private func bound(_ node: ClauseTree.Node) -> Comparator? {
        guard let parent = node.parent, nodes[parent].endsOpen,
            let sentence = text.sentences(nodes[parent].paragraph.body).last
        else { return nil }
        return ComparatorReader(text: text).bound(beforeListIn: sentence)
    }

    /// A report tells of the past wherever its headings do not say otherwise.
    private func section(of node: ClauseTree.Node) -> Section {
        node.section.isEmpty && reader.header.type == "Báo cáo" ? .results : node.section
    }

    private func kind(of index: Int, hasTargets: Bool) -> DraftClause.Kind {
        let node = nodes[index]
        if let row = reader.rows[index] {
            if row.isTarget, !row.isGroup { return hasTargets ? .target : .text }
            return row.isGroup ? .heading : .task
        }
        if fields.isField(index) { return .text }
        if node.hasParagraphs, !node.hasChildren, isTitle(node) { return .heading }
        if node.hasChildren, !fields.hasOnlyFields(index),
            node.paragraph.marker?.style.isBullet != true || node.endsOpen
        {
            return .heading
        }
        guard node.paragraph.marker != nil else {
            if text.isAllCapitals(node.paragraph.tokens) { return .heading }
            return hasTargets ? .target : isUnmarkedTask(node) ? .task : .text
        }
        let section = section(of: node)
        if hasTargets,
            section.isDisjoint(with: [.purpose, .requirement, .task, .organisation])
                || section.contains(.target)
        {
            return .target
        }
        if section.contains(.purpose) { return .purpose }
        if section.contains(.requirement) { return .requirement }
        if section.contains(.task) || section.contains(.organisation) { return .task }
        if section.contains(.target), !node.endsOpen { return .target }
        return .text
    }

    /// Copies lose dashes: a sentence of a task's section with no marked clause beside it is a task.
    private func isUnmarkedTask(_ node: ClauseTree.Node) -> Bool {
        let section = section(of: node)
        guard section.contains(.task) || section.contains(.organisation), let parent = node.parent,
            !nodes[parent].hasChildren, !node.endsOpen, text.endsSentence(node.paragraph.tokens)
        else { return false }
        let tokens = node.paragraph.tokens
        return Self.closings.match(tokens.lowerBound, in: text, before: tokens.upperBound) == nil
    }

    private static let closings = Phrases(
        "trên đây, trong quá trình, yêu cầu các, đề nghị các, nhận được, quá trình thực hiện")

    /// A numbered line without a stop, above paragraphs that have no mark.
    private func isTitle(_ node: ClauseTree.Node) -> Bool {
        guard let marker = node.paragraph.marker, !marker.style.isBullet else { return false }
        return node.paragraph.body.count <= 24
            && (node.endsOpen || !text.endsSentence(node.paragraph.tokens))
    }

    private func numbered(_ found: [TargetReader.Found], _ path: String) -> [DraftTarget] {
        found.enumerated().map { place, target in
            DraftTarget(
                clause: found.count > 1 ? "\(path)-\(place + 1)" : path,
                text: text.string(target.range),
                start: target.range.lowerBound, end: target.range.upperBound,
                comparator: target.comparator,
                value: target.value, unit: target.unit,
                scope: target.scope.map { text.words(ofTokens: $0) },
                each: target.each.map { text.words(ofTokens: $0) }, deadline: target.deadline,
                measure: target.measure)
        }
    }

    /// The agency that a heading above gives its clauses to.
    private func owner(of index: Int) -> String? {
        guard nodes[index].section.contains(.organisation) else { return nil }
        var parent = nodes[index].parent
        while let above = parent {
            let body = nodes[above].paragraph.body
            let grand = nodes[above].parent
            if nodes[above].section.contains(.organisation), body.count <= 20,
                grand.map({ nodes[$0].section.contains(.organisation) }) == true,
                let owner = ownerName(body)
            {
                return owner
            }
            parent = nodes[above].parent
        }
        return nil
    }

    /// "Sở Nội vụ", "Trách nhiệm của các sở, ban, ngành": the body that a heading names.
    private func ownerName(_ body: Range<Int>) -> String? {
        var name = TargetSentence(text: text).trimmed(body)
        if let (_, next) = Self.ownerOpenings.match(
            name.lowerBound, in: text, before: name.upperBound)
        {
            name = next..<name.upperBound
        }
        guard text.hasLetters(name), text.tokens[name.lowerBound].startsWithCapital || name != body,
            Self.notOwners.match(name.lowerBound, in: text, before: name.upperBound) == nil,
            !text.isAllCapitals(name)
        else { return nil }
        return text.words(ofTokens: name)
    }

    private static let ownerOpenings = Phrases(
        "trách nhiệm của, nhiệm vụ của, đối với, đề nghị, giao, phân công, yêu cầu")
    private static let notOwners = Phrases(
        """
        chế độ, kinh phí, thời gian, kiểm tra, báo cáo, tổ chức thực hiện, tiến độ, thông tin, công tác, giám sát, \
        khen thưởng, nguồn, lộ trình, trách nhiệm, nội dung, phương pháp, định kỳ, căn cứ, trong quá trình, kế hoạch, \
        nhiệm vụ, thực hiện, xây dựng, tăng cường, đẩy mạnh, triển khai, theo dõi, hằng, hàng, tuyên truyền, các nội dung
        """)

    private func task(_ row: AnnexReader.Row, _ node: ClauseTree.Node) -> DraftTask {
        let range = text.range(ofTokens: node.paragraph.tokens)
        return DraftTask(
            clause: node.path, text: text.string(range), start: range.lowerBound,
            end: range.upperBound,
            lead: words(row, .lead), cooperating: words(row, .cooperating), deadline: deadline(row),
            product: words(row, .product), budget: words(row, .budget))
    }

    private func words(_ row: AnnexReader.Row, _ column: AnnexColumn) -> String? {
        guard let pieces = row.cells[column], !pieces.isEmpty else { return nil }
        return pieces.map { text.words(ofTokens: $0) }.joined(separator: " ")
    }

    private func deadline(_ row: AnnexReader.Row) -> DraftDeadline? {
        guard let pieces = row.cells[.deadline], let cell = pieces.first else { return nil }
        guard pieces.count == 1 else { return words(row, .deadline).map { .words($0) } }
        return DeadlineReader(text: text, year: reader.header.year).read(cell: cell)
    }
}
