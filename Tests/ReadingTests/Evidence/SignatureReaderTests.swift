import Domain
import Foundation
import Support
import Testing

@testable import Reading

@Suite struct SignatureReaderTests {
    private let said = """
        Digital Signature Info of: a.pdf
        Signature #1:
          - Signature Field Name: Signature1
          - Signer Certificate Common Name: Nguyễn Văn An
          - Signer full Distinguished Name: CN=Nguyễn Văn An,O=Sở Nội vụ
          - Signing Time: Oct 15 2021 02:41:00
          - Signing Hash Algorithm: SHA-256
          - Signature Type: adbe.pkcs7.detached
          - Signed Ranges: [0 - 840], [17226 - 18072]
          - Total document signed
          - Signature Validation: Signature is Valid.
          - Certificate Validation: Certificate issuer isn't Trusted.
        Signature #2:
          - Signer Certificate Common Name: Trần Thị Bình
          - Not total document signed
          - Signature Validation: Digest Mismatch.
        """

    @Test func `signer, time and validity are read from what pdfsig says`() {
        let signatures = SignatureReader.signatures(said)
        #expect(signatures.map(\.signer) == ["Nguyễn Văn An", "Trần Thị Bình"])
        #expect(signatures.map(\.validity) == [.valid, .altered])
        #expect(signatures.map(\.trust) == [.untrusted, .unknown])
        #expect(signatures.map(\.coversAll) == [true, false])
        #expect(signatures.first?.signedAt == Instant("2021-10-15T02:41:00.000Z"))
    }

    @Test func `a sentence says who signed when, in both languages`() {
        let sentence = SignatureReader.signatures(said).first?.sentence
        #expect(
            sentence?.vi
                == "Nguyễn Văn An ký lúc 09:41 ngày 15/10/2021: Chữ ký hợp lệ, nội dung nguyên vẹn; "
                + "máy chủ chưa có gốc chứng thư của bên cấp.")
    }

    @Test func `a PDF without a signature is unsigned, other bytes are unreadable`() async throws {
        #expect(try await reading(PDFBytes.text([["x"]])) == .unsigned)
        #expect(try await reading(Data("không phải PDF".utf8)) == .unreadable)
    }

    @Test func `a PDF signed by OpenSSL is valid, and altered when one letter changes`()
        async throws
    {
        let signed = try SignedPDF.make(signer: "Nguyen Van An")
        guard case .signed(let signatures) = try await reading(signed) else {
            Issue.record("no signature was found")
            return
        }
        #expect(signatures.map(\.signer) == ["Nguyen Van An"])
        #expect(signatures.map(\.validity) == [.valid])
        #expect(signatures.map(\.coversAll) == [true])
        #expect(signatures.first?.trust != .trusted)

        var altered = signed
        let place = try #require(altered.firstRange(of: Data("MediaBox [0 0 595".utf8)))
        altered[place.upperBound - 1] = UInt8(ascii: "6")
        guard case .signed(let broken) = try await reading(altered) else {
            Issue.record("no signature was found")
            return
        }
        #expect(broken.map(\.validity) == [.altered])
    }

    private func reading(_ data: Data) async throws -> SignatureReading {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "caicach-test-\(UUID().uuidString)"
        ).path
        try data.write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return await SignatureReader.read(path)
    }
}

/// A PDF that `openssl` signs with a certificate made for it.
private enum SignedPDF {
    private static let room = 8_192

    static func make(signer: String) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-sign-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (whole, hole) = file()
        let parts = whole.prefix(hole.lowerBound) + whole.suffix(from: hole.upperBound)
        try parts.write(to: folder.appending(path: "signed"))
        try openssl(
            folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key", "-out",
            "cert", "-days", "30", "-subj", "/CN=\(signer)")
        try openssl(
            folder, "cms", "-sign", "-binary", "-in", "signed", "-signer", "cert", "-inkey", "key",
            "-md", "sha256", "-outform", "DER", "-out", "signature")
        let signature = try Data(contentsOf: folder.appending(path: "signature"))
        let digits = signature.map { String(format: "%02x", $0) }.joined()
        var signed = whole
        let filled = "<" + digits.padding(toLength: room, withPad: "0", startingAt: 0) + ">"
        signed.replaceSubrange(hole, with: Data(filled.utf8))
        return signed
    }

    /// The file with room for the signature, and where that room is.
    private static func file() -> (Data, Range<Int>) {
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>",
            "<< /Type /Annot /Subtype /Widget /FT /Sig /T (S) /Rect [0 0 0 0] /P 3 0 R /V 5 0 R >>",
            "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached "
                + "/ByteRange [0000000000 1111111111 2222222222 3333333333] /Contents <"
                + String(repeating: "0", count: room) + "> >>",
        ]
        var text = "%PDF-1.7\n"
        var offsets: [Int] = []
        for (number, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        text += offsets.map { String(format: "%010d 00000 n \n", $0) }.joined()
        text += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        let bytes = Data(text.utf8)
        let from = bytes.firstRange(of: Data("<0000".utf8))?.lowerBound ?? 0
        let hole = from..<(from + room + 2)
        let numbers = [0, hole.lowerBound, hole.upperBound, bytes.count - hole.upperBound]
        let range = numbers.map { String(format: "%010d", $0) }.joined(separator: " ")
        let filled = text.replacing(
            "0000000000 1111111111 2222222222 3333333333", with: range)
        return (Data(filled.utf8), hole)
    }

    private static func openssl(_ folder: URL, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "openssl \(arguments.first ?? "")")
    }
}
