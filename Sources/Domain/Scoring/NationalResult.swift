/// What the Ministry announced of the province for one year: its index and its place.
public struct NationalResult: Hashable, Sendable, Codable {
    public let year: Int
    public var index: Percentage
    public var rank: Int
    /// Among how many provinces: 63, from 2025 on 34.
    public var ranked: Int
    /// The place by the appraised and the surveyed part alone, where it was announced.
    public var appraisedRank: Int?
    public var surveyedRank: Int?
    /// The mean of all provinces, where it was announced.
    public var mean: Percentage?
    /// The set by which it was scored, as years of one set can be compared: "1149/QĐ-BNV".
    public var method: String
    /// The decision that announced it: "641/QĐ-BNV".
    public var symbol: String
    public var announcedOn: Day

    public init(
        year: Int, index: Percentage, rank: Int, ranked: Int, appraisedRank: Int? = nil,
        surveyedRank: Int? = nil, mean: Percentage? = nil, method: String, symbol: String,
        announcedOn: Day
    ) {
        self.year = year
        self.index = index
        self.rank = rank
        self.ranked = ranked
        self.appraisedRank = appraisedRank
        self.surveyedRank = surveyedRank
        self.mean = mean
        self.method = method
        self.symbol = symbol
        self.announcedOn = announcedOn
    }

    /// The change against the year before.
    ///
    /// Places can only be compared while as many are ranked; another set or another number of
    /// provinces makes it "không so sánh được", never zero.
    public func change(from before: NationalResult?) -> ScoreChange {
        let sameSet = before.map {
            !method.isEmpty && Vietnamese.folded($0.method) == Vietnamese.folded(method)
        }
        return ScoreChange.between(
            (index, rank), before.map { ($0.index, $0.rank) }, sameSet: sameSet ?? true,
            sameBody: before.map { $0.ranked == ranked } ?? true)
    }

    /// Everything that cannot be as typed.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if !(0...10_000).contains(index.basisPoints) {
            problems.append(
                Problem(
                    "index", vi: "Chỉ số phải từ 0 đến 100.", en: "An index lies from 0 to 100."))
        }
        if ranked < 1 || !(1...max(ranked, 1)).contains(rank) {
            problems.append(
                Problem(
                    "rank", vi: "Thứ hạng phải từ 1 đến số tỉnh được xếp hạng.",
                    en: "A rank lies from 1 to the number of provinces ranked."))
        }
        if symbol.trimmed.isEmpty {
            problems.append(
                Problem(
                    "symbol", vi: "Hãy ghi quyết định công bố.",
                    en: "Name the decision that announced it."))
        }
        return problems
    }
}
