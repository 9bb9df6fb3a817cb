import Domain
import Testing

@Suite struct MergeTests {
    private func field(_ was: String, _ theirs: String, _ yours: String) -> EditedField {
        EditedField(key: "text", was: was, theirs: theirs, yours: yours)
    }

    @Test func `what only the other changed is taken over`() {
        let edited = field("a", "b", "a")
        #expect(edited.outcome == .theirs)
        #expect(edited.merged == "b")
    }

    @Test func `what only you changed is kept`() {
        let edited = field("a", "a", "c")
        #expect(edited.outcome == .yours)
        #expect(edited.merged == "c")
    }

    @Test func `what both changed is yours to choose, and what you typed stays`() {
        let edited = field("a", "b", "c")
        #expect(edited.outcome == .clash)
        #expect(edited.merged == "c")
    }

    @Test func `what both changed alike needs no choice`() {
        #expect(field("a", "b", "b").outcome == .agreed)
    }

    @Test func `what nobody changed is not spoken of`() {
        #expect(field("a", "a", "a").outcome == .untouched)
    }

    @Test func `emptying a field is a change`() {
        #expect(field("a", "", "c").outcome == .clash)
        #expect(field("a", "", "a").merged.isEmpty)
    }
}
