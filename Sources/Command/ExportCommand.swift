import ArgumentParser
import Documents
import Domain
import Foundation
import Store
import Web

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes a list to a CSV or XLSX file, in the columns that import takes back.",
        discussion: """
            Xuất danh mục hoặc hồ sơ ra tệp CSV, XLSX.

              caicach export agencies agencies.xlsx --on 01/07/2025
              caicach export inspections inspections.csv --year 2021
            """)

    @Argument(help: "Which list.")
    var list: RecordList

    @Argument(help: "The file to write; its ending says which kind.", completion: .file())
    var file: String

    @OptionGroup var database: DatabaseOption

    @Option(help: "The plan year; the newest with a plan when left out.")
    var year: Int?

    @Option(help: "The day whose bodies' codes are written, dd/mm/yyyy; today when left out.")
    var on: String?

    func run() async throws {
        let ending = URL(filePath: file).pathExtension.lowercased()
        guard let format = TableFormat(rawValue: ending) else {
            throw CommandError.unknownEnding(file)
        }
        let store = try await database.open()
        let (list, wantedYear, wantedDay) = (list, year, on.flatMap { Day($0) })
        if on != nil, wantedDay == nil { throw CommandError.noSuchDay(on ?? "") }
        let table = try await store.read { db -> CellTable in
            let today = try wantedDay ?? db.workspace().today(db.now)
            let year = try wantedYear ?? db.plannedYears().first ?? today.year
            return try RecordExport.table(of: list.rawValue, year: year, on: today, db)
        }
        try WrittenTable.write(table, to: file, as: format, titled: list.rawValue)
        Terminal.say("\(file): \(table.rows.count) dòng (rows)")
    }
}
