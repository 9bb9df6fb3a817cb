import Domain
import Store

/// One round of ratings as the viewer may see it.
struct RatingRoundPage: Sendable {
    let title: String
    let lede: String
    let caveat: String?
    let crumbs: [Link]
    let cards: [BoardPage.Card]
    let problems: [String]
    let actions: [AssessmentPage.Action]
    let tables: [ProvincePage.Table]
    let honours: [String]
}

/// One rating: the working of the rules, the decision, the objection.
struct RatingPage: Sendable {
    let title: String
    let lede: String
    let crumbs: [Link]
    let cards: [BoardPage.Card]
    let problems: [String]
    let working: [String]
    let said: [String]
    let actions: [AssessmentPage.Action]
}

struct RatingBuilder: Sendable {
    let round: RatingRound
    let rules: RatingRules
    let ratings: [Rating]
    let names: [User.ID: String]
    let tree: AgencyTree
    let year: Int
    let language: Language
    let today: Day
    let problems: [String]
    let seesAll: Bool
    let mayRun: Bool
    let mayDecide: Bool
    let me: User.ID?

    init(
        _ db: ReadableDatabase, number: Int, year: Int, viewer: Viewer, language: Language,
        today: Day, problems: [String]
    ) throws {
        guard let round = try db.ratingRound(numbered: number, for: viewer), round.year == year
        else { throw MissingRecord(Bilingual(vi: "đợt xếp loại", en: "rating"), "\(number)") }
        self.round = round
        rules = try db.rules(of: round)
        ratings = try db.ratings(of: round, for: viewer)
        let people = ratings.compactMap(\.person) + ratings.compactMap { $0.decision?.by }
        names = try db.userNames(Set(people + [round.signedBy].compactMap(\.self)))
        tree = try db.agencyTree(on: min(today, round.period.upperBound))
        seesAll = try db.seesAll(of: round, viewer)
        func may(_ permission: Permission) throws -> Bool {
            guard case .person(let user) = viewer else { return false }
            return try db.isGranted(permission, to: user, in: round.agency, on: today)
        }
        mayRun = try may(.runRatings)
        mayDecide = try may(.decideRatings)
        if case .person(let user) = viewer { me = user } else { me = nil }
        self.year = year
        self.language = language
        self.today = today
        self.problems = problems
    }

    private var words: Words { Words("Rating", language) }

    func page() -> RatingRoundPage {
        RatingRoundPage(
            title: round.title, lede: lede,
            caveat: round.stage == .published
                ? nil : words[seesAll ? "confidential" : "confidential-own"],
            crumbs: [Link(words["ratings"], Paths.ratings(year)), Link(round.title)],
            cards: seesAll ? cards : [], problems: problems, actions: actions,
            tables: RatedKind.allCases.compactMap(table),
            honours: seesAll
                ? ratings.flatMap { rating in
                    rating.honours.map { "\(name(rating)): \($0[language])" }
                } : [])
    }

    private var lede: String {
        [
            round.block.title[language], round.spanWords(language),
            "\(words["rules"]): \(rules.details.name)", round.stage.title[language],
            round.objectionsUntil.map { words("objections-until", ["day": $0[language]]) },
            round.signedOn.map { day in
                words(
                    "signed-by",
                    [
                        "name": round.signedBy.flatMap { names[$0] } ?? "", "day": day[language],
                        "symbol": round.symbol,
                    ])
            }, round.limitReason.isEmpty ? nil : "\(words["limit-reason"]): \(round.limitReason)",
        ].compactMap(\.self).joined(separator: " · ")
    }

    /// How many are in each class, and how many may be.
    private var cards: [BoardPage.Card] {
        let people = ratings.filter { $0.kind != .agency }
        return rules.levels.indices.map { level in
            let counted = RatedKind.allCases.filter { $0 != .agency }.map { kind in
                let decided = ratings.filter { $0.kind == kind }.compactMap(standing)
                return (
                    decided,
                    rules.limits.first { $0.level == level }.map {
                        rules.allowed($0, among: decided)
                    }
                )
            }
            let count = people.count { standing($0) == level }
            let allowed = counted.compactMap(\.1).reduce(0, +)
            let isLimited = rules.limits.contains { $0.level == level }
            return BoardPage.Card(
                name: rules.levels[level].name, figure: "\(count)",
                detail: isLimited
                    ? words("at-most", ["count": Written.count(allowed, language)]) : "")
        }
    }

    /// What counts now: the decision, before it what the rules suggest.
    private func standing(_ rating: Rating) -> Int? {
        rating.decision.map(\.level) ?? rating.suggested
    }

    func name(_ rating: Rating) -> String {
        rating.person.flatMap { names[$0] }
            ?? tree.body(rating.agency)?.version.shortName ?? "?"
    }

    private func level(_ place: Int?) -> String {
        place.map { rules.levels.indices.contains($0) ? rules.levels[$0].name : "?" }
            ?? words["not-rated"]
    }

    private func index(_ rating: Rating) -> String {
        rating.index.map { Written.share(Percentage(basisPoints: $0.hundredths), language) } ?? "–"
    }

