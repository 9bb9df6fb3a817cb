import Domain
import Hummingbird
import Store

extension ReadableDatabase {
    /// The period that an address names.
    func addressedPeriod(_ code: String, of year: Int) throws -> Period {
        guard let period = try period(code, of: year) else {
            throw MissingRecord(Bilingual(vi: "kỳ báo cáo", en: "period"), code)
        }
        return period
    }

    /// The body that an address names, as it is on the day; one that is no more, as it last was.
    func addressedBody(_ code: String, _ tree: AgencyTree) throws -> Agency.Version {
        let last = try tree.bodies(coded: code).first?.version ?? agencies(coded: code).last
        guard let last else {
            throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), code)
        }
        return last
    }
}

extension Badge {
    init(_ standing: SubmissionStanding, _ language: Language) {
        let kind: Kind =
            switch standing.state {
            case .notDue: .notDue
            case .missing: .broken
            case .atSuperior, .toReceive: .onCourse
            case .returned: .atRisk
            case .accepted: .kept
            }
        self.init(kind: kind, word: standing.title[language])
    }
}

extension SubmissionStanding.Timeliness {
    /// "đúng hạn", "quá hạn 02 ngày"; `nil` while the signed document is awaited in time.
    func badge(_ language: Language) -> Badge? {
        switch self {
        case .onTime: nil
        case .late(let days):
            Badge(
                kind: .atRisk,
                word: language == .vi
                    ? "quá hạn \(Written.count(days, .vi)) ngày"
                    : "\(Written.english(days, "day", "days")) late")
        case .awaited(isOverdue: true):
            Badge(
                kind: .atRisk,
                word: language == .vi ? "văn bản ký quá hạn" : "signed document overdue")
        case .awaited: nil
        }
    }
}
