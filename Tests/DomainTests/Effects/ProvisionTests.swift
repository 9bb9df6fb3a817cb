import Domain
import Support
import Testing

@Suite struct ProvisionTests {
    @Test func `a part is read as officials write it, from the inside out`() throws {
        let read = Provision.list("điểm a khoản 2 Điều 5")
        let part = try #require(read.parts.first)
        #expect(part.steps.map(\.level) == [.article, .clause, .point])
        #expect(part.title.vi == "điểm a khoản 2 Điều 5")
        #expect(part.title.en == "point a, clause 2, article 5")
    }

    @Test func `several numbers of one level are as many parts`() {
        let parts = Provision.list("khoản 3, 4 và 5 Điều 7; mục số 1").parts
        #expect(
            parts.map(\.text) == [
                "khoản 3 Điều 7", "khoản 4 Điều 7", "khoản 5 Điều 7", "số thứ tự 1",
            ])
    }

    @Test func `point đ is not point d`() {
        let parts = Provision.list("điểm d khoản 1 Điều 2; điểm đ khoản 1 Điều 2").parts
        #expect(parts.count == 2)
    }

    @Test func `an article lies in no chapter, because articles are numbered through`() {
        let parts = Provision.list("Điều 5 Chương II; Điều 5").parts
        #expect(parts.map(\.text) == ["Điều 5"])
    }

    @Test func `an article contains its clauses and not those of another`() throws {
        let parts = Provision.list("Điều 1; khoản 2 Điều 1; khoản 2 Điều 11").parts
        #expect(parts[0].contains(parts[1]))
        #expect(!parts[0].contains(parts[2]))
        #expect(!parts[1].contains(parts[0]))
    }

    @Test(arguments: ["nội dung khác", "Điều", "khoản Điều 5", "phụ 1", "Điều 5 Điều 6 khoản"])
    func `what names no part is handed back`(_ text: String) {
        let read = Provision.list(text)
        #expect(read.parts.isEmpty)
        #expect(read.unread == [text])
    }

    @Test func `parts sort by their numbers`() {
        let parts = Provision.list("Điều 10; Điều 9; khoản 2 Điều 9").parts.sorted()
        #expect(parts.map(\.text) == ["Điều 9", "khoản 2 Điều 9", "Điều 10"])
    }

    @Test func `any text is read back or handed back, never trapped`() {
        let words = [
            "điều", "khoản", "điểm", "mục", "số", "phụ", "lục", "thứ", "tự", "5", "a", "đ", ",",
            ";", "và", "II", "chương", "²", "",
        ]
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let text = (0..<10).compactMap { _ in words.randomElement(using: &random) }
                .joined(separator: " ")
            for part in Provision.list(text).parts {
                #expect(Provision.list(part.text).parts == [part], "seed \(seed): \(text)")
            }
        }
    }
}
