import Documents
import Domain
import Foundation
import Hummingbird
import Markup
import Store

/// Chasing: what is to be chased, who is silent, and each reminder on record.
enum ReminderRoutes {
    static func add(to router: Routes) {
        router.get("/:year/reminders", .may(.seeReminders), use: list)
        router.get("/:year/reminders/new", .may(.chase)) { _, context in
            try await chase(context)
        }
        router.get("/:year/reminders/silence", .may(.chase), use: silence)
        router.write("/:year/reminders", .may(.chase), use: remind)
        router.get("/:year/reminders/:number", .may(.seeReminders)) { _, context in
            try await page(context)
        }
        router.get("/:year/reminders/:number/letter.docx", .may(.chase), use: letter)
        router.write("/:year/reminders/:number/letter", .may(.chase), use: sign)
        router.write("/:year/reminders/:number/withdrawal", .may(.chase), use: withdraw)
        router.get("/reminders/links/:token", .everyone, use: follow)
    }

    private static func chase(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (year, today) = (try context.year(), context.today)
        let (user, language) = (try context.signedIn().user.id, context.language)
        let (token, canMail) = (context.formToken, context.canMailReminders)
        let asked = typed ?? context.query
        let query = ChaseBuilder.Query(
            kind: asked.optional("kind").flatMap(InboxItem.Kind.init),
            withDue: asked.text("due") == "soon",
            block: asked.optional("block").flatMap(Agency.Block.init),
            agencyCode: asked.text("agency"))
        let page = try await context.site.store.read { db in
            try ChaseBuilder(
                db, by: user, year: year, today: today, language: language, query: query,
                token: token, canMail: canMail, typed: typed, refusal: refusal
            ).chasePage()
        }
        return context.page(
            page.title, in: .reminders, year: year, refusal: refusal, main: chaseView(page))
    }

