/// A code that replaces the phone once, when it is lost (mã khôi phục).
public enum RecoveryCode {
    /// How many a person gets at a time.
    public static let count = 10

    /// Letters and digits that cannot be mistaken for each other.
    private static let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")

    /// A new one: four groups of four, 79 bits.
    public static func new() -> String {
        var random = SystemRandomNumberGenerator()
        let groups = (0..<4).map { _ in
            String((0..<4).compactMap { _ in letters.randomElement(using: &random) })
        }
        return groups.joined(separator: "-")
    }

    /// What was typed as a recovery code; `nil` when it cannot be one.
    ///
    /// Hyphens may be left out.
    public static func typed(_ text: String) -> String? {
        let kept = text.lowercased().filter { letters.contains($0) }
        let others = text.lowercased().filter { !letters.contains($0) && $0 != "-" && $0 != " " }
        guard kept.count == 16, others.isEmpty else { return nil }
        let all = Array(kept)
        return stride(from: 0, to: 16, by: 4).map { String(all[$0..<$0 + 4]) }.joined(
            separator: "-")
    }
}
