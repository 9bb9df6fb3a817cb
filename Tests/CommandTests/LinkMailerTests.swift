import Domain
import Foundation
import Testing
import Web

@testable import caicach

@Suite struct LinkMailerTests {
    @Test func `the command gets the recipient after -- and the message on its input`() async throws
    {
        let folder = try Folder()
        let command = try script(
            "cat > \(folder.path("mail")); echo \"$@\" > \(folder.path("words"))", folder)

        #expect(await LinkMailer(command: command, from: "cchc@x.vn").send(mail()) == nil)

        #expect(
            try String(contentsOfFile: folder.path("words"), encoding: .utf8)
                == "-i -- an@x.gov.vn\n")
        let text = try String(contentsOfFile: folder.path("mail"), encoding: .utf8)
        #expect(text.hasPrefix("From: cchc@x.vn\r\nTo: an@x.gov.vn\r\nSubject: =?UTF-8?B?"))
    }

    @Test func `what the command refuses is told with its own words`() async throws {
        let folder = try Folder()
        let command = try script("cat > /dev/null; echo no such user; exit 67", folder)
        let fault = await LinkMailer(command: command, from: "cchc@x.vn").send(mail())
        #expect(fault == "67: no such user\n")
    }

    @Test func `a command that is not there is told of`() async throws {
        let mailer = LinkMailer(command: "/nowhere/sendmail", from: "cchc@x.vn")
        #expect(await mailer.send(mail())?.hasPrefix("/nowhere/sendmail: ") == true)
    }

    @Test func `nothing typed begins a header or a line of its own`() throws {
        let mail = mail(subject: "Chào\r\nBcc: b@x.vn", body: "Nguyễn\n.\nAn")
        let text = String(
            decoding: LinkMailer(command: "", from: "c@x.vn\r\nX: y").text(of: mail), as: UTF8.self)
        let heads = text.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n")
        #expect(heads.allSatisfy { !$0.hasPrefix("Bcc") && !$0.hasPrefix("X:") })
        #expect(!text.contains("\r\n.\r\n"))
    }

    @Test func `a long subject is cut between letters, each piece readable alone`() throws {
        let subject = String(repeating: "ằ", count: 100)
        let text = String(
            decoding: LinkMailer(command: "", from: "c@x.vn").text(of: mail(subject: subject)),
            as: UTF8.self)
        let pieces = text.components(separatedBy: "=?UTF-8?B?").dropFirst().compactMap {
            $0.components(separatedBy: "?=").first
        }
        let read = pieces.compactMap { Data(base64Encoded: $0) }.compactMap {
            String(data: $0, encoding: .utf8)
        }
        #expect(pieces.count > 1 && read.joined() == subject)
        #expect(pieces.allSatisfy { $0.utf8.count <= 75 - 12 })
    }

    private func mail(subject: String = "Tài khoản", body: String = "Kính gửi") -> LinkMail {
        LinkMail(
            recipient: Identifier("u"), address: "an@x.gov.vn", subject: subject, body: body)
    }

    private func script(_ body: String, _ folder: Folder) throws -> String {
        let path = folder.path("sendmail")
        try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }
}
