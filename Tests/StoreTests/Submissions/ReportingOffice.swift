import Domain
import Store
import Support
import Testing

extension StandingOffice {
    /// A workspace with the plan confirmed and the periods of 2021 open.
    static func reporting(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        try await office.write { try $0.openPeriods(of: 2021, by: $1) }
        return office
    }

    func period(_ code: String = "q1") async throws -> Period {
        try #require(try await read { try $0.period(code, of: 2021) })
    }

    /// Sends the agency's page of the first quarter with one sentence in it.
    @discardableResult
    func submit(
        _ sentence: String = "Không", for agency: Agency.ID, on text: String = "2021-03-08",
        version: Int = 0, period: String = "q1", by person: User.ID? = nil
    ) async throws -> Submission {
        try await write { db, user in
            var answers = try db.page(of: agency, in: period, on: day(text))
            answers.difficulties = sentence
            return try db.submit(
                answers, for: agency, in: period, of: 2021, on: day(text), version: version,
                by: person ?? user)
        }
    }

    func submission(of agency: Agency.ID) async throws -> Submission? {
        let period = try await period()
        return try await read { try $0.submission(of: agency, in: period, for: .system) }
    }
}

extension ReadableDatabase {
    /// The page of the agency as it is prefilled; each figure still open is said not to have arisen.
    func page(of agency: Agency.ID, in code: String, on day: Day) throws -> SubmissionAnswers {
        guard let period = try period(code, of: 2021) else { return SubmissionAnswers() }
        let content = try submissionBasis(for: agency, in: period, on: day).content
        var problems: [Problem] = []
        var answers = SubmissionAnswers.read(content.fields, on: content, &problems)
        for line in content.measures where !line.isAnswered {
            answers.measures[line.target]?.nothingArose = true
        }
        return answers
    }
}
