import Domain
import Support
import Testing

/// The ledger against a model that knows nothing but to live through every day, one after another.
@Suite struct EffectModelTests {
    @Test func `any ledger says of any day what living through the days says`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let ledger = EffectLedger(
                RandomLedger.documents(using: &random), RandomLedger.effects(using: &random))
            let model = NaiveModel(ledger.documents, ledger.effects)
            for (day, states) in zip(RandomLedger.days, model.states) {
                #expect(ledger.states(on: day) == states, "seed \(seed), \(day)")
            }
        }
    }

    @Test func `the parts that expired are those that the days took away`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let ledger = EffectLedger(
                RandomLedger.documents(using: &random), RandomLedger.effects(using: &random))
            let model = NaiveModel(ledger.documents, ledger.effects)
            for (place, document) in ledger.documents.enumerated() {
                let expired =
                    ledger.timeline(of: document.id)?.status(on: RandomLedger.last)
                    .expired ?? []
                #expect(
                    Set(expired.flatMap(\.leaves)) == model.gone[place],
                    "seed \(seed), document \(place)")
            }
        }
    }

    @Test func `the spans say of every day what the state says`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let ledger = EffectLedger(
                RandomLedger.documents(using: &random), RandomLedger.effects(using: &random))
            for document in ledger.documents {
                guard let timeline = ledger.timeline(of: document.id) else { continue }
                let spans = timeline.spans
                for day in RandomLedger.days {
                    let span = spans.last { $0.from.map { $0 <= day } ?? true }
                    #expect(span?.state == timeline.state(on: day), "seed \(seed), \(day)")
                }
                #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.state != $1.state })
            }
        }
    }

    @Test func `a part of the ledger answers as the whole one, once the other ends are known`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let whole = EffectLedger(
                RandomLedger.documents(using: &random), RandomLedger.effects(using: &random))
            let subject = whole.documents[0].id
            var ends: [LegalDocument.ID: Day] = [:]
            for document in whole.documents.dropFirst() {
                ends[document.id] = whole.timeline(of: document.id)?.end
            }
            let part = EffectLedger(
                [whole.documents[0]], whole.effects.filter { $0.target.held == subject },
                known: ends)
            #expect(
                part.timeline(of: subject) == whole.timeline(of: subject), "seed \(seed)")
        }
    }
}

private enum RandomLedger {
    static let first = day("2020-01-01")
    static let last = first + 40
    static let days = (0...40).map { first + $0 }

    static func documents(using random: inout SeededGenerator) -> [EffectLedger.Document] {
        (0..<6).map { place in
            let begins = Int.random(in: 0..<12, using: &random)
            return EffectLedger.Document(
                id: .init("D\(place)"), symbol: "\(place)",
                inForceOn: begins == 11 ? nil : first + begins,
                endsOn: Bool.random(using: &random)
                    ? first + Int.random(in: 5..<35, using: &random) : nil)
        }
    }

    static func effects(using random: inout SeededGenerator) -> [Effect] {
        (1...Int.random(in: 1...14, using: &random)).map { number in
            let kind = Effect.Kind.allCases.randomElement(using: &random) ?? .repeal
            let from = first + Int.random(in: 0..<35, using: &random)
            let hasEnd = kind.needsUntil || (kind.takesUntil && Bool.random(using: &random))
            let source = Int.random(in: 0..<8, using: &random)
            let parts = kind == .extension_ || Bool.random(using: &random) ? "" : part(&random)
            return Effect(
                id: .init("E\(number)"), number: number,
                source: source < 6 ? .held(.init("D\(source)")) : .named("ngoài danh mục"),
                target: .held(.init("D\(Int.random(in: 0..<6, using: &random))")), kind: kind,
                from: from,
                until: hasEnd ? from + Int.random(in: 1..<15, using: &random) : nil,
                parts: Provision.list(parts).parts)
        }
    }

    private static func part(_ random: inout SeededGenerator) -> String {
        let article = Int.random(in: 1...2, using: &random)
        let clause = Int.random(in: 0...2, using: &random)
        return clause == 0 ? "Điều \(article)" : "khoản \(clause) Điều \(article)"
    }
}

extension Provision {
    /// "1.1"; an article is its heading and its two clauses.
    fileprivate var leaves: [String] {
        let article = steps[0].name
        return steps.count > 1
            ? ["\(article).\(steps[1].name)"] : ["\(article).0", "\(article).1", "\(article).2"]
    }
}

/// Lives through each day: looks at what yesterday left, does what is due today, writes down the state.
private struct NaiveModel {
    private struct Suspension {
        let begun: Day
        let until: Day?
        let leaves: Set<String>?
    }

    /// For each day, each document's state.
    private(set) var states: [[EffectState]] = []
    /// For each document, the leaves that are gone at the end.
    private(set) var gone: [Set<String>]

    init(_ documents: [EffectLedger.Document], _ effects: [Effect]) {
        let places = documents.indices
        gone = places.map { _ in [] }
        var killed = places.map { _ in false }
        var isCut = places.map { _ in false }
        var limits = documents.map(\.endsOn)
        for effect in effects where effect.kind == .limit {
            guard let target = documents.firstIndex(where: { $0.id == effect.target.held })
            else { continue }
            limits[target] = [limits[target], effect.from].compactMap(\.self).min()
        }
        var suspensions: [[Suspension]] = places.map { _ in [] }
        var dead = places.map { _ in false }
        for today in RandomLedger.days {
            let yesterday = dead
            var extended = limits
            for effect in effects where effect.from == today {
                let source = documents.firstIndex { $0.id == effect.source.held }
                if let source, yesterday[source] { continue }
                guard let target = documents.firstIndex(where: { $0.id == effect.target.held })
                else { continue }
                let leaves = effect.parts.isEmpty ? nil : Set(effect.parts.flatMap(\.leaves))
                switch effect.kind {
                case .expiry, .repeal, .replacement:
                    if let leaves {
                        isCut[target] = true
                        gone[target].formUnion(leaves)
                    } else {
                        killed[target] = true
                    }
                case .amendment:
                    isCut[target] = true
                    gone[target].formUnion(leaves ?? [])
                case .suspension:
                    suspensions[target].append(
                        Suspension(begun: today, until: effect.until, leaves: leaves))
                case .resumption:
                    suspensions[target].removeAll { suspension in
                        guard suspension.begun < today else { return false }
                        guard let leaves else { return true }
                        return suspension.leaves?.isSubset(of: leaves) ?? false
                    }
                case .extension_:
                    guard let limit = limits[target], limit >= today, let until = effect.until
                    else { continue }
                    extended[target] = [extended[target] ?? until, until].max()
                case .addition, .correction, .transition, .limit: break
                }
            }
            limits = extended
            for place in places where killed[place] || limits[place].map({ $0 <= today }) ?? false {
                dead[place] = true
            }
            states.append(
                places.map { place in
                    if dead[place] { return .expired }
                    guard let begins = documents[place].inForceOn else { return .unknown }
                    if today < begins { return .pending }
                    let open = suspensions[place].filter { $0.until.map { today < $0 } ?? true }
                    if open.contains(where: { $0.leaves == nil }) { return .suspended }
                    if isCut[place] { return .partlyExpired }
                    return open.isEmpty ? .inForce : .partlySuspended
                })
        }
    }
}
