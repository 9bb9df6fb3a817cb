import Domain
import Hummingbird
import Markup
import Store

extension AppContext {
    /// Answers with a page: the main part inside the frame that all pages share.
    ///
    /// The title names it in the browser's tab, the section is its entry in the navigation, the year
    /// is the plan year it shows: that of the address or of today when left out. A refusal is why a
    /// form is shown again; it decides the status.
    func page(
        _ title: String, in section: Section? = nil, year: Int? = nil,
        refusal: (any UserFacingError)? = nil, main: HTML
    ) -> Response {
        let frame = frame(title, in: section, year: year ?? shownYear)
        let status = refusal.map { ErrorPages.status(of: $0.kind) } ?? .ok
        var response = Response.page(frame, main: main, status: status)
        response.headers[.retryAfter] = refusal?.retryAfter.map { String($0) }
        return response
    }

    /// Answers a form with another page to go to, which then says what was done.
    func redirect(to path: String, saying done: Bilingual? = nil) -> Response {
        var response = Response.redirect(to: path)
        if let done {
            let cookie = SiteCookie.made(
                SiteCookie.said, SiteCookie.written(done[language]), seconds: 60,
                isSecure: isSecure)
            response.setCookie(cookie)
        }
        return response
    }

    /// The year of the page: in its path, else in its query, else the one today belongs to.
    var shownYear: Int {
        (try? year()) ?? query.optional("year").flatMap(yearNumber) ?? visit.currentYear
    }

    /// The words around the page.
    func frame(_ title: String, in section: Section?, year: Int) -> Frame {
        // A day that does not exist has its own page; that page's form begins with the usual day.
        let on = (try? day(in: year)) ?? min(today, visit.lastDay(of: year))
        let isVisitor = person == nil
        return Frame(
            language: language, title: title, workspaceName: workspace.name[language],
            homePath: Paths.home,
            formPath: String(pageAddress.prefix { $0 != "?" }), year: String(year),
            years: Set(visit.years + [year]).sorted(by: >).map(String.init),
            onDay: on.vi, kept: keptFields,
            rail: Section.rail(for: self, year: year, current: section),
            otherLanguagePath: Paths.changed(
                pageAddress, [("lang", language == .vi ? "en" : "vi")]),
            madeUpNotice: workspace.madeUpNotice?[language],
            person: person.map {
                Frame.Person(
                    name: $0.user.name, accountPath: Paths.account, signOutPath: Paths.signOut,
                    token: formToken)
            },
            signInPath: isVisitor ? Paths.signIn(next: address) : nil,
            flash: arrival?.said,
            lateFormPath: lateTicket != nil && person != nil && path != Paths.lateForm
                ? Paths.lateForm : nil)
    }

    // What the form at the top of the page sends along unchanged: the page's own filters.
    private var keptFields: [HiddenField] {
        query.names(from: "").filter { !["on", "year", "lang"].contains($0) }
            .flatMap { name in query.all(name).map { HiddenField(name: name, value: $0) } }
    }
}

extension Response {
    /// A page of HTML; it may be kept by nobody but the browser, which asks each time.
    static func page(_ frame: Frame, main: HTML, status: HTTPResponse.Status) -> Response {
        let (before, after) = layout(frame)
        var buffer = ByteBuffer()
        buffer.reserveCapacity(before.utf8.count + main.utf8.count + after.utf8.count)
        for part in [before, main, after] { buffer.writeBytes(part.utf8) }
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "private, no-cache",
            ],
            body: ResponseBody(byteBuffer: buffer))
    }
}
