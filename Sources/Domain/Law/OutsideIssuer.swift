/// A body above or outside the administration that issues documents on which ours rest: Quốc hội, Chính phủ,
/// bộ.
///
/// It stands in no tree of agencies, so its documents count in no target, list or campaign of ours. Ours:
/// the law of a document is asked of its issuer alone, whatever its nature.
public struct OutsideIssuer: Hashable, Sendable, Codable {
    public let id: Agency.ID
    /// What people type as the issuer's code: TW-CP.
    public let code: String
    public let name: Bilingual

    public init(id: Agency.ID, code: String, name: Bilingual) {
        self.id = id
        self.code = code
        self.name = name
    }

    /// Every reason it cannot be kept like this.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if code.isEmpty || code.unicodeScalars.count > 40 || code.contains(" ") {
            problems.append(
                Problem(
                    "code", vi: "Hãy ghi mã không có dấu cách, tối đa 40 ký tự, như TW-CP.",
                    en: "Give a code without spaces, 40 characters at most, such as TW-CP."))
        }
        if name.vi.isEmpty || name.vi.unicodeScalars.count > 200 {
            problems.append(
                Problem(
                    "name", vi: "Hãy ghi tên cơ quan, tối đa 200 ký tự.",
                    en: "Give the body's name, 200 characters at most."))
        }
        return problems
    }
}
