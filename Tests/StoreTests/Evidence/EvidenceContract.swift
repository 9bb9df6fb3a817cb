import Domain
import Foundation
import Store
import Support
import Testing

/// Documents given for a record, replaced, withdrawn, explained; files that are there before rows.
@Suite struct EvidenceContract {
    @Test(arguments: TestEngine.available)
    func `a document reads back with its file, under its record`(_ engine: TestEngine) async throws
    {
        let office = try await ProvenOffice(engine)
        let upload = try await office.upload("một", symbol: "1/BC", issuedOn: day("2021-05-01"))

        let attached = try await office.attach(upload, note: "mục 2")

        let found = try await office.read {
            try $0.evidence(of: office.subject, for: .system)
        }
        #expect(found.map(\.evidence) == attached)
        #expect(found.map(\.link.note) == ["mục 2"])
        #expect(found.first?.revision.sha256 == upload.file.sha256)
        #expect(found.first?.evidence.shortName.vi == "1/BC ngày 01/05/2021")
        let path = office.store.files.path(upload.file.sha256)
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("một".utf8))
    }

    @Test(arguments: TestEngine.available)
    func `the same bytes are kept once and prove many things`(_ engine: TestEngine) async throws {
        let office = try await ProvenOffice(engine)
        try await office.attach(try await office.upload("một"))

        try await office.attach(try await office.upload("một"), to: office.other)

        let list = try await office.read {
            try $0.evidence(matching: "", limit: 10, for: .system)
        }
        #expect(list.count == 1)
        let id = try #require(list.first?.evidence.id)
        let proven = try await office.read { try $0.proven(by: id, for: .system) }
        #expect(Set(proven.map(\.link.subject)) == [office.subject, office.other])
    }

    @Test(arguments: TestEngine.available)
    func `the same document is not given twice for one record`(_ engine: TestEngine) async throws {
        let office = try await ProvenOffice(engine)
        try await office.attach(try await office.upload("một"))

        await #expect(throws: EvidenceError.alreadyAttached(number: 1)) {
            try await office.attach(try await office.upload("một"))
        }
    }

    @Test(arguments: TestEngine.available)
    func `no row names a file that is not in its place`(_ engine: TestEngine) async throws {
        let office = try await ProvenOffice(engine)
        let upload = try await office.upload("một")
        try FileManager.default.removeItem(
            atPath: office.store.files.path(upload.file.sha256))

        await #expect(throws: EvidenceError.gone(name: "một.txt")) {
            try await office.attach(upload)
        }
        #expect(
            try await office.read { try $0.evidence(matching: "", limit: 9, for: .system) }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `a newer file takes the place of the older, and both are kept`(_ engine: TestEngine)
        async throws
    {
        let office = try await ProvenOffice(engine)
        try await office.attach(try await office.upload("một"))
        let newer = try await office.upload("hai")

        try await office.write { try $0.replaceEvidence(1, with: newer, because: "bản ký", by: $1) }

        let kept = try #require(
            try await office.read { try $0.evidence(numbered: 1, for: .system) })
        #expect(kept.revisions.map(\.number) == [1, 2])
        #expect(kept.newest?.sha256 == newer.file.sha256)
        for revision in kept.revisions {
            #expect(office.store.files.size(revision.sha256) == revision.bytes)
        }
        await #expect(throws: EvidenceError.sameBytes) {
            try await office.write {
                try $0.replaceEvidence(1, with: newer, because: nil, by: $1)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a withdrawn document no longer proves, and can be given again`(_ engine: TestEngine)
        async throws
    {
        let office = try await ProvenOffice(engine)
        let upload = try await office.upload("một")
        try await office.attach(upload)
        let subject = office.subject
        let link = try #require(
            try await office.read { try $0.evidence(of: subject, for: .system).first?.link.id })

        await #expect(throws: EvidenceError.reasonNeeded) {
            try await office.write { try $0.withdrawEvidence(link, because: "", by: $1) }
        }
        try await office.write { try $0.withdrawEvidence(link, because: "nhầm", by: $1) }

        #expect(try await office.read { try $0.evidence(of: subject, for: .system).isEmpty })
        #expect(try await office.read { try $0.proof(of: subject).state } == .missing)
        #expect(office.store.files.size(upload.file.sha256) != nil)
        try await office.attach(upload)
        #expect(try await office.read { try $0.proof(of: subject).state } == .proven)
        await #expect(throws: EvidenceError.withdrawn) {
            try await office.write { try $0.withdrawEvidence(link, because: "nhầm", by: $1) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a missing document is explained in words, by the version one saw`(_ engine: TestEngine)
        async throws
    {
        let office = try await ProvenOffice(engine)
        let subject = office.subject
        let text = "Đang chờ ký báo cáo, sẽ gửi trong tháng."

        try await office.write {
            try $0.explainMissingEvidence(of: subject, text, version: 0, by: $1)
        }

        #expect(try await office.read { try $0.proof(of: subject).state } == .explained)
        #expect(
            try await office.read { try $0.proofs(of: .inspection, [subject.record, "x"]) }
                == [subject.record: Proof(files: 0, explanation: text), "x": Proof(files: 0)])
        await #expect(throws: EditConflict.self) {
            try await office.write {
                try $0.explainMissingEvidence(of: subject, text + ".", version: 0, by: $1)
            }
        }
        await #expect(throws: InvalidInput.self) {
            try await office.write {
                try $0.explainMissingEvidence(of: subject, "Chưa có", version: 1, by: $1)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a correction of an older version is a conflict`(_ engine: TestEngine) async throws {
        let office = try await ProvenOffice(engine)
        let old = try #require(
            try await office.attach(try await office.upload("một")).first)
        let changed = Evidence(
            id: old.id, number: 1, title: "Báo cáo quý", symbol: "2/BC", version: 1)

        try await office.write { try $0.correctEvidence(changed, by: $1) }

        let found = try await office.read {
            try $0.evidence(matching: "bao cao quy", limit: 9, for: .system)
        }
        #expect(found.map(\.evidence.symbol) == ["2/BC"])
        await #expect(throws: EditConflict.self) {
            try await office.write { try $0.correctEvidence(changed, by: $1) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `who may not see a record may not see what proves it, whatever they know`(
        _ engine: TestEngine
    ) async throws {
        let office = try await ProvenOffice(engine)
        try await office.attach(try await office.upload("một"))
        let stranger = try await office.office.stranger()
        try await office.write { db, user in
            try db.setWorkspace(
                Workspace(
                    name: Bilingual("T"), fixedToday: day("2021-10-15"), readableByVisitors: false),
                by: user)
        }

        for viewer in [Viewer.visitor, .person(stranger)] {
            #expect(try await office.read { try $0.evidence(numbered: 1, for: viewer) } == nil)
            #expect(
                try await office.read {
                    try $0.evidence(matching: "", limit: 9, for: viewer).isEmpty
                })
        }
        let officer = try await office.office.person(
            "Đầu mối", .officer, in: try await office.office.agency("BD-546"))
        #expect(
            try await office.read { try $0.evidence(numbered: 1, for: .person(officer)) } != nil)
    }

    @Test(arguments: TestEngine.available)
    func `either of the bodies that an inspection concerns may give evidence, another may not`(
        _ engine: TestEngine
    ) async throws {
        let office = try await ProvenOffice(engine)
        let upload = try await office.upload("một")
        let subject = office.subject
        for (code, isAllowed) in [("BD-540", true), ("BD-SNV", true), ("BD-546", false)] {
            let officer = try await office.office.person(
                "Đầu mối \(code)", .officer, in: try await office.office.agency(code))
            let record = try #require(try await office.read { try $0.citedRecord(subject) })
            #expect(
                try await office.read { try $0.mayAttach(to: record, officer) } == isAllowed)
            guard !isAllowed else { continue }
            await #expect(throws: PermissionError.self) {
                try await office.store.write {
                    try $0.attachEvidence([upload], to: subject, by: officer)
                }
            }
        }
    }
}

/// The small province with one inspection and one finding that can be proven.
struct ProvenOffice: Sendable {
    let office: StandingOffice
    let subject: Evidence.Subject
    let other: Evidence.Subject

    var store: Store { office.store }

    init(_ engine: TestEngine) async throws {
        office = try await StandingOffice.open(engine)
        try await office.write {
            _ = try $0.importInspections(inspectionRows("BD-SNV|BD-540||2021-05-10"), by: $1)
        }
        try await office.write {
            _ = try $0.importFindings(findingRows("BD-540|1|Lỗi|2021-05-20|2021-06-30"), by: $1)
        }
        let (inspection, finding) = try await office.read {
            (try $0.inspection(numbered: 1)?.id.text, try $0.finding(numbered: 1)?.id.text)
        }
        subject = Evidence.Subject(.inspection, try #require(inspection))
        other = Evidence.Subject(.finding, try #require(finding))
    }

    func upload(_ text: String, symbol: String = "", issuedOn: Day? = nil) async throws
        -> EvidenceUpload
    {
        EvidenceUpload(
            try await store.files.keep(Data(text.utf8)), name: "\(text).txt", type: .text,
            symbol: symbol, issuedOn: issuedOn)
    }

    @discardableResult
    func attach(
        _ upload: EvidenceUpload, to subject: Evidence.Subject? = nil, note: String = ""
    ) async throws -> [Evidence] {
        let subject = subject ?? self.subject
        return try await office.write {
            try $0.attachEvidence([upload], to: subject, note: note, by: $1)
        }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadableDatabase) throws -> Value
    ) async throws -> Value { try await office.read(body) }

    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (WritableDatabase, User.ID) throws -> Value
    ) async throws -> Value { try await office.write(body) }
}
