import Domain
import Foundation
import Hummingbird
import Reading
import Store

/// Takes files in: looks each through, reads its head, has it scanned, and lays it in its place.
///
/// Nothing is on record before all of them are; what no record then names is cleaned away after a
/// day.
struct EvidenceIntake: Sendable {
    let store: Store
    let scanCommand: [String]?

    init(_ site: Site) {
        store = site.store
        scanCommand = site.settings.scanCommand
    }

    /// The files, each in its place.
    ///
    /// - Throws: ``EvidenceError`` for the first that is not taken; then nothing is on record.
    func take(_ files: [FormFile], by user: User.ID) async throws -> [EvidenceUpload] {
        guard !files.isEmpty else { throw EvidenceError.noFile }
        var read: [ArrivedDocument] = []
        for file in files {
            let name = FileName.clean(file.name)
            read.append(try await ArrivedDocument.read(file.path, named: name))
            try await scan(file, named: name, by: user)
        }
        var uploads: [EvidenceUpload] = []
        for (file, document) in zip(files, read) {
            let kept = try await store.files.keep(
                file.path, sha256: file.sha256, bytes: file.size)
            uploads.append(
                EvidenceUpload(
                    kept, name: name(of: file, document.type), type: document.type,
                    title: document.title, issuer: document.issuer, symbol: document.symbol,
                    issuedOn: document.issuedOn))
        }
        return uploads
    }

    /// A file without an ending, as phones send them, gets the usual one.
    private func name(of file: FormFile, _ type: FileType) -> String {
        let name = FileName.clean(file.name)
        return FileName.ending(of: name) == nil ? "\(name).\(type.endings[0])" : name
    }

    private func scan(_ file: FormFile, named name: String, by user: User.ID) async throws {
        guard let scanCommand else { return }
        switch await FileScan.of(file.path, with: scanCommand) {
        case .clean: return
        case .failed: throw EvidenceError.notScanned(name: name)
        case .infected(let said):
            let (sha256, bytes) = (file.sha256, file.size)
            try await store.files.layApart(file.path, sha256: sha256)
            try await store.write {
                try $0.recordQuarantine(
                    of: name, sha256: sha256, bytes: bytes, said: said, by: user)
            }
            throw EvidenceError.infected(name: name, said: said)
        }
    }
}

/// "345 kB", "1,2 MB".
func fileSize(_ bytes: Int, _ language: Language) -> String {
    if bytes < 1_000 { return "\(bytes) B" }
    if bytes < 1_000_000 { return "\((bytes + 500) / 1_000) kB" }
    let tenths = (bytes + 50_000) / 100_000
    let whole = Written.number(tenths / 10, language)
    let point = language == .vi ? "," : "."
    return tenths % 10 == 0 ? "\(whole) MB" : "\(whole)\(point)\(tenths % 10) MB"
}
