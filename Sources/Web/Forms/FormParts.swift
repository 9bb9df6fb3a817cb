import Foundation

/// Collects the parts of a multipart form: typed fields in memory, files on disk, all within limits.
struct FormParts {
    private enum Current {
        case nothing
        case field(String, [UInt8])
        case file(field: String, name: String, TemporaryFile, FileHandle, size: Int)
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
        let place = try TemporaryFile()
        let handle = try FileHandle(forWritingTo: URL(filePath: place.path))
        current = .file(field: head.name, name: name, place, handle, size: 0)
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
        case .file(let field, let name, let place, let handle, let size):
            let total = size + bytes.count
            guard total <= limits.file else {
                throw FormError.fileTooLarge(name: name, limit: limits.file)
            }
            try handle.write(contentsOf: bytes)
            current = .file(field: field, name: name, place, handle, size: total)
        }
    }

    private mutating func end() throws {
        switch current {
        case .nothing: break
        case .field(let name, let value): fields.append((name, try formText(value, field: name)))
        case .file(let field, let name, let place, let handle, let size):
            try handle.close()
            if !name.isEmpty || size > 0 {
                files.append((field, FormFile(name: name, size: size, place: place)))
            }
        }
        current = .nothing
    }
}
