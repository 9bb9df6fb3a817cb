import Domain
import Store

/// The lists as tables that an import takes back, for whoever has no page to click on.
public enum RecordExport {
    /// The list called `agencies` or `people`, or by the key of a kind of record.
    ///
    /// Codes are those of the day; a body that does not exist then has none. Throws
    /// ``MissingRecord`` when there is no such list.
    public static func table(
        of list: String, year: Int, on day: Day, _ db: ReadableDatabase
    ) throws -> CellTable {
        let snapshot = Snapshot(
            db: db, kept: Kept(budget: 0), year: year, day: day, dayHasEnded: true)
        if list == "agencies" {
            let tree = try snapshot.tree()
            return AgencyColumns.all.table(
                tree.bodies.map { body in
                    AgencyRow(body.version, parentCode: body.parent.map { tree[$0].code })
                })
        }
        if list == "people" {
            let people = try PeopleOnDay(db, on: day, for: .system)
            return PostColumns.all.table(people.posts.map(people.row))
        }
        guard let kind = RecordKind.all.first(where: { $0.key == list }) else {
            throw MissingRecord(Bilingual(vi: "danh sách", en: "list"), list)
        }
        return CellTable(
            headings: kind.columns.map(\.key),
            rows: try kind.lines(snapshot).enumerated().map { number, line in
                CellTable.Row(number: number + 2, cells: line.cells)
            })
    }
}
