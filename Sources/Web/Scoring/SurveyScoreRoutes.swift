import Domain
import Hummingbird
import Reading
import Store

/// Taking the results of a survey into a round, from a list of agency, criterion and share.
enum SurveyScoreRoutes {
    static func add(to router: Routes) {
        router.get("/:year/index/:block/survey", .may(.manageRounds)) { _, context in
            try form(context)
        }
        router.write(
            "/:year/index/:block/survey", .may(.manageRounds), limits: .standard, use: take)
    }

    private static func form(
        _ context: AppContext, refusal: (any UserFacingError)? = nil
    ) throws -> Response {
        let (year, block, language) = (
            try context.year(), try context.block(), context.language
        )
        let words = Words("Scoring", language)
        let page = RecordFormPage(
            language: language,
            crumbs: [
                Link(words["scores"], Paths.scores(year)),
                Link(block.scoredTitle[language], Paths.board(year, block)),
                Link(words["import-survey"]),
            ],
            title: words["import-survey"], lede: words["import-survey-lede"],
            path: Paths.surveyScores(year, block), token: context.formToken, hidden: [],
            groups: [
                RecordFormPage.Group(
                    heading: nil,
                    fields: [
                        Field(
                            name: "file", label: words["set-file"],
                            kind: .file(accept: ".csv,.xlsx"), isRequired: true, isWide: true)
                    ])
            ],
            problems: refusal.map {
                [$0.message[language]] + $0.problems.map { $0.placed[language] }
            } ?? [], conflict: nil, saveLabel: words["import-survey"],
            cancelPath: Paths.board(year, block), withdraw: nil, history: [])
        return context.page(
            page.title, in: .scores, refusal: refusal, main: recordFormView(page))
    }

    @Sendable private static func take(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let (year, block) = (try context.year(), try context.block())
        let user = try context.signedIn().user.id
        do {
            let read = SurveyScoreColumns.all.read(
                try ImportedTable.read(form), blank: SurveyScoreRow())
            try await context.site.store.write { db in
                guard let round = try db.scoringRound(of: year, block: block),
                    let set = try db.criteriaSet(round.set)
                else { throw ScoringRoutes.noRound(year, block) }
                let tree = try db.agencyTree(on: round.terms.cutOff)
                let files = Set(
                    try db.assessments(of: round, for: .system).map(\.assessment.agency))
                let shares = try SurveyScoreColumns.shares(read, set) { code in
                    tree.bodies(coded: code).map(\.id).first { files.contains($0) }
                }
                try db.recordSurveyScores(shares, in: round.number, by: user)
            }
            return context.redirect(
                to: Paths.board(year, block),
                saying: Bilingual(
                    vi: "Đã ghi kết quả điều tra.", en: "The survey results are recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try SurveyScoreRoutes.form(context, refusal: refusal)
        }
    }
}
