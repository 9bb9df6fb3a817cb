import ArgumentParser
import Domain
import Foundation
import Reading

struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Reads a plan and says what it promises; needs no database.",
        discussion: """
            Đọc kế hoạch và cho biết các chỉ tiêu, nhiệm vụ tìm thấy, kèm chỗ cần người xác nhận. Takes text \
            (UTF-8, UTF-16) and .docx.

              caicach read plan.txt
              caicach read plan.docx --json > draft.json
            """)

    @Argument(help: "The plan: a text file or a .docx.", completion: .file())
    var file: String

    @OptionGroup var output: OutputOption
    @OptionGroup var speech: LanguageOption

    func run() throws {
        let plan = PlanReader.read(try TextFile.read(try bytes(of: file), name: fileName(file)))
        Terminal.say(output.isJSON ? plan.json : plan.outline(speech.language))
    }
}
