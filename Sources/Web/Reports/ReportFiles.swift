import Documents
import Domain
import Store

/// The files of reports, for whoever has no page to click on.
public enum ReportFiles {
    /// Writes the four files of a period's report into one archive, from one snapshot.
    ///
    /// Throws ``MissingRecord`` when there is no such report.
    public static func writeQuarter(
        of number: Int, _ db: ReadableDatabase, on day: Day, to path: String
    ) throws {
        try QuarterFiles.write(composer(number, db, day), to: path)
    }

    /// Writes one report as .docx: as it was signed, otherwise as it stands on the day.
    public static func writeWord(
        of number: Int, _ db: ReadableDatabase, on day: Day, to path: String
    ) throws {
        let composer = try composer(number, db, day)
        let frozen = try db.frozenDocument(of: composer.report)
        try WordDocument.write(try frozen ?? composer.document(), to: path)
    }

    private static func composer(_ number: Int, _ db: ReadableDatabase, _ day: Day) throws
        -> ReportComposer
    {
        guard let report = try db.report(numbered: number, for: .system) else {
            throw MissingRecord(Bilingual(vi: "báo cáo, văn bản", en: "report"), "\(number)")
        }
        return try ReportComposer(
            Snapshot(
                db: db, kept: Kept(budget: 8 << 20), year: report.span.year, day: day,
                dayHasEnded: false),
            report)
    }
}
