import Documents
import Domain
import Foundation
import Hummingbird
import Markup
import Store

/// Lost points and what is done about each: "tồn tại, hạn chế - nguyên nhân - giải pháp - cơ quan chủ
/// trì - thời hạn", every line a task.
enum RemediationRoutes {
    static func add(to router: Routes) {
        let path = RouterPath("/:year/index/:block/:code/remediation")
        router.get(path, .may(.seeScores)) { _, context in try await list(context) }
        router.write(path, .may(.declarePlans), use: add)
        router.get("/:year/index/:block/:code/remediation/new", .may(.declarePlans)) { _, context in
            try await form(context)
        }
        router.get("/:year/index/:block/:code/remediation.docx", .may(.seeScores)) { _, context in
            try await plan(context)
        }
        for format in TableFormat.allCases {
            router.get(
                "/:year/index/:block/:code/remediation.\(format.rawValue)", .may(.seeScores)
            ) { _, context in
                let page = try await page(context)
                return try Response.table(
                    named: "khac-phuc-\(try context.year())", as: format,
                    titled: "Khắc phục", headings: page.headings.map(\.text),
                    rows: page.rows.map { $0.map { $0.text.isEmpty ? .empty : .text($0.text) } })
            }
        }
    }

    private struct Page: Sendable {
        let title: String
        let lede: String
        let crumbs: [Link]
        let links: [Link]
        let headings: [BoardPage.Heading]
        let rows: [[BoardPage.Cell]]
        let cards: [BoardPage.Card]
    }

    private static func page(_ context: AppContext) async throws -> Page {
        let (year, block) = (try context.year(), try context.block())
        let (language, today) = (context.language, context.today)
        let words = Words("Scoring", language)
        return try await ScoringRoutes.fileView(context) { view, rights, db in
            let scorer = view.scorer
            let code = view.agency.code
            let outcomes = scorer.countedOutcomes(view.lines)
            let known = Dictionary(
                try db.remediations(of: view.file.assessment.number).map {
                    ($0.remediation.position, $0)
                }, uniquingKeysWith: { a, _ in a })
            let lost = scorer.lostPoints(outcomes, beforeCutOff: true)
                .sorted { ($0.lost, $1.position) > ($1.lost, $0.position) }
            let mayAdd = rights.mayScore || rights.mayManage
            let rows = lost.map { lost -> [BoardPage.Cell] in
                let criterion = view.board.set.criteria[lost.position]
                let head = BoardPage.Cell(
                    text: "\(criterion.code) \(criterion.title)",
                    path: Paths.criterion(year, block, code, criterion.code))
                let points = BoardPage.Cell(text: Written.points(lost.lost, language))
                guard let taken = known[lost.position] else {
                    let add =
                        mayAdd
                        ? BoardPage.Cell(
                            text: words["take-up"],
                            path: Paths.changed(
                                Paths.assessment(year, block, code, "remediation", "new"),
                                [("criterion", criterion.code)])) : BoardPage.Cell(text: "")
                    return [head, points, add] + Array(repeating: BoardPage.Cell(), count: 5)
                }
                let terms = taken.remediation.terms
                let state = taken.task.box(on: today, dayHasEnded: false)
                return [
                    head, points, BoardPage.Cell(text: terms.shortcoming),
                    BoardPage.Cell(text: terms.cause),
                    BoardPage.Cell(
                        text: terms.remedy,
                        path: Paths.taskPage(taken.taskYear, taken.taskCode)),
                    BoardPage.Cell(
                        text: terms.lead.flatMap { view.board.tree.body($0)?.version.shortName }
                            ?? ""), BoardPage.Cell(text: terms.dueOn?[language] ?? ""),
                    BoardPage.Cell(text: state.title[language]),
                ]
            }
            let total = lost.reduce(Points.zero) { $0 + $1.lost }
            let taken = lost.filter { known[$0.position] != nil }
            return Page(
                title: "\(words["remediation"]): \(view.agency.shortName)",
                lede: words["remediation-lede"],
                crumbs: SelfScoreForm(
                    view: view, year: year, block: block, language: language, area: 0
                ).crumbs(words["remediation"]),
                links: ["docx", "csv", "xlsx"].map {
                    Link(
                        $0.uppercased(), Paths.assessment(year, block, code, "remediation.\($0)"))
                },
                headings: [
                    "criterion", "lost", "shortcoming", "cause", "remedy", "lead", "due", "state",
                ].map { BoardPage.Heading(text: words[$0], isNumber: $0 == "lost") },
                rows: rows,
                cards: [
                    BoardPage.Card(
                        name: words["lost-points"], figure: Written.points(total, language),
                        detail: words(
                            "over-criteria", ["count": Written.count(lost.count, language)])),
                    BoardPage.Card(
                        name: words["taken-up"],
                        figure: Written.points(
                            taken.reduce(Points.zero) { $0 + $1.lost }, language),
                        detail: words(
                            "over-criteria", ["count": Written.count(taken.count, language)])),
                ])
        }
    }

