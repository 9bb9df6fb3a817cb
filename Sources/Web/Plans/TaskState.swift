import Domain

extension Plan.Task {
    /// Where the task stands at the end of a day, as officials call it; `nil` for a task that has no
    /// last day and is not done, of which nothing can be said.
    func badge(on day: Day, _ language: Language) -> Badge? {
        func word(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        if let doneOn, doneOn <= day {
            return dueOn.map { doneOn > $0 } ?? false
                ? Badge(kind: .holding, word: word("Hoàn thành quá hạn", "Done, late"))
                : Badge(kind: .kept, word: word("Hoàn thành đúng hạn", "Done in time"))
        }
        guard let dueOn else { return nil }
        return dueOn <= day
            ? Badge(kind: .atRisk, word: word("Chưa hoàn thành quá hạn", "Overdue"))
            : Badge(kind: .notDue, word: word("Chưa hoàn thành trong hạn", "Not yet due"))
    }
}
