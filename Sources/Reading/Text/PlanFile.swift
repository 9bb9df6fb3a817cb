import Domain
import Foundation

/// A plan as somebody sends it: plain text, .docx, .xlsx, or a PDF.
public struct PlanFile: Hashable, Sendable {
    /// The text, never normalised.
    public let text: String
    /// Whether it was recognised from pictures (OCR) and has to be compared with the original.
    public let isRecognised: Bool

    public init(text: String, isRecognised: Bool = false) {
        self.text = text
        self.isRecognised = isRecognised
    }

    /// Reads the file by what is inside, whatever its name says.
    ///
    /// A PDF without a text layer is read as pictures only when `recognising` allows it.
    public static func read(
        _ data: Data, name: String, recognising: Bool = false
    ) async throws(ReadingError) -> PlanFile {
        try TextFile.checkSize(data, name: name)
        guard FileKind(data) == .pdf else {
            return PlanFile(text: try TextFile.read(data, name: name))
        }
        do throws(ReadingError) {
            return PlanFile(text: try await PDFFile.text(data, name: name))
        } catch {
            guard recognising, case .pdfWithoutText = error else { throw error }
            return PlanFile(
                text: try await PageRecognition.text(data, name: name), isRecognised: true)
        }
    }

    /// This plan with an annex that came in a file of its own.
    ///
    /// A table without a heading gets "PHỤ LỤC" above it, as it would stand in the plan.
    public func followed(by annex: PlanFile) -> PlanFile {
        let hasHeading = PlanText(annex.text).lines.first { !$0.isBlank }?.hasCells == false
        return PlanFile(
            text: text + (hasHeading ? "\n" : "\nPHỤ LỤC\n") + annex.text,
            isRecognised: isRecognised || annex.isRecognised)
    }

    /// The draft of this plan; a recognised text asks at its beginning to be compared.
    public func draft() -> DraftPlan {
        let draft = PlanReader.read(text)
        guard isRecognised else { return draft }
        let query = DraftQuery(
            0..<0,
            "Văn bản do máy nhận dạng chữ từ ảnh (OCR); xin đối chiếu từng câu với bản chính.",
            "The text was recognised from pictures (OCR); please compare every sentence with the original."
        )
        return DraftPlan(
            document: draft.document, clauses: draft.clauses, targets: draft.targets,
            tasks: draft.tasks, queries: [query] + draft.queries)
    }
}
