import Domain
import Hummingbird
import Markup
import Store

/// Boards, maps, assessments and what is done with them.
enum ScoringRoutes {
    static func add(to router: Routes) {
        CriteriaRoutes.add(to: router)
        RoundRoutes.add(to: router)
        SurveyScoreRoutes.add(to: router)
        JointFileRoutes.add(to: router)
        CriterionRoutes.add(to: router)
        SelfReportRoutes.add(to: router)
        RemediationRoutes.add(to: router)
        HonestyRoutes.add(to: router)
        ComparisonRoutes.add(to: router)
        OpinionRoutes.add(to: router)
        router.get("/:year/index", .may(.seeScores), use: overview)
        router.get("/:year/index/:block", .may(.seeScores), use: board)
        router.get("/:year/index/:block/map", .may(.seeScores), use: map)
        router.get("/:year/index/:block/:code", .may(.seeScores)) { _, context in
            try await assessment(context)
        }
        router.get("/:year/index/:block/:code/points", .may(.seeScores), use: pointsToWin)
        AssessmentRoutes.add(to: router)
    }

    @Sendable private static func overview(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let language = context.language
        let canManage = context.may(.manageRounds)
        let page = try await context.site.store.read { db in
            let rounds = try db.scoringRounds(of: year)
            let sets = try db.criteriaSets()
            return ScoresPage(
                year: year, rounds: rounds, sets: sets, language: language,
                canManage: canManage)
        }
        return context.page(
            page.title, in: .scores, main: scoresView(page, Words("Scoring", language)))
    }

    /// The page of the one file that the Ministry scores.
    private static func province(_ context: AppContext) async throws -> Response {
        let (year, viewer, language) = (try context.year(), context.viewer, context.language)
        let (sees, manages, today) = (
            context.may(.seeBoards), context.may(.manageRounds), context.today
        )
        let page = try await context.site.store.read { db in
            try ProvinceBuilder(
                db, year: year, viewer: viewer, seesBoards: sees, canManage: manages,
                language: language, on: today
            ).page()
        }
        return context.page(
            page.title, in: .scores, main: provinceView(page, Words("Scoring", language)))
    }

    @Sendable private static func board(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        if try context.block() == nil { return try await province(context) }
        let page = try await boardPage(context)
        let words = Words("Scoring", context.language)
        let refresh =
            page.refreshPath.map { path -> HTML in
                """
                <form class="noprint" method="post" action="\(path)">\(tokenField(context.formToken))\
                <button>\(words["count-again"])</button></form>
                """
            } ?? .empty
        return context.page(
            page.title, in: .scores,
            main: boardView(
                page, crumbs: words["crumbs"], label: words["summary"], refresh: refresh))
    }

    static func boardPage(_ context: AppContext) async throws -> BoardPage {
        let (year, block) = (try context.year(), try context.block())
        let (viewer, sees, manages) = (
            context.viewer, context.may(.seeBoards), context.may(.manageRounds)
        )
        let (today, language) = (context.today, context.language)
        let order = context.query.optional("order") ?? "index"
        return try await context.site.store.read { db in
            guard
                let board = try ScoreBoard(
                    db, year: year, block: block, viewer: viewer, seesBoards: sees, on: today)
            else { throw noRound(year, block) }
            return BoardBuilder(
                board: board, year: year, block: block, language: language, order: order,
                canManage: manages
            ).page()
        }
    }

    @Sendable private static func map(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (year, block) = (try context.year(), try context.block())
        let (viewer, sees, today, language) = (
            context.viewer, context.may(.seeBoards), context.today, context.language
        )
        let order = context.query.text("order")
        let map = try await context.site.store.read { db -> ScoreMap in
            guard
                let board = try ScoreBoard(
                    db, year: year, block: block, viewer: viewer, seesBoards: sees, on: today)
            else { throw noRound(year, block) }
            guard board.seesAll else { throw PermissionError.notAllowed(.seeBoards) }
            return ScoreMapBuilder(
                board: board, lines: try db.lines(of: board.round.id), year: year, block: block,
                language: language, order: order
            ).map()
        }
        return context.page(
            map.title, in: .scores, main: scoreMapView(map, words: Words("Scoring", language)))
    }

