import Domain
import Hummingbird
import Markup
import Store

/// Rating heads, deputies and bodies: rounds, one round, one rating, and the rules.
enum RatingRoutes {
    static func add(to router: Routes) {
        RatingRulesRoutes.add(to: router)
        router.get("/:year/ratings", .may(.seeRatings), use: list)
        router.get("/:year/ratings/new", .may(.runRatings)) { _, context in
            try await newForm(context)
        }
        router.write("/:year/ratings", .may(.runRatings), use: open)
        router.get("/:year/ratings/:number", .may(.seeRatings)) { _, context in
            try await round(context)
        }
        router.get("/:year/ratings/:number/:rating", .may(.seeRatings)) { _, context in
            try await one(context)
        }
        router.write("/:year/ratings/:number/:rating/decision", .may(.decideRatings)) {
            try await act($0, $1, one: true) { db, form, number, user, _ in
                let level = Int(form.text("level"))
                try db.decideRating(
                    number, level: level.flatMap { $0 < 0 ? nil : $0 },
                    because: form.text("reason"), version: form.version, by: user)
            }
        }
        router.write("/:year/ratings/:number/:rating/objection", .may(.objectToRating)) {
            try await act($0, $1, one: true) { db, form, number, user, today in
                try db.objectToRating(number, form.text("objection"), by: user, on: today)
            }
        }
        let path = "/:year/ratings/:number"
        router.write("\(path)/decisions", .may(.decideRatings)) {
            try await act($0, $1) { db, _, number, user, _ in
                try db.decideAsSuggested(number, by: user)
            }
        }
        router.write("\(path)/announcement", .may(.runRatings)) {
            try await act($0, $1) { db, form, number, user, today in
                var problems: [Problem] = []
                _ = form.required("objections_until", &problems)
                let last = form.day("objections_until", &problems)
                guard problems.isEmpty, let last else { throw InvalidInput(problems) }
                try db.announceRatings(number, objectionsUntil: last, by: user, on: today)
            }
        }
        router.write("\(path)/signature", .may(.runRatings)) {
            try await act($0, $1) { db, form, number, user, today in
                try db.signRatings(
                    number, symbol: form.text("symbol"), limitReason: form.text("limit_reason"),
                    by: user, on: today)
            }
        }
        router.write("\(path)/publication", .may(.runRatings)) {
            try await act($0, $1) { db, _, number, user, today in
                try db.publishRatings(number, by: user, on: today)
            }
        }
    }

    @Sendable private static func list(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (year, language, viewer) = (try context.year(), context.language, context.viewer)
        let words = Words("Rating", language)
        let rounds = try await context.site.store.read {
            try $0.ratingRounds(of: year, for: viewer)
        }
        let links =
            [
                Link(words["rules"], Paths.ratingRules),
                Link(
                    Commendation.register.name[language],
                    Paths.register(Commendation.register.key, year)),
            ] + (context.may(.runRatings) ? [Link(words["open"], Paths.newRating(year))] : [])
        let headings = ["round", "block", "period", "state"].map {
            BoardPage.Heading(text: words[$0])
        }
        let rows = rounds.map { round in
            [
                BoardPage.Cell(text: round.title, path: Paths.rating(year, round.number)),
                BoardPage.Cell(text: round.block.title[language]),
                BoardPage.Cell(text: round.spanWords(language)),
                BoardPage.Cell(
                    text: round.stage.title[language], detail: round.publishedOn?[language]),
            ]
        }
        let main: HTML = """
            <div class="head"><div><h1>\(words["ratings"]) \(String(year))</h1><p class="lede">\(words["ratings-lede"])</p></div>\(linkLine(links))</div>
            <section class="card">\(when: rows.isEmpty, "<p class=\"none\">\(words["none"])</p>")\
            \(when: !rows.isEmpty, scoreTable(words["caption"], headings, rows))</section>
            """
        return context.page("\(words["ratings"]) \(year)", in: .ratings, main: main)
    }

    private static func newForm(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (year, language) = (try context.year(), context.language)
        let words = Words("Rating", language)
        let (rules, span) = try await context.site.store.read {
            (try $0.ratingRules(), try $0.planYear(year))
        }
        func field(
            _ name: String, _ kind: Field.Kind = .text, _ value: String = "", wide: Bool = false
        ) -> Field {
            Field(
                name: name, label: words["field-\(name)"], kind: kind,
                value: typed?.text(name) ?? value,
                problems: refusal?.problems.filter { $0.field == name }.map { $0.message[language] }
                    ?? [], isRequired: true, isWide: wide)
        }
        let page = RecordFormPage(
            language: language,
            crumbs: [Link(words["ratings"], Paths.ratings(year)), Link(words["open"])],
            title: words["open"], lede: words["open-lede"], path: Paths.ratings(year),
            token: context.formToken, hidden: [],
            groups: [
                RecordFormPage.Group(
                    heading: nil,
                    fields: [
                        field("title", wide: true),
                        field(
                            "rules",
                            .choice(
                                rules.map {
                                    Field.Choice(
                                        value: String($0.number),
                                        text: "\($0.details.name) (\($0.details.year))")
                                })),
                        field(
                            "block",
                            .choice(
                                Agency.Block.allCases.map {
                                    Field.Choice(value: $0.rawValue, text: $0.title[language])
                                })),
                        field("from_on", .day, span.first[.vi]),
                        field("last_on", .day, span.last[.vi]),
                    ])
            ], problems: refusal.map { [$0.message[language]] } ?? [], conflict: nil,
            saveLabel: words["open"], cancelPath: Paths.ratings(year), withdraw: nil, history: [])
        return context.page(
            page.title, in: .ratings, refusal: refusal, main: recordFormView(page))
    }

