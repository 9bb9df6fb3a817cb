import Domain
import Testing

@Suite struct InstantTests {
    @Test func `an instant is read back from what is stored`() {
        #expect(Instant("2021-10-15T02:03:04.056Z")?.text == "2021-10-15T02:03:04.056Z")
    }

    @Test func `it is already the next day in Vietnam at five in the afternoon UTC`() throws {
        let late = try #require(Instant("2021-10-15T17:00:00.000Z"))
        #expect(late.day() == day("2021-10-16"))
        #expect(late.timeOfDay() == "00:00")
    }

    @Test func `it is still the same day one millisecond before`() throws {
        let late = try #require(Instant("2021-10-15T16:59:59.999Z"))
        #expect(late.day() == day("2021-10-15"))
    }

    @Test func `an instant before 1970 keeps its day`() {
        #expect(Instant(milliseconds: -1).text == "1969-12-31T23:59:59.999Z")
    }

    @Test(arguments: [
        "2021-10-15", "2021-10-15T24:00:00.000Z", "2021-02-30T00:00:00.000Z",
        "2021-10-15T02:03:04.056+",
    ])
    func `what is no instant is refused`(_ text: String) {
        #expect(Instant(text) == nil)
    }
}

@Suite struct IdentifierTests {
    @Test func `ids sort by age`() throws {
        let early = try #require(Instant("2021-10-15T02:00:00.000Z"))
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let first = Identifier<Plan>(at: early, using: &random)
            let second = Identifier<Plan>(at: early + 1, using: &random)
            #expect(first < second, "seed \(seed)")
        }
    }

    @Test func `an id is 26 letters and digits, whatever the random bits`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let id = Identifier<Plan>(at: Instant(milliseconds: 0), using: &random)
            #expect(id.text.utf8.count == 26, "seed \(seed)")
        }
    }
}
