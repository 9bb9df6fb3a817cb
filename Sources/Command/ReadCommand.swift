import ArgumentParser
import Domain
import Foundation
import Reading

struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Reads a plan and says what it promises; needs no database.",
        discussion: """
            Đọc kế hoạch và cho biết các chỉ tiêu, nhiệm vụ tìm thấy, kèm chỗ cần người xác nhận. Takes text \
            (UTF-8, UTF-16), .docx, .pdf with a text layer, and .xlsx for annexes.

              caicach read plan.txt
              caicach read plan.docx --annex phu-luc.xlsx --json > draft.json
              caicach read scan.pdf --ocr --text
            """)

    @Argument(help: "The plan: text, .docx, .pdf or .xlsx.", completion: .file())
    var file: String

    @Option(help: "An annex in a file of its own, read after the plan.", completion: .file())
    var annex: [String] = []

    @Flag(help: "Recognise the letters of a scanned PDF (needs tesseract-ocr and its Vietnamese).")
    var ocr = false

    @Flag(name: .customLong("text"), help: "Print the extracted text and nothing else.")
    var isText = false

    @OptionGroup var output: OutputOption
    @OptionGroup var speech: LanguageOption

    func validate() throws {
        guard !isText || !output.isJSON else {
            throw ValidationError("Choose --text or --json, not both.")
        }
    }

    func run() async throws {
        var plan = try await read(file)
        for annex in annex { plan = plan.followed(by: try await read(annex)) }
        if isText { return Terminal.print(plan.text) }
        let draft = plan.draft()
        Terminal.say(output.isJSON ? draft.json : draft.outline(speech.language))
    }

    private func read(_ path: String) async throws -> PlanFile {
        try await PlanFile.read(bytes(of: path), name: fileName(path), recognising: ocr)
    }
}
