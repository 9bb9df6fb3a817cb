import Domain
import ReaderTrials
import Reading
import Testing

struct CorpusTests {
    @Test func `there are enough sentences and texts to try the reader on`() throws {
        #expect(try Corpus.sentences().count >= 250)
        #expect(try Corpus.texts().count >= 12)
    }

    @Test(arguments: try Corpus.sentences()) func `a sentence gives what its label says`(
        _ trial: Trial
    ) {
        let draft = PlanReader.read(trial.text)
        var score = Score()
        score.addTargets(trial, draft)
        if trial.expected.isMisread {
            withKnownIssue { #expect(score.remarks == []) }
        } else {
            #expect(score.remarks == [])
        }
    }

    @Test func `targets of whole texts are found with an F1 of 0.95 or better`() throws {
        var score = Score()
        for trial in try Corpus.texts() { score.addTargets(trial, PlanReader.read(trial.text)) }
        #expect(score.f1 >= 0.95, "\(score.remarks)")
    }

    @Test func `tasks of whole texts are found with an F1 of 0.95 or better`() throws {
        var score = Score()
        for trial in try Corpus.texts() { score.addTasks(trial, PlanReader.read(trial.text)) }
        #expect(score.f1 >= 0.95, "\(score.remarks)")
    }

    @Test(arguments: try Corpus.texts().filter(\.expected.targets.isEmpty))
    func `a text that promises nothing gives no target`(_ trial: Trial) {
        #expect(PlanReader.read(trial.text).targets.map(\.text) == [])
    }

    @Test(arguments: try Corpus.texts()) func `the head of a text is read as its label says`(
        _ trial: Trial
    ) {
        let header = PlanReader.read(trial.text).document
        let read: [String: String?] = [
            "symbol": header.symbol, "type": header.type, "issuer": header.issuer,
            "place": header.place, "issuedOn": header.issuedOn?.text,
            "effectiveOn": header.effectiveOn?.text, "year": header.year.map(String.init),
            "title": header.title, "signer": header.signer,
        ]
        for (field, word) in trial.expected.document ?? [:] {
            #expect(word.fits(read[field] ?? nil), "\(field): \(read[field] ?? "-")")
        }
    }

    @Test(arguments: try Corpus.texts()) func `every doubt that a label names is asked about`(
        _ trial: Trial
    ) {
        let draft = PlanReader.read(trial.text)
        let scalars = Array(trial.text.unicodeScalars)
        for query in trial.expected.queries ?? [] {
            let quote = Array(query.quote.unicodeScalars)
            let start = scalars.indices.first { scalars[$0...].starts(with: quote) } ?? 0
            #expect(
                draft.queries.contains { $0.start < start + quote.count && $0.end > start },
                "\(query.quote)")
        }
    }

    @Test(arguments: try Corpus.texts()) func `every range of a text holds exactly its words`(
        _ trial: Trial
    ) {
        expectExactRanges(PlanReader.read(trial.text), in: trial.text)
    }
}
