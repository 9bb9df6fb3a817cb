import Domain
import Store

/// One kind of dated record, as the pages handle it: a list, a form, an import and an export, all
/// made from the one list of its columns.
struct RecordKind: Sendable {
    /// In addresses and in the journal: `inspections`.
    let key: String
    let section: Section
    /// "Cuộc kiểm tra"; "inspections".
    let name: Bilingual
    /// "Thêm cuộc kiểm tra".
    let add: Bilingual
    /// Who may see such records, and who may write them.
    let sees: Permission
    let records: Permission
    let columns: [Heading]
    let topics: [Topic]
    /// The records of the year as lines of cells, in the columns' order.
    let lines: @Sendable (Snapshot) throws -> [Line]
    let dryRun: @Sendable (ReadableDatabase, CellTable) throws -> ImportSummary
    let take: @Sendable (WritableDatabase, CellTable, User.ID) throws -> ImportSummary
    /// Puts one record right from a line of cells; `nil` for kinds whose rows are only imported.
    let correct: (@Sendable (WritableDatabase, Int, Int, CellTable, User.ID) throws -> Void)?
    /// Whether the page of one record is made by its feature.
    var hasOwnPages = false
    /// Whether its list is, too.
    var hasOwnList = false
    /// Where one goes after recording what the form says; `nil`, or when it gives `nil`, to the list.
    var landing: (@Sendable (Form) -> String?)?
    /// The keys of the columns that the list shows; `nil` for all.
    var listed: Set<String>?
    /// Headings of what the list says beside the columns.
    var remarks: [Bilingual] = []
    /// What the lines of the year come to, shown above the list.
    var summary: (@Sendable (Snapshot, Language) throws -> [RegisterSummary])?

    struct Heading: Sendable {
        let key: String
        let title: Bilingual
        let isRequired: Bool
        let input: ColumnInput

        init<Row>(_ column: Column<Row>) {
            key = column.key
            title = column.heading
            isRequired = column.isRequired
            input = column.input
        }
    }

    /// One record as the list shows it.
    struct Line: Sendable {
        /// What people cite; 0 for kinds without numbers.
        let number: Int
        let version: Int
        /// As ``Column/write`` writes them: codes, days, raw choices.
        let cells: [String]
        let badge: State?
        /// The day its state is judged by, for filters.
        let recordedOn: Day?
        /// One for each of the kind's remarks.
        var remarks: [Bilingual] = []
    }

    /// Where a record stands on the day, for its mark and for the filter.
    enum State: String, CaseIterable, Sendable {
        case done, late, open, overdue, cancelled, met, unmet, questioned, unchecked

        static func state(_ state: Standing.Row.State) -> State {
            switch state {
            case .counted: .done
            case .late: .late
            case .open: .open
            case .overdue: .overdue
            case .failed: .cancelled
            }
        }

        var title: Bilingual {
            switch self {
            case .done: Bilingual(vi: "Đã xong", en: "Done")
            case .late: Bilingual(vi: "Đã xong, quá hạn", en: "Done, late")
            case .open: Bilingual(vi: "Chưa xong", en: "Open")
            case .overdue: Bilingual(vi: "Quá hạn", en: "Overdue")
            case .cancelled: Bilingual(vi: "Đã hủy", en: "Cancelled")
            case .met: Bilingual(vi: "Đúng cả bốn mặt", en: "All four met")
            case .unmet: Bilingual(vi: "Chưa đúng", en: "Not in order")
            case .questioned: Bilingual(vi: "Cần đánh giá lại", en: "To be judged again")
            case .unchecked: Bilingual(vi: "Chưa kiểm tra", en: "Not yet checked")
            }
        }

        func badge(_ language: Language) -> Badge {
            let kind: Badge.Kind =
                switch self {
                case .done, .met: .kept
                case .late: .holding
                case .open, .unchecked: .notDue
                case .overdue, .questioned: .atRisk
                case .unmet: .broken
                case .cancelled: .noData
                }
            return Badge(kind: kind, word: title[language])
        }
    }

    /// As the journal names one of them: `inspection`.
    var journalKind: String {
        switch key {
        case "documents": "legal-document"
        case "coordination": "coordinated-procedure"
        default: String(key.dropLast())
        }
    }

    func list(_ year: Int, on: Day? = nil) -> String { Paths.path([String(year), key], on: on) }
    func new(_ year: Int) -> String { Paths.path([String(year), key, "new"]) }
    func one(_ year: Int, _ number: Int) -> String {
        Paths.path([String(year), key, String(number)])
    }
    func imports(_ year: Int) -> String { Paths.path([String(year), key, "import"]) }
    func file(_ year: Int, _ format: String) -> String {
        Paths.path([String(year), "\(key).\(format)"])
    }

    /// Every kind there is; the routes are made from this list.
    static let all: [RecordKind] =
        [
            .agencyPlans, .agencyTasks, .inspections, .selfInspections, .findings, .documents,
            .coordinatedProcedures, .coordinationRegulations,
        ] + registers
}
