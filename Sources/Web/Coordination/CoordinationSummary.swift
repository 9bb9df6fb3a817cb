import Domain
import Store

/// The list of procedures by the plan's fields: what there is, what is owed.
enum CoordinationSummary {
    static func byField(_ snapshot: Snapshot, _ language: Language) throws -> RegisterSummary {
        let review = try snapshot.coordination()
        let tasks = Dictionary(grouping: try snapshot.db.coordinationTasks(), by: \.procedure)
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        func number(_ value: Int) -> RecordListPage.Cell {
            RecordListPage.Cell(text: Written.number(value, language))
        }
        let rows = CoordinatedProcedure.Field.allCases.compactMap {
            field -> [RecordListPage.Cell]? in
            let mine = review.procedures.filter { $0.field == field }
            guard !mine.isEmpty else { return nil }
            return [
                RecordListPage.Cell(text: field.title[language].capitalisedFirst),
                number(mine.count), number(mine.count { $0.hasRegulation == .yes }),
                number(mine.count { $0.hasProcess == .yes }),
                number(mine.count { $0.need == .amend }), number(mine.count { $0.need == .issue }),
                number(mine.count { tasks[$0.id] != nil }),
                number(
                    mine.count { $0.state(tasks[$0.id] ?? [], on: snapshot.day) == .overdue }),
            ]
        }
        let headings = [
            text("Lĩnh vực", "Field"), text("Thủ tục", "Procedures"),
            text("Có quy chế phối hợp", "With a regulation"),
            text("Có quyết định quy trình nội bộ", "With a decision on the process"),
            text("Cần sửa đổi", "To amend"), text("Cần ban hành", "To issue"),
            text("Đã giao nhiệm vụ", "Made tasks"), text("Quá hạn", "Overdue"),
        ]
        let points = review.points
        return RegisterSummary(
            caption: text(
                "Quy chế phối hợp theo lĩnh vực, đến ngày \(snapshot.day.vi)",
                "Coordination by field on \(snapshot.day.en)"),
            headings: headings.enumerated().map {
                RecordListPage.Heading(text: $0.element, isNumber: $0.offset > 0)
            },
            rows: rows,
            note: points.isEmpty
                ? nil
                : text("Cần lưu ý: ", "To look at: ")
                    + CoordinationPoint.Kind.allCases.compactMap { kind in
                        let count = points.count { $0.kind == kind }
                        guard count > 0 else { return nil }
                        return
                            "\(kind.title[language].lowercased()) \(Written.count(count, language))"
                    }.joined(separator: "; ") + ".")
    }
}
