import Domain
import Support
import Testing

@Suite struct EffectLedgerTests {
    private let old = LedgerDraft.document("1", inForce: "2014-02-02")

    @Test func `a document is in force from its day`() {
        let ledger = EffectLedger([old], [])
        #expect(ledger.state("1", "2014-02-01") == .pending)
        #expect(ledger.state("1", "2014-02-02") == .inForce)
    }

    @Test func `a document without that day is in no known state`() {
        let ledger = EffectLedger([LedgerDraft.document("1", inForce: nil)], [])
        #expect(ledger.state("1", "2020-01-01") == .unknown)
    }

    /// Long An 09/2014, declared expired from 28/02/2019 by 707/QĐ-UBND: `legal-documents.md` §3.
    @Test func `an individual decision declares it expired from an earlier day`() {
        let list = LedgerDraft.document("707", inForce: "2019-03-05")
        let ledger = EffectLedger(
            [old, list], [LedgerDraft.effect(1, "707", .expiry, "1", "2019-02-28")])
        #expect(ledger.state("1", "2019-02-27") == .inForce)
        #expect(ledger.state("1", "2019-02-28") == .expired)
        #expect(ledger.queries(on: day("2020-01-01")).isEmpty)
    }

    /// HCMC 322/QĐ-UBND of 15/01/2026 abolishes one decision and item 1 of another.
    @Test func `an item may expire and the rest stay`() throws {
        let ledger = EffectLedger(
            [old],
            [LedgerDraft.effect(1, nil, .repeal, "1", "2026-01-15", parts: "mục số 1")])
        let status = try #require(ledger.timeline(of: .init("1"))).status(on: day("2026-01-15"))
        #expect(status.state == .partlyExpired)
        #expect(status.expired.map(\.text) == ["số thứ tự 1"])
        #expect(status.since == day("2026-01-15"))
    }

    @Test func `an article that expired hides the clause that had expired before`() throws {
        let ledger = EffectLedger(
            [old],
            [
                LedgerDraft.effect(1, nil, .repeal, "1", "2015-01-01", parts: "khoản 2 Điều 5"),
                LedgerDraft.effect(2, nil, .repeal, "1", "2016-01-01", parts: "Điều 5"),
            ])
        let status = try #require(ledger.timeline(of: .init("1"))).status(on: day("2017-01-01"))
        #expect(status.expired.map(\.text) == ["Điều 5"])
    }

    @Test func `a suspension ends by its day or by being resumed`() {
        let ledger = EffectLedger(
            [old, LedgerDraft.document("2", inForce: "2014-02-02")],
            [
                LedgerDraft.effect(1, nil, .suspension, "1", "2015-01-01", until: "2015-02-01"),
                LedgerDraft.effect(2, nil, .suspension, "2", "2015-01-01"),
                LedgerDraft.effect(3, nil, .resumption, "2", "2015-03-01"),
            ])
        #expect(ledger.state("1", "2015-01-31") == .suspended)
        #expect(ledger.state("1", "2015-02-01") == .inForce)
        #expect(ledger.state("2", "2015-02-28") == .suspended)
        #expect(ledger.state("2", "2015-03-01") == .inForce)
    }

    @Test func `an extension in time moves the end, one that comes late does nothing`() {
        let documents = ["1", "2"].map {
            LedgerDraft.document($0, inForce: "2014-02-02", ends: "2016-01-01")
        }
        let ledger = EffectLedger(
            documents,
            [
                LedgerDraft.effect(1, nil, .extension_, "1", "2016-01-01", until: "2018-01-01"),
                LedgerDraft.effect(2, nil, .extension_, "2", "2016-01-02", until: "2018-01-01"),
            ])
        #expect(ledger.state("1", "2017-12-31") == .inForce)
        #expect(ledger.state("1", "2018-01-01") == .expired)
        #expect(ledger.state("2", "2016-01-01") == .expired)
        #expect(ledger.queries(on: day("2016-01-01")).last?.kind == .tooLate)
    }

    @Test func `a document may set its own end, and be extended before it`() {
        let ledger = EffectLedger(
            [old],
            [
                LedgerDraft.effect(1, "1", .limit, "1", "2016-01-01"),
                LedgerDraft.effect(2, nil, .extension_, "1", "2015-12-01", until: "2017-01-01"),
            ])
        #expect(ledger.state("1", "2016-12-31") == .inForce)
        #expect(ledger.state("1", "2017-01-01") == .expired)
    }

    @Test func `a transition applies an expired text to what began under it`() throws {
        let ledger = EffectLedger(
            [old],
            [
                LedgerDraft.effect(1, nil, .replacement, "1", "2020-01-01"),
                LedgerDraft.effect(2, nil, .transition, "1", "2020-01-01", until: "2021-01-01"),
            ])
        let timeline = try #require(ledger.timeline(of: .init("1")))
        #expect(timeline.status(on: day("2020-12-31")).transitions.count == 1)
        #expect(timeline.status(on: day("2021-01-01")).transitions.isEmpty)
        #expect(timeline.state(on: day("2020-12-31")) == .expired)
    }

    @Test func `what had expired ends nothing any more`() {
        let documents = ["1", "2", "3"].map { LedgerDraft.document($0, inForce: "2014-01-01") }
        let ledger = EffectLedger(
            documents,
            [
                LedgerDraft.effect(1, "3", .repeal, "2", "2015-01-01"),
                LedgerDraft.effect(2, "2", .repeal, "1", "2016-01-01"),
            ])
        #expect(ledger.state("1", "2020-01-01") == .inForce)
        #expect(ledger.queries(on: day("2020-01-01")).map(\.kind) == [.tooLate])
    }

