import Domain
import Markup

/// The working calendar of a year, as finished text.
struct CalendarPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let links: [Link]
    let headings: [String]
    let rows: [Row]
    let none: String
    let form: TaskFormPart?
    let token: String

    struct Row: Sendable {
        let day: String
        let weekday: String
        let kind: String
        let name: String
        let source: String
        let certainty: Badge
        /// Where it is taken out again; `nil` for whoever may not.
        let removal: String?
    }
}

/// Makes the page of the working calendar.
struct CalendarBuilder {
    let year: Int
    let language: Language
    let days: [CalendarDay]
    let canWrite: Bool
    let typed: Form?
    let refusal: (any UserFacingError)?
    let token: String

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    var title: String { text("Lịch làm việc năm \(year)", "Working calendar of \(year)") }

    func calendarPage() -> CalendarPage {
        let open = days.count { $0.certainty != .confirmed }
        return CalendarPage(
            language: language, title: title,
            lede: text(
                "Làm việc từ thứ Hai đến thứ Sáu, trừ các ngày nghỉ và cộng các ngày làm bù dưới đây. Còn \(Written.count(open, .vi)) ngày chưa đối chiếu với văn bản.",
                "Monday to Friday, but for the days off and with the days worked in exchange below. \(Written.english(open, "day was", "days were")) not compared with a document yet."
            ),
            links: ["csv", "xlsx"].map { Link($0.uppercased(), Paths.calendarFile(year, $0)) }
                + (canWrite ? [Link(text("Nhập từ tệp", "Import"), Paths.calendarImport)] : []),
            headings: [
                text("Ngày", "Day"), text("Thứ", "Weekday"), text("Nghỉ, làm bù", "Off or worked"),
                text("Tên gọi", "Name"), text("Căn cứ", "Source"),
                text("Mức chắc chắn", "Certainty"), "",
            ],
            rows: days.map(row),
            none: text(
                "Chưa nhập ngày nghỉ nào của năm \(year); thời hạn đếm theo ngày làm việc mới trừ thứ Bảy, Chủ nhật.",
                "No day off of \(year) is on record; working days leave out weekends only."),
            form: canWrite ? form : nil, token: token)
    }

    private func row(_ day: CalendarDay) -> CalendarPage.Row {
        CalendarPage.Row(
            day: day.day[language], weekday: day.day.weekdayName[language],
            kind: day.kind.title[language], name: day.name, source: day.source,
            certainty: Badge(
                kind: day.certainty == .confirmed ? .kept : .noData,
                word: day.certainty.title[language]),
            removal: canWrite ? Paths.calendarRemoval(day.day) : nil)
    }

    private var form: TaskFormPart {
        let fields = CalendarDayColumns.all.map { column -> Field in
            let kind: Field.Kind =
                switch column.input {
                case .day: .day
                case .choice(let options):
                    .choice(
                        options.map { Field.Choice(value: $0.value, text: $0.title[language]) })
                default: .text
                }
            return Field(
                name: column.key, label: column.heading[language], kind: kind,
                value: typed?.text(column.key) ?? "", isRequired: column.isRequired)
        }
        let edited = EditedForm(fields, version: nil, typed: typed, refusal: refusal, language)
        return TaskFormPart(
            id: "calendar-day", heading: text("Thêm hoặc sửa một ngày", "Add or change a day"),
            path: Paths.calendar(year), token: token, hidden: edited.hidden, fields: edited.fields,
            problems: edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"), save: text("Ghi", "Save")
        )
    }
}

extension Day {
    /// The day of the week as people say it.
    var weekdayName: Bilingual {
        let vi = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
        let en = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return Bilingual(vi: vi[weekday - 1], en: en[weekday - 1])
    }
}

func calendarView(_ page: CalendarPage) -> HTML {
    let words = Words("Progress", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
        <div class="stack"><section class="card">
        \(when: page.rows.isEmpty, "<p class=\"none\">\(page.none)</p>")\
        \(when: !page.rows.isEmpty, calendarTable(page, words))</section>
        \(if: page.form, { formPart($0, page.language) })</div>
        """
}

private func calendarTable(_ page: CalendarPage, _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption class="unseen">\(page.title)</caption>
    <thead><tr>\(each: page.headings, calendarHeading)</tr></thead>
    <tbody>\(each: page.rows, { calendarRow($0, page, words) })</tbody></table></div>
    """
}

private func calendarHeading(_ text: String) -> HTML {
    if text.isEmpty { return "<td></td>" }
    return """
        <th scope="col">\(text)</th>
        """
}

private func calendarRow(_ row: CalendarPage.Row, _ page: CalendarPage, _ words: Words) -> HTML {
    let texts = [row.weekday, row.kind, row.name, row.source]
    return """
        <tr><th scope="row">\(row.day)</th>\
        \(each: zip(texts, page.headings.dropFirst()), { "<td data-of=\"\($1)\">\($0)</td>" })\
        <td data-of="\(page.headings[5])">\(badgeView(row.certainty))</td>\
        <td>\(if: row.removal, { removal($0, page.token, words) })</td></tr>

        """
}

private func removal(_ path: String, _ token: String, _ words: Words) -> HTML {
    """
    <form method="post" action="\(path)">\(tokenField(token))<button class="bare">\(words["remove"])</button></form>
    """
}
