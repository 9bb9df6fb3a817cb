import Domain
import Foundation
import ReaderTrials
import Reading
import Support
import Testing

struct ReaderFuzzTests {
    @Test func `any text is read into a draft whose ranges hold`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let text = Pieces.text(&random)
            let plan = PlanReader.read(text)
            let scalars = Array(text.unicodeScalars)
            func holds(_ start: Int, _ end: Int, _ words: String) -> Bool {
                start >= 0 && start <= end && end <= scalars.count
                    && scalars[start..<end].elementsEqual(words.unicodeScalars)
            }
            #expect(plan.clauses.allSatisfy { holds($0.start, $0.end, $0.text) }, "seed \(seed)")
            #expect(plan.targets.allSatisfy { holds($0.start, $0.end, $0.text) }, "seed \(seed)")
            #expect(plan.tasks.allSatisfy { holds($0.start, $0.end, $0.text) }, "seed \(seed)")
            #expect(
                plan.queries.allSatisfy {
                    0 <= $0.start && $0.start <= $0.end && $0.end <= scalars.count
                },
                "seed \(seed)")
            #expect(Set(plan.clauses.map(\.path)).count == plan.clauses.count, "seed \(seed)")
        }
    }

    @Test func `a draft of any text is JSON`() {
        for seed in Seeds.all.prefix(50) {
            var random = SeededGenerator(seed: seed)
            let json = PlanReader.read(Pieces.text(&random)).json
            #expect(
                (try? JSONSerialization.jsonObject(with: Data(json.utf8))) != nil, "seed \(seed)")
        }
    }

    @Test func `any bytes are text or refused`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let start: [UInt8] =
                [[], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]].randomElement(using: &random)
                ?? []
            let bytes =
                start
                + (0..<Int.random(in: 0..<300, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
            if let text = try? TextFile.read(Data(bytes), name: "x") { _ = PlanReader.read(text) }
        }
    }

    @Test func `any table text is read back or refused`() {
        let pieces = [
            "a", "Bình Định", ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", " ", "1", "é",
            "\u{FEFF}",
        ]
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let text = (0..<60).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            if let table = try? TableFile.read(Data(text.utf8), name: "x") {
                #expect(
                    table.rows.allSatisfy { $0.cells.count == table.headings.count }, "seed \(seed)"
                )
            }
        }
    }

    @Test(arguments: [Offices.document, Offices.workbook])
    func `a damaged office file is read or refused`(_ whole: Data) {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            var bytes = Array(whole)
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            if Bool.random(using: &random) {
                bytes.removeLast(Int.random(in: 0..<bytes.count - 4, using: &random))
            }
            _ = try? TextFile.read(Data(bytes), name: "x")
            _ = try? TableFile.read(Data(bytes), name: "x")
        }
    }

    @Test(arguments: [Offices.document, Offices.workbook])
    func `damaged XML inside is read or refused`(_ whole: Data) {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let data = Offices.damaged(whole == Offices.document, &random)
            _ = try? TextFile.read(data, name: "x")
            _ = try? TableFile.read(data, name: "x")
        }
    }

    @Test(arguments: [
        "I. CHỈ TIÊU\n- nhóm 3/;4 lên\n", "I. CHỈ TIÊU\n- từ 2 (;) lên 3\n",
        "I. CHỈ TIÊU\n- 5/;6 xuống\n",
        "Điều 1\n. a\n", "Số hiệu\n: 5", "Số\n: 5/KH-A", "I\n. A\n",
    ]) func `what once trapped the reader is read`(_ text: String) {
        #expect(PlanReader.read(text) == PlanReader.read(text))
    }

    @Test(arguments: [
        "I. NHIỆM VỤ\n- " + String(repeating: "thời gian: ", count: 20_000),
        "I. CHỈ TIÊU\n- " + String(repeating: "20 ngày ", count: 20_000),
        "I. CHỈ TIÊU\n- 100% cơ quan ban hành "
            + String(repeating: "và hoàn thành ", count: 20_000),
        String(repeating: "1. a\n", count: 20_000),
    ]) func `endless repetition takes no endless time`(_ text: String) {
        // The thread's own time, for the machine may be busy with other tests.
        let before = threadSeconds()
        _ = PlanReader.read(text)
        #expect(threadSeconds() - before < 10)
    }

    private func threadSeconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec
    }
}
