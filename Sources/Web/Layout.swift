import Domain
import Markup

/// What stands around every page, as finished text.
struct Frame: Sendable {
    let language: Language
    /// The page's name, for the browser's tab.
    let title: String
    /// "Tỉnh Bình Định".
    let workspaceName: String
    let homePath: String
    /// Where the form with year and day is sent, by GET, as `year` and `on`.
    let formPath: String
    let year: String
    let years: [String]
    /// The day asked about, dd/mm/yyyy.
    let onDay: String
    /// Other parts of the address that the form keeps, such as `show`.
    var kept: [HiddenField] = []
    let rail: [RailEntry]
    /// This same page in the other language.
    let otherLanguagePath: String
    /// Said on every page of made-up data.
    var madeUpNotice: String?
    /// `nil` for a visitor.
    var person: Person?
    /// `nil` when the person is signed in.
    var signInPath: String?
    /// What was just done, shown once.
    var flash: String?
    /// Where something waits that was sent when a session had ended.
    var lateFormPath: String?

    struct RailEntry: Sendable {
        let label: String
        let path: String
        /// A count that needs attention, with what it counts: "05", "vấn đề quá hạn".
        var badge: String?
        var badgeMeaning: String?
        var isCurrent = false
        /// Whether a line stands above it.
        var startsGroup = false
        /// Whether it is a part of the entry above it.
        var isPart = false
    }

    struct Person: Sendable {
        let name: String
        let accountPath: String
        let signOutPath: String
        let token: String
    }
}

/// The one skeleton of every page: what stands before its main part, and what after.
///
/// In two, so that a large main part that is kept is copied only once, into what is sent.
func layout(_ frame: Frame) -> (before: HTML, after: HTML) {
    let words = Words("Layout", frame.language)
    let before: HTML = """
        <!doctype html>
        <html lang="\(frame.language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(frame.title) · \(words["product"])</title>
        <link rel="icon" href="\(Paths.asset("icon.svg"))" type="image/svg+xml">
        <link rel="stylesheet" href="\(Paths.asset("style.css"))">
        <script src="\(Paths.asset("app.js"))" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">\(words["skip"])</a>
        \(header(frame, words))
        <div class="frame">
        \(rail(frame.rail, words))
        <main id="main" tabindex="-1">
        \(if: frame.flash, flash)\(if: frame.lateFormPath, { lateForm($0, frame.language) })

        """
    let after: HTML = """

        </main>
        </div>
        \(foot(frame, words))
        </body>
        </html>

        """
    return (before, after)
}

private func header(_ frame: Frame, _ words: Words) -> HTML {
    """
    <header>
    <div class="top">
    <a class="brand" href="\(frame.homePath)"><b>\(words["product"])</b> <span>\(frame.workspaceName)</span></a>
    \(dayForm(frame, words))
    <div class="who">
    \(if: frame.rail.isEmpty ? nil : words["menu"], menuButton)
    \(languageLink(frame, words))
    \(if: frame.person, { personView($0, words) })
    \(if: frame.signInPath, { signInLink($0, words) })
    </div>
    </div>
    \(if: frame.madeUpNotice, madeUp)
    </header>
    """
}

private func dayForm(_ frame: Frame, _ words: Words) -> HTML {
    // Without the database nobody knows which years there are.
    guard !frame.years.isEmpty else { return .empty }
    return """
        <form class="when" method="get" action="\(frame.formPath)">
        <label><span>\(words["year"])</span> <select name="year">\(each: frame.years, { year($0, frame) })</select></label>
        <label><span>\(words["on-day"])</span> <input name="on" value="\(frame.onDay)" size="10" maxlength="10" \
        autocomplete="off" inputmode="numeric" placeholder="\(words["day-form"])"></label>
        \(each: frame.kept, hiddenField)<button>\(words["show"])</button>
        </form>
        """
}

private func year(_ year: String, _ frame: Frame) -> HTML {
    """
    <option\(attribute: "selected", when: year == frame.year)>\(year)</option>
    """
}

private func languageLink(_ frame: Frame, _ words: Words) -> HTML {
    let other = frame.language == .vi ? "en" : "vi"
    return """
        <a class="tongue" href="\(frame.otherLanguagePath)" lang="\(other)" hreflang="\(other)">\(words["other-language"])</a>
        """
}

private func personView(_ person: Frame.Person, _ words: Words) -> HTML {
    """
    <a href="\(person.accountPath)">\(person.name)</a>
    <form method="post" action="\(person.signOutPath)">\(tokenField(person.token))<button class="bare">\(words["sign-out"])</button></form>
    """
}

private func signInLink(_ path: String, _ words: Words) -> HTML {
    """
    <a href="\(path)">\(words["sign-in"])</a>
    """
}

private func madeUp(_ notice: String) -> HTML {
    """
    <p class="made-up" role="note">\(notice)</p>
    """
}

private func rail(_ entries: [Frame.RailEntry], _ words: Words) -> HTML {
    """
    <nav class="rail" id="menu" popover aria-label="\(words["sections"])"><ul>\(each: entries, railEntry)</ul></nav>
    """
}

/// Opens the sections on a phone, where they would fill the first screen; without script, too.
private func menuButton(_ label: String) -> HTML {
    """
    <button type="button" class="menu" popovertarget="menu">\(label)</button>
    """
}

private func railEntry(_ entry: Frame.RailEntry) -> HTML {
    """
    <li\(attribute: "class", entry.startsGroup ? "starts" : entry.isPart ? "part" : nil)>\
    <a href="\(entry.path)"\(attribute: "aria-current", entry.isCurrent ? "page" : nil)>\
    <span>\(entry.label)</span>\(if: entry.badge, { railBadge($0, entry.badgeMeaning) })</a></li>

    """
}

private func railBadge(_ count: String, _ meaning: String?) -> HTML {
    """
    <b>\(count)\(if: meaning, { "<span class=\"unseen\"> \($0)</span>" })</b>
    """
}

private func flash(_ message: String) -> HTML {
    """
    <p class="flash" role="status">\(message)</p>
    """
}

private func lateForm(_ path: String, _ language: Language) -> HTML {
    let words = Words("LateForms", language)
    return """
        <p class="notice at-risk" role="status">\(words["kept"]) <a href="\(path)">\(words["look"])</a></p>
        """
}

private func foot(_ frame: Frame, _ words: Words) -> HTML {
    guard !frame.workspaceName.isEmpty else { return .empty }
    return """
        <footer class="foot"><p>\(words("foot", ["workspace": frame.workspaceName, "day": frame.onDay]))</p>
        <p class="noprint"><a href="\(Paths.publicStart)">\(words["public"])</a></p></footer>
        """
}
