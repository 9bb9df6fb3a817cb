extension EffectLedger {
    /// Documents that act on each other in a circle; each circle once, in the order of the documents.
    ///
    /// Tarjan's strongly connected components with a stack of its own, because chains may be long.
    public var cycles: [[LegalDocument.ID]] {
        var targets = [[Int]](repeating: [], count: documents.count)
        for effect in effects {
            guard let source = effect.source.held.flatMap(place),
                let target = effect.target.held.flatMap(place)
            else { continue }
            targets[source].append(target)
        }
        var walk = CircleWalk(targets: targets)
        for start in documents.indices { walk.visit(from: start) }
        return walk.circles.map { $0.sorted() }.sorted { $0[0] < $1[0] }
            .map { $0.map { documents[$0].id } }
    }
}

private struct CircleWalk {
    let targets: [[Int]]
    var circles: [[Int]] = []
    private var order: [Int?]
    private var low: [Int]
    private var isOpen: [Bool]
    private var open: [Int] = []
    private var count = 0

    init(targets: [[Int]]) {
        self.targets = targets
        order = Array(repeating: nil, count: targets.count)
        low = Array(repeating: 0, count: targets.count)
        isOpen = Array(repeating: false, count: targets.count)
    }

    mutating func visit(from start: Int) {
        guard order[start] == nil else { return }
        var path: [(node: Int, next: Int)] = []
        enter(start, &path)
        while let (node, next) = path.last {
            if next < targets[node].count {
                path[path.count - 1].next += 1
                let target = targets[node][next]
                if let met = order[target] {
                    if isOpen[target] { low[node] = min(low[node], met) }
                } else {
                    enter(target, &path)
                }
                continue
            }
            path.removeLast()
            if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
            if low[node] == order[node] { close(node) }
        }
    }

    private mutating func enter(_ node: Int, _ path: inout [(node: Int, next: Int)]) {
        order[node] = count
        low[node] = count
        count += 1
        open.append(node)
        isOpen[node] = true
        path.append((node, 0))
    }

    private mutating func close(_ node: Int) {
        var circle: [Int] = []
        while let last = open.popLast() {
            isOpen[last] = false
            circle.append(last)
            if last == node { break }
        }
        if circle.count > 1 { circles.append(circle) }
    }
}
