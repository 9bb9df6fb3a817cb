import Domain
import Foundation
import Reading

/// The files of the sample: lists of agencies and the plans' texts.
enum SampleFiles {
    static func planText(of edition: SampleYear.Edition) throws -> String {
        try text("plan-\(edition.rawValue).txt")
    }

    static func agencies(of edition: SampleYear.Edition) throws -> [AgencyRow] {
        let name = "agencies-\(edition.rawValue).csv"
        let table = try CSVFile.read(try text(name), name: name)
        let read = AgencyColumns.all.read(table, blank: AgencyRow())
        if let problem = read.problems.first { throw SampleFault("\(name): \(problem.placed.en)") }
        return read.rows.map(\.row)
    }

    /// The criteria of a block, in the project's own words.
    static func criteria(_ block: String) throws -> ReadCriteria {
        let name = "criteria-\(block).yaml"
        let read = try CriteriaYAML.read(Data(try text(name).utf8), name: name)
        if let problem = read.problems.first { throw SampleFault("\(name): \(problem.placed.en)") }
        return read
    }

    /// The days off of the year and those worked in exchange, as a person would import them.
    static func calendar(of edition: SampleYear.Edition) throws -> ReadRows<CalendarDayRow> {
        let name = "calendar-\(edition.rawValue).csv"
        let table = try CSVFile.read(try text(name), name: name)
        return CalendarDayColumns.all.read(table, blank: CalendarDayRow())
    }

    private static func text(_ name: String) throws -> String {
        guard let file = Bundle.module.url(forResource: "Data/\(name)", withExtension: nil) else {
            throw SampleFault("the file \(name) is not beside the program")
        }
        return try String(contentsOf: file, encoding: .utf8)
    }
}

/// The program was shipped without the sample's files, or with broken ones.
struct SampleFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
