import Domain
import Testing

@Suite struct WrittenTests {
    @Test(arguments: [
        (0, "00"), (2, "02"), (9, "09"), (10, "10"), (191, "191"), (1_204, "1.204"),
        (1_000_000, "1.000.000"),
    ])
    func `officials write counts under ten with a zero and thousands with a dot`(
        _ count: Int, _ text: String
    ) {
        #expect(Written.count(count, .vi) == text)
    }

    @Test(arguments: [(0, "0"), (2, "2"), (1_204, "1,204")])
    func `English counts are plain`(_ count: Int, _ text: String) {
        #expect(Written.count(count, .en) == text)
    }

    @Test(arguments: [
        (3_125, "31,25%", "31.25%"), (3_000, "30%", "30%"), (10_000, "100%", "100%"),
        (505, "5,05%", "5.05%"), (5_510, "55,10%", "55.10%"),
    ])
    func `a share stands without a space, with a comma in Vietnamese`(
        _ basisPoints: Int, _ vi: String, _ en: String
    ) {
        #expect(Written.share(Percentage(basisPoints: basisPoints)) == Bilingual(vi: vi, en: en))
    }

    @Test func `a list ends with và`() {
        #expect(Written.list(["a", "b", "c"], .vi) == "a, b và c")
        #expect(Written.list(["a", "b", "c"], .en) == "a, b and c")
        #expect(Written.list(["a"], .vi) == "a")
        #expect(Written.list([], .vi) == "")
    }

    @Test func `an English noun agrees with its count`() {
        #expect(Written.english(1, "body", "bodies") == "1 body")
        #expect(Written.english(1_204, "body", "bodies") == "1,204 bodies")
    }

    @Test(arguments: [
        ("1204", 1_204), ("1.204", 1_204), ("1.204.000", 1_204_000), ("0", 0), ("007", 7),
    ])
    func `a count is read with or without its dots`(_ text: String, _ count: Int) {
        #expect(Written.read(text) == count)
    }

    @Test(arguments: [
        "1.5", "1.2045", "12.34", "1204.000", "-1", "+1", "1,204", "", ".", "1..000", "²",
        "99999999999999999999",
    ])
    func `1.5 is never taken for 15`(_ text: String) {
        #expect(Written.read(text) == nil)
    }
}
