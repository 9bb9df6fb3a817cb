import Foundation

/// Typed text as it came over the wire, checked and brought to one form.
///
/// Line ends become `\n`; letters are composed (NFC), so that a code typed on a Mac equals the same
/// code typed elsewhere. Bytes that are no UTF-8, and control characters (databases refuse NUL, and
/// nobody types the others), are refused.
func formText(_ bytes: some Collection<UInt8>, field: String) throws -> String {
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var afterReturn = false
    for byte in bytes {
        switch byte {
        case 0x0D: clean.append(0x0A)
        case 0x0A where afterReturn: break
        case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F:
            throw FormError.unreadableText(field: field)
        default: clean.append(byte)
        }
        afterReturn = byte == 0x0D
    }
    guard let text = String(validating: clean, as: UTF8.self) else {
        throw FormError.unreadableText(field: field)
    }
    return text.precomposedStringWithCanonicalMapping
}
