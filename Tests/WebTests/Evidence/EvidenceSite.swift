import Domain
import Foundation
import HummingbirdTesting
import HTTPTypes
import NIOCore
import Store
import Testing

@testable import Web

/// A site with one inspection of district one by the department, and a way to send it files.
struct EvidenceSite {
    let test: TestSite
    let officer: Browser
    let subject: Evidence.Subject

    init(openToVisitors: Bool = false, _ settings: SiteSettings = .withoutRates) async throws {
        test = try await TestSite(openToVisitors: openToVisitors, settings)
        officer = try await test.withBodies()
        let answer = try await test.post(
            "/2021/inspections",
            [
                "token": officer.token, "inspector_code": "T-SNV", "body_code": "T-1",
                "kind": "planned", "planned_on": "01/06/2021",
            ], officer)
        #expect(answer.status == .seeOther)
        let found = try await test.store.read { try $0.inspection(numbered: 1)?.id.text }
        subject = Evidence.Subject(.inspection, try #require(found))
    }

    /// Sends files for the inspection.
    func send(
        _ files: [(name: String, data: Data)], as browser: Browser? = nil,
        to path: String = "/evidence",
        _ fields: [String: String] = [:]
    ) async throws -> TestResponse {
        let browser = browser ?? officer
        var all = [
            "token": browser.token, "kind": subject.kind.rawValue, "record": subject.record,
        ]
        all.merge(fields) { $1 }
        var body = Data()
        for (name, value) in all.sorted(by: { $0.key < $1.key }) {
            body += Data(
                "--xyz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
                    .utf8)
        }
        for file in files {
            body += Data(
                "--xyz\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                    .utf8)
            body += file.data + Data("\r\n".utf8)
        }
        body += Data("--xyz--\r\n".utf8)
        return try await test.send(
            .post, path, browser, type: "multipart/form-data; boundary=xyz",
            body: ByteBuffer(bytes: body))
    }

    /// Everything that lies under the folder of files.
    func keptFiles() throws -> [String] {
        let folder = test.store.files.folder
        let found = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        return found.filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
            return !isFolder.boolValue
        }
    }
}

/// The smallest PNG.
let onePixel =
    Data(
        base64Encoded:
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    ) ?? Data()
