import Domain
import Testing

@testable import Web

@Suite struct URLEncodedTests {
    @Test func `Vietnamese text is read back`() throws {
        let fields = try urlEncodedFields(
            "ten=Th%E1%BB%8B+tr%E1%BA%A5n&ma=BD-SNV".utf8, limits: .standard)
        #expect(fields.map(\.name) == ["ten", "ma"])
        #expect(fields.map(\.value) == ["Thị trấn", "BD-SNV"])
    }

    @Test func `letters are composed, whichever way they were typed`() throws {
        let form = Form(try urlEncodedFields("a=e%CC%81".utf8, limits: .standard))
        #expect(Array(form.text("a").utf8) == Array("é".utf8))
    }

    @Test func `line ends become one kind`() throws {
        let form = Form(try urlEncodedFields("a=1%0D%0A2%0D3%0A4".utf8, limits: .standard))
        #expect(form.whole("a") == "1\n2\n3\n4")
    }

    @Test func `a per cent sign without digits stands for itself`() throws {
        #expect(
            try urlEncodedFields("a=100%&b=%zz".utf8, limits: .standard).map(\.value) == [
                "100%", "%zz",
            ])
    }

    @Test(arguments: ["a=%00", "a=%C3%28", "a=%1B"])
    func `what is no text is refused`(_ body: String) {
        #expect(throws: FormError.unreadableText(field: "a")) {
            try urlEncodedFields(body.utf8, limits: .standard)
        }
    }

    @Test func `a field without a value is there, and empty`() throws {
        let form = Form(try urlEncodedFields("a&b=".utf8, limits: .standard))
        #expect(form.has("a"))
        #expect(form.optional("b") == nil)
        #expect(!form.has("c"))
    }

    @Test func `an amount may be written with its separators`() {
        var problems: [Problem] = []
        #expect(Form([("n", " 11.000 ")]).count("n", &problems) == 11_000)
        #expect(problems.isEmpty)
    }

    @Test(arguments: ["-1", "1e3", "²", "99999999999999999999", "một"])
    func `what is no amount is a problem of its field`(_ typed: String) {
        var problems: [Problem] = []
        #expect(Form([("n", typed)]).count("n", &problems) == nil)
        #expect(problems.map(\.field) == ["n"])
    }

    @Test func `a day that does not exist is a problem of its field`() {
        var problems: [Problem] = []
        #expect(Form([("on", "31/02/2021")]).day("on", &problems) == nil)
        #expect(problems.map(\.field) == ["on"])
    }
}
