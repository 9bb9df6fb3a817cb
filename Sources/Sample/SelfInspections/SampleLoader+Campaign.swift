import Domain
import Store

/// A self-inspection asked of some bodies in the last months of the year, answered by a few so far.
extension SampleLoader {
    func askForSelfInspections() async throws {
        let (year, user) = (year, user)
        let (opensOn, dueOn) = (year.today - 15, year.today + 40)
        let opened = try await store.write(at: morning(year.today)) { db in
            guard let list = try db.checklists(of: year.year).last else { return nil as Int? }
            return try db.openSelfInspections(
                of: year.year,
                name: "Tự kiểm tra cải cách hành chính năm \(year.year) của các sở, ban, ngành",
                source: "Công văn của Sở Nội vụ (minh hoạ)", checklist: list.number,
                scope: Scope.ID("departments"), from: opensOn, to: dueOn, by: user
            ).number
        }
        guard let opened else { return }
        let (list, lines) = try await store.read { db in
            var held: Set<Agency.ID> = []
            try db.eachSelfInspection(of: year.year) { inspection in
                if inspection.heldOn != nil { held.insert(inspection.body) }
            }
            let lines =
                try db.selfInspectionCampaign(numbered: opened).map {
                    try db.campaignLines(of: $0, on: year.today)
                } ?? []
            // Those that have inspected themselves before in the year come first.
            let known = lines.filter { held.contains($0.body) }
            let open = lines.filter { !held.contains($0.body) }
            return (
                try db.checklists(of: year.year).last, Array(known.prefix(5)) + open.prefix(3)
            )
        }
        guard let list else { return }
        for (place, line) in lines.enumerated() {
            try await answer(line, place, list)
        }
    }

    /// Those taken in with their report fill the checklist whole, the others have come so far.
    private func answer(
        _ line: SelfInspectionCampaign.Line, _ place: Int, _ list: Checklist
    ) async throws {
        let (today, user) = (year.today, user)
        let answers = answers(of: list, place)
        try await store.write(at: morning(today)) { db in
            if place == 0 {
                try db.nameInspectedUnits(
                    ["Văn phòng", "Phòng Tổ chức - Hành chính"], of: line.number, by: user)
            }
        }
        try await store.write(at: morning(today)) {
            try $0.answerSelfInspection(
                line.number, checklist: list.number,
                line.heldOn != nil ? answers : Array(answers.prefix(place)), by: user)
        }
        if place == 0 {
            for unit in 1...2 {
                try await store.write(at: morning(today)) {
                    try $0.answerSelfInspection(
                        line.number, checklist: list.number, unit: unit, answers, by: user)
                }
            }
        }
    }
}
