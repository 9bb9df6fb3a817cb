/// Whom a plan means when it gives a task to many at once ("Các sở, ban, ngành; UBND cấp huyện").
///
/// Only a proposal: a person ticks the blocks and bodies that are meant before the task is spread.
public struct CollectiveLead: Hashable, Sendable {
    /// The blocks that the words name as a whole.
    public let blocks: [Agency.Block]
    /// Bodies that the words name one by one, beside the blocks.
    public let bodies: [Agency.ID]

    public init(blocks: [Agency.Block], bodies: [Agency.ID]) {
        self.blocks = blocks
        self.bodies = bodies
    }

    /// Reads the lead of a task as its plan words it.
    public init(words: String, finder: AgencyFinder) {
        let folded =
            " "
            + Vietnamese.folded(words).split { !$0.isLetter && !$0.isNumber }
            .joined(separator: " ") + " "
        let named = Self.names.filter { line in
            line.words.contains { folded.contains(" \($0) ") }
        }.map(\.block)
        blocks = Agency.Block.allCases.filter(named.contains)
        let pieces = words.replacing(" và ", with: ";").split { ";,/\n".contains($0) }
        var found: [Agency.ID] = []
        for piece in pieces {
            guard let body = finder.body(named: String(piece).trimmed), !found.contains(body)
            else { continue }
            found.append(body)
        }
        bodies = found
    }

    /// Whether the words name more than one body.
    public var isMany: Bool { !blocks.isEmpty || bodies.count > 1 }

    /// Everybody meant on the tree's day, in its order; never who issued the plan.
    public func members(in tree: AgencyTree, issuer: Agency.ID) -> [Agency.ID] {
        tree.bodies.filter { body in
            body.id != issuer
                && (bodies.contains(body.id) || body.block.map(blocks.contains) ?? false)
        }.map(\.id)
    }

    private static let names: [(block: Agency.Block, words: [String])] = [
        (
            .departments,
            [
                "cac so", "so ban nganh", "so nganh", "cac so ban nganh", "co quan cap tinh",
                "don vi cap tinh", "co quan chuyen mon", "cac co quan don vi", "cac don vi",
                "co quan don vi dia phuong", "cac co quan",
            ]
        ),
        (.verticals, ["nganh doc", "co quan trung uong dong tren dia ban"]),
        (
            .districts,
            [
                "cap huyen", "cac huyen", "huyen thi xa thanh pho", "cac huyen thi xa thanh pho",
                "dia phuong", "cac dia phuong", "cac quan huyen", "quan huyen",
            ]
        ),
        (
            .communes,
            [
                "cap xa", "cac xa", "xa phuong thi tran", "xa phuong", "cac xa phuong",
                "phuong xa", "dac khu",
            ]
        ),
    ]
}

extension Plan.Task {
    /// Returns the part of this task that one body has to do: the same words and the same deadline.
    ///
    /// The parent keeps product and budget; the part counts as one among equals.
    public func part(id: ID, number: Int, code: String, lead: Agency.ID) -> Plan.Task {
        Plan.Task(
            id: id, plan: plan, number: number, code: code, area: area, text: text, lead: lead,
            product: product, dueOn: dueOn, deadlineText: deadlineText, deadline: deadline,
            parent: self.id, decision: .accepted)
    }

    /// Whether it may be given to several bodies at once.
    public var canBeSpread: Bool {
        (state == .open || state == .approach) && closedOn == nil && parent == nil
    }
}
