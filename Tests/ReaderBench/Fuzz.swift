import Domain
import Foundation
import ReaderTrials
import Reading
import Support

/// Feeds the reader what no plan holds; a trap ends the program, and its seed is the last one said.
enum Fuzz {
    static func run(inputs: Int) {
        let start = ContinuousClock.now
        var reader = Pick(seeds: plans())
        for seed in 1...UInt64(max(1, inputs)) {
            if seed % 100_000 == 1 {
                print("\(seed - 1) inputs, \(start.duration(to: .now).components.seconds) s")
            }
            reader.feed(seed)
        }
        print("\(inputs) inputs, no trap, \(start.duration(to: .now).components.seconds) s")
    }

    private static func plans() -> [[UInt8]] {
        ((try? Corpus.texts()) ?? []).map { Array($0.text.utf8) }
    }

    /// Chooses one of three kinds of input by the seed.
    private struct Pick {
        let seeds: [[UInt8]]

        mutating func feed(_ seed: UInt64) {
            var random = SeededGenerator(seed: seed)
            switch seed % 4 {
            case 0: _ = PlanReader.read(Pieces.text(&random))
            case 1: feed(pieceOfPlan(&random))
            case 2: feed(bytes(&random))
            default: feed(archive(&random))
            }
        }

        /// A cut out of a real text with some bytes changed.
        private func pieceOfPlan(_ random: inout SeededGenerator) -> [UInt8] {
            guard let plan = seeds.randomElement(using: &random), plan.count > 2 else { return [] }
            let start = Int.random(in: 0..<plan.count - 1, using: &random)
            var piece = Array(plan[start..<min(plan.count, start + 400)])
            for _ in 0..<Int.random(in: 0..<6, using: &random) {
                let place = Int.random(in: 0..<piece.count, using: &random)
                piece[place] = UInt8.random(in: 0...255, using: &random)
            }
            return piece
        }

        private func bytes(_ random: inout SeededGenerator) -> [UInt8] {
            let starts: [[UInt8]] = [
                [], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], Array("PK\u{3}\u{4}".utf8),
            ]
            return (starts.randomElement(using: &random) ?? [])
                + (0..<Int.random(in: 0..<200, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
        }

        /// A small .docx or .xlsx whose XML holds anything.
        private func archive(_ random: inout SeededGenerator) -> [UInt8] {
            let names = ["word/document.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"]
            let parts = names.shuffled(using: &random).prefix(2).map { name in
                (name: name, content: xml(&random))
            }
            var bytes = Array(ZipBytes.make(parts))
            if Bool.random(using: &random), !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            return bytes
        }

        private func xml(_ random: inout SeededGenerator) -> String {
            let tags = [
                "w:p", "w:t", "w:tbl", "w:tr", "w:tc", "w:vMerge w:val=\"restart\"", "w:br/",
                "w:gridSpan w:val=\"9\"/",
                "row r=\"1\"", "c r=\"A1\" t=\"s\"", "v", "mergeCell ref=\"A1:B9\"/",
                "sheet name=\"a\"", "w:numPr", "w:ilvl w:val=\"2\"/",
            ]
            var xml = "<w:document>"
            for _ in 0..<Int.random(in: 0..<20, using: &random) {
                let tag = tags.randomElement(using: &random) ?? "v"
                let name = tag.split(separator: " ").first.map(String.init) ?? tag
                let isWhole = tag.hasSuffix("/") || Int.random(in: 0..<8, using: &random) == 0
                xml += isWhole ? "<\(tag)>" : "<\(tag)>100% hồ sơ\t1</\(name)>"
            }
            return xml + "</w:document>"
        }

        private func feed(_ bytes: [UInt8]) {
            if let text = try? TextFile.read(Data(bytes), name: "x") { _ = PlanReader.read(text) }
        }
    }
}
