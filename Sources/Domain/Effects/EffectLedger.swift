/// The effect ledger of many documents: from entries to the status of each on any day.
///
/// An entry takes effect on its day unless its own document had wholly expired before that day. So what
/// one entry does depends only on earlier days: chains of any length, and cycles that somebody recorded
/// by mistake, still have one answer. What has expired does not come back when that which ended it
/// expires. *Ours: decision 0024.*
public struct EffectLedger: Sendable {
    /// What the ledger needs to know of a document.
    public struct Document: Hashable, Sendable {
        public let id: LegalDocument.ID
        public let symbol: String
        public let issuer: Agency.ID?
        public let inForceOn: Day?
        /// The first day after the limit that the document sets itself; `nil` without one.
        public let endsOn: Day?
        public let declared: EffectState?

        public init(
            id: LegalDocument.ID, symbol: String, issuer: Agency.ID? = nil, inForceOn: Day?,
            endsOn: Day? = nil, declared: EffectState? = nil
        ) {
            self.id = id
            self.symbol = symbol
            self.issuer = issuer
            self.inForceOn = inForceOn
            self.endsOn = endsOn
            self.declared = declared
        }
    }

    public let documents: [Document]
    /// By day, then by number.
    public let effects: [Effect]
    /// The entries that do nothing: they came too late, or whose document had expired by then.
    public let idle: Swift.Set<Effect.ID>
    private let places: [LegalDocument.ID: Int]
    private let timelines: [EffectTimeline]

    /// Works the ledger out in one pass over its days.
    ///
    /// For a part of a ledger it must be known on which day the documents outside it expired.
    public init(
        _ documents: [Document], _ effects: [Effect], known: [LegalDocument.ID: Day] = [:]
    ) {
        let effects = effects.sorted { ($0.from, $0.number) < ($1.from, $1.number) }
        var places: [LegalDocument.ID: Int] = [:]
        for (place, document) in documents.enumerated() { places[document.id] = place }
        var limits = documents.map(\.endsOn)
        for effect in effects where effect.kind == .limit {
            guard let place = effect.target.held.flatMap({ places[$0] }) else { continue }
            limits[place] = min(limits[place] ?? effect.from, effect.from)
        }
        var killed = [Day?](repeating: nil, count: documents.count)
        var acting = [[Effect]](repeating: [], count: documents.count)
        var idle: Swift.Set<Effect.ID> = []

        func hadEnded(_ id: LegalDocument.ID, before day: Day) -> Bool {
            guard let place = places[id] else { return known[id].map { $0 < day } ?? false }
            return [killed[place], limits[place]].contains { $0.map { $0 < day } ?? false }
        }
        var start = effects.startIndex
        while start < effects.endIndex {
            let day = effects[start].from
            var next = start
            while next < effects.endIndex, effects[next].from == day { next += 1 }
            // All of one day are judged by what was before it, so their order does not matter.
            let working = effects[start..<next].filter { effect in
                guard effect.kind != .limit, let source = effect.source.held,
                    hadEnded(source, before: day)
                else { return true }
                idle.insert(effect.id)
                return false
            }
            for effect in working {
                guard let place = effect.target.held.flatMap({ places[$0] }) else { continue }
                if effect.kind == .extension_ {
                    guard let limit = limits[place], let until = effect.until, day <= limit else {
                        idle.insert(effect.id)
                        continue
                    }
                    limits[place] = max(limit, until)
                } else if effect.kind.endsWhole, effect.parts.isEmpty {
                    killed[place] = min(killed[place] ?? day, day)
                }
                acting[place].append(effect)
            }
            start = next
        }
        self.documents = documents
        self.effects = effects
        self.idle = idle
        self.places = places
        timelines = documents.indices.map { place in
            EffectTimeline(
                inForceOn: documents[place].inForceOn,
                end: [killed[place], limits[place]].compactMap(\.self).min(),
                effects: acting[place])
        }
    }

    /// Returns the document through time; `nil` for one that is not held.
    public func timeline(of id: LegalDocument.ID) -> EffectTimeline? {
        places[id].map { timelines[$0] }
    }

    func place(_ id: LegalDocument.ID) -> Int? { places[id] }
    func document(_ id: LegalDocument.ID) -> Document? { places[id].map { documents[$0] } }

    /// Returns the state of every document on the day, in their order.
    public func states(on day: Day) -> [EffectState] { timelines.map { $0.state(on: day) } }
}
