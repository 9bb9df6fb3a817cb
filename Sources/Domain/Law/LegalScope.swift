/// Whose normative documents count to a year's target: the levels of bodies, by a document that says so.
///
/// The plan's words leave it open whether districts' and communes' documents count. Ours: all do, until
/// somebody settles it.
public struct LegalScope: Hashable, Sendable, Codable {
    public let year: Int
    /// In the order of the levels.
    public let levels: [Agency.Level]
    /// The document that settles it; empty while nobody did.
    public let source: String
    /// 0 while nobody settled it.
    public let version: Int

    public init(
        year: Int, levels: Set<Agency.Level> = Set(Agency.Level.allCases), source: String = "",
        version: Int = 0
    ) {
        self.year = year
        self.levels = Agency.Level.allCases.filter(levels.contains)
        self.source = source
        self.version = version
    }

    /// Whether every level counts.
    public var isWhole: Bool { levels.count == Agency.Level.allCases.count }

    /// Every reason the scope cannot be kept; empty when it can.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if levels.isEmpty {
            problems.append(
                Problem(
                    "levels", vi: "Hãy chọn ít nhất một cấp.", en: "Choose at least one level."))
        }
        if source.trimmed.isEmpty || source.unicodeScalars.count > 300 {
            problems.append(
                Problem(
                    "source", vi: "Hãy ghi văn bản quy định phạm vi, tối đa 300 ký tự.",
                    en: "Name the document that settles it, in 300 characters at most."))
        }
        return problems
    }
}