    static func assessment(
        _ context: AppContext, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (year, block) = (try context.year(), try context.block())
        let language = context.language
        let page = try await fileView(context) { view, rights in
            AssessmentBuilder(
                view: view, year: year, block: block, language: language, context: rights,
                problems: refusal.map {
                    [$0.message[language]] + $0.problems.map { $0.message[language] }
                } ?? []
            ).page()
        }
        return context.page(
            page.title, in: .scores, refusal: refusal,
            main: assessmentView(
                page, token: context.formToken, words: Words("Scoring", language)))
    }

    @Sendable private static func pointsToWin(_ request: Request, _ context: AppContext)
        async throws -> Response
    {
        let (year, block) = (try context.year(), try context.block())
        let (language, today, asked, viewer) = (
            context.language, context.today, context.query, context.viewer
        )
        let page = try await fileView(context) { view, rights, db in
            let agency = view.agency.agency
            let posts = try db.posts(in: view.agency.agency, on: today, for: viewer)
            let officer = posts.first { $0.role == .officer } ?? posts.first { $0.role == .head }
            let terms = view.board.round.terms
            let work = try db.openWork(of: agency, year: year, on: today, cutOff: terms.cutOff)
            var people = Set([officer?.person].compactMap(\.self))
            if case .person(let user) = viewer,
                try db.isGranted(.seePeople, to: user, in: agency, on: today)
            {
                let records = work.findings + work.ownTasks + work.assigned
                people.formUnion(records.compactMap { $0.duty?.person })
            }
            let names = try db.userNames(people)
            return PointsToWinBuilder(
                view: view, year: year, block: block, language: language, today: today,
                asked: asked, owner: officer.flatMap { names[$0.person] } ?? "–", openWork: work,
                remediations: Dictionary(
                    try db.remediations(of: view.file.assessment.number).map {
                        ($0.remediation.position, $0)
                    }, uniquingKeysWith: { first, _ in first }), names: names,
                mayEnter: rights.mayScore
                    && rights.isOpenToOwn(view.file.assessment, view.board.round)
            ).page()
        }
        return context.page(
            page.title, in: .scores,
            main: pointsToWinView(page, words: Words("Scoring", language)))
    }

    /// Reads one file and makes something of it; who may not see it finds nothing.
    static func fileView<Made: Sendable>(
        _ context: AppContext,
        _ make:
            @escaping @Sendable (AssessmentFileView, ScoringRights, ReadableDatabase) throws ->
            Made
    ) async throws -> Made {
        let (year, block, code) = (
            try context.year(), try context.block(), try context.segment("code")
        )
        let (viewer, sees, today) = (context.viewer, context.may(.seeBoards), context.today)
        return try await context.site.store.read { db in
            let view = try AssessmentFileView(
                db, year: year, block: block, code: code, viewer: viewer, seesBoards: sees,
                on: today)
            let rights = try ScoringRights(
                db, viewer: viewer, agency: view.agency.agency,
                file: view.file.assessment.number, on: today)
            return try make(view, rights, db)
        }
    }

    static func fileView<Made: Sendable>(
        _ context: AppContext,
        _ make: @escaping @Sendable (AssessmentFileView, ScoringRights) throws -> Made
    ) async throws -> Made {
        try await fileView(context) { view, rights, _ in try make(view, rights) }
    }

    static func noRound(_ year: Int, _ block: Agency.Block?) -> MissingRecord {
        MissingRecord(
            Bilingual(vi: "đợt chấm điểm năm \(year)", en: "round of \(year)"),
            block.scoredTitle.vi)
    }
}
