import Domain
import Foundation
import Support
import Testing

@testable import Web

/// Whatever a form holds comes back the same, however the network cuts it; whatever else is sent is
/// refused or read, and never traps.
@Suite struct MultipartFuzzTests {
    private struct Part: Equatable {
        let name: String
        let fileName: String?
        let content: [UInt8]
    }

    /// Runs at each seed; `CAICACH_FUZZ` asks for more of them.
    private static var rounds: Int {
        ProcessInfo.processInfo.environment["CAICACH_FUZZ"].flatMap { Int($0) } ?? 400
    }

    @Test func `a form of any content comes back byte for byte, however it is cut`() throws {
        for seed in 0..<UInt64(Self.rounds) {
            var random = SeededGenerator(seed: seed)
            let parts = Self.parts(&random)
            let form = try Self.read(Self.body(parts), &random, boundary: Self.boundary)

            var (files, fields): ([String: [FormFile]], [String: [String]]) = ([:], [:])
            for name in Set(parts.map(\.name)) {
                files[name] = form.files(name)
                fields[name] = form.names(from: name).contains(name) ? form.all(name) : []
            }
            for part in parts {
                if part.fileName != nil {
                    let file = try #require(files[part.name]?.first, "seed \(seed)")
                    files[part.name]?.removeFirst()
                    #expect(try Array(file.bytes()) == part.content, "seed \(seed)")
                    #expect(file.size == part.content.count, "seed \(seed)")
                } else {
                    let value = try #require(fields[part.name]?.first, "seed \(seed)")
                    fields[part.name]?.removeFirst()
                    #expect(Array(value.utf8) == part.content, "seed \(seed)")
                }
            }
        }
    }

    @Test func `a form that was tampered with is read or refused, never trapped`() throws {
        for seed in 0..<UInt64(Self.rounds) {
            var random = SeededGenerator(seed: seed ^ 0xA5A5)
            var body = Self.body(Self.parts(&random))
            for _ in 0..<Int.random(in: 1...6, using: &random) where !body.isEmpty {
                let place = Int.random(in: 0..<body.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: body[place] = UInt8.random(in: 0...255, using: &random)
                case 1: body.removeSubrange(place..<min(body.count, place + 9))
                case 2: body.insert(contentsOf: Array("\r\n--\(Self.boundary)".utf8), at: place)
                default: body = Array(body.prefix(place))
                }
            }
            do {
                _ = try Self.read(body, &random, boundary: Self.boundary)
            } catch is FormError {
                continue
            }
        }
    }

    @Test func `a body without an end never takes more memory than a piece and a boundary`() throws
    {
        var limits = FormLimits.standard
        limits.file = 1 << 20
        var parts = try FormParts(boundary: "x", limits: limits)
        try parts.take(
            "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\n".utf8)
        let piece = [UInt8](repeating: 0x2D, count: 4_096)
        #expect(throws: FormError.fileTooLarge(name: "b", limit: 1 << 20)) {
            for _ in 0..<1_000 { try parts.take(piece) }
        }
    }

    @Test(arguments: [
        "form-data; name=\"a\"; filename=\"x\"; filename=\"y\"", "form-data",
        "attachment; name=\"a\"", "form-data; name=\"a", "form-data; name",
        "form-data; name=\"a\"; name=\"b\"",
    ])
    func `a part whose heading makes no sense is refused`(_ heading: String) throws {
        var parts = try FormParts(boundary: "x", limits: .standard)
        #expect(throws: FormError.self) {
            try parts.take(
                "--x\r\nContent-Disposition: \(heading)\r\n\r\nz\r\n--x--".utf8)
            _ = try parts.finished()
        }
    }

    @Test(arguments: ["../../a.pdf", "C:\\a\\..\\b.pdf", "..", "/etc/passwd", "a\\..\\..\\x"])
    func `the name of a file keeps no folder`(_ name: String) throws {
        var parts = try FormParts(boundary: "x", limits: .standard)
        try parts.take(
            "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"\(name)\"\r\n\r\nz\r\n--x--"
                .utf8)
        let file = try #require(try parts.finished().file("a"))
        #expect(!file.name.contains("/") && !file.name.contains("\\") && file.name != "..")
    }

    private static let boundary = "xFuzz"

    private static func parts(_ random: inout SeededGenerator) -> [Part] {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
            let name = ["a", "b", "files", "tên"].randomElement(using: &random) ?? "a"
            guard Bool.random(using: &random) else {
                let words = ["x", "ế", " y", "--xFuz", "đ\n", "="]
                let text = (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in
                    words.randomElement(using: &random)
                }.joined()
                return Part(name: name, fileName: nil, content: Array(text.trimmed.utf8))
            }
            let pieces: [[UInt8]] = [
                Array("\r\n--xFuz".utf8), Array("\r\n".utf8), [0x0D], [0x2D, 0x2D], [0],
                Array("--xFuzz".utf8), [0xFF, 0xFE], Array("\r\n--".utf8),
                (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) },
            ]
            let content = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
                pieces.randomElement(using: &random) ?? []
            }
            // What holds the whole boundary after a line end is no content of a sound form.
            let end = content.firstRange(of: Array("\r\n--xFuzz".utf8))?.lowerBound
            return Part(
                name: name, fileName: "f.bin", content: Array(content.prefix(end ?? content.count)))
        }
    }

    private static func body(_ parts: [Part]) -> [UInt8] {
        var body: [UInt8] = []
        for part in parts {
            let file = part.fileName.map { "; filename=\"\($0)\"" } ?? ""
            body += Array(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n"
                    .utf8)
            body += part.content + Array("\r\n".utf8)
        }
        return body + Array("--\(boundary)--\r\n".utf8)
    }

    private static func read(
        _ body: [UInt8], _ random: inout SeededGenerator, boundary: String
    ) throws -> Form {
        var parts = try FormParts(boundary: boundary, limits: .standard)
        var rest = body[...]
        while !rest.isEmpty {
            let size = Int.random(in: 1...70, using: &random)
            try parts.take(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return try parts.finished()
    }
}
