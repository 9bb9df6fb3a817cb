extension SubmissionContent {
    /// One thing that differs between two rounds of a report.
    public struct Difference: Hashable, Sendable {
        /// "Nhiệm vụ 3, ngày hoàn thành".
        public let place: Bilingual
        /// `nil` where there was nothing.
        public let was: Bilingual?
        public let now: Bilingual?
    }

    /// What changed since an earlier round, in the order of the page.
    public func changes(since earlier: SubmissionContent) -> [Difference] {
        var found = Found()
        found.add(
            Bilingual(vi: "Không phát sinh", en: "Nothing arose"),
            earlier.nothingArose ? Said.yes : nil, nothingArose ? Said.yes : nil)
        let tasksBefore = Dictionary(
            earlier.tasks.map { ($0.task, $0) }, uniquingKeysWith: { first, _ in first })
        for line in tasks { found.add(line, since: tasksBefore[line.task]) }
        let kept = Set(tasks.map(\.task))
        for line in earlier.tasks where !kept.contains(line.task) {
            found.add(line.place, Bilingual(line.text), nil)
        }
        let measuresBefore = Dictionary(
            earlier.measures.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
        for line in measures {
            found.add(line.place, measuresBefore[line.target]?.said, line.said)
        }
        found.add(
            Bilingual(vi: "Khó khăn, vướng mắc", en: "Difficulties"),
            Said.text(earlier.difficulties),
            Said.text(difficulties))
        found.add(
            Bilingual(vi: "Kiến nghị, đề xuất", en: "Proposals"), Said.text(earlier.proposals),
            Said.text(proposals))
        return found.differences
    }
}

/// How the parts of a page are said when two rounds are compared.
private enum Said {
    static let yes = Bilingual(vi: "có", en: "yes")

    static func text(_ text: String) -> Bilingual? {
        text.trimmed.isEmpty ? nil : Bilingual(text)
    }
}

private struct Found {
    var differences: [SubmissionContent.Difference] = []

    mutating func add(_ place: Bilingual, _ was: Bilingual?, _ now: Bilingual?) {
        guard was != now else { return }
        differences.append(SubmissionContent.Difference(place: place, was: was, now: now))
    }

    mutating func add(
        _ line: SubmissionContent.TaskLine, since earlier: SubmissionContent.TaskLine?
    ) {
        guard let earlier else {
            add(line.place, nil, Bilingual(line.text))
            return
        }
        func part(_ vi: String, _ en: String) -> Bilingual {
            line.place + Bilingual(vi: ", \(vi)", en: ", \(en)")
        }
        add(part("thời hạn", "due"), earlier.dueOn?.bilingual, line.dueOn?.bilingual)
        add(
            part("mức độ hoàn thành", "progress"), earlier.percent.map { Bilingual("\($0)%") },
            line.percent.map { Bilingual("\($0)%") })
        add(part("ngày hoàn thành", "done on"), earlier.doneOn?.bilingual, line.doneOn?.bilingual)
        add(part("kết quả", "result"), Said.text(earlier.result), Said.text(line.result))
        add(
            part("giải trình", "explanation"), Said.text(earlier.explanation),
            Said.text(line.explanation))
        add(part("tài liệu kiểm chứng", "evidence"), earlier.files, line.files)
    }
}

extension SubmissionContent.TaskLine {
    fileprivate var place: Bilingual {
        Bilingual(vi: "Nhiệm vụ \(number)", en: "Task \(number)")
    }

    fileprivate var files: Bilingual? {
        evidence.isEmpty ? nil : Bilingual(evidence.map(\.name).joined(separator: "; "))
    }
}

extension SubmissionContent.MeasureLine {
    fileprivate var place: Bilingual {
        Bilingual(vi: "Chỉ tiêu \(code)", en: "Target \(code)")
    }

    /// "78/120 (nguồn: …)"; `nil` when it was not answered.
    public var said: Bilingual? {
        if nothingArose { return Bilingual(vi: "không phát sinh", en: "nothing arose") }
        guard let numerator else { return nil }
        func figure(_ language: Language) -> String {
            Written.number(numerator, language)
                + (denominator.map { "/" + Written.number($0, language) } ?? "")
        }
        return Bilingual(
            vi: figure(.vi) + (source.isEmpty ? "" : " (nguồn: \(source))"),
            en: figure(.en) + (source.isEmpty ? "" : " (source: \(source))"))
    }
}
