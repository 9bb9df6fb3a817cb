import Documents
import Domain
import Foundation
import Testing

/// A mail as mail servers take it.
@Suite struct MailTextTests {
    private func text(subject: String, body: String = "Kính gửi\n", from: String = "cchc@x.vn")
        throws
        -> String
    {
        let mail = Mail(
            id: Mail.ID("01M"), recipient: "an@x.vn", day: try #require(Day("2021-10-15")),
            kind: "digest", address: "an@x.vn", subject: subject, body: body)
        let now = try #require(Instant("2021-10-15T02:03:04.005Z"))
        return String(
            decoding: MailText.written(mail, from: from, host: "cchc.x.vn", at: now), as: UTF8.self)
    }

    @Test func `its head names sender, reader, moment and number`() throws {
        let head = try text(subject: "Hi").components(separatedBy: "\r\n\r\n")[0]

        #expect(
            head.components(separatedBy: "\r\n") == [
                "From: cchc@x.vn", "To: an@x.vn", "Subject: =?UTF-8?B?SGk=?=",
                "Date: Fri, 15 Oct 2021 02:03:04 +0000", "Message-ID: <01M@cchc.x.vn>",
                "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64", "Auto-Submitted: auto-generated",
            ])
    }

    @Test func `nothing typed can begin a header or a line of its own`() throws {
        let text = try text(
            subject: "a\r\nBcc: evil@x.vn", body: "\r\n.\r\nBcc: evil@x.vn",
            from: "a@x.vn\r\nBcc: b@x.vn")

        #expect(!text.contains("\nBcc"))
        #expect(!text.contains("evil"))
    }

    @Test func `a long Vietnamese subject is cut between letters, and reads back`() throws {
        let subject = String(repeating: "Kế hoạch cải cách hành chính ", count: 8)
        let text = try text(subject: subject)
        let start = try #require(text.range(of: "Subject: ")).upperBound
        let end = try #require(text.range(of: "\r\nDate:")).lowerBound
        let words = text[start..<end].components(separatedBy: "\r\n ")
        let back = words.map { word in
            Data(base64Encoded: String(word.dropFirst(10).dropLast(2))).map {
                String(decoding: $0, as: UTF8.self)
            } ?? "?"
        }

        #expect(words.allSatisfy { $0.utf8.count <= 75 })
        #expect(back.joined() == subject)
    }
}

/// What may stand as a mail address.
@Suite struct MailAddressTests {
    @Test(arguments: ["an@x.vn", "nguyen.van-an+cchc@binhdinh.gov.vn"])
    func `an address is taken`(_ text: String) {
        #expect(Mail.isAddress(text))
    }

    @Test(arguments: [
        "", "an", "an@", "@x.vn", "a@b@c", "an@x.vn\r\nBcc: b@x.vn", "an @x.vn", "-t@x.vn",
        "an@x.vn,b@x.vn", "<an@x.vn>", "ân@x.vn",
    ])
    func `anything else is refused`(_ text: String) {
        #expect(!Mail.isAddress(text))
    }
}
