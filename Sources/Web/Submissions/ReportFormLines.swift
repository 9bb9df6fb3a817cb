import Domain
import Store

/// The tasks and figures of the page that an agency fills in.
extension ReportFormBuilder {
    /// One task, with its evidence; what is done and proven is folded away.
    func line(
        _ task: SubmissionContent.TaskLine, _ fields: [String: Field], _ typed: Form?,
        _ refusal: (any UserFacingError)?
    ) -> ReportFormPage.Line {
        let own = ["percent", "done_on", "result"].compactMap {
            fields[SubmissionContent.TaskLine.field($0, task.task)]
        }
        let proof = proof(of: task, fields, typed, refusal)
        let isRefused =
            !proof.problems.isEmpty || !(proof.explanation?.problems ?? []).isEmpty
            || own.contains { !$0.problems.isEmpty }
        let due =
            task.dueOn.map { text("Hạn \($0.vi)", "Due \($0.en)") }
            ?? text("Không có ngày hạn", "No due day")
        return ReportFormPage.Line(
            heading: "\(task.number). \(task.text)", badges: badges(of: task),
            detail: task.plan.isEmpty ? due : "\(due) · \(task.plan)", fields: own, proof: proof,
            isOpen: task.doneOn == nil || task.lacksProof || isRefused)
    }

    func line(
        _ measure: SubmissionContent.MeasureLine, _ fields: [String: Field]
    ) -> ReportFormPage.Line {
        let own = ["numerator", "denominator", "source", "nothing_arose"].compactMap {
            fields[SubmissionContent.MeasureLine.field($0, measure.target)]
        }
        return ReportFormPage.Line(
            heading: "\(measure.code). \(measure.title)", badges: [], detail: "", fields: own,
            proof: nil, isOpen: true)
    }

    private func badges(of task: SubmissionContent.TaskLine) -> [Badge] {
        var badges: [Badge] = []
        if let done = task.doneOn {
            let isLate = task.dueOn.map { done > $0 } ?? false
            badges.append(
                Badge(
                    kind: isLate ? .holding : .kept,
                    word: isLate
                        ? text("hoàn thành quá hạn", "done late")
                        : text("hoàn thành đúng hạn", "done in time")))
        } else if let dueOn = task.dueOn, dueOn < day {
            badges.append(
                Badge(kind: .broken, word: text("chưa hoàn thành quá hạn", "open and overdue")))
        }
        if task.lacksProof { badges.append(Badge(.missing, language)) }
        return badges
    }

    /// An explanation is asked for while there is no document; one given before can still be changed.
    private func proof(
        of task: SubmissionContent.TaskLine, _ fields: [String: Field], _ typed: Form?,
        _ refusal: (any UserFacingError)?
    ) -> ReportFormPage.Proof {
        let name = { (part: String) in SubmissionContent.TaskLine.field(part, task.task) }
        let given = [name("files"), name("document")]
        let problems = refusal?.problems.filter { given.contains($0.field) } ?? []
        let asksWhy = task.evidence.isEmpty || !task.explanation.isEmpty
        return ReportFormPage.Proof(
            task: task.task.text,
            files: task.evidence.map { file in
                Link(file.name, file.number.map { Paths.evidence($0) })
            },
            give: mayAttach
                ? (name("files"), name("document"), typed?.text(name("document")) ?? "") : nil,
            problems: problems.map { $0.message[language] },
            explanation: asksWhy ? fields[name("explanation")] : nil)
    }
}
