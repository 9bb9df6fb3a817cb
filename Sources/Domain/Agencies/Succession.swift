/// That one body carries on what another was (kế thừa), from a day on, as a person confirmed it.
///
/// A link moves nothing: records stay with the body they were made of and are reached through it.
public struct Succession: Hashable, Sendable, Codable {
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case merged, split, renamed, dissolved, raised

        public var title: Bilingual {
            switch self {
            case .merged: Bilingual(vi: "sáp nhập", en: "merged")
            case .split: Bilingual(vi: "chia tách", en: "split")
            case .renamed: Bilingual(vi: "đổi tên", en: "renamed")
            case .dissolved:
                Bilingual(vi: "giải thể, chuyển giao nhiệm vụ", en: "dissolved, duties passed on")
            case .raised: Bilingual(vi: "nâng cấp, chuyển loại", en: "raised or changed in kind")
            }
        }
    }

    public let from: Agency.ID
    public let to: Agency.ID
    public let day: Day
    public let kind: Kind
    /// The decision or resolution it rests on; empty when none was named.
    public let basis: String

    public init(from: Agency.ID, to: Agency.ID, day: Day, kind: Kind, basis: String) {
        self.from = from
        self.to = to
        self.day = day
        self.kind = kind
        self.basis = basis
    }

    /// A link that codes or names make likely; only a person can confirm it.
    public struct Suggestion: Hashable, Sendable {
        public enum Ground: Hashable, Sendable {
            case equalCode(scheme: String, value: String)
            case equalName(String)
        }

        public let from: Agency.Version
        public let to: Agency.Version
        public let grounds: [Ground]
    }

    /// Suggests who carries on the bodies that end on a day, among those that begin on it.
    ///
    /// An equal code is one ground and an equal name another; they often point to different bodies
    /// (of Bình Định's 58 communes of 2025, 50 carry the code of a body with another name), so each
    /// is offered by itself. Source: agencies.md 2; the rule is ours: decision 0003.
    public static func suggestions(from versions: some Sequence<Agency.Version>, on day: Day)
        -> [Suggestion]
    {
        var ending: [Agency.Version] = []
        var beginning: [Agency.Version] = []
        var beforehand: Set<Agency.ID> = []
        for version in versions {
            if version.tenure.from < day { beforehand.insert(version.agency) }
            if version.tenure.until == day { ending.append(version) }
            if version.tenure.from == day { beginning.append(version) }
        }
        let born = beginning.filter { !beforehand.contains($0.agency) }
        let goneOn = Set(ending.map(\.agency)).subtracting(beginning.map(\.agency))
        var byCode: [String: [Agency.Version]] = [:]
        var byName: [String: [Agency.Version]] = [:]
        for version in born {
            for (scheme, value) in version.codes {
                byCode["\(scheme) \(value)", default: []].append(version)
            }
            byName[AgencyName.matchKey(version.name), default: []].append(version)
        }
        var found: [Suggestion] = []
        for old in ending where goneOn.contains(old.agency) {
            var grounds: [(Agency.Version, Suggestion.Ground)] = []
            for (scheme, value) in old.codes.sorted(by: { $0.key < $1.key }) {
                for new in byCode["\(scheme) \(value)"] ?? [] where new.level == old.level {
                    grounds.append((new, .equalCode(scheme: scheme, value: value)))
                }
            }
            for new in byName[AgencyName.matchKey(old.name)] ?? [] where new.level == old.level {
                grounds.append((new, .equalName(old.name)))
            }
            var offered: [Agency.ID] = []
            for (new, _) in grounds where !offered.contains(new.agency) {
                offered.append(new.agency)
                found.append(
                    Suggestion(
                        from: old, to: new,
                        grounds: grounds.filter { $0.0.agency == new.agency }.map(\.1)))
            }
        }
        return found
    }
}

extension Succession.Suggestion.Ground {
    public var text: Bilingual {
        switch self {
        case .equalCode(let scheme, let value):
            Bilingual(
                vi: "cùng mã \(scheme.uppercased()) \(value)",
                en: "same \(scheme.uppercased()) code \(value)")
        case .equalName(let name):
            Bilingual(vi: "cùng tên “\(name)”", en: "same name “\(name)”")
        }
    }
}
