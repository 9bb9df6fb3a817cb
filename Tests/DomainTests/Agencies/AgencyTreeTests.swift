import Domain
import Testing

@Suite struct AgencyTreeTests {
    private let first = day("2021-01-01")

    @Test
    func `the province is first, then departments, then districts each followed by its communes`() {
        let province = Province(
            departments: 1, districts: [("542", "Huyện An Lão", 1), ("544", "Huyện Hoài Ân", 1)])
        #expect(
            province.tree(on: first).bodies.map(\.code)
                == ["BD", "BD-SNV", "BD-542", "BD-542-1", "BD-544", "BD-544-1"])
    }

    @Test func `bodies of one block stand in the order of the Vietnamese alphabet`() {
        let names = ["Sở Du lịch", "Sở Đầu tư", "Sở Công Thương", "Sở Y tế"]
        let versions = names.map {
            Agency.Version.body($0, $0, .department, under: nil, from: first)
        }
        #expect(
            AgencyTree(versions, on: first).bodies.map(\.name)
                == ["Sở Công Thương", "Sở Du lịch", "Sở Đầu tư", "Sở Y tế"])
    }

    @Test func `the whole of Bình Định in 2021 is 192 bodies`() {
        #expect(Province().tree(on: first).bodies.count == 192)
    }

    @Test func `a body's descendants stand right behind it`() throws {
        let tree = Province().tree(on: first)
        let place = try #require(tree.position(of: Agency.ID("BD-551")))
        #expect(tree[place].end - place == 8)
        #expect(tree.children(of: place).count == 7)
    }

    @Test func `the children of the province are its departments and districts, not the communes`()
    {
        #expect(Province().tree(on: first).children(of: 0).count == 32)
    }

    @Test func `a body knows whom it answers to`() throws {
        let tree = Province().tree(on: first)
        let commune = try #require(tree.body(Agency.ID("BD-551-1")))
        #expect(commune.parent.map { tree[$0].code } == "BD-551")
    }

    @Test func `a body is not there before its first day`() {
        let later = Agency.Version.body(
            "BD-X", "Sở X", .department, under: nil, from: day("2021-07-01"))
        #expect(AgencyTree([later], on: day("2021-06-30")).bodies.isEmpty)
        #expect(AgencyTree([later], on: day("2021-07-01")).bodies.count == 1)
    }

    @Test func `on each day a body has the name of that day`() {
        let old = Agency.Version.body(
            "BD-1", "Phường Lê Lợi", .commune, under: nil, from: first, until: day("2024-11-01"))
        let new = Agency.Version.body(
            "BD-1", "Phường Thị Nại", .commune, under: nil, from: day("2024-11-01"))
        #expect(
            AgencyTree([old, new], on: day("2024-10-31")).bodies.map(\.name) == ["Phường Lê Lợi"])
        #expect(
            AgencyTree([old, new], on: day("2024-11-01")).bodies.map(\.name) == ["Phường Thị Nại"])
    }

    @Test func `a body whose superior does not exist that day stands at the top`() {
        let orphan = Agency.Version.body(
            "BD-1", "Xã An Vinh", .commune, under: "BD-542", from: first)
        #expect(AgencyTree([orphan], on: first).bodies.map(\.parent) == [nil])
    }

    @Test func `bodies above each other are all kept, none twice`() {
        let one = Agency.Version.body("A", "Sở A", .department, under: "B", from: first)
        let two = Agency.Version.body("B", "Sở B", .department, under: "A", from: first)
        #expect(Set(AgencyTree([one, two], on: first).bodies.map(\.code)) == ["A", "B"])
    }

    @Test func `a body above itself stands at the top`() {
        let own = Agency.Version.body("A", "Sở A", .department, under: "A", from: first)
        #expect(AgencyTree([own], on: first).bodies.count == 1)
    }

    @Test func `a code that two bodies bear on one day gives a choice`() {
        let one = Agency.Version.body("A", "Sở A", .department, under: nil, from: first)
        let two = Agency.Version.body(
            "A", "Sở B", .department, under: nil, from: first, id: "other")
        #expect(AgencyTree([one, two], on: first).bodies(coded: "A").count == 2)
    }

    @Test func `every body has one place, behind its superior, whatever the list`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let count = Int.random(in: 1...40, using: &random)
            let versions = (0..<count).map { number in
                Agency.Version.body(
                    "\(number)", "Xã \(number)",
                    Agency.Level.allCases.randomElement(using: &random) ?? .unit,
                    under: Bool.random(using: &random)
                        ? "\(Int.random(in: 0..<count, using: &random))" : nil,
                    from: first)
            }
            let tree = AgencyTree(versions.shuffled(using: &random), on: first)
            #expect(tree.bodies.count == count, "seed \(seed)")
            for (place, body) in tree.bodies.enumerated() {
                #expect(tree.position(of: body.id) == place, "seed \(seed)")
                #expect(
                    body.parent.map { $0 < place && place < tree[$0].end } ?? true, "seed \(seed)")
            }
        }
    }

    @Test func `the same list in another order gives the same tree`() {
        let versions = Province(departments: 3).versions
        let codes = AgencyTree(versions, on: first).bodies.map(\.code)
        for seed in Seeds.all.prefix(20) {
            var random = SeededGenerator(seed: seed)
            #expect(
                AgencyTree(versions.shuffled(using: &random), on: first).bodies.map(\.code)
                    == codes, "seed \(seed)")
        }
    }
}
