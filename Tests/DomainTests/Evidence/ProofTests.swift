import Domain
import Testing

@Suite struct ProofTests {
    @Test func `a document proves, whatever else is said`() {
        #expect(Proof(files: 1).state == .proven)
        #expect(Proof(files: 1).problems().isEmpty)
    }

    @Test func `without a document a written explanation is enough`() {
        let proof = Proof(files: 0, explanation: "Đang chờ lãnh đạo ký báo cáo.")
        #expect(proof.state == .explained)
        #expect(proof.problems().isEmpty)
    }

    @Test func `without either it cannot be handed in, and the field is told`() {
        let problems = Proof(files: 0).problems(field: "why")
        #expect(Proof(files: 0).state == .missing)
        #expect(problems.map(\.field) == ["why"])
    }

    @Test(arguments: ["", "   ", "Chưa có", "-", "...............", "1234567890123456"])
    func `a word that explains nothing is no explanation`(_ text: String) {
        #expect(Proof(files: 0, explanation: text).state == .missing)
    }
}
