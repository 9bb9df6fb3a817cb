import Domain

// Facts named by the bodies' codes; days are written 2021-03-15. What was recorded is recorded the
// same day unless a test says otherwise.
extension Measurement {
    func plan(of body: String, on issued: String, recorded: String? = nil) -> Facts.AgencyPlan {
        Facts.AgencyPlan(
            body: place(body), symbol: "01/KH", issuedOn: day(issued),
            recordedOn: day(recorded ?? issued))
    }

    /// The plans of all members but the ones named, issued on one day.
    func plansOfAll(on issued: String, but missing: String...) -> [Facts.AgencyPlan] {
        members.filter { position in !missing.contains(tree[position].code) }.map { position in
            Facts.AgencyPlan(
                body: position, symbol: "01/KH", issuedOn: day(issued), recordedOn: day(issued))
        }
    }

    func tasks(of body: String, total: Int, due: Int, dueDone: Int, done: Int, last: String? = nil)
        -> Facts.AgencyTasks
    {
        Facts.AgencyTasks(
            body: place(body), total: total, due: due, dueDone: dueDone, done: done,
            lastDoneOn: last.map(day))
    }

    /// Tasks of all members but the ones named, every one of them done.
    func tasksDoneByAll(on last: String, but open: String...) -> [Facts.AgencyTasks] {
        members.filter { position in !open.contains(tree[position].code) }.map { position in
            Facts.AgencyTasks(
                body: position, total: 5, due: 5, dueDone: 5, done: 5, lastDoneOn: day(last))
        }
    }

    func inspection(
        of body: String, by inspector: String = "BD-SNV", number: Int = 1, planned: String? = nil,
        held: String? = nil, concluded: String? = nil, cancelled: String? = nil,
        recorded: String = "2021-01-01"
    ) -> Facts.Inspection {
        Facts.Inspection(
            number: number, inspector: place(inspector), body: place(body),
            plannedOn: planned.map(day),
            heldOn: (held ?? concluded).map(day), concludedOn: concluded.map(day),
            symbol: "12/TB-SNV",
            cancelledOn: cancelled.map(day), recordedOn: day(recorded))
    }

    /// One concluded inspection of each body.
    func inspections(
        of bodies: some Sequence<String>, by inspector: String = "BD-SNV", concluded: String
    ) -> [Facts.Inspection] {
        bodies.map { inspection(of: $0, by: inspector, concluded: concluded) }
    }

    func selfInspection(
        of body: String, planned: String? = nil, held: String? = nil,
        recorded: String = "2021-01-01",
        symbol: String = "05/BC"
    ) -> Facts.SelfInspection {
        Facts.SelfInspection(
            number: 1, body: place(body), plannedOn: planned.map(day), heldOn: held.map(day),
            symbol: symbol,
            recordedOn: day(recorded))
    }

    func finding(
        _ number: Int = 1, of body: String = "BD-540", found: String, due: String,
        closed: String? = nil,
        recorded: String? = nil
    ) -> Facts.Finding {
        Facts.Finding(
            number: number, body: place(body), foundOn: day(found), dueOn: day(due),
            closedOn: closed.map(day),
            recordedOn: day(recorded ?? found))
    }

    func document(
        _ number: Int = 1, signed: String, judged: String? = nil,
        unmet: [LegalDocument.Condition] = [],
        unanswered: [LegalDocument.Condition] = [], questioned: String? = nil
    ) -> Facts.Document {
        var answers: [LegalDocument.Condition: LegalDocument.Answer] = [:]
        for condition in LegalDocument.Condition.allCases where !unanswered.contains(condition) {
            answers[condition] = unmet.contains(condition) ? .unmet : .met
        }
        return Facts.Document(
            number: number, issuer: place("BD"), symbol: "\(number)/2021/QĐ-UBND",
            signedOn: day(signed),
            answers: judged == nil ? [:] : answers, judgedOn: judged.map(day),
            questionedOn: questioned.map(day), recordedOn: day(signed))
    }

    func figure(_ numerator: Int, of denominator: Int? = nil, on text: String, note: String = "")
        -> Facts.Figure
    {
        Facts.Figure(
            day: day(text), numerator: numerator, denominator: denominator,
            source: "Báo cáo 10/BC-SNV",
            note: note, recordedOn: day(text))
    }
}
