import Domain

extension Plan.Task {
    /// Where the task stands at the end of a day, as officials call it; `nil` for a task that has no
    /// last day and is not done, of which nothing can be said.
    func badge(on day: Day, _ language: Language) -> Badge? {
        guard dueOn != nil || state != .open else { return nil }
        return Badge(box(on: day), language)
    }
}
