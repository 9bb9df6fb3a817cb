import Domain

extension Paths {
    static func selfInspections(_ year: Int, on: Day? = nil) -> String {
        path([String(year), "self-inspections"], on: on)
    }
    /// A body's self-inspection: its answers for itself, or for the unit at that place.
    static func selfInspection(_ year: Int, _ number: Int, unit: Int = 0) -> String {
        path(
            [String(year), "self-inspections", String(number)],
            unit == 0 ? [] : [("unit", String(unit))])
    }
    static func selfInspection(_ year: Int, _ number: Int, _ thing: String) -> String {
        path([String(year), "self-inspections", String(number), thing])
    }
    static func selfInspectionCampaigns(_ year: Int) -> String {
        path([String(year), "self-inspections", "campaigns"])
    }
    static func selfInspectionCampaign(
        _ year: Int, _ number: Int, state: String? = nil
    ) -> String {
        path(
            [String(year), "self-inspections", "campaigns", String(number)],
            state.map { [("state", $0)] } ?? [])
    }
    static func selfInspectionCampaignFile(_ year: Int, _ number: Int, _ format: String) -> String {
        path([String(year), "self-inspections", "campaigns", String(number), "table.\(format)"])
    }
}
