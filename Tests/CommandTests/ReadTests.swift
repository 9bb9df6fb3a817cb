import Foundation
import Testing

@Suite struct ReadTests {
    @Test func `a file in an old encoding is refused with the remedy, not misread`() throws {
        let folder = try Folder()
        let path = folder.path("cu.txt")
        try Data([0xC3, 0x28, 0xA0, 0xFF]).write(to: URL(filePath: path))
        let answer = try Caicach.run("read", path)
        #expect(answer.code == 1)
        #expect(answer.output.isEmpty)
    }

    @Test func `what is read can be had as JSON`() throws {
        let folder = try Folder()
        let path = try folder.file(
            "kh.txt", "KẾ HOẠCH\nCải cách hành chính năm 2021\n\nI. MỤC TIÊU\n1. Mục tiêu chung\n")
        let answer = try Caicach.run("read", path, "--json")
        #expect(answer.code == 0)
        let json =
            try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        #expect(json?.keys.sorted() == ["clauses", "document", "queries", "targets", "tasks"])
    }
}
