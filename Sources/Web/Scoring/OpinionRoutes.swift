import Documents
import Domain
import Foundation
import Hummingbird
import Markup
import Store

/// What agencies say to a draft set: given, answered, and handed out with the draft decision.
enum OpinionRoutes {
    static func add(to router: Routes) {
        router.get("/criteria/:number/opinions", .may(.seeCriteria)) { _, context in
            try await list(context)
        }
        router.write("/criteria/:number/opinions", .may(.giveOpinions), use: give)
        router.write("/criteria/:number/opinions/:opinion", .may(.manageCriteria), use: answer)
        for format in TableFormat.allCases {
            router.get("/criteria/:number/opinions.\(format.rawValue)", .may(.seeCriteria)) {
                _, context in
                let (set, rows) = try await read(context)
                return try Response.table(
                    named: "gop-y-\(set.number)", as: format, titled: "Góp ý",
                    headings: CriteriaDecision.opinionHeadings,
                    rows: rows.map { $0.cells.map { .text($0) } })
            }
        }
        router.get("/criteria/:number/table.docx", .may(.seeCriteria)) { _, context in
            let (set, rows) = try await read(context)
            let today = context.today
            let document = try await context.site.store.read { db in
                try CriteriaDecision(set: set, opinions: rows.map(\.cells), db, on: today)
                    .document()
            }
            let place = try TemporaryFile(ending: "docx")
            try WordDocument.write(document, to: place.path)
            return Response.file(
                try place.bytes(), type: WordDocument.contentType,
                named: "criteria-\(set.number).docx")
        }
    }

    /// One opinion with the words of the criterion and the name of the agency.
    struct Row: Sendable {
        let opinion: CriteriaOpinion
        let criterion: String
        let agency: String

        var cells: [String] {
            [
                criterion, agency, opinion.opinion, opinion.answer?.title.vi ?? "",
                opinion.answerText,
            ]
        }
    }

    private static func read(_ context: AppContext) async throws -> (CriteriaSet, [Row]) {
        let (number, today, language) = (
            try context.number("number"), context.today, context.language
        )
        let whole = Words("Scoring", language)["whole-set"]
        return try await context.site.store.read { db in
            guard let set = try db.criteriaSet(numbered: number) else {
                throw MissingRecord(Bilingual(vi: "bộ tiêu chí", en: "criteria set"), "\(number)")
            }
            let tree = try db.agencyTree(on: today)
            let rows = try db.opinions(on: set).map { opinion in
                let criterion = set.position(of: opinion.code).map { set.criteria[$0] }
                return Row(
                    opinion: opinion,
                    criterion: criterion.map { "\($0.code) \($0.title)" } ?? whole,
                    agency: tree.body(opinion.agency)?.version.shortName ?? "?")
            }
            return (set, rows)
        }
    }

