import Documents
import Domain
import Hummingbird
import Markup
import Store

/// Opening a round and making its results known.
enum RoundRoutes {
    static func add(to router: Routes) {
        router.get("/:year/index/rounds", .may(.manageRounds)) { _, context in
            try await form(context)
        }
        router.write("/:year/index/rounds", .may(.manageRounds), use: open)
        router.get("/:year/index/:block/publication", .may(.manageRounds)) { _, context in
            try publication(context)
        }
        router.write("/:year/index/:block/publication", .may(.manageRounds), use: publish)
        router.write("/:year/index/:block/measures", .may(.manageRounds), limits: .small) {
            _, context in
            let (year, block) = (try context.year(), try context.block())
            let (user, today) = (try context.signedIn().user.id, context.today)
            try await context.site.store.write { db in
                guard let round = try db.scoringRound(of: year, block: block) else {
                    throw ScoringRoutes.noRound(year, block)
                }
                try db.refreshMeasures(of: round.number, by: user, on: today)
            }
            return context.redirect(
                to: Paths.board(year, block),
                saying: Bilingual(
                    vi: "Đã đếm lại số liệu từ hồ sơ.", en: "The records are counted again."))
        }
        for format in TableFormat.allCases {
            router.get("/:year/index/:block/board.\(format.rawValue)", .may(.seeScores)) {
                _, context in
                let page = try await ScoringRoutes.boardPage(context)
                return try Response.table(
                    named: "\(page.title)".plainFileName, as: format, titled: page.title,
                    headings: page.headings.map(\.text),
                    rows: page.rows.map { row in
                        row.map { cell in
                            let text = [cell.text, cell.detail ?? ""].filter { !$0.isEmpty }
                                .joined(separator: " · ")
                            return text.isEmpty ? .empty : .text(text)
                        }
                    })
            }
        }
    }

    private static func form(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let (language, last) = (context.language, context.visit.lastDay(of: year))
        let sets = try await context.site.store.read { try $0.criteriaSets() }
        let words = Words("Scoring", language)
        func field(_ name: String, _ kind: Field.Kind, _ value: String = "", needed: Bool = false)
            -> Field
        {
            Field(
                name: name, label: words["round-\(name)"], kind: kind,
                value: typed?.text(name) ?? value,
                problems: refusal?.problems.filter { $0.field == name }.map { $0.message[language] }
                    ?? [], isRequired: needed)
        }
        let page = RecordFormPage(
            language: language,
            crumbs: [Link(words["scores"], Paths.scores(year)), Link(words["open-round"])],
            title: words["open-round"], lede: words["open-round-lede"], path: Paths.rounds(year),
            token: context.formToken, hidden: [],
            groups: [
                RecordFormPage.Group(
                    heading: nil,
                    fields: [
                        field(
                            "set",
                            .choice(
                                sets.map {
                                    Field.Choice(
                                        value: String($0.number),
                                        text: "\($0.details.name) (\($0.details.year))")
                                })),
                        field("title", .text, "", needed: true),
                        field("cut_off_on", .day, last[.vi], needed: true),
                        field("self_due_on", .day, "", needed: true),
                        field("refused_after_on", .day), field("supplement_until_on", .day),
                        field("appraisal_due_on", .day), field("explanation_due_on", .day),
                        field("second_due_on", .day), field("council_due_on", .day),
                        field("confirmation_due_on", .day),
                        field("late_rule", .text, "0: 0; 1-2: -1; >2: -1 - (x-2) * 1"),
                    ])
            ],
            problems: refusal.map { [$0.message[language]] } ?? [], conflict: nil,
            saveLabel: words["open-round"], cancelPath: Paths.scores(year), withdraw: nil,
            history: [])
        return context.page(
            page.title, in: .scores, refusal: refusal, main: recordFormView(page))
    }

    @Sendable private static func open(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        let (user, today) = (try context.signedIn().user.id, context.today)
        do {
            var problems: [Problem] = []
            let title = form.required("title", &problems)
            _ = form.required("cut_off_on", &problems)
            _ = form.required("self_due_on", &problems)
            let cutOff = form.day("cut_off_on", &problems)
            let selfDue = form.day("self_due_on", &problems)
            let others = [
                "refused_after_on", "supplement_until_on", "appraisal_due_on",
                "explanation_due_on", "second_due_on", "council_due_on", "confirmation_due_on",
            ].map { form.day($0, &problems) }
            guard problems.isEmpty, let cutOff, let selfDue else { throw InvalidInput(problems) }
            var terms = ScoringRound.Terms(title: title, cutOff: cutOff, selfDue: selfDue)
            terms.refusedAfter = others[0]
            terms.supplementUntil = others[1]
            terms.appraisalDue = others[2]
            terms.explanationDue = others[3]
            terms.secondDue = others[4]
            terms.councilDue = others[5]
            terms.confirmationDue = others[6]
            terms.lateRule = form.text("late_rule")
            let (set, final) = (Int(form.text("set")) ?? 0, terms)
            let round = try await context.site.store.write {
                try $0.openRound(of: year, set: set, terms: final, by: user, on: today)
            }
            return context.redirect(
                to: Paths.board(year, round.block),
                saying: Bilingual(
                    vi: "Đã mở đợt chấm điểm; số liệu từ hồ sơ đã được điền sẵn.",
                    en: "The round is open; what records count is filled in."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await RoundRoutes.form(context, typed: form, refusal: refusal)
        }
    }

    private static func publication(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) throws -> Response {
        let (year, block, language) = (
            try context.year(), try context.block(), context.language
        )
        let words = Words("Scoring", language)
        func field(_ name: String, _ kind: Field.Kind = .text, needed: Bool) -> Field {
            Field(
                name: name, label: words["publish-\(name)"], kind: kind,
                value: typed?.text(name) ?? "",
                problems: refusal?.problems.filter { $0.field == name }.map { $0.message[language] }
                    ?? [], isRequired: needed, isWide: name == "reason")
        }
        let page = RecordFormPage(
            language: language,
            crumbs: [
                Link(words["scores"], Paths.scores(year)),
                Link(block.scoredTitle[language], Paths.board(year, block)),
                Link(words["publish"]),
            ],
            title: words["publish"], lede: words["publish-lede"],
            path: Paths.roundPublication(year, block), token: context.formToken, hidden: [],
            groups: [
                RecordFormPage.Group(
                    heading: nil,
                    fields: [
                        field("symbol", needed: true), field("reason", needed: false),
                    ])
            ],
            problems: refusal.map { [$0.message[language]] } ?? [], conflict: nil,
            saveLabel: words["publish"], cancelPath: Paths.board(year, block), withdraw: nil,
            history: [])
        return context.page(
            page.title, in: .scores, refusal: refusal, main: recordFormView(page))
    }

    @Sendable private static func publish(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let (year, block) = (try context.year(), try context.block())
        let (user, today) = (try context.signedIn().user.id, context.today)
        do {
            try await context.site.store.write { db in
                guard let round = try db.scoringRound(of: year, block: block) else {
                    throw ScoringRoutes.noRound(year, block)
                }
                try db.publishRound(
                    round.number, symbol: form.text("symbol"), on: today,
                    because: form.optional("reason"), by: user)
            }
            return context.redirect(
                to: Paths.board(year, block),
                saying: Bilingual(vi: "Đã công bố kết quả.", en: "The results are published."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try publication(context, typed: form, refusal: refusal)
        }
    }
}

extension String {
    /// The text as a file's name may be: plain letters, digits and hyphens.
    fileprivate var plainFileName: String {
        Vietnamese.folded(self).replacing(" ", with: "-")
    }
}
