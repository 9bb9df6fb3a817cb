import Domain

extension Paths {
    /// The campaigns that review documents.
    static let legalReviews = "/documents/reviews"

    /// One campaign, narrowed to a body, to what is open (`open`) or to an outcome.
    static func legalReview(
        _ number: Int, body: String? = nil, show: String? = nil, on: Day? = nil
    ) -> String {
        let query = [("body", body ?? ""), ("show", show ?? "")].filter { !$0.1.isEmpty }
        return path(
            ["documents", "reviews", String(number)],
            query.map { (name: $0.0, value: $0.1) }, on: on)
    }
    /// `import`, `tasks`, `gathering`, `closing`, `reopening`, or the lines as a file.
    static func legalReview(_ number: Int, thing: String) -> String {
        path(["documents", "reviews", String(number), thing])
    }
    /// One document of a campaign; `body` and `task` beside it.
    static func legalReviewLine(_ number: Int, _ document: Int, _ thing: String...) -> String {
        path(["documents", "reviews", String(number), "lines", String(document)] + thing)
    }
}
