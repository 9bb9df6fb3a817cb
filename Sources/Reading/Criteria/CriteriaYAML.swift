import Domain
import Foundation
import Yams

/// Reads a criteria set kept as YAML, for those who keep theirs in version control.
///
/// `docs/criteria-sets.md` says what may stand in it. Lines are flat: a criterion's place in the tree
/// follows from its code, as in the table.
public enum CriteriaYAML {
    /// Longer texts are refused before they are parsed.
    public static let mostBytes = 1_000_000
    /// More lines than this are refused; no decision has nearly as many.
    public static let mostLines = 1_000

    public static func read(_ data: Data, name: String) throws -> ReadCriteria {
        guard data.count <= mostBytes else {
            throw InvalidInput([
                Problem(
                    "file", vi: "Tệp “\(name)” lớn hơn 1 MB; hãy kiểm tra lại.",
                    en: "The file “\(name)” is larger than 1 MB; check it.")
            ])
        }
        let text = try TextFile.decode(data, name: name)
        let root: Node
        do {
            guard let node = try Yams.compose(yaml: text), node.mapping != nil else {
                throw InvalidInput([wholeFile(name)])
            }
            root = node
        } catch let error as YamlError {
            throw InvalidInput([misspelt(error)])
        }
        return try CriteriaNodes(root).read()
    }

    private static func wholeFile(_ name: String) -> Problem {
        Problem(
            "file",
            vi: "Tệp “\(name)” không phải là một bộ tiêu chí YAML; hãy xem docs/criteria-sets.md.",
            en: "The file “\(name)” is no criteria set in YAML; see docs/criteria-sets.md.")
    }

    private static func misspelt(_ error: YamlError) -> Problem {
        let (line, reason): (Int?, String) =
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                (mark.line, problem)
            default: (nil, "\(error)")
            }
        return Problem(
            "YAML", row: line,
            vi: "Sai cú pháp YAML (\(reason)); hãy sửa dòng này, chú ý dấu ngoặc kép và thụt lề.",
            en: "This is no YAML (\(reason)); mend the line, its quotation marks or indentation.")
    }
}

/// Walks the tree that the YAML parser made.
private struct CriteriaNodes {
    private let root: Node
    private static let heads = [
        "name", "block", "year", "symbol", "issued", "source", "classes", "ties", "notes",
        "criteria",
    ]

    init(_ root: Node) {
        self.root = root
    }

    func read() throws -> ReadCriteria {
        var problems = strangers(in: root, known: Self.heads)
        let details = details(&problems)
        let table = try table(&problems)
        let read = CriteriaColumns.all.read(table, blank: CriterionRow())
        return ReadCriteria(read, details: details, notes: notes, others: problems)
    }

    private func details(_ problems: inout [Problem]) -> CriteriaSet.Details {
        var blockNode: Agency.Block?
        let block = text("block")
        if !block.isEmpty, block != "province" {
            blockNode = Agency.Block(rawValue: block)
            if blockNode == nil {
                let known = Agency.Block.allCases.map(\.rawValue).joined(separator: ", ")
                problems.append(
                    problem(
                        "block", vi: "Không có khối “\(block)”; hãy dùng province, \(known).",
                        en: "There is no block “\(block)”; use province, \(known)."))
            }
        }
        let year = Int(text("year"))
        if year.map({ !(1900...2199).contains($0) }) ?? true {
            problems.append(
                problem(
                    "year", vi: "Hãy ghi năm của bộ tiêu chí, ví dụ year: 2021.",
                    en: "Give the year of the set, such as year: 2021."))
        }
        if text("name").isEmpty {
            problems.append(
                problem(
                    "name", vi: "Hãy ghi tên bộ tiêu chí.", en: "Give the name of the set."))
        }
        var details = CriteriaSet.Details(
            name: text("name"), block: blockNode, year: year ?? 0, symbol: text("symbol"),
            source: text("source"))
        let issued = text("issued")
        details.issuedOn = Day(issued)
        if !issued.isEmpty, details.issuedOn == nil {
            problems.append(
                problem(
                    "issued", vi: "“\(issued)” không phải là ngày có thật; hãy ghi 31/01/2021.",
                    en: "“\(issued)” is not a day that exists; write 31/01/2021."))
        }
        let classes = ScoreClasses.read(text("classes"))
        details.classes = classes.classes
        problems += classes.problems.map { problem($0.field, vi: $0.message.vi, en: $0.message.en) }
        if let ties = TieRule(rawValue: text("ties")) {
            details.ties = ties
        } else if !text("ties").isEmpty {
            problems.append(
                problem(
                    "ties", vi: "Hãy ghi ties: skip (1, 2, 2, 4) hoặc dense (1, 2, 2, 3).",
                    en: "Write ties: skip (1, 2, 2, 4) or dense (1, 2, 2, 3)."))
        }
        return details
    }

    private var notes: [String: String] {
        guard let mapping = root.mapping?["notes"]?.mapping else { return [:] }
        var notes: [String: String] = [:]
        for (key, value) in mapping {
            if let code = key.scalar?.string, let note = value.scalar?.string { notes[code] = note }
        }
        return notes
    }

    private func table(_ problems: inout [Problem]) throws -> CellTable {
        let keys = CriteriaColumns.all.map(\.key)
        var rows: [CellTable.Row] = []
        let lines = root.mapping?["criteria"]?.sequence
        guard let lines, lines.count <= CriteriaYAML.mostLines else {
            problems.append(
                problem(
                    "criteria",
                    vi:
                        "Hãy liệt kê các tiêu chí dưới “criteria”, nhiều nhất \(CriteriaYAML.mostLines) dòng.",
                    en:
                        "List the criteria under “criteria”, at most \(CriteriaYAML.mostLines) lines."
                ))
            return CellTable(headings: keys, rows: [])
        }
        for node in lines {
            let line = node.mark?.line ?? 0
            guard let mapping = node.mapping else {
                problems.append(
                    Problem(
                        "criteria", row: line, vi: "Mỗi tiêu chí phải có code, title, maximum …",
                        en: "Each criterion has code, title, maximum …"))
                continue
            }
            problems += strangers(in: node, known: keys)
            rows.append(
                CellTable.Row(
                    number: line, cells: keys.map { mapping[$0]?.scalar?.string ?? "" }))
        }
        return CellTable(headings: keys, rows: rows)
    }

    private func text(_ key: String) -> String {
        (root.mapping?[key]?.scalar?.string ?? "").trimmed
    }

    private func problem(_ key: String, vi: String, en: String) -> Problem {
        Problem(key, row: root.mapping?[key]?.mark?.line ?? root.mark?.line ?? 1, vi: vi, en: en)
    }

    private func strangers(in node: Node, known: [String]) -> [Problem] {
        (node.mapping.map { Array($0.keys) } ?? []).compactMap { key in
            guard let name = key.scalar?.string, !known.contains(name) else { return nil }
            let list = known.joined(separator: ", ")
            return Problem(
                name, row: key.mark?.line ?? 1,
                vi: "Không có mục “\(name)”; các mục dùng được: \(list).",
                en: "There is no key “\(name)”; those there are: \(list).")
        }
    }
}
