import Domain
import Foundation
import Support
import Testing

@testable import Reading

@Suite struct FileSnifferTests {
    @Test(arguments: [
        ("a.png", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]), FileType.png),
        ("a.JPG", Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]), .jpeg),
        ("a.pdf", PDFBytes.text([["Kế hoạch"]]), .pdf),
        ("a.txt", Data("Kế hoạch\n".utf8), .text),
        ("image", Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]), .jpeg),
        ("a.webp", Data("RIFF\0\0\0\0WEBPVP8 ".utf8), .webp),
        ("a.heic", Data([0, 0, 0, 24] + Array("ftypheic".utf8)), .heic),
        ("a.doc", Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), .oldOffice),
    ])
    func `a file is what its content says`(_ name: String, _ data: Data, _ type: FileType) throws {
        #expect(try sniffed(data, name) == type)
    }

    @Test func `an office file is told by its parts`() throws {
        #expect(try sniffed(office("word/document.xml"), "a.docx") == .word)
        #expect(try sniffed(office("xl/workbook.xml"), "a.xlsx") == .sheet)
    }

    @Test(arguments: [
        ("a.pdf", Data([0xFF, 0xD8, 0xFF, 0xE0]), FileType.jpeg),
        ("a.jpg", PDFBytes.text([["x"]]), .pdf), ("a.docx", PDFBytes.text([["x"]]), .pdf),
        ("a.exe", Data("Kế hoạch".utf8), .text), ("a.html", Data("Kế hoạch".utf8), .text),
        ("a.svg", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), .png),
    ])
    func `a file that lies about its type is refused by name and by what it is`(
        _ name: String, _ data: Data, _ type: FileType
    ) throws {
        let ending = try #require(FileName.ending(of: name))
        #expect(throws: EvidenceError.liesAboutType(name: name, says: ending, isReally: type)) {
            try sniffed(data, name)
        }
    }

    @Test(arguments: [
        Data("MZ\u{90}\u{0}\u{3}".utf8), Data([0x7F, 0x45, 0x4C, 0x46, 2, 1]),
        Data("<!DOCTYPE html><script>alert(1)</script>".utf8), Data("  <svg onload=x>".utf8),
        Data("#!/bin/sh\n".utf8), Data("<?xml version='1.0'?>".utf8), Data([0xC3, 0x28]),
        Data("Rar!\u{1A}".utf8), Data([0x1F, 0x8B, 8, 0]),
    ])
    func `programs, pages, archives and unknown bytes are not taken`(_ data: Data) throws {
        #expect(throws: EvidenceError.unknownType(name: "a.txt")) { try sniffed(data, "a.txt") }
    }

    @Test func `an archive of files is not taken, whatever its ending`() throws {
        let archive = ZipBytes.make([("a.txt", "x")])
        for name in ["a.zip", "a.docx"] {
            #expect(throws: EvidenceError.unknownType(name: name)) { try sniffed(archive, name) }
        }
    }

    @Test func `an empty file is refused as empty`() throws {
        #expect(throws: EvidenceError.empty(name: "a.pdf")) { try sniffed(Data(), "a.pdf") }
    }

    @Test func `an office file with macros is refused`() throws {
        #expect(throws: EvidenceError.macros(name: "a.docx")) {
            try sniffed(
                ZipBytes.make([
                    ("[Content_Types].xml", "<a/>"), ("word/document.xml", "<a/>"),
                    ("word/vbaProject.bin", "x"),
                ]), "a.docx")
        }
    }

    @Test func `an archive bomb is refused before it fills anything`() throws {
        let parts = [(name: "[Content_Types].xml", content: "<a/>")]
        let bomb = ZipBytes.bomb("word/document.xml", unpacking: 8 << 20, beside: parts)
        #expect(bomb.count < 1 << 20)
        let path = FileManager.default.temporaryDirectory.appending(
            path: "caicach-test-\(UUID().uuidString)"
        ).path
        try bomb.write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }

        #expect(throws: EvidenceError.unpacksToTooMuch(name: "a.docx", limit: 4)) {
            try OfficeArchive.type(path, "a.docx", mostMegabytes: 4)
        }
    }

    @Test func `an office file cut short or altered is refused as damaged`() throws {
        let whole = office("word/document.xml")
        for length in stride(from: 5, to: whole.count, by: 7) {
            #expect(throws: EvidenceError.self, "\(length)") {
                try sniffed(whole.prefix(length), "a.docx")
            }
        }
    }

    @Test func `any bytes are told or refused, never trapped`() throws {
        let starts: [Data] = [
            office("word/document.xml"), PDFBytes.text([["x"]]), Data("RIFF0000WEBP".utf8),
            Data([0, 0, 0, 24] + Array("ftyp".utf8)), Data("Kế".utf8),
        ]
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            var data = starts.randomElement(using: &random) ?? Data()
            data = data.prefix(Int.random(in: 0...data.count, using: &random))
            for _ in 0..<Int.random(in: 0...4, using: &random) where !data.isEmpty {
                let place = data.indices.randomElement(using: &random) ?? data.startIndex
                data[place] = UInt8.random(in: 0...255, using: &random)
            }
            do { _ = try sniffed(data, "a.docx") } catch is EvidenceError { continue }
        }
    }

    private func office(_ part: String) -> Data {
        ZipBytes.make([("[Content_Types].xml", "<Types/>"), (part, "<w:document/>")])
    }

    private func sniffed(_ data: Data, _ name: String) throws -> FileType {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "caicach-test-\(UUID().uuidString)"
        ).path
        try data.write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try FileSniffer.type(of: path, named: name)
    }
}
