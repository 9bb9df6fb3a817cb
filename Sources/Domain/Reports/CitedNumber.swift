/// A number in a document that knows where it comes from (số liệu có dẫn nguồn).
///
/// Its id is unique in its document; the document's page opens its formula, rows and evidence under
/// it. Its name is how the number is computed anew, to see whether it would differ today.
public struct CitedNumber: Hashable, Sendable, Codable {
    /// "s1", "s2" …, in the order of the document; empty until it is placed in one.
    public let id: String
    /// The figure's name in templates, with its agency or target where it has one:
    /// `chi_tieu.dat`, `chi_tieu[II.1.a.2-1].ket_qua`.
    public let name: String
    /// As printed: "31,25%", "02", "chưa báo cáo".
    public let text: String

    public init(id: String = "", name: String, text: String) {
        self.id = id
        self.name = name
        self.text = text
    }

    /// The same number at its place in a document.
    public func placed(_ position: Int) -> CitedNumber {
        CitedNumber(id: "s\(position)", name: name, text: text)
    }
}
