import Domain
import Store

/// Procedures that pass through several bodies, the regulations on them, and what is still owed.
extension SampleLoader {
    func addCoordination() async throws {
        let (year, user) = (year, user)
        let scene = CoordinationScene(year: year.year, province: year.provinceCode)
        let procedures = CoordinatedProcedureColumns.all
        let regulations = CoordinationRegulationColumns.all
        try await store.write(at: morning(year.today)) { db in
            _ = try db.importCoordinatedProcedures(
                procedures.read(
                    procedures.table(scene.procedures), blank: CoordinatedProcedureRow()),
                by: user)
            _ = try db.importCoordinationRegulations(
                regulations.read(
                    regulations.table(scene.regulations), blank: CoordinationRegulationRow()),
                by: user)
        }
        // What the plan's annex has already is tied to it; the rest becomes new tasks.
        let (plan, owed) = try await store.read { db in
            (
                try db.currentPlan(of: year.year).map { try db.tasks(of: $0.id) } ?? [],
                try db.coordinatedProcedures().filter { $0.assignmentProblems.isEmpty }
            )
        }
        for procedure in owed {
            let known = plan.first { task in
                task.lead == procedure.doer && task.dueOn == procedure.dueOn
                    && task.text.contains("quy chế phối hợp")
            }
            _ = try await store.write(at: morning(year.today)) {
                try $0.assignCoordination(procedure.number, to: known?.code, by: user)
            }
        }
    }
}
