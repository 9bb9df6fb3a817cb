import Domain
import Store

extension SampleLoader {
    /// The inspecting body's plan of the year, issued when most of it was known.
    func issueInspectionPlan() async throws {
        let (year, user) = (year, user)
        try await store.write(at: morning(year.today)) { db in
            var counts: [Agency.ID: Int] = [:]
            try db.eachInspection(of: year.year) { counts[$0.inspector, default: 0] += 1 }
            let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
            guard let issuer = most?.key else { return }
            try db.issueInspectionPlan(
                of: year.year, by: issuer, symbol: "12/KH-SNV (minh họa)", on: year.today - 20,
                user: user)
        }
    }
}
