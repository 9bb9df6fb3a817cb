/// Whether something that was reported is proven: by files, or at least by a written explanation.
///
/// That evidence is given or its absence explained is what provinces ask of self-scores and of
/// reports; the words of each are data. The rule itself, one of the two, is ours: decision 0014.
public struct Proof: Hashable, Sendable {
    /// How many documents stand for it now, withdrawn ones not counted.
    public let files: Int
    /// Why there are none, in the words of who answers for it; empty when nobody explained.
    public let explanation: String

    public init(files: Int, explanation: String = "") {
        self.files = files
        self.explanation = explanation
    }

    public enum State: String, CaseIterable, Hashable, Sendable {
        case proven, explained, missing

        public var title: Bilingual {
            switch self {
            case .proven: Bilingual(vi: "Có tài liệu kiểm chứng", en: "With evidence")
            case .explained: Bilingual(vi: "Đã giải trình", en: "Explained")
            case .missing: Bilingual(vi: "Thiếu tài liệu kiểm chứng", en: "Evidence missing")
            }
        }
    }

    public var state: State {
        if files > 0 { return .proven }
        return Self.says(explanation) ? .explained : .missing
    }

    /// What keeps something that needs proof from being handed in; empty when nothing does.
    ///
    /// The field is that of the form at which the problem is shown.
    public func problems(field: String = "explanation") -> [Problem] {
        guard state == .missing else { return [] }
        return [
            explanation.trimmed.isEmpty
                ? Problem(
                    field,
                    vi:
                        "Chưa có tài liệu kiểm chứng; hãy gửi tài liệu hoặc giải trình vì sao chưa có.",
                    en: "There is no evidence; attach a document or explain why there is none.")
                : Problem(
                    field,
                    vi: "Giải trình quá ngắn; hãy nêu vì sao chưa có tài liệu và khi nào sẽ có.",
                    en:
                        "The explanation is too short; say why there is no document and when there will be."
                )
        ]
    }

    /// Letters that an explanation has at least, for "Chưa có" explains nothing.
    ///
    /// The number is ours.
    public static let fewestLetters = 15

    private static func says(_ explanation: String) -> Bool {
        explanation.unicodeScalars.count(where: \.properties.isAlphabetic) >= fewestLetters
    }
}
