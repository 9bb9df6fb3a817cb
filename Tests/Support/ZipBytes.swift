import Foundation

/// Writes zip files for tests that need a .docx or .xlsx of their own.
public enum ZipBytes {
    private struct Entry {
        let name: String
        /// As it stands in the file.
        let packed: Data
        let size: Int
        let checksum: UInt32
        /// 0 stored, 8 deflated.
        let method: UInt16
    }

    /// A file whose parts are stored as they are.
    public static func make(_ parts: [(name: String, content: String)]) -> Data {
        file(stored(parts))
    }

    private static func stored(_ parts: [(name: String, content: String)]) -> [Entry] {
        parts.map { part in
            let content = Data(part.content.utf8)
            return Entry(
                name: part.name, packed: content, size: content.count, checksum: crc32(content),
                method: 0)
        }
    }

    /// A small file with one part that unpacks to so many letters "a".
    public static func bomb(
        _ name: String, unpacking size: Int, beside parts: [(name: String, content: String)] = []
    ) -> Data {
        var bits = BitWriter()
        bits.write(0b011, 3)
        // "a" is 0x30 + 0x61 in the fixed code; then copies of 258 letters at distance 1.
        bits.writeReversed(0x30 + 0x61, 8)
        for _ in 0..<size / 258 {
            bits.writeReversed(0b1100_0101, 8)
            bits.write(0, 5)
        }
        bits.write(0, 7)
        let bomb = Entry(
            name: name, packed: bits.finished(), size: size, checksum: 0, method: 8)
        return file(stored(parts) + [bomb])
    }

    private static func file(_ entries: [Entry]) -> Data {
        var file = Data()
        var directory = Data()
        for entry in entries {
            let name = Data(entry.name.utf8)
            let offset = UInt32(file.count)
            let sizes =
                bytes(entry.checksum) + bytes(UInt32(entry.packed.count))
                + bytes(UInt32(entry.size))
            let common =
                bytes(UInt16(20)) + bytes(UInt16(0x0800)) + bytes(entry.method) + bytes(UInt32(0))
                + sizes
            file +=
                bytes(UInt32(0x0403_4B50)) + common + bytes(UInt16(name.count)) + bytes(UInt16(0))
                + name
            file += entry.packed
            directory +=
                bytes(UInt32(0x0201_4B50)) + bytes(UInt16(20)) + common + bytes(UInt16(name.count))
            directory += Data(count: 12) + bytes(offset) + name
        }
        let count = bytes(UInt16(entries.count))
        let end = bytes(UInt32(0x0605_4B50)) + Data(count: 4) + count + count
        return file + directory + end + bytes(UInt32(directory.count)) + bytes(UInt32(file.count))
            + Data(count: 2)
    }

    private struct BitWriter {
        private var data = Data()
        private var current: UInt8 = 0
        private var count = 0

        mutating func write(_ value: Int, _ length: Int) {
            for place in 0..<length {
                current |= UInt8(value >> place & 1) << UInt8(count)
                count += 1
                if count == 8 {
                    data.append(current)
                    (current, count) = (0, 0)
                }
            }
        }

        /// Codes of the format stand with their highest bit first.
        mutating func writeReversed(_ value: Int, _ length: Int) {
            for place in stride(from: length - 1, through: 0, by: -1) {
                write(value >> place & 1, 1)
            }
        }

        func finished() -> Data { count == 0 ? data : data + [current] }
    }

    private static func bytes(_ value: some FixedWidthInteger) -> Data {
        withUnsafeBytes(of: value.littleEndian) { Data($0) }
    }

    private static func crc32(_ data: Data) -> UInt32 {
        var checksum = UInt32.max
        for byte in data {
            checksum ^= UInt32(byte)
            for _ in 0..<8 {
                checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1
            }
        }
        return ~checksum
    }
}
