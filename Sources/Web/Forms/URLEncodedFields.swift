/// The fields of an `application/x-www-form-urlencoded` body, in the order sent.
///
/// A `%` without two hexadecimal digits stands for itself, as browsers read it.
func urlEncodedFields(_ body: some Collection<UInt8>, limits: FormLimits) throws -> [(
    name: String, value: String
)] {
    var size = 0
    var fields: [(name: String, value: String)] = []
    for pair in body.split(separator: UInt8(ascii: "&")) {
        guard fields.count < limits.fieldCount else {
            throw FormError.tooManyFields(limit: limits.fieldCount)
        }
        let halves = pair.split(
            separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        let bytes = halves.map { percentDecoded($0) }
        size += bytes.reduce(0) { $0 + $1.count }
        guard size <= limits.fields else { throw FormError.fieldsTooLarge(limit: limits.fields) }
        let name = try formText(bytes[0], field: "?")
        let value = halves.count == 2 ? try formText(bytes[1], field: name) : ""
        fields.append((name, value))
    }
    return fields
}

private func percentDecoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position != bytes.endIndex {
        let byte = bytes[position]
        bytes.formIndex(after: &position)
        switch byte {
        case UInt8(ascii: "+"): decoded.append(0x20)
        case UInt8(ascii: "%"):
            let digits = bytes[position...].prefix(2)
            if let value = hexadecimal(digits) {
                decoded.append(value)
                position = digits.endIndex
            } else {
                decoded.append(byte)
            }
        default: decoded.append(byte)
        }
    }
    return decoded
}

private func hexadecimal(_ digits: some Collection<UInt8>) -> UInt8? {
    guard digits.count == 2 else { return nil }
    var value: UInt8 = 0
    for digit in digits {
        switch digit {
        case 0x30...0x39: value = value << 4 | (digit - 0x30)
        case 0x41...0x46: value = value << 4 | (digit - 0x37)
        case 0x61...0x66: value = value << 4 | (digit - 0x57)
        default: return nil
        }
    }
    return value
}
