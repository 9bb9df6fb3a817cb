import Domain
import Hummingbird
import Markup
import Store

/// The editions of the rules: a list, one of them, and the form in which they are lines of text.
enum RatingRulesRoutes {
    static func add(to router: Routes) {
        router.get(RouterPath(Paths.ratingRules), .may(.seeRatings), use: list)
        router.get("/rating-rules/new", .may(.manageRatingRules)) { _, context in
            try await form(context, nil)
        }
        router.write(RouterPath(Paths.ratingRules), .may(.manageRatingRules)) {
            try await save($0, $1, nil)
        }
        router.get("/rating-rules/:number", .may(.seeRatings), use: one)
        router.get("/rating-rules/:number/text", .may(.manageRatingRules)) { _, context in
            try await form(context, try context.number("number"))
        }
        router.write("/rating-rules/:number/text", .may(.manageRatingRules)) {
            try await save($0, $1, try $1.number("number"))
        }
    }

    @Sendable private static func list(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let language = context.language
        let words = Words("Rating", language)
        let rules = try await context.site.store.read { try $0.ratingRules() }
        let headings = [
            BoardPage.Heading(text: words["rules"]),
            BoardPage.Heading(text: words["year"], isNumber: true),
            BoardPage.Heading(text: words["state"]),
        ]
        let rows = rules.map { rules in
            [
                BoardPage.Cell(
                    text: rules.details.name, path: Paths.ratingRules(rules.number),
                    detail: rules.details.symbol),
                BoardPage.Cell(text: String(rules.details.year)),
                BoardPage.Cell(text: state(rules, words, language)),
            ]
        }
        let links =
            context.may(.manageRatingRules)
            ? [Link(words["add-rules"], "\(Paths.ratingRules)/new")] : []
        let main: HTML = """
            <div class="head"><div><h1>\(words["rules"])</h1><p class="lede">\(words["rules-lede"])</p></div>\(linkLine(links))</div>
            <section class="card">\(when: rows.isEmpty, "<p class=\"none\">\(words["rules-none"])</p>")\
            \(when: !rows.isEmpty, scoreTable(words["rules-caption"], headings, rows))</section>
            """
        return context.page(words["rules"], in: .ratings, main: main)
    }

    private static func state(_ rules: RatingRules, _ words: Words, _ language: Language) -> String
    {
        rules.closedOn.map { words("closed-on", ["day": $0[language]]) } ?? words["draft"]
    }

    @Sendable private static func one(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let language = context.language
        let words = Words("Rating", language)
        let rules = try await rules(context)
        let links =
            context.may(.manageRatingRules) && rules.closedOn == nil
            ? [Link(words["edit-rules"], "\(Paths.ratingRules(rules.number))/text")] : []
        let lede = [
            String(rules.details.year), rules.details.symbol, rules.details.source,
            state(rules, words, language),
        ].filter { !$0.isEmpty }.joined(separator: " · ")
        let measures = RatingMeasure.allCases.map { "\($0.name): \($0.title[language])" }
        let main: HTML = """
            \(crumbsView([Link(words["rules"], Paths.ratingRules), Link(rules.details.name)], label: words["crumbs"]))
            <div class="head"><div><h1>\(rules.details.name)</h1><p class="lede">\(lede)</p></div>\(linkLine(links))</div>
            <div class="stack"><section class="card"><h2>\(words["rules"])</h2>
            <table class="rowed"><caption class="unseen">\(words["rules"])</caption><thead><tr><th scope="col">\(words["rule"])</th><th scope="col">\(words["asks"])</th></tr></thead>
            <tbody>\(each: rules.lines, { "<tr><th scope=\"row\">\($0.heading[language].capitalisedFirst)</th><td>\($0.text[language].capitalisedFirst)</td></tr>" })</tbody></table></section>
            \(when: !links.isEmpty, "<section class=\"card\"><h2>\(words["measures"])</h2><ul class=\"rows\">\(each: measures, { "<li>\($0)</li>" })</ul></section>")</div>
            """
        return context.page(rules.details.name, in: .ratings, main: main)
    }

    private static func rules(_ context: AppContext) async throws -> RatingRules {
        let number = try context.number("number")
        guard
            let rules = try await context.site.store.read({
                try $0.ratingRules(numbered: number)
            })
        else {
            throw MissingRecord(Bilingual(vi: "quy định xếp loại", en: "rating rules"), "\(number)")
        }
        return rules
    }

    private static func form(
        _ context: AppContext, _ number: Int?, typed: Form? = nil,
        refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let language = context.language
        let words = Words("Rating", language)
        let known = number == nil ? nil : try await rules(context)
        func field(_ name: String, _ kind: Field.Kind, _ stored: String, wide: Bool = true) -> Field
        {
            Field(
                name: name, label: words["field-\(name)"], kind: kind,
                value: typed?.whole(name).trimmed ?? stored,
                hint: words.has("field-\(name)-hint") ? words["field-\(name)-hint"] : nil,
                problems: refusal?.problems.filter { $0.field == name }.map { $0.placed[language] }
                    ?? [], isRequired: ["name", "year", "rules"].contains(name), isWide: wide)
        }
        let title = words[known == nil ? "add-rules" : "edit-rules"]
        let page = RecordFormPage(
            language: language, crumbs: [Link(words["rules"], Paths.ratingRules), Link(title)],
            title: title, lede: words["rules-form-lede"],
            path: known.map { "\(Paths.ratingRules($0.number))/text" } ?? Paths.ratingRules,
            token: context.formToken,
            hidden: known.map {
                [HiddenField(name: EditedForm.versionName, value: String($0.version))]
            } ?? [],
            groups: [
                RecordFormPage.Group(
                    heading: nil,
                    fields: [
                        field("name", .text, known?.details.name ?? ""),
                        field(
                            "year", .number, known.map { String($0.details.year) } ?? "",
                            wide: false),
                        field("symbol", .text, known?.details.symbol ?? "", wide: false),
                        field("source", .text, known?.details.source ?? ""),
                        field("rules", .longText(rows: 14), known?.text ?? ""),
                    ])
            ], problems: ScoringUpload.problems(refusal, language), conflict: nil,
            saveLabel: words["save"], cancelPath: Paths.ratingRules, withdraw: nil, history: [])
        return context.page(
            page.title, in: .ratings, refusal: refusal, main: recordFormView(page))
    }

    private static func save(
        _ form: Form, _ context: AppContext, _ number: Int?
    ) async throws -> Response {
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            let year = form.count("year", &problems)
            guard problems.isEmpty, let year, (1900...2200).contains(year) else {
                throw InvalidInput(
                    problems.isEmpty
                        ? [Problem("year", vi: "Hãy ghi năm.", en: "Give the year.")] : problems)
            }
            let details = RatingRules.Details(
                name: form.text("name"), year: year, symbol: form.text("symbol"),
                source: form.text("source"))
            let text = form.whole("rules")
            let saved = try await context.site.store.write { db -> Int in
                if let number {
                    try db.changeRatingRules(
                        number, details, text, version: form.version, by: user)
                    return number
                }
                return try db.addRatingRules(details, text, by: user).number
            }
            return context.redirect(
                to: Paths.ratingRules(saved),
                saying: Bilingual(vi: "Đã ghi quy định.", en: "The rules are recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await RatingRulesRoutes.form(
                context, number, typed: form, refusal: refusal)
        }
    }
}
