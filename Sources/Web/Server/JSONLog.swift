import Domain
import Foundation
import Logging
import Store

/// Writes the log as one JSON object a line, for programs that collect logs.
///
/// `{"level":"info","message":"request","ms":3,"request":"7K…","route":"/{year}/plan",…}`; whole
/// numbers stay numbers. Whatever else a library wants to say of itself below `info` is not said.
public struct JSONLog: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?
    public var logLevel: Logger.Level = .info
    private let write: @Sendable (Data) -> Void

    /// Writes to the standard error, or wherever tests want it.
    public init(
        write: @escaping @Sendable (Data) -> Void = { FileHandle.standardError.write($0) }
    ) {
        self.write = write
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var line: [String: Item] = [:]
        let said = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in said where !key.hasPrefix("hb.") { line[key] = Item(value) }
        line["time"] = .text(Store.systemClock().text)
        line["level"] = .text(event.level.rawValue)
        line["message"] = .text(event.message.description)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var bytes = try? encoder.encode(line) else { return }
        bytes.append(UInt8(ascii: "\n"))
        write(bytes)
    }

    private enum Item: Encodable {
        case text(String)
        case number(Int)

        init(_ value: Logger.Metadata.Value) {
            if case .stringConvertible(let number as Int) = value {
                self = .number(number)
            } else {
                self = .text(value.description)
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            }
        }
    }
}
