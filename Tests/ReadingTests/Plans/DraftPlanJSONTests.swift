import Domain
import Foundation
import Reading
import Testing

struct DraftPlanJSONTests {
    private let plan = PlanReader.read(
        "KẾ HOẠCH\nCải cách hành chính năm 2021\n\nI. CHỈ TIÊU\n- Tối thiểu 45% - 50% hồ sơ được số hóa.\n- Ở nhóm tốt.\n"
    )

    @Test func `keys keep the order of the format`() {
        let json = plan.json
        let keys = [
            "document", "symbol", "type", "issuer", "place", "issuedOn", "effectiveOn", "year",
            "title", "signer",
        ]
        let places = keys.compactMap { json.range(of: "\"\($0)\":")?.lowerBound }
        #expect(places.count == keys.count)
        #expect(places == places.sorted())
    }

    @Test func `what is unknown is null`() {
        #expect(plan.json.contains(#""symbol":null"#))
    }

    @Test func `a range is a pair and a class a word`() {
        #expect(plan.json.contains(#""value":[45,50],"unit":"%""#))
        #expect(plan.json.contains(#""comparator":"in_class","value":"tốt","unit":null"#))
    }

    @Test func `it is JSON that others can read`() throws {
        let plan = PlanReader.read("I. CHỈ TIÊU\n- 100% \"văn bản\"\\ \u{1} \u{2028}được ký số.\n")
        let object = try JSONSerialization.jsonObject(with: Data(plan.json.utf8))
        #expect((object as? [String: Any])?.count == 5)
    }

    @Test(arguments: Language.allCases) func `the outline names what was found`(
        _ language: Language
    ) {
        let outline = plan.outline(language)
        #expect(outline.contains("I.1"))
        #expect(outline.contains(language == .vi ? "CHỈ TIÊU (2)" : "TARGETS (2)"))
    }
}
