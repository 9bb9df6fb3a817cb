import Domain
import Store
import Support

/// What people do about coordination, for the tests over every action.
enum CoordinationSteps {
    static let all: [EveryAction.Step] = [
        EveryAction.Step("coordinated-procedures.recorded") { db, user in
            let lines =
                "1.004227|Đăng ký|land|BD-SNV|10|yes|yes||amend|regulation|BD-SNV|30/06/2021|15/01/2021"
            let rows = CoordinatedProcedureColumns.all.lines([lines], CoordinatedProcedureRow())
            _ = try db.importCoordinatedProcedures(rows, by: user)
        },
        EveryAction.Step("coordinated-procedure.corrected") { db, user in
            guard let now = try db.coordinatedProcedure(numbered: 1) else { return }
            try db.correctCoordinatedProcedure(
                CoordinatedProcedure(
                    id: now.id, number: 1, code: now.code, name: "Đăng ký biến động",
                    field: now.field, body: now.body, need: now.need, needOf: now.needOf,
                    doer: now.doer, dueOn: now.dueOn, listedOn: now.listedOn,
                    version: now.version), by: user)
        },
        EveryAction.Step("coordinated-procedure.assigned") { db, user in
            _ = try db.assignCoordination(1, by: user)
        },
        EveryAction.Step("coordination-regulations.recorded") { db, user in
            let line = "BD-SNV|12/QĐ-SNV|Quy chế|10/01/2021|20/01/2021||||1.004227|"
            let rows = CoordinationRegulationColumns.all.lines(
                [line], CoordinationRegulationRow())
            _ = try db.importCoordinationRegulations(rows, by: user)
        },
        EveryAction.Step("coordination-regulation.corrected") { db, user in
            guard let now = try db.coordinationRegulation(numbered: 1) else { return }
            try db.correctCoordinationRegulation(
                CoordinationRegulation(
                    id: now.id, number: 1, issuer: now.issuer, symbol: now.symbol,
                    title: "Quy chế khác", signedOn: now.signedOn, inForceOn: now.inForceOn,
                    procedures: now.procedures, version: now.version), by: user)
        },
    ]
}
