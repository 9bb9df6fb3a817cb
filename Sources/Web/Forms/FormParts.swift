import Crypto
import Foundation

/// Collects the parts of a multipart form: typed fields in memory, files on disk, all within limits.
struct FormParts {
    private enum Current {
        case nothing
        case field(String, [UInt8])
        case file(FileArriving)
    }

    private let limits: FormLimits
    private var parser: MultipartParser
    private var current = Current.nothing
    private var fields: [(name: String, value: String)] = []
    private var files: [(name: String, file: FormFile)] = []
    private var fieldBytes = 0

    init(boundary: String, limits: FormLimits) throws {
        self.limits = limits
        parser = try MultipartParser(boundary: boundary, headLimit: limits.partHead)
    }

    mutating func take(_ bytes: some Sequence<UInt8>) throws {
        var events: [MultipartParser.Event] = []
        try parser.take(bytes) { events.append($0) }
        for event in events { try take(event) }
    }

    mutating func finished() throws -> Form {
        try parser.finish()
        return Form(fields, files: files)
    }

    private mutating func take(_ event: MultipartParser.Event) throws {
        switch event {
        case .began(let head): try begin(head)
        case .bytes(let bytes): try add(bytes)
        case .ended: try end()
        }
    }

    private mutating func begin(_ head: MultipartHead) throws {
        guard let name = head.fileName else {
            guard fields.count < limits.fieldCount else {
                throw FormError.tooManyFields(limit: limits.fieldCount)
            }
            current = .field(head.name, [])
            return
        }
        guard files.count < limits.fileCount else {
            throw FormError.tooManyFiles(limit: limits.fileCount)
        }
        current = .file(try FileArriving(head.name, named: name, in: limits.folder))
    }

    private mutating func add(_ bytes: [UInt8]) throws {
        switch current {
        case .nothing: break
        case .field(let name, var value):
            fieldBytes += bytes.count
            guard fieldBytes <= limits.fields else {
                throw FormError.fieldsTooLarge(limit: limits.fields)
            }
            current = .nothing  // so that the array is appended to in place, not copied
            value.append(contentsOf: bytes)
            current = .field(name, value)
        case .file(let file): try file.add(bytes, limit: limits.file)
        }
    }

    private mutating func end() throws {
        switch current {
        case .nothing: break
        case .field(let name, let value): fields.append((name, try formText(value, field: name)))
        case .file(let arriving):
            if let file = try arriving.finished() { files.append((arriving.field, file)) }
        }
        current = .nothing
    }
}

/// A file whose bytes are being written to the disk as they come.
private final class FileArriving {
    let field: String
    private let name: String
    private let place: TemporaryFile
    private let handle: FileHandle
    private var hash = SHA256()
    private var size = 0

    init(_ field: String, named name: String, in folder: URL?) throws {
        self.field = field
        self.name = name
        if let folder {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            place = try TemporaryFile(in: folder)
        } else {
            place = try TemporaryFile()
        }
        handle = try FileHandle(forWritingTo: URL(filePath: place.path))
    }

    func add(_ bytes: [UInt8], limit: Int) throws {
        size += bytes.count
        guard size <= limit else { throw FormError.fileTooLarge(name: name, limit: limit) }
        hash.update(data: bytes)
        do { try handle.write(contentsOf: bytes) } catch { throw FormError.noRoom }
    }

    /// The file; `nil` for the nameless empty one that a browser sends when none was chosen.
    func finished() throws -> FormFile? {
        try handle.close()
        guard !name.isEmpty || size > 0 else { return nil }
        return FormFile(
            name: name, size: size, sha256: hash.finalize().lowercaseHexadecimal, place: place)
    }
}
