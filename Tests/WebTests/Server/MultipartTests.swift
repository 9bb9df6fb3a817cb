import Support
import Testing

@testable import Web

@Suite struct MultipartTests {
    private let example = """
        --x\r
        Content-Disposition: form-data; name="ten"\r
        \r
        Thị trấn Đập Đá\r
        --x\r
        Content-Disposition: form-data; name="tep"; filename="C:\\so lieu\\a \\"b\\".csv"\r
        Content-Type: text/csv\r
        \r
        a,b\r
        \r
        --\r
        --x--\r

        """

    @Test func `fields and files are read back`() throws {
        let form = try form(example)

        #expect(form.text("ten") == "Thị trấn Đập Đá")
        let file = try #require(form.file("tep"))
        #expect(file.name == #"a "b".csv"#)
        #expect(try String(decoding: file.bytes(), as: UTF8.self) == "a,b\r\n\r\n--")
    }

    @Test func `it does not matter how the network cuts the body`() throws {
        let whole = try form(example)
        for size in 1...60 {
            let cut = try form(example, chunk: size)
            #expect(cut.text("ten") == whole.text("ten"))
            #expect(try cut.file("tep")?.bytes() == whole.file("tep")?.bytes(), "chunks of \(size)")
        }
    }

    @Test func `a body cut off anywhere is refused`() throws {
        let bytes = Array(example.utf8)
        let end = try #require(bytes.count - 4 > 0 ? bytes.count - 4 : nil)
        for length in 0..<end {
            #expect(throws: FormError.malformed, "\(length) bytes") {
                try form(bytes[..<length], chunk: 7)
            }
        }
    }

    @Test func `a file field left empty is no file`() throws {
        let form = try form(
            "--x\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"\"\r\n\r\n\r\n--x--")
        #expect(form.file("tep") == nil)
    }

    @Test func `a file larger than allowed is refused by its name`() {
        var limits = FormLimits.standard
        limits.file = 5
        #expect(throws: FormError.fileTooLarge(name: #"a "b".csv"#, limit: 5)) {
            try form(example, limits: limits)
        }
    }

    @Test func `more typed text than allowed is refused`() {
        var limits = FormLimits.standard
        limits.fields = 10
        #expect(throws: FormError.fieldsTooLarge(limit: 10)) { try form(example, limits: limits) }
    }

    @Test func `more fields than allowed are refused`() {
        var limits = FormLimits.standard
        limits.fieldCount = 0
        #expect(throws: FormError.tooManyFields(limit: 0)) { try form(example, limits: limits) }
    }

    @Test func `more files than allowed are refused`() {
        var limits = FormLimits.standard
        limits.fileCount = 0
        #expect(throws: FormError.tooManyFiles(limit: 0)) { try form(example, limits: limits) }
    }

    @Test func `bytes that are no text are refused in a field`() {
        let bytes =
            Array("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8) + [0xC3, 0x28]
            + Array("\r\n--x--".utf8)
        #expect(throws: FormError.unreadableText(field: "a")) { try form(bytes) }
    }

    @Test func `an endless heading is refused before it fills memory`() throws {
        var parts = try FormParts(boundary: "x", limits: .standard)
        try parts.take("--x\r\n".utf8)
        #expect(throws: FormError.malformed) {
            for _ in 0..<1_000 { try parts.take("Content-Disposition: ".utf8) }
        }
    }

    @Test func `a temporary file goes with the form`() throws {
        var path = ""
        do {
            let form = try form(example)
            path = try #require(form.file("tep")).path
            #expect(try FormFileProbe.exists(path))
        }
        #expect(try !FormFileProbe.exists(path))
    }

    @Test func `any bytes are read or refused, never trapped`() throws {
        let words = [
            "--x", "--x--", "\r\n", "\r", "\n", "\r\n\r\n", "-", "\"", "\\", ";", "name=", "é",
            "\0",
            "Content-Disposition: form-data; name=\"a\"", "filename=\"b\"", ":",
        ]
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let text =
                "--x" + (0..<20).compactMap { _ in words.randomElement(using: &random) }.joined()
            do {
                _ = try form(text, chunk: 1 + Int(seed % 9))
            } catch is FormError {
                continue
            }
        }
    }

    private func form(_ text: String, chunk: Int = 1_024, limits: FormLimits = .standard) throws
        -> Form
    {
        try form(Array(text.utf8), chunk: chunk, limits: limits)
    }

    private func form(
        _ bytes: some Collection<UInt8>, chunk: Int = 1_024, limits: FormLimits = .standard
    ) throws -> Form {
        var parts = try FormParts(boundary: "x", limits: limits)
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            try parts.take(rest.prefix(chunk))
            rest = rest.dropFirst(chunk)
        }
        return try parts.finished()
    }
}
