/// Finished HTML or SVG, written as a string literal whose interpolated values are escaped.
///
/// An `HTML` inside another stays as it stands; texts and whole numbers are escaped, so that no
/// name of an agency can become markup. `nil` writes nothing.
public struct HTML: ExpressibleByStringInterpolation, Sendable {
    private let bytes: [UInt8]

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    // A `StaticString` is written in the source, so this too cannot take what somebody typed.
    public init(stringLiteral value: StaticString) {
        bytes = value.withUTF8Buffer { Array($0) }
    }

    public init(stringInterpolation: StringInterpolation) {
        bytes = stringInterpolation.bytes
    }

    public var utf8: [UInt8] { bytes }
    public var text: String { String(decoding: bytes, as: UTF8.self) }
    public var isEmpty: Bool { bytes.isEmpty }
    public static let empty = HTML(bytes: [])

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.bytes) }
        }

        public mutating func appendInterpolation(_ text: String?) {
            if let text { appendEscaped(text) }
        }

        public mutating func appendInterpolation(_ number: Int) {
            bytes.append(contentsOf: String(number).utf8)
        }

        // The two generic ones are inlinable, so that other modules get them for their own types.

        /// Writes each element with the function, one after the other.
        @inlinable public mutating func appendInterpolation<Element>(
            each elements: some Sequence<Element>, _ write: (Element) -> HTML
        ) {
            for element in elements { append(write(element)) }
        }

        /// Writes the value with the function; nothing when there is no value.
        @inlinable public mutating func appendInterpolation<Value>(
            if value: Value?, _ write: (Value) -> HTML
        ) {
            if let value { append(write(value)) }
        }

        /// Writes the HTML only when the condition holds.
        public mutating func appendInterpolation(
            when condition: Bool, _ html: @autoclosure () -> HTML
        ) {
            if condition { bytes.append(contentsOf: html().bytes) }
        }

        /// Writes ` name="value"`, space and quotes included; nothing when there is no value.
        public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            appendLiteral(" ")
            appendLiteral(name)
            appendLiteral("=\"")
            appendEscaped(value)
            appendLiteral("\"")
        }

        /// Writes ` name=""`, which is how a present attribute without a value is quoted.
        public mutating func appendInterpolation(attribute name: StaticString, when condition: Bool)
        {
            guard condition else { return }
            appendLiteral(" ")
            appendLiteral(name)
            appendLiteral("=\"\"")
        }

        @usableFromInline mutating func append(_ html: HTML) {
            bytes.append(contentsOf: html.bytes)
        }

        private mutating func appendEscaped(_ text: String) {
            var text = text
            text.withUTF8 { characters in
                var start = 0
                // All five characters lie at or below ">"; most letters lie above it.
                for position in 0..<characters.count where characters[position] <= 0x3E {
                    guard let entity = entity(of: characters[position]) else { continue }
                    bytes.append(contentsOf: characters[start..<position])
                    appendLiteral(entity)
                    start = position + 1
                }
                bytes.append(contentsOf: characters[start...])
            }
        }
    }
}

private func entity(of byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
}
