import Domain

/// Makes a year several times as full, for measuring: the same bodies, other days and symbols.
enum Scaling {
    /// Repeats the inspections, each with its own findings, and numbers them anew.
    static func repeated(
        _ inspections: [Recorded<InspectionRow>], _ findings: [Recorded<FindingRow>], times: Int
    ) -> ([Recorded<InspectionRow>], [Recorded<FindingRow>]) {
        let rounds = 0..<max(1, times)
        let all = rounds.flatMap { round in inspections.map { repeated($0, round) } }
        let order = all.indices.sorted { (all[$0].recordedOn, $0) < (all[$1].recordedOn, $1) }
        var numbers = [Int](repeating: 0, count: all.count)
        for (place, old) in order.enumerated() { numbers[old] = place + 1 }
        let allFindings = rounds.flatMap { round in
            findings.map { finding in
                var row = finding.row
                row.inspectionNumber = row.inspectionNumber.map {
                    numbers[$0 - 1 + round * inspections.count]
                }
                if round > 0 { row.text = row.text.map { "\($0) (lần \(round + 1))" } }
                return Recorded(row, on: finding.recordedOn)
            }
        }
        return (order.map { all[$0] }, Scene.inOrderOfEntry(allFindings))
    }

    /// The same inspection some days off, with a conclusion on the same day: whatever counts still does.
    private static func repeated(_ inspection: Recorded<InspectionRow>, _ round: Int) -> Recorded<
        InspectionRow
    > {
        guard round > 0 else { return inspection }
        var row = inspection.row
        let isHeld = row.heldOn != nil || row.cancelledOn != nil
        let shift = isHeld ? -round : round
        row.kind = .thematic
        row.plannedOn = row.plannedOn.map { $0 + shift }
        row.heldOn = row.heldOn.map { $0 + shift }
        row.conclusionSymbol = row.conclusionSymbol.map { "\(round)0\($0)" }
        return Recorded(row, on: inspection.recordedOn)
    }

    static func repeated(
        _ documents: [Recorded<LegalDocumentRow>], times: Int
    ) -> [Recorded<LegalDocumentRow>] {
        let all = (0..<max(1, times)).flatMap { round in
            documents.map { document in
                guard round > 0 else { return document }
                var row = document.row
                row.symbol = row.symbol.map { "\(round)0\($0)" }
                return Recorded(row, on: document.recordedOn)
            }
        }
        return Scene.inOrderOfEntry(all)
    }
}
