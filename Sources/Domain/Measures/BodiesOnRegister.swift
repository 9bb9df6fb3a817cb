extension Standing {
    /// How many bodies of the scope have at least one record of a register by the day asked: "mỗi cơ
    /// quan ít nhất 01 sáng kiến".
    ///
    /// A body's earliest record decides whether it was in time; records of bodies below it are their
    /// own. Values of zero or below count for nothing: a training line that trained nobody. Ours.
    public static func bodiesRecorded(
        _ facts: [Facts.Registered], _ measure: RegisterMeasure, _ asked: Measurement
    ) -> Standing {
        var known: [Int: (first: Facts.Registered, day: Day, count: Int)] = [:]
        for fact in facts where fact.value > 0 {
            guard let body = fact.body, let day = fact.day, day <= asked.on else { continue }
            guard let earlier = known[body] else {
                known[body] = (fact, day, 1)
                continue
            }
            known[body] =
                day < earlier.day
                ? (fact, day, earlier.count + 1) : (earlier.first, earlier.day, earlier.count + 1)
        }
        let rows = asked.members.map { body in
            guard let found = known[body] else {
                return Row(body: body, asked.isClosed ? .failed : .open, .nothingRecorded)
            }
            return Row(
                body: body, number: found.first.number,
                found.day > asked.deadline ? .late : .counted, day: found.day,
                .recorded(found.first.words, of: found.count),
                recordedLater: found.first.recordedOn > asked.on)
        }
        return bodies(
            rows, asked, scheduled: nil,
            wordForMissing: Bilingual(vi: "chưa có", en: "without any"),
            formula: measure.title
                + Bilingual(
                    vi: " từ \(asked.period.lowerBound.vi) đến \(asked.on.vi)",
                    en: ", \(asked.period.lowerBound.en) to \(asked.on.en)"))
    }
}
