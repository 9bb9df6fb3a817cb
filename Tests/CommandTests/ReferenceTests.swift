import Domain
import Foundation
import Testing

@testable import caicach

@Suite struct ReferenceTests {
    @Test func `the page about the command line is what the commands say of themselves`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/cli.md").standardizedFileURL
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text == ReferenceCommand.text + "\n", "Run: make cli-reference")
    }

    @Test func `the page about permissions is what the table says`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/permissions.md").standardizedFileURL
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text == PermissionTable.text + "\n", "Run: make permissions")
    }

    @Test func `every command has an example`() {
        for section in ReferenceCommand.text.components(separatedBy: "\n## caicach ").dropFirst() {
            let isGroup = section.contains("SUBCOMMANDS:")
            #expect(isGroup || section.contains("  caicach "), "\(section.prefix(20))")
        }
    }
}
