import Domain
import Foundation
import Reading
import Testing

@Suite struct CriteriaYAMLTests {
    private static let text = """
        name: Bộ tiêu chí thử
        block: departments
        year: 2021
        classes: "Tốt >=80; Khá >=65"
        ties: dense
        criteria:
        - code: 1
          title: Kiểm tra
          maximum: 100
        - code: 1.1
          title: Khắc phục
          maximum: 60
          input: measure findings-remedied
          rule: "100%: 60; <100%: 0; không phát sinh: không tính"
        - code: 1.10
          title: Báo cáo
          maximum: 40
          input: choice
          rule: "có: 40; không: 0"
        """

    private func read(_ text: String) throws -> ReadCriteria {
        try CriteriaYAML.read(Data(text.utf8), name: "thu.yaml")
    }

    @Test func `a set is read with its tree, classes and rules`() throws {
        let read = try read(Self.text)
        #expect(read.problems == [])
        #expect(read.criteria.map(\.code) == ["1", "1.1", "1.10"])
        #expect(read.criteria.map(\.parent) == [nil, 0, 0])
        #expect(read.criteria[1].input == .measure(.findingsRemedied))
        #expect(read.details.ties == .sharedAndDense)
        #expect(read.details.classes.lines.map(\.name) == ["Tốt", "Khá"])
    }

    @Test func `a key that there is not is named with its line`() throws {
        let read = try read(Self.text.replacing("  title: Khắc phục", with: "  tiltle: Khắc phục"))
        #expect(read.problems.contains { $0.field == "tiltle" && $0.row == 11 })
    }

    @Test func `a leaking rule is placed at the line of its criterion`() throws {
        let read = try read(Self.text.replacing("<100%: 0;", with: "<90%: 0;"))
        #expect(read.problems.map(\.row) == [10])
        #expect(read.problems.first?.message.vi.contains("“90%-<100%”") == true)
    }

    @Test func `broken YAML is refused with its line`() {
        let error = #expect(throws: InvalidInput.self) {
            try read("name: \"mở\ncriteria: [")
        }
        #expect(error?.problems.first?.row != nil)
    }

    @Test func `a text that is no mapping is refused`() {
        #expect(throws: InvalidInput.self) { try read("- một\n- hai") }
    }

    @Test func `a block that there is not is named with those there are`() throws {
        let read = try read(Self.text.replacing("departments", with: "phòng"))
        #expect(read.problems.first?.message.en.contains("communes") == true)
    }
}