    @Sendable private static func remind(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let (year, today) = (try context.year(), context.today)
        let user = try context.signedIn().user.id
        let site = context.siteAddress
        do {
            var problems: [Problem] = []
            _ = form.required("answer_by", &problems)
            let answerBy = form.day("answer_by", &problems)
            if let answerBy, answerBy < today {
                problems.append(
                    Problem(
                        "answer_by", vi: "Ngày này đã qua; hãy chọn từ \(today.vi).",
                        en: "That day has passed; choose one from \(today.en)."))
            }
            guard problems.isEmpty, let answerBy else { throw InvalidInput(problems) }
            let channels = Reminder.Channel.allCases.filter {
                form.has("channel-\($0.rawValue)")
            }
            let page: @Sendable (Int) -> String = { number in
                site + Paths.reminder(year, number)
            }
            let link: @Sendable (String) -> String = { token in site + Paths.reminderLink(token) }
            let request = ReminderRequest(
                year: year, keys: Set(form.all("item")), channels: Set(channels),
                answerBy: answerBy, pageAddress: page,
                linkAddress: context.canMailReminders ? link : nil)
            let number = try await context.site.store.write {
                try $0.remind(request, by: user, on: today).number
            }
            return context.redirect(
                to: Paths.reminder(year, number),
                saying: Bilingual(
                    vi: "Đã lập và ghi nhận lần đôn đốc số \(number).",
                    en: "Reminder \(number) is made and on record."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await chase(context, typed: form, refusal: refusal)
        }
    }

    private static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (year, number, today) = (
            try context.year(), try context.number("number"), context.today
        )
        let (user, language, token) = (
            try context.signedIn().user.id, context.language, context.formToken
        )
        let mayChase = context.may(.chase)
        let (page, history) = try await context.site.store.read { db in
            let builder = try ReminderBuilder(
                db, number: number, for: user, today: today, language: language, token: token,
                mayChase: mayChase, typed: typed, refusal: refusal)
            return (
                builder.reminderPage(),
                builder.withheld == 0
                    ? try HistoryEntry.entries(
                        of: "reminder", builder.reminder.id.text, db, language) : []
            )
        }
        return context.page(
            page.title, in: .reminders, year: year, refusal: refusal,
            main: "\(reminderView(page))\(historyCard(history, language))")
    }

    /// The draft of the letter, to be numbered and signed outside.
    @Sendable private static func letter(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (year, number, today) = (
            try context.year(), try context.number("number"), context.today
        )
        let user = try context.signedIn().user.id
        let letter = try await context.site.store.read { db in
            guard
                let (reminder, withheld) = try db.reminder(numbered: number, for: user, on: today),
                withheld == 0
            else { throw MissingRecord(Bilingual(vi: "lần đôn đốc", en: "reminder"), "\(number)") }
            return try ReminderLetter(reminder, db)
        }
        let place = try TemporaryFile(ending: "docx")
        try WordDocument.write(letter.document, to: place.path)
        return Response(
            status: .ok,
            headers: [
                .contentType: WordDocument.contentType,
                .contentDisposition: "attachment; filename=\"don-doc-\(year)-\(number).docx\"",
                .cacheControl: "private, no-cache",
            ],
            body: ResponseBody(
                byteBuffer: ByteBuffer(bytes: try place.bytes())))
    }

    @Sendable private static func sign(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let (year, number) = (try context.year(), try context.number("number"))
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            let symbol = form.required("symbol", &problems)
            _ = form.required("signed_on", &problems)
            let day = form.day("signed_on", &problems)
            guard problems.isEmpty, let day else { throw InvalidInput(problems) }
            let version = form.version
            try await context.site.store.write {
                try $0.signReminderLetter(
                    number, symbol: symbol, on: day, version: version, by: user)
            }
            return context.redirect(
                to: Paths.reminder(year, number),
                saying: Bilingual(
                    vi: "Đã ghi số, ngày của công văn.",
                    en: "The letter's symbol and day are recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }

    @Sendable private static func withdraw(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let (year, number, today) = (
            try context.year(), try context.number("number"), context.today
        )
        let (user, version, reason) = (
            try context.signedIn().user.id, form.version, form.optional("reason")
        )
        do {
            try await context.site.store.write {
                try $0.withdrawReminder(
                    number, version: version, because: reason, by: user, on: today)
            }
            return context.redirect(
                to: Paths.reminder(year, number),
                saying: Bilingual(vi: "Đã hủy lần đôn đốc.", en: "The reminder is taken back."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }

    /// The link of a mail: on to the exact form; it signs nobody in.
    @Sendable private static func follow(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (token, today) = (try context.segment("token"), context.today)
        let (link, item, code) = try await context.site.store.read { db in
            let link = try db.reminderLink(token)
            let item = try link.flatMap { try db.openItem($0.kind, $0.record, on: today) }
            let body = try item.flatMap {
                try db.agencies(named: [$0.agency], on: today)[$0.agency]
            }
            return (link, item, body?.code)
        }
        guard link != nil else { throw ReminderLinkGone() }
        guard let path = item?.path(agencyCode: code) else {
            let said = Bilingual(
                vi: "Việc này đã xong; không cần làm gì thêm.",
                en: "This is done; nothing is left to do.")
            return context.redirect(
                to: context.person == nil ? Paths.signIn : Paths.inbox, saying: said)
        }
        return .redirect(to: context.person == nil ? Paths.signIn(next: path) : path)
    }
}

/// A link of a mail that is none of ours, or has run out.
struct ReminderLinkGone: UserFacingError {
    var code: String { "reminder.link-gone" }
    var kind: ErrorKind { .notFound }
    var message: Bilingual {
        Bilingual(
            vi: "Liên kết này không đúng hoặc đã hết hạn; hãy đăng nhập và mở “Việc của tôi”.",
            en: "This link is wrong or has run out; sign in and open “My work”.")
    }
}

extension AppContext {
    /// Whether mails with links can go out: the server was told its address and how to send.
    var canMailReminders: Bool {
        site.settings.publicAddress != nil && site.settings.sendsMail
    }
}
