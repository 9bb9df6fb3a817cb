/// Finds bodies by the codes people type, as they held on a day.
public struct AgencyDirectory: Sendable {
    private let byCode: [String: [Agency.Version]]

    public init(_ versions: some Sequence<Agency.Version>) {
        byCode = Dictionary(grouping: versions, by: \.code)
    }

    /// The body with that code on that day.
    ///
    /// A problem names the column or field that the code was typed in.
    public func agency(coded code: String, on day: Day, field: String) -> Finding {
        let known = byCode[code] ?? []
        let found = known.filter { $0.tenure.contains(day) }
        if found.count == 1 { return .found(found[0].agency) }
        if found.count > 1 {
            return .problem(
                Problem(
                    field,
                    vi:
                        "Mã “\(code)” chỉ nhiều cơ quan vào ngày \(day.vi); hãy sửa danh mục cơ quan.",
                    en:
                        "The code “\(code)” names several bodies on \(day.en); mend the list of agencies."
                ))
        }
        if let other = known.first {
            let days =
                other.tenure.until.map { "\(other.tenure.from.vi)–\(($0 - 1).vi)" }
                ?? "từ \(other.tenure.from.vi)"
            let daysInEnglish =
                other.tenure.until.map { "\(other.tenure.from.en) to \(($0 - 1).en)" }
                ?? "from \(other.tenure.from.en)"
            return .problem(
                Problem(
                    field,
                    vi:
                        "Mã “\(code)” (\(other.name)) chỉ có hiệu lực \(days), không phải ngày \(day.vi).",
                    en:
                        "The code “\(code)” (\(other.name)) holds \(daysInEnglish), not on \(day.en)."
                ))
        }
        return .problem(
            Problem(
                field,
                vi: "Không có cơ quan nào mang mã “\(code)”; hãy xem mã ở trang Cơ quan, đơn vị.",
                en: "No body has the code “\(code)”; see the Agencies page for the codes."))
    }

    /// The body with that code on that day, or the one that the list of bodies begins with later.
    ///
    /// Documents are older than any list of bodies; a body that is no more issues nothing. Ours.
    public func issuer(coded code: String, on day: Day, field: String) -> Finding {
        let known = byCode[code] ?? []
        guard let first = known.min(by: { $0.tenure.from < $1.tenure.from }),
            day < first.tenure.from
        else { return agency(coded: code, on: day, field: field) }
        return agency(coded: code, on: first.tenure.from, field: field)
    }

    public enum Finding: Sendable {
        case found(Agency.ID)
        case problem(Problem)

        public var problem: Problem? {
            if case .problem(let problem) = self { problem } else { nil }
        }
    }
}
