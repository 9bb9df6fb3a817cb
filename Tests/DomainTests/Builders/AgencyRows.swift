import Domain
import Foundation

/// Rows of an agency list: "code,name,level,parent[,from[,until]]".
func rows(_ lines: String...) -> ReadRows<AgencyRow> {
    let table = CellTable(
        headings: ["code", "name", "level", "parent_code", "from", "until"],
        rows: lines.enumerated().map { number, line in
            CellTable.Row(
                number: number + 2,
                cells: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            )
        })
    return AgencyColumns.all.read(table, blank: AgencyRow())
}

extension AgencyImport {
    /// An import whose rows hold from 01/01/2021 unless they say otherwise; ids are new-1, new-2 and so on.
    init(_ read: ReadRows<AgencyRow>, onto known: [Agency.Version]) {
        var count = 0
        self.init(read, onto: known, from: day("2021-01-01")) {
            count += 1
            return Agency.ID("new-\(count)")
        }
    }

    /// What each step puts on record.
    var versions: [Agency.Version] {
        steps.map { step in
            switch step {
            case .new(let version), .unchanged(let version): version
            case .changed(_, let new), .corrected(_, let new): new
            }
        }
    }

    /// The record after the import, as the action makes it.
    func applied(to known: [Agency.Version]) -> [Agency.Version] {
        var record = known
        for step in steps {
            switch step {
            case .unchanged: continue
            case .new(let version): record.append(version)
            case .corrected(let old, let new):
                record = record.map { $0 == old ? new : $0 }
            case .changed(let old, let new):
                record = record.map { $0 == old ? old.ending(on: new.tenure.from) : $0 } + [new]
            }
        }
        return record
    }
}

/// The real lists that are not part of the project; tests that need them are skipped without.
enum Shared {
    static let folder = ProcessInfo.processInfo.environment["CAICACH_SHARED"]
    static var isThere: Bool { folder != nil }

    /// A CSV file without quotation marks, as those lists are.
    static func table(_ path: String) throws -> CellTable {
        let text = try String(contentsOfFile: "\(folder ?? "")/\(path)", encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return CellTable(
            headings: lines.first ?? [],
            rows: lines.dropFirst().enumerated().map { CellTable.Row(number: $0 + 2, cells: $1) })
    }
}
