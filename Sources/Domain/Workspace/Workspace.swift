/// One reform authority and all its data, as its own settings describe it.
public struct Workspace: Hashable, Sendable, Codable {
    public let name: Bilingual
    /// The day it always is here, as in the sample; `nil` when the clock decides.
    public let fixedToday: Day?
    /// Whether the data is made up; every page then says so.
    public let isMadeUp: Bool
    /// Whether a visitor may read the pages without signing in.
    public let readableByVisitors: Bool

    public init(
        name: Bilingual, fixedToday: Day? = nil, isMadeUp: Bool = false,
        readableByVisitors: Bool = false
    ) {
        self.name = name
        self.fixedToday = fixedToday
        self.isMadeUp = isMadeUp
        self.readableByVisitors = readableByVisitors
    }

    /// A workspace nobody has named yet.
    public static let unnamed = Workspace(
        name: Bilingual(vi: "Cải cách hành chính", en: "Administrative reform"))

    /// The day it is at that moment, in Vietnam's zone unless the workspace has fixed one.
    public func today(_ now: Instant) -> Day {
        fixedToday ?? now.day()
    }

    /// What every page of made-up data says; `nil` for real data.
    public var madeUpNotice: Bilingual? {
        guard isMadeUp else { return nil }
        guard let fixedToday else {
            return Bilingual(
                vi: "Dữ liệu minh họa, không phải số liệu thật.",
                en: "Made-up data, not real figures.")
        }
        return Bilingual(
            vi:
                "Dữ liệu minh họa, không phải số liệu thật; ngày hiện tại được đặt là \(fixedToday.vi).",
            en: "Made-up data, not real figures; today is set to \(fixedToday.en).")
    }
}
