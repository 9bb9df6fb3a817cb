/// One document through time: what acts on it, and so where it stands on any day.
///
/// It is built of the entries that took effect; which those are, the ``EffectLedger`` decides.
public struct EffectTimeline: Hashable, Sendable {
    /// The first day in force; `nil` when nobody knows it.
    public let inForceOn: Day?
    /// The first day on which the whole document is no longer in force.
    public let end: Day?
    /// Oldest first.
    public let effects: [Effect]

    init(inForceOn: Day?, end: Day?, effects: [Effect]) {
        self.inForceOn = inForceOn
        self.end = end
        self.effects = effects
    }

    /// Returns the document's state on the day.
    public func state(on day: Day) -> EffectState {
        if let end, end <= day { return .expired }
        guard let inForceOn else { return .unknown }
        if day < inForceOn { return .pending }
        let suspensions = suspensions(on: day)
        if suspensions.contains(where: \.parts.isEmpty) { return .suspended }
        if endings(by: day).isEmpty == false { return .partlyExpired }
        return suspensions.isEmpty ? .inForce : .partlySuspended
    }

    /// Returns where the document stands on the day, and through what.
    public func status(on day: Day) -> EffectStatus {
        EffectStatus(
            state: state(on: day), since: spans.last { $0.from.map { $0 <= day } ?? true }?.from,
            expired: Self.outermost(endings(by: day).flatMap(\.parts)),
            suspended: Self.outermost(suspensions(on: day).flatMap(\.parts)),
            acted: effects.filter { $0.from <= day },
            transitions: effects.filter { effect in
                effect.kind == .transition && effect.from <= day
                    && effect.until.map { day < $0 } ?? true
            })
    }

    /// Its states one after another, from the beginning of time.
    public var spans: [EffectSpan] {
        var days = Swift.Set(effects.flatMap { [$0.from, $0.until].compactMap(\.self) })
        days.formUnion([inForceOn, end].compactMap(\.self))
        let sorted = days.sorted()
        let first = sorted.first.map { state(on: $0 - 1) } ?? state(on: Day(number: 0))
        var spans = [EffectSpan(from: nil, state: first)]
        for day in sorted {
            let state = state(on: day)
            if state != spans[spans.count - 1].state {
                spans.append(EffectSpan(from: day, state: state))
            }
        }
        return spans
    }

    private func endings(by day: Day) -> [Effect] {
        effects.filter { $0.kind.ends && $0.from <= day }
    }

    /// The suspensions that hold on the day: begun, not ended, and not resumed since.
    private func suspensions(on day: Day) -> [Effect] {
        effects.filter { suspension in
            guard suspension.kind == .suspension, suspension.from <= day,
                suspension.until.map({ day < $0 }) ?? true
            else { return false }
            return !effects.contains { $0.resumes(suspension, by: day) }
        }
    }

    private static func outermost(_ parts: [Provision]) -> [Provision] {
        let parts = Swift.Set(parts)
        return parts.filter { part in
            !parts.contains { $0 != part && $0.contains(part) }
        }.sorted()
    }
}

extension Effect {
    /// Whether by the day it had ended the suspension: one begun before it, with all its parts inside.
    fileprivate func resumes(_ suspension: Effect, by day: Day) -> Bool {
        guard kind == .resumption, from <= day, suspension.from < from else { return false }
        if parts.isEmpty { return true }
        return !suspension.parts.isEmpty
            && suspension.parts.allSatisfy { part in parts.contains { $0.contains(part) } }
    }
}
