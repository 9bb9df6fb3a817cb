import Domain
import Store
import Support
import Testing

/// A task that a plan lays on many, given to each of them.
@Suite struct SpreadContract {
    @Test(arguments: TestEngine.available)
    func `each body gets one part, and the parent completes from them`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        let bodies = [try await office.agency("BD-STP"), try await office.agency("BD-540")]
        try await office.spread(task, over: bodies)
        let parts = try await office.read { try $0.parts(of: task.id) }
        try await office.write { db, user in
            for part in parts {
                try db.recordProgress(
                    on: part.id, TaskProgress.Content(.done, on: day("2021-06-01")), by: user)
            }
        }
        let parent = try await office.read { try $0.task(task.id) }

        #expect(Set(parts.compactMap(\.lead)) == Set(bodies))
        #expect(parts.map(\.code) == ["1.1", "1.2"])
        #expect(parts.allSatisfy { $0.dueOn == task.dueOn && $0.text == task.text })
        #expect(parent?.state == .done)
        #expect(parent?.doneOn == day("2021-06-01"))
    }

    @Test(arguments: TestEngine.available)
    func `it is one entry of the journal`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        let before = try await office.journalLength()
        try await office.spread(
            task, over: [try await office.agency("BD-STP"), try await office.agency("BD-540")])
        #expect(try await office.journalLength() == before + 1)
    }

    @Test(arguments: TestEngine.available)
    func `done again it reaches only who has no part yet`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        let (one, other) = (
            try await office.agency("BD-STP"), try await office.agency("BD-540")
        )
        try await office.spread(task, over: [one])
        let now = try #require(try await office.read { try $0.task(task.id) })
        let count = try await office.spread(now, over: [one, other])
        let last = try #require(try await office.read { try $0.task(task.id) })

        #expect(count == 1)
        #expect(try await office.read { try $0.parts(of: task.id).count } == 2)
        await #expect(throws: ProgressError.nobodyToSpreadTo("1")) {
            try await office.spread(last, over: [one, other])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a part is not spread, and an older version is a conflict`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        let body = try await office.agency("BD-STP")
        try await office.spread(task, over: [body])
        let part = try #require(try await office.read { try $0.parts(of: task.id).first })

        await #expect(throws: ProgressError.cannotSpread("1.1")) {
            try await office.spread(part, over: [body])
        }
        await #expect(throws: EditConflict.self) {
            try await office.spread(task, over: [body])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a part that rolls over with its parent stays its part`(_ engine: TestEngine) async throws
    {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        try await office.spread(task, over: [try await office.agency("BD-STP")])
        let part = try #require(try await office.read { try $0.parts(of: task.id).first })
        try await office.confirmPlan(year: 2022)
        try await office.write {
            _ = try $0.rollTasks([part.id, task.id], dueOn: nil, by: $1)
        }
        let (parent, parts) = try await office.read { db in
            let next = try db.rolledTask(from: task.id)
            let parent = try db.task(coded: next?.code ?? "", year: 2022)
            return (parent, try parent.map { try db.parts(of: $0.id) } ?? [])
        }

        #expect(parent?.rolledFrom == task.id)
        #expect(parts.map(\.rolledFrom) == [part.id])
    }

    @Test(arguments: TestEngine.available)
    func `what the year's end still asks is counted, and what rolled over is not asked again`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let (first, _) = try await office.twoTasks()
        let issuer = try await office.agency("BD")
        try await office.confirmPlan(year: 2022)
        let before = try await office.read {
            try $0.yearEnd(of: 2021, source: .main, issuer: issuer, lead: nil, limit: 50)
        }
        try await office.write { _ = try $0.rollTasks([first.id], dueOn: nil, by: $1) }
        let after = try await office.read {
            try $0.yearEnd(of: 2021, source: .main, issuer: issuer, lead: nil, limit: 50)
        }

        #expect(before.unfinished.contains { $0.id == first.id })
        #expect(before.unfinishedOpen == before.unfinished.count)
        #expect(after.unfinished.map(\.id) == before.unfinished.map(\.id).filter { $0 != first.id })
    }
}

extension StandingOffice {
    @discardableResult
    fileprivate func spread(_ task: Plan.Task, over bodies: [Agency.ID]) async throws -> Int {
        try await write {
            try $0.spreadTask(
                task.id, over: bodies, by: .count, version: task.version, by: $1)
        }
    }
}