    @Sendable private static func open(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let (year, user, today) = (
            try context.year(), try context.signedIn().user.id, context.today
        )
        do {
            var problems: [Problem] = []
            for name in ["from_on", "last_on"] { _ = form.required(name, &problems) }
            let (first, last) = (form.day("from_on", &problems), form.day("last_on", &problems))
            if let first, let last, last < first {
                problems.append(
                    Problem(
                        "last_on", vi: "Ngày cuối không được trước ngày đầu.",
                        en: "The last day comes before the first."))
            }
            guard problems.isEmpty, let first, let last,
                let block = Agency.Block(rawValue: form.text("block"))
            else { throw InvalidInput(problems) }
            let rules = Int(form.text("rules")) ?? 0
            let round = try await context.site.store.write { db in
                try db.openRating(
                    of: block, rules: rules, decidedIn: db.ratingSeat(of: user, on: today),
                    year: year, title: form.text("title"), period: first...last, by: user,
                    on: today)
            }
            return context.redirect(
                to: Paths.rating(year, round.number),
                saying: Bilingual(
                    vi: "Đã mở đợt xếp loại; mức gợi ý đã được tính.",
                    en: "The rating is open; what the rules suggest is worked out."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await newForm(context, typed: form, refusal: refusal)
        }
    }

    private static func round(
        _ context: AppContext, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let page = try await builder(context, refusal) { $0.page() }
        return context.page(
            page.title, in: .ratings, refusal: refusal,
            main: ratingRoundView(
                page, token: context.formToken, words: Words("Rating", context.language)))
    }

    private static func one(
        _ context: AppContext, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let number = try context.number("rating")
        let page = try await builder(context, refusal) { try $0.ratingPage(number) }
        return context.page(
            page.title, in: .ratings, refusal: refusal,
            main: ratingView(
                page, token: context.formToken, words: Words("Rating", context.language)))
    }

    private static func builder<Made: Sendable>(
        _ context: AppContext, _ refusal: (any UserFacingError)?,
        _ make: @escaping @Sendable (RatingBuilder) throws -> Made
    ) async throws -> Made {
        let (year, number) = (try context.year(), try context.number("number"))
        let (viewer, language, today) = (context.viewer, context.language, context.today)
        let problems = ScoringUpload.problems(refusal, language)
        return try await context.site.store.read { db in
            try make(
                RatingBuilder(
                    db, number: number, year: year, viewer: viewer, language: language,
                    today: today, problems: problems))
        }
    }

    private static func act(
        _ form: Form, _ context: AppContext, one isOne: Bool = false,
        _ act: @escaping @Sendable (WritableDatabase, Form, Int, User.ID, Day) throws -> Void
    ) async throws -> Response {
        let (year, number) = (try context.year(), try context.number("number"))
        let (user, today) = (try context.signedIn().user.id, context.today)
        do {
            let target = isOne ? try context.number("rating") : number
            try await context.site.store.write { try act($0, form, target, user, today) }
            return context.redirect(
                to: isOne
                    ? Paths.rating(year, number, target) : Paths.rating(year, number),
                saying: Bilingual(vi: "Đã ghi.", en: "Recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return isOne
                ? try await one(context, refusal: refusal)
                : try await round(context, refusal: refusal)
        }
    }
}

extension Paths {
    static func ratings(_ year: Int) -> String { path([String(year), "ratings"]) }
    static func newRating(_ year: Int) -> String { path([String(year), "ratings", "new"]) }
    /// One round of ratings, or a thing of it.
    static func rating(_ year: Int, _ number: Int, thing: String? = nil) -> String {
        path([String(year), "ratings", String(number)] + (thing.map { [$0] } ?? []))
    }
    /// One rating, or a thing of it.
    static func rating(_ year: Int, _ round: Int, _ number: Int, thing: String? = nil) -> String {
        path(
            [String(year), "ratings", String(round), String(number)]
                + (thing.map { [$0] } ?? []))
    }
    static let ratingRules = "/rating-rules"
    static func ratingRules(_ number: Int) -> String { path(["rating-rules", String(number)]) }
}

extension RatingRound {
    func spanWords(_ language: Language) -> String {
        "\(period.lowerBound[language]) – \(period.upperBound[language])"
    }
}
