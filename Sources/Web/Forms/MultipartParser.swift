import Foundation

/// Cuts a `multipart/form-data` body into its parts as the bytes arrive.
///
/// It holds no more than one chunk and one boundary in memory; what a part's bytes become is the
/// caller's affair. Anything not shaped as RFC 7578 asks is refused, never guessed at.
struct MultipartParser {
    enum Event: Hashable {
        case began(MultipartHead)
        case bytes([UInt8])
        case ended
    }

    private enum State { case preamble, afterBoundary, head, content, epilogue }

    private let delimiter: [UInt8]
    private let headLimit: Int
    private var state = State.preamble
    // A line end in front lets the first boundary, which has none, be found like the others.
    private var pending: [UInt8] = [0x0D, 0x0A]

    /// Begins with the content type's `boundary`, which has 1 to 70 characters.
    init(boundary: String, headLimit: Int = FormLimits.standard.partHead) throws {
        guard (1...70).contains(boundary.utf8.count) else { throw FormError.malformed }
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.headLimit = headLimit
    }

    /// Takes the next bytes of the body, and hands on what became complete with them.
    mutating func take(_ bytes: some Sequence<UInt8>, _ handle: (Event) throws -> Void) throws {
        pending.append(contentsOf: bytes)
        while try advance(handle) {}
    }

    /// Says that the body is over; throws when it was cut off.
    func finish() throws {
        guard state == .epilogue else { throw FormError.malformed }
    }

    /// Does one step; false when it needs more bytes.
    private mutating func advance(_ handle: (Event) throws -> Void) throws -> Bool {
        switch state {
        case .preamble: return skipPreamble()
        case .afterBoundary: return try readBoundaryEnd()
        case .head: return try readHead(handle)
        case .content: return try readContent(handle)
        case .epilogue:
            pending.removeAll(keepingCapacity: true)
            return false
        }
    }

    private mutating func skipPreamble() -> Bool {
        guard let start = pending.firstPosition(of: delimiter) else {
            pending.removeFirst(max(0, pending.count - delimiter.count))
            return false
        }
        pending.removeFirst(start + delimiter.count)
        state = .afterBoundary
        return true
    }

    private mutating func readBoundaryEnd() throws -> Bool {
        guard pending.count >= 2 else { return false }
        switch (pending[0], pending[1]) {
        case (0x0D, 0x0A):
            // The line end stays: a part without headings begins with an empty line.
            state = .head
        case (0x2D, 0x2D): state = .epilogue
        default: throw FormError.malformed
        }
        return true
    }

    private mutating func readHead(_ handle: (Event) throws -> Void) throws -> Bool {
        guard let end = pending.firstPosition(of: [0x0D, 0x0A, 0x0D, 0x0A]) else {
            guard pending.count <= headLimit else { throw FormError.malformed }
            return false
        }
        guard end <= headLimit else { throw FormError.malformed }
        let head = try MultipartHead(pending[..<end])
        pending.removeFirst(end + 4)
        state = .content
        try handle(.began(head))
        return true
    }

    private mutating func readContent(_ handle: (Event) throws -> Void) throws -> Bool {
        guard let start = pending.firstPosition(of: delimiter) else {
            let certain = pending.count - (delimiter.count - 1)
            guard certain > 0 else { return false }
            try handle(.bytes(Array(pending[..<certain])))
            pending.removeFirst(certain)
            return false
        }
        if start > 0 { try handle(.bytes(Array(pending[..<start]))) }
        pending.removeFirst(start + delimiter.count)
        state = .afterBoundary
        try handle(.ended)
        return true
    }
}

extension [UInt8] {
    /// Where the needle first begins; `nil` when it is not in here whole.
    fileprivate func firstPosition(of needle: [UInt8]) -> Int? {
        guard let first = needle.first, count >= needle.count else { return nil }
        return withUnsafeBufferPointer { bytes in
            needle.withUnsafeBufferPointer { needle in
                guard let begin = bytes.baseAddress, let wanted = needle.baseAddress else {
                    return nil
                }
                var start = 0
                let last = bytes.count - needle.count
                while start <= last,
                    let hit = memchr(begin + start, Int32(first), last - start + 1)
                {
                    start = UnsafeRawPointer(hit) - UnsafeRawPointer(begin)
                    if memcmp(begin + start, wanted, needle.count) == 0 { return start }
                    start += 1
                }
                return nil
            }
        }
    }
}