    /// The plan that lays the lines on their leads, as an official draft.
    private static func plan(_ context: AppContext) async throws -> Response {
        let (year, today) = (try context.year(), context.today)
        let document = try await ScoringRoutes.fileView(context) { view, _, db in
            let lost = view.scorer.lostPoints(
                view.scorer.countedOutcomes(view.lines), beforeCutOff: true)
            let lines = try db.remediations(of: view.file.assessment.number).map { taken in
                let criterion = view.board.set.criteria[taken.remediation.position]
                let terms = taken.remediation.terms
                return RemediationPlanDocument.Line(
                    criterion: "\(criterion.code) \(criterion.title)", lost: taken.remediation.lost,
                    terms: terms,
                    lead: terms.lead.flatMap { view.board.tree.body($0)?.name } ?? "")
            }
            return try RemediationPlanDocument(
                of: view.file.assessment.agency,
                title: "chỉ số cải cách hành chính năm \(year) của \(view.agency.name)",
                lost: lost.reduce(.zero) { $0 + $1.lost }, lines: lines, db,
                on: today
            ).document()
        }
        let place = try TemporaryFile(ending: "docx")
        try WordDocument.write(document, to: place.path)
        return Response.file(
            try place.bytes(), type: WordDocument.contentType, named: "khac-phuc-\(year).docx")
    }

    private static func list(_ context: AppContext) async throws -> Response {
        let page = try await page(context)
        let words = Words("Scoring", context.language)
        let main: HTML = """
            \(crumbsView(page.crumbs, label: words["crumbs"]))
            <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
            <div class="stack">\(scoreCards(page.cards, words["summary"]))
            <section class="card">\(when: page.rows.isEmpty, "<p class=\"none\">\(words["nothing-lost"])</p>")\
            \(when: !page.rows.isEmpty, scoreTable(words["remediation-caption"], page.headings, page.rows))</section></div>
            """
        return context.page(page.title, in: .scores, main: main)
    }

    private static func form(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (year, block, code) = (
            try context.year(), try context.block(), try context.segment("code")
        )
        let language = context.language
        let words = Words("Scoring", language)
        let criterion = (typed ?? context.query).text("criterion")
        let (title, working, bodies) = try await ScoringRoutes.fileView(context) { view, _, _ in
            guard let position = view.board.set.position(of: criterion) else {
                throw MissingRecord(Bilingual(vi: "tiêu chí", en: "criterion"), criterion)
            }
            let line = view.board.set.criteria[position]
            let bodies = view.board.tree.bodies.filter { $0.block != .communes }.map {
                Field.Choice(value: $0.code, text: $0.version.shortName)
            }
            return (
                "\(line.code) \(line.title)",
                line.rule?.working(of: view.line(position)?.entry?.answer, for: line)[language]
                    ?? "", bodies
            )
        }
        func field(
            _ name: String, _ kind: Field.Kind, _ value: String = "", wide: Bool = true
        ) -> Field {
            Field(
                name: name, label: words[name == "due_on" ? "due" : name], kind: kind,
                value: typed?.text(name) ?? value,
                problems: refusal?.problems.filter { $0.field == name }.map { $0.message[language] }
                    ?? [], isRequired: true, isWide: wide)
        }
        let list = Paths.assessment(year, block, code, "remediation")
        let page = RecordFormPage(
            language: language,
            crumbs: try context.fileCrumbs(code) + [
                Link(words["remediation"], list), Link(criterion),
            ], title: title, lede: working, path: list, token: context.formToken,
            hidden: [HiddenField(name: "criterion", value: criterion)],
            groups: [
                RecordFormPage.Group(
                    heading: nil,
                    fields: [
                        field("shortcoming", .longText(rows: 2)),
                        field("cause", .longText(rows: 2)), field("remedy", .longText(rows: 2)),
                        field(
                            "lead", .choice([Field.Choice(value: "", text: "–")] + bodies),
                            block == nil ? "" : code, wide: false),
                        field("due_on", .day, wide: false),
                    ])
            ], problems: refusal.map { [$0.message[language]] } ?? [], conflict: nil,
            saveLabel: words["take-up"], cancelPath: list, withdraw: nil, history: [])
        return context.page(
            page.title, in: .scores, refusal: refusal, main: recordFormView(page))
    }

    @Sendable private static func add(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let (year, block, code) = (
            try context.year(), try context.block(), try context.segment("code")
        )
        let (user, today, viewer) = (
            try context.signedIn().user.id, context.today, context.viewer
        )
        do {
            var problems: [Problem] = []
            let due = form.day("due_on", &problems)
            if !problems.isEmpty { throw InvalidInput(problems) }
            try await context.site.store.write { db in
                let view = try AssessmentFileView(
                    db, year: year, block: block, code: code, viewer: viewer, seesBoards: true,
                    on: today)
                guard let position = view.board.set.position(of: form.text("criterion")) else {
                    throw MissingRecord(
                        Bilingual(vi: "tiêu chí", en: "criterion"), form.text("criterion"))
                }
                var terms = Remediation.Terms()
                terms.shortcoming = form.text("shortcoming")
                terms.cause = form.text("cause")
                terms.remedy = form.text("remedy")
                terms.lead = view.board.tree.bodies(coded: form.text("lead")).first?.id
                terms.dueOn = due
                try db.addRemediation(
                    of: position, in: view.file.assessment.number, terms, by: user)
            }
            return context.redirect(
                to: Paths.assessment(year, block, code, "remediation"),
                saying: Bilingual(
                    vi: "Đã ghi vào kế hoạch khắc phục và thêm nhiệm vụ.",
                    en: "It is in the plan, and its task is made."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await RemediationRoutes.form(context, typed: form, refusal: refusal)
        }
    }
}