    @Test func `what was ended stays so when that which ended it expires`() {
        let documents = ["1", "2", "3"].map { LedgerDraft.document($0, inForce: "2014-01-01") }
        let ledger = EffectLedger(
            documents,
            [
                LedgerDraft.effect(1, "2", .replacement, "1", "2015-01-01"),
                LedgerDraft.effect(2, "3", .repeal, "2", "2016-01-01"),
            ])
        #expect(ledger.state("1", "2020-01-01") == .expired)
    }

    @Test func `a circle of one day ends both and is pointed out`() {
        let documents = ["1", "2"].map { LedgerDraft.document($0, inForce: "2014-01-01") }
        let ledger = EffectLedger(
            documents,
            [
                LedgerDraft.effect(1, "1", .repeal, "2", "2015-01-01"),
                LedgerDraft.effect(2, "2", .repeal, "1", "2015-01-01"),
            ])
        #expect(ledger.states(on: day("2015-01-01")) == [.expired, .expired])
        #expect(ledger.cycles == [[.init("1"), .init("2")]])
        #expect(ledger.queries(on: day("2015-01-01")).map(\.kind) == [.cycle])
    }

    @Test func `a chain of ten thousand documents has an answer`() {
        let names = (1...10_000).map { String($0) }
        let documents = names.map { LedgerDraft.document($0, inForce: "2000-01-01") }
        let effects = (1..<10_000).map { place in
            LedgerDraft.effect(
                place, names[place], .replacement, names[place - 1],
                (day("2000-01-01") + place).text)
        }
        let ledger = EffectLedger(documents, effects)
        let states = ledger.states(on: day("2100-01-01"))
        #expect(states.count { $0 == .expired } == 9_999)
        #expect(states.last == .inForce)
        #expect(ledger.cycles.isEmpty)
    }

    @Test func `a declared status that differs is a query`() {
        let declared = LedgerDraft.document("1", inForce: "2014-01-01", declared: .expired)
        let ledger = EffectLedger([declared], [])
        #expect(ledger.queries(on: day("2015-01-01")).map(\.kind) == [.declaredDiffers])
    }

    @Test func `a document that is not held raises a query, and its entry counts`() {
        let ledger = EffectLedger(
            [old], [LedgerDraft.effect(1, nil, .repeal, "1", "2015-01-01")])
        #expect(ledger.state("1", "2015-01-01") == .expired)
        #expect(ledger.queries(on: day("2015-01-01")).map(\.kind) == [.notHeld])
    }

    @Test func `replacing another issuer's document is a query`() {
        let documents = [
            LedgerDraft.document("1", inForce: "2014-01-01", issuer: "BD"),
            LedgerDraft.document("2", inForce: "2014-01-01", issuer: "BD-540"),
        ]
        let ledger = EffectLedger(
            documents, [LedgerDraft.effect(1, "2", .replacement, "1", "2015-01-01")])
        #expect(ledger.queries(on: day("2015-01-01")).map(\.kind) == [.otherIssuer])
    }

    @Test func `an amendment before the other's first day is a query, a correction is not`() {
        func kinds(_ kind: Effect.Kind) -> [EffectQuery.Kind] {
            let documents = [
                LedgerDraft.document("1", inForce: "2014-02-02"),
                LedgerDraft.document("2", inForce: "2014-01-01"),
            ]
            return EffectLedger(documents, [LedgerDraft.effect(1, "2", kind, "1", "2014-01-15")])
                .queries(on: day("2015-01-01")).map(\.kind)
        }
        #expect(kinds(.amendment) == [.beforeTarget])
        #expect(kinds(.correction).isEmpty)
    }

    @Test func `an entry names what is wrong with it`() {
        func fields(_ effect: Effect) -> [String] { effect.problems.map(\.field) }
        #expect(fields(LedgerDraft.effect(1, "1", .repeal, "1", "2015-01-01")) == ["other"])
        #expect(fields(LedgerDraft.effect(1, nil, .extension_, "1", "2015-01-01")) == ["until"])
        #expect(
            fields(LedgerDraft.effect(1, nil, .repeal, "1", "2015-01-01", until: "2016-01-01"))
                == ["until"])
        #expect(
            fields(LedgerDraft.effect(1, nil, .suspension, "1", "2015-01-01", until: "2015-01-01"))
                == ["until"])
        #expect(fields(LedgerDraft.effect(1, nil, .repeal, "1", "2015-01-01")).isEmpty)
    }
}

enum LedgerDraft {
    static func document(
        _ name: String, inForce: String?, ends: String? = nil, issuer: String? = nil,
        declared: EffectState? = nil
    ) -> EffectLedger.Document {
        EffectLedger.Document(
            id: .init(name), symbol: "\(name)/2014/QĐ-UBND", issuer: issuer.map { .init($0) },
            inForceOn: inForce.flatMap { Day($0) }, endsOn: ends.flatMap { Day($0) },
            declared: declared)
    }

    /// Made by a document, or by one that is not held.
    static func effect(
        _ number: Int, _ source: String?, _ kind: Effect.Kind, _ target: String, _ from: String,
        until: String? = nil, parts: String = ""
    ) -> Effect {
        Effect(
            id: .init("E\(number)"), number: number,
            source: source.map { .held(.init($0)) } ?? .named("80/2015/QH13"),
            target: .held(.init(target)), kind: kind, from: day(from),
            until: until.flatMap { Day($0) }, parts: Provision.list(parts).parts)
    }
}

extension EffectLedger {
    fileprivate func state(_ name: String, _ on: String) -> EffectState? {
        timeline(of: .init(name))?.state(on: day(on))
    }
}
