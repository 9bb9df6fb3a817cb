/// A task (nhiệm vụ) as the reader found it: a sentence of the plan, or a row of its annex.
///
/// Without lead, product and deadline it is a *giải pháp*: listed, never overdue.
public struct DraftTask: Hashable, Sendable {
    /// The path of its clause or annex row.
    public let clause: String
    public let text: String
    public let start: Int
    public let end: Int
    /// Cơ quan chủ trì, as printed; several stand in one text, as in the document.
    public let lead: String?
    /// Cơ quan phối hợp, as printed.
    public let cooperating: String?
    public let deadline: DraftDeadline?
    /// Sản phẩm, kết quả.
    public let product: String?
    /// Kinh phí, as printed.
    public let budget: String?

    public init(
        clause: String, text: String, start: Int, end: Int, lead: String?, cooperating: String?,
        deadline: DraftDeadline?, product: String?, budget: String?
    ) {
        self.clause = clause
        self.text = text
        self.start = start
        self.end = end
        self.lead = lead
        self.cooperating = cooperating
        self.deadline = deadline
        self.product = product
        self.budget = budget
    }

    /// Whether it names neither lead, product nor deadline (giải pháp).
    public var isMeans: Bool { lead == nil && product == nil && deadline == nil }
}
