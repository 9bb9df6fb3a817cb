import Domain

/// The bodies of the sample below the province, each with a temper of its own.
struct Cast {
    struct Body: Hashable {
        let code: String
        let level: Agency.Level
        /// The code of the body it answers to.
        let superior: String
        /// The province's agencies, its districts, or the communes of one superior.
        let group: String
        /// From about 0, always late, to about 100, always early.
        let diligence: Int
    }

    static let departments = "departments"
    static let districts = "districts"

    let bodies: [Body]

    init(_ rows: [AgencyRow], _ story: Story) {
        var random = SampleRandom(story.year, "cast")
        bodies = rows.compactMap { row in
            guard let code = row.code, let level = row.level, let superior = row.parentCode else {
                return nil
            }
            let group =
                switch level {
                case .department: Cast.departments
                case .district: Cast.districts
                default: superior
                }
            let usual = story.diligence[code] ?? story.diligence[group] ?? 70
            return Body(
                code: code, level: level, superior: superior, group: group,
                diligence: usual + random.within(-22...22))
        }
    }

    func group(_ name: String) -> [Body] { bodies.filter { $0.group == name } }

    /// So many bodies of each group: the least diligent, with some chance in it.
    ///
    /// Those named first are taken before any other of their group; those named never, not at all.
    func slowest(
        _ counts: [String: Int], first: Set<String> = [], never: Set<String> = [],
        using random: inout SampleRandom
    ) -> Set<String> {
        var chosen: Set<String> = []
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
            let ranked = group(name).filter { !never.contains($0.code) }
                .map { body in
                    (
                        first.contains(body.code) ? -1_000 : body.diligence + random.below(30),
                        body.code
                    )
                }
                .sorted { $0 < $1 }
            chosen.formUnion(ranked.prefix(count).map(\.1))
        }
        return chosen
    }
}
