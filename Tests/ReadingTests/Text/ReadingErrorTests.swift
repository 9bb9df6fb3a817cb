import Domain
import Reading
import Testing

struct ReadingErrorTests {
    @Test(arguments: errors) func `every refusal is said in both languages with its file`(
        _ error: ReadingError
    ) {
        #expect(error.message.vi.contains("tep.txt") && error.message.en.contains("tep.txt"))
        #expect(error.message.vi != error.message.en)
        #expect(error.code.hasPrefix("reading."))
    }

    static let errors: [ReadingError] = [
        .empty(name: "tep.txt"), .tooLarge(name: "tep.txt", megabytes: 100, limit: 20),
        .zeroByte(name: "tep.txt", offset: 1, line: 1),
        .invalidUTF8(name: "tep.txt", offset: 1, line: 1),
        .invalidUTF16(name: "tep.txt", offset: 1), .legacyEncoding(name: "tep.txt", encoding: .vni),
        .pdf(name: "tep.txt"), .oldOffice(name: "tep.txt"), .unknownKind(name: "tep.txt"),
        .brokenArchive(name: "tep.txt"), .archiveTooLarge(name: "tep.txt", part: "a", limit: 64),
        .macros(name: "tep.txt"), .forbiddenXML(name: "tep.txt", part: "a"),
        .brokenXML(name: "tep.txt", part: "a", line: 1),
        .tooDeep(name: "tep.txt", part: "a", limit: 200),
        .tooManyRows(name: "tep.txt", limit: 100_000),
        .tooManyColumns(name: "tep.txt", row: 1, limit: 256),
        .noSheet(name: "tep.txt", sheet: nil), .noSheet(name: "tep.txt", sheet: "A"),
        .noTable(name: "tep.txt"), .pdfWithoutText(name: "tep.txt", canRecognise: true),
        .pdfWithoutText(name: "tep.txt", canRecognise: false), .pdfBroken(name: "tep.txt"),
        .pdfProgramMissing(name: "tep.txt"), .tooManyPages(name: "tep.txt", limit: 40),
    ]
}
