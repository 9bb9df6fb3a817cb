import Documents
import Domain

/// One target on one day: what was promised, what was counted, and every row behind the figure.
struct TargetPage: Sendable {
    let language: Language
    /// The plan, then the clause in official words.
    let crumbs: [Link]
    let title: String
    /// The clause's own words.
    let quote: String?
    /// "10 cơ quan, cần 10 (30% của 32, làm tròn lên)".
    let figure: String
    let badge: Badge
    /// Why the verdict is what it is, each a sentence.
    let reasons: [String]
    let bar: BulletBar?
    let formula: String
    /// Lead agency, person who answers, deadline with its source, scope, measure.
    let facts: [Fact]
    /// What is counted apart: on time, late, missing; found, due, closed; four conditions.
    let parts: [Part]
    let chart: Chart?
    let readings: Readings?
    let members: Members?
    let rows: Rows
    /// The forecast's arithmetic; the last line is its outcome.
    let forecast: [Sum]
    /// What is doubtful about the data.
    let quality: [String]
    let history: [HistoryEntry]
    let historyPath: String?
    /// What the signed-in person may do here.
    let actions: [Link]

    struct Fact: Sendable {
        let name: String
        let text: String
        var path: String?
    }

    struct Part: Sendable {
        let count: String
        let name: String
        var path: String?
    }

    struct Chart: Sendable {
        let line: MonthLine
        let caption: String
        let rows: [Month]

        struct Month: Sendable {
            let name: String
            let value: String
            let share: String
            let isForecast: Bool
        }
    }

    /// The ways of counting that the text leaves open, or the one that was settled.
    struct Readings: Sendable {
        let heading: String
        /// The deciding document, or that nothing is settled and the stricter one is shown.
        let note: String
        let rows: [Reading]
        let settle: Link?

        struct Reading: Sendable {
            let name: String
            let has: String
            let needs: String
            let missing: String
            let badge: Badge
        }
    }

    /// Members that each have a quota of their own: eleven districts.
    struct Members: Sendable {
        let heading: String
        let caption: String
        /// "Số xã", "Đã kiểm tra", "Cần", "Còn thiếu".
        let headings: [String]
        let rows: [Member]

        struct Member: Sendable {
            let name: Link
            /// One for each heading.
            let figures: [String]
            let badge: Badge
        }
    }

    struct Rows: Sendable {
        let heading: String
        /// Counted, not counted, all; each with its number.
        let choices: [OverviewPage.ViewChoice]
        let caption: String
        let headings: [String]
        let rows: [Row]
        let pager: Pager?
        /// CSV and XLSX of exactly these rows.
        let files: [Link]
        /// How many rows the viewer may not see.
        let withheld: String?

        struct Row: Sendable {
            /// One for each heading; the first names the row.
            let cells: [Link]
            /// "ghi nhận sau, ngày 20/10/2021"; `nil` when entered in time.
            let enteredLater: String?
        }
    }

    struct Sum: Sendable {
        let text: String
        let figure: String
    }
}

/// One line of the journal, as it is told on the page of the thing that changed.
struct HistoryEntry: Sendable {
    /// "15/10/2021 09:41".
    let when: String
    let who: String
    let what: String
    let reason: String?
    /// What changed, field by field.
    var lines: [JournalPage.Line] = []
}