    /// The ratings of one kind in the order of the index; a tie at the limit is marked.
    private func table(_ kind: RatedKind) -> ProvincePage.Table? {
        let rows = ratings.filter { $0.kind == kind }
        guard !rows.isEmpty else { return nil }
        let decided = rows.compactMap(standing)
        let over = rules.broken(by: decided)
        return ProvincePage.Table(
            heading: kind.title[language], links: [],
            caption: over.isEmpty
                ? words["order"]
                : over.map {
                    words(
                        "over-limit",
                        [
                            "name": rules.levels[$0.limit.level].name, "count": "\($0.count)",
                            "allowed": "\($0.allowed)",
                        ])
                }.joined(separator: " "),
            headings: [
                BoardPage.Heading(text: words[kind == .agency ? "agency" : "person"]),
                BoardPage.Heading(text: words["post"]),
                BoardPage.Heading(text: words["days"], isNumber: true),
                BoardPage.Heading(text: words["index"], isNumber: true),
                BoardPage.Heading(text: words["suggested"]),
                BoardPage.Heading(text: words["decided"]),
                BoardPage.Heading(text: words["objection"]),
            ],
            rows: rows.map { rating in
                [
                    BoardPage.Cell(
                        text: name(rating), path: Paths.rating(year, round.number, rating.number)),
                    BoardPage.Cell(
                        text: rating.title.isEmpty
                            ? tree.body(rating.agency)?.version.shortName ?? "" : rating.title),
                    BoardPage.Cell(text: "\(rating.days)"),
                    BoardPage.Cell(text: index(rating)),
                    BoardPage.Cell(text: level(rating.suggested)),
                    BoardPage.Cell(
                        text: rating.decision.map { level($0.level) } ?? words["undecided"],
                        detail: rating.decision?.reason),
                    BoardPage.Cell(text: rating.objection.isEmpty ? "" : words["has-objection"]),
                ]
            }, none: "")
    }

    private func action(
        _ key: String, _ path: String, _ fields: [Field], version: Int? = nil
    ) -> AssessmentPage.Action {
        AssessmentPage.Action(
            path: path, label: words[key], fields: fields,
            hidden: version.map {
                [HiddenField(name: EditedForm.versionName, value: String($0))]
            } ?? [], lede: words["\(key)-lede"])
    }

    private var actions: [AssessmentPage.Action] {
        func path(_ thing: String) -> String { Paths.rating(year, round.number, thing: thing) }
        switch round.stage {
        case .deciding:
            let open = ratings.count { $0.decision == nil }
            if open > 0 {
                return mayDecide ? [action("decide-rest", path("decisions"), [])] : []
            }
            return mayRun
                ? [
                    action(
                        "announce", path("announcement"),
                        [
                            Field(
                                name: "objections_until", label: words["objections-day"],
                                kind: .day, value: (today + 5)[.vi], isRequired: true)
                        ])
                ] : []
        case .objections where mayRun && round.objectionsUntil.map { today > $0 } ?? false:
            return [
                action(
                    "sign", path("signature"),
                    [
                        Field(name: "symbol", label: words["symbol"], isRequired: true),
                        Field(name: "limit_reason", label: words["limit-reason"], isWide: true),
                    ])
            ]
        case .signed where mayRun: return [action("publish", path("publication"), [])]
        default: return []
        }
    }

    func ratingPage(_ number: Int) throws -> RatingPage {
        guard let rating = ratings.first(where: { $0.number == number }) else {
            throw MissingRecord(Bilingual(vi: "xếp loại", en: "rating"), "\(number)")
        }
        var said: [String] = []
        if let decision = rating.decision {
            let by = decision.by.flatMap { names[$0] } ?? ""
            said.append(
                "\(words["decided"]): \(level(decision.level)) · \(by)\(decision.reason.isEmpty ? "" : " · \(decision.reason)")"
            )
        }
        if !rating.objection.isEmpty {
            said.append("\(words["objection"]): \(rating.objection)")
        }
        said += rating.honours.map { "\(words["honour"]): \($0[language])" }
        return RatingPage(
            title: "\(name(rating)): \(rating.kind.title[language].lowercased())",
            lede: "\(rating.title) · \(round.title) · \(round.spanWords(language))",
            crumbs: [
                Link(words["ratings"], Paths.ratings(year)),
                Link(round.title, Paths.rating(year, round.number)), Link(name(rating)),
            ],
            cards: [
                BoardPage.Card(
                    name: words["suggested"], figure: level(rating.suggested), detail: ""),
                BoardPage.Card(
                    name: words["decided"],
                    figure: rating.decision.map { level($0.level) } ?? "–", detail: ""),
                BoardPage.Card(
                    name: words["index"], figure: index(rating),
                    detail: words["index-detail"]),
                BoardPage.Card(name: words["days"], figure: "\(rating.days)", detail: ""),
            ], problems: problems, working: rating.working.map { $0[language] }, said: said,
            actions: actions(on: rating))
    }

    private func actions(on rating: Rating) -> [AssessmentPage.Action] {
        var actions: [AssessmentPage.Action] = []
        func path(_ thing: String) -> String {
            Paths.rating(year, round.number, rating.number, thing: thing)
        }
        if mayDecide, round.stage <= .objections {
            let chosen = rating.decision.map { $0.level ?? -1 } ?? rating.suggested ?? -1
            actions.append(
                action(
                    "decide", path("decision"),
                    [
                        Field(
                            name: "level", label: words["class"],
                            kind: .choice(
                                rules.levels.enumerated().map {
                                    Field.Choice(value: String($0), text: $1.name)
                                } + [Field.Choice(value: "-1", text: words["not-rated"])]),
                            value: String(chosen)),
                        Field(
                            name: "reason", label: words["reason"],
                            value: rating.decision?.reason ?? "", isWide: true),
                    ], version: rating.version))
        }
        if me != nil, rating.person == me, round.stage == .objections {
            actions.append(
                action(
                    "object", path("objection"),
                    [
                        Field(
                            name: "objection", label: words["objection"],
                            kind: .longText(rows: 3), value: rating.objection, isRequired: true,
                            isWide: true)
                    ]))
        }
        return actions
    }
}