    private static func list(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let language = context.language
        let words = Words("Scoring", language)
        let (set, rows) = try await read(context)
        let (user, today) = (context.person?.user.id, context.today)
        // Those for whom the person may speak; the office speaks for those who wrote on paper.
        let bodies = try await context.site.store.read { db -> [Field.Choice] in
            guard let user, set.closedOn == nil else { return [] }
            return try db.agencyTree(on: today).bodies.filter { $0.block != .communes }.filter {
                try db.isGranted(.giveOpinions, to: user, in: $0.id, on: today)
            }.map { Field.Choice(value: $0.code, text: $0.version.shortName) }
        }
        let headings = ["criterion", "agency", "opinion", "answer"].map {
            BoardPage.Heading(text: words[$0])
        }
        let table = rows.map { row in
            [
                BoardPage.Cell(text: row.criterion), BoardPage.Cell(text: row.agency),
                BoardPage.Cell(text: row.opinion.opinion),
                BoardPage.Cell(
                    text: row.opinion.answer?.title[language] ?? words["unanswered"],
                    detail: row.opinion.answerText),
            ]
        }
        let path = Paths.criteriaSet(set.number, "opinions")
        var actions: [AssessmentPage.Action] = []
        if !bodies.isEmpty {
            let criteria =
                [Field.Choice(value: "", text: words["whole-set"])]
                + set.criteria.map {
                    Field.Choice(
                        value: $0.code, text: "\($0.code) \($0.title)".shortened(to: 90))
                }
            actions.append(
                AssessmentPage.Action(
                    path: path, label: words["give-opinion"],
                    fields: [
                        Field(
                            name: "criterion", label: words["criterion"],
                            kind: .choice(criteria), value: typed?.text("criterion") ?? ""),
                        Field(
                            name: "agency", label: words["agency"], kind: .choice(bodies),
                            value: typed?.text("agency") ?? ""),
                        Field(
                            name: "opinion", label: words["opinion"], kind: .longText(rows: 3),
                            value: typed?.text("opinion") ?? "", isRequired: true, isWide: true),
                    ], hidden: [], lede: words["give-opinion-lede"]))
        }
        if context.may(.manageCriteria) {
            actions += rows.filter { $0.opinion.answer == nil }.prefix(20).map { row in
                AssessmentPage.Action(
                    path: Paths.criteriaSet(set.number, "opinions", String(row.opinion.number)),
                    label: "\(words["answer-opinion"]) \(row.opinion.number)",
                    fields: [
                        Field(
                            name: "answer", label: words["answer"],
                            kind: .choice(
                                CriteriaOpinion.Answer.allCases.map {
                                    Field.Choice(value: $0.rawValue, text: $0.title[language])
                                }), idPrefix: "o\(row.opinion.number)"),
                        Field(
                            name: "answer_text", label: words["answer_text"],
                            kind: .longText(rows: 2), idPrefix: "o\(row.opinion.number)",
                            isWide: true),
                    ],
                    hidden: [
                        HiddenField(
                            name: EditedForm.versionName, value: String(row.opinion.version))
                    ], lede: "\(row.agency), \(row.criterion): \(row.opinion.opinion)")
            }
        }
        let links = [
            Link(words["opinions-docx"], Paths.criteriaSet(set.number, "table.docx")),
            Link("XLSX", Paths.criteriaSet(set.number, "opinions.xlsx")),
        ]
        let (shown, token) = (actions, context.formToken)
        let main: HTML = """
            \(crumbsView([Link(words["criteria-sets"], Paths.criteriaSets), Link(set.details.name, Paths.criteriaSet(set.number)), Link(words["opinions"])], label: words["crumbs"]))
            <div class="head"><div><h1>\(words["opinions"])</h1><p class="lede">\(words["opinions-lede"])</p></div>\(linkLine(links))</div>
            <div class="stack">\(problemSummary(ScoringUpload.problems(refusal, language), heading: words["refused"]))
            <section class="card">\(when: table.isEmpty, "<p class=\"none\">\(words["opinions-none"])</p>")\
            \(when: !table.isEmpty, scoreTable(words["opinions-caption"], headings, table))</section>
            \(each: shown, { actionCard($0, token) })</div>
            """
        return context.page(words["opinions"], in: .scores, refusal: refusal, main: main)
    }

    @Sendable private static func give(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let (number, user, today) = (
            try context.number("number"), try context.signedIn().user.id, context.today
        )
        do {
            try await context.site.store.write { db in
                guard
                    let agency = try db.agencies(coded: form.text("agency"), on: today).first
                else {
                    throw MissingRecord(
                        Bilingual(vi: "cơ quan", en: "agency"), form.text("agency"))
                }
                try db.giveOpinion(
                    on: number, code: form.text("criterion"), form.text("opinion"),
                    for: agency.agency, by: user)
            }
            return context.redirect(
                to: Paths.criteriaSet(number, "opinions"),
                saying: Bilingual(vi: "Đã ghi ý kiến.", en: "The opinion is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await list(context, typed: form, refusal: refusal)
        }
    }

    @Sendable private static func answer(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let (number, opinion) = (try context.number("number"), try context.number("opinion"))
        let user = try context.signedIn().user.id
        do {
            let answer = CriteriaOpinion.Answer(rawValue: form.text("answer")) ?? .explained
            try await context.site.store.write {
                try $0.answerOpinion(
                    opinion, answer, form.text("answer_text"), version: form.version, by: user)
            }
            return context.redirect(
                to: Paths.criteriaSet(number, "opinions"),
                saying: Bilingual(vi: "Đã ghi trả lời.", en: "The answer is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await list(context, typed: form, refusal: refusal)
        }
    }
}
