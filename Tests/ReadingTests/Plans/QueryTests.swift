import Domain
import Reading
import Testing

struct QueryTests {
    private func questioned(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return PlanReader.read(text).queries.map {
            String(String.UnicodeScalarView(scalars[$0.start..<$0.end]))
        }
    }

    @Test(arguments: ["[...]", "[…]", "(...)"]) func `a cut is asked about`(_ cut: String) {
        #expect(questioned("I. NHIỆM VỤ\n- Một việc.\n\(cut)\n") == [cut])
    }

    @Test func `a quota over two tiers is asked about`() {
        #expect(
            questioned("I. CHỈ TIÊU\n- Kiểm tra ít nhất 30% sở, ban, ngành và UBND cấp huyện.\n")
                == ["sở, ban, ngành và UBND cấp huyện"])
    }

    @Test func `all of two tiers leaves nothing open`() {
        #expect(
            questioned("I. CHỈ TIÊU\n- 100% cơ quan cấp tỉnh và UBND cấp huyện có trang tin.\n")
                == [])
    }

    @Test func `a word printed twice is asked about`() {
        #expect(
            questioned("I. NHIỆM VỤ\n- Nâng cao trách nhiệm của của người đứng đầu.\n") == [
                "của của"
            ])
    }

    @Test func `a list of verbs has no stray comma`() {
        #expect(questioned("I. NHIỆM VỤ\n- Kiểm tra, rà soát, báo cáo, sửa đổi văn bản.\n") == [])
    }

    @Test func `a share above all of a set is asked about`() {
        #expect(
            questioned("I. CHỈ TIÊU\n- 110% hồ sơ được số hóa.\n") == ["110% hồ sơ được số hóa"])
    }

    @Test func `a day that does not exist is asked about`() {
        #expect(questioned("I. NHIỆM VỤ\n- Báo cáo trước ngày 31/02/2021.\n") == ["31/02/2021"])
    }

    @Test func `a text that breaks off is asked about`() {
        #expect(
            questioned("I. NHIỆM VỤ\n- Nâng cao trách nhiệm của người đứng đầu các\n") == ["các"])
    }
}
