import Domain

/// One row of an answer, read by position.
///
/// A row handed out by `each` is good inside the closure only. A column that does not hold what is
/// asked of it makes the whole read or write fail with a ``StoreFault`` when its body ends, so no
/// column needs a `try`; until then a placeholder stands for it.
public struct Row {
    let columns: any RowColumns
    let faults: FaultNote

    public func text(_ index: Int) -> String {
        columns.text(index) ?? missing("text", index, "")
    }

    public func int(_ index: Int) -> Int {
        columns.integer(index) ?? missing("whole number", index, 0)
    }

    /// A condition computed by the statement, such as `EXISTS (…)`.
    public func bool(_ index: Int) -> Bool {
        columns.text(index) == "t" || columns.integer(index) == 1
    }

    public func day(_ index: Int) -> Day {
        optionalDay(index) ?? missing("day", index, Day(number: 0))
    }

    public func instant(_ index: Int) -> Instant {
        optionalInstant(index) ?? missing("instant", index, Instant(milliseconds: 0))
    }

    public func id<Owner>(_ index: Int) -> Identifier<Owner> {
        Identifier(text(index))
    }

    public func optionalText(_ index: Int) -> String? {
        columns.isNull(index) ? nil : text(index)
    }

    public func optionalInt(_ index: Int) -> Int? {
        columns.isNull(index) ? nil : int(index)
    }

    public func optionalDay(_ index: Int) -> Day? {
        columns.bytes(index, storedDay).flatMap { $0 ?? missing("day", index, nil) }
    }

    public func optionalInstant(_ index: Int) -> Instant? {
        columns.text(index).flatMap { Instant($0) ?? missing("instant", index, nil) }
    }

    public func optionalID<Owner>(_ index: Int) -> Identifier<Owner>? {
        columns.text(index).map { Identifier($0) }
    }

    /// Gives the body the text's UTF-8, where it lies; `nil` for NULL.
    func bytes<Value>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value? {
        columns.bytes(index, body)
    }

    /// A text column that holds one of an enumeration's raw values.
    public func choice<Choice: RawRepresentable>(_ index: Int, _ placeholder: Choice) -> Choice
    where Choice.RawValue == String {
        Choice(rawValue: text(index)) ?? missing("\(Choice.self)", index, placeholder)
    }

    private func missing<Value>(_ wanted: String, _ index: Int, _ placeholder: Value) -> Value {
        faults.note("column \(index) of the row is no \(wanted): \(columns.text(index) ?? "NULL")")
        return placeholder
    }
}

/// The columns of one row, as an engine holds them.
protocol RowColumns: AnyObject {
    var count: Int { get }
    /// Gives the body the text's UTF-8, where it lies; `nil` for NULL.
    func bytes<Value>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value?
    func integer(_ index: Int) -> Int?
    func isNull(_ index: Int) -> Bool
    func text(_ index: Int) -> String?
    /// A copy that outlives the cursor.
    func kept() -> KeptColumns
}

extension RowColumns {
    func text(_ index: Int) -> String? {
        bytes(index) { String(decoding: $0, as: UTF8.self) }
    }
}

/// Reads `yyyy-MM-dd` without making a text of it, for facts are read by the ten thousand.
private func storedDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    var digits = 0
    for (index, byte) in bytes.enumerated() where index != 4 && index != 7 {
        guard (0x30...0x39).contains(byte) else { return nil }
        digits = digits * 10 + Int(byte - 0x30)
    }
    return Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
}

/// The columns of a row that outlived its cursor.
final class KeptColumns: RowColumns {
    private let values: [SQLValue]

    init(_ values: [SQLValue]) {
        self.values = values
    }

    var count: Int { values.count }

    func bytes<Value>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value? {
        text(index).map { text in
            var text = text
            return text.withUTF8(body)
        }
    }

    func text(_ index: Int) -> String? {
        guard values.indices.contains(index) else { return nil }
        return switch values[index] {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .noText, .noInteger: nil
        }
    }

    func integer(_ index: Int) -> Int? {
        guard values.indices.contains(index) else { return nil }
        return switch values[index] {
        case .integer(let integer): integer
        case .text(let text): Int(text)
        case .noText, .noInteger: nil
        }
    }

    func isNull(_ index: Int) -> Bool {
        guard values.indices.contains(index) else { return false }
        return values[index] == .noText || values[index] == .noInteger
    }

    func kept() -> KeptColumns { self }
}

/// The first thing that went wrong in this body, kept until the body ends.
///
/// A statement that failed fails the whole transaction, even when the body caught the fault: on
/// PostgreSQL it would anyway, and both databases are to do the same.
final class FaultNote {
    private(set) var fault: StoreFault?

    func noting<Value>(_ statement: () throws -> Value) throws -> Value {
        do {
            return try statement()
        } catch let error as StoreFault {
            fault = fault ?? error
            throw error
        }
    }

    func note(_ message: String) {
        if fault == nil { fault = StoreFault(message) }
    }
}
