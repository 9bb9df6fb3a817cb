import Domain
import Hummingbird
import Logging
import Store

/// The web site of one workspace: its router, and what all handlers share.
public struct Site: Sendable {
    let store: Store
    let settings: SiteSettings
    let kept: Kept
    let metrics = Metrics()
    let limits: Limits
    let issuer: IssuerClient?
    private let visits: SharedRead<Visit.Question, Visit>

    public init(_ store: Store, _ settings: SiteSettings = SiteSettings()) {
        self.store = store
        self.settings = settings
        kept = Kept(budget: settings.keptBytes)
        limits = Limits(settings.rates)
        issuer = settings.issuer.map { IssuerClient($0) }
        let surroundings = Surroundings()
        visits = SharedRead { questions in
            try await store.read { try $0.visits(questions, surroundings) }
        }
    }

    func responder() -> some HTTPResponder<AppContext> { router().buildResponder() }

    func router() -> Router<AppContext> {
        let router = Router(context: AppContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: MeasuredRequests(metrics: metrics))
        router.add(middleware: RequestLog())
        router.add(middleware: SecurityHeaders(isSecure: settings.isSecure))
        router.add(middleware: ErrorPages(site: self))
        AssetRoutes.add(to: router)
        if settings.answersHello { router.get("/hello") { _, _ in "hello" } }
        let routes = Routes()
        addFeatures(to: routes)
        router.add(middleware: Arrivals(site: self, pages: PageAddresses(routes.all)))
        routes.add(to: router)
        return router
    }

    /// Every address of the site; a feature is one line.
    func addFeatures(to routes: Routes) {
        AccountRoutes.add(to: routes, self)
        LateFormRoutes.add(to: routes)
        InboxRoutes.add(to: routes)
        ReminderRoutes.add(to: routes)
        OverviewRoutes.add(to: routes)
        PlanRoutes.add(to: routes, self)
        TargetRoutes.add(to: routes)
        TaskRoutes.add(to: routes)
        SubmissionRoutes.add(to: routes, self)
        PeopleRoutes.add(to: routes)
        AgencyRoutes.add(to: routes)
        RecordRoutes.add(to: routes)
        FindingRoutes.add(to: routes)
        LegalDocumentRoutes.add(to: routes, self)
        LegalFileRoutes.add(to: routes)
        LegalScopeRoutes.add(to: routes)
        InspectionRuleRoutes.add(to: routes)
        QuotaRoutes.add(to: routes)
        RegisterRoutes.add(to: routes)
        CoordinationRoutes.add(to: routes)
        EffectRoutes.add(to: routes)
        EffectListRoutes.add(to: routes)
        ExpiredRoutes.add(to: routes)
        LegalReviewRoutes.add(to: routes)
        LegalRuleRoutes.add(to: routes)
        LegalSearchRoutes.add(to: routes)
        PublicDocumentRoutes.add(to: routes)
        PublicStartRoutes.add(to: routes)
        InspectionRoutes.add(to: routes)
        ChecklistRoutes.add(to: routes)
        CampaignRoutes.add(to: routes)
        SelfInspectionRoutes.add(to: routes)
        ReportRoutes.add(to: routes)
        JournalRoutes.add(to: routes)
        PublicJournalRoutes.add(to: routes)
        OperationsRoutes.add(to: routes)
        EvidenceRoutes.add(to: routes, self)
        ScoringRoutes.add(to: routes)
        RatingRoutes.add(to: routes)
    }

    /// Reads what the database says about a request, together with those of others who ask now.
    func visit(_ question: Visit.Question) async throws -> Visit {
        try await visits.answer(question)
    }
}

/// How the site is reached and how much it may keep, as the command line says it.
public struct SiteSettings: Sendable {
    /// What people type to get here, `https://cchc.example.gov.vn`; `nil` when the server was not told.
    public var publicAddress: String?
    /// The addresses of proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies: Set<String>
    /// Bytes for kept pages and figures.
    public var keptBytes: Int
    /// What one sender may ask for; `nil` for no limit.
    public var rates: RateLimits? = .usual
    public var pace = Pace()
    /// Where the office's own accounts are kept, for signing in with them; `nil` when nowhere.
    public var issuer: IssuerSettings?
    /// Hands one mail to the server's own way of sending mail and returns what went wrong, `nil` when
    /// nothing; there is none when the server cannot send.
    public var sendMail: (@Sendable (LinkMail) async -> String?)?
    /// Bytes that one file of evidence may have.
    public var largestFile = 512 << 20
    /// The command that looks a file through for malware, its path added; `nil` when there is none.
    public var scanCommand: [String]?
    /// Whether `/hello` answers "hello", for `make bench` to compare the throughput of pages with.
    public var answersHello = false
    /// Whether this server sends mail and where it keeps backups, for the administrator's page.
    public var sendsMail = false
    public var backupFolder: String?

    public init(
        publicAddress: String? = nil, trustedProxies: Set<String> = [], keptBytes: Int = 48 << 20
    ) {
        self.publicAddress = publicAddress
        self.trustedProxies = trustedProxies
        self.keptBytes = keptBytes
    }

    var isSecure: Bool { publicAddress?.hasPrefix("https://") ?? false }
}
