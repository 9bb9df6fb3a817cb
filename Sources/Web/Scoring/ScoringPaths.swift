import Domain
import Store

extension Paths {
    /// The blocks that are scored in a year.
    static func scores(_ year: Int) -> String { path([String(year), "index"]) }
    static func board(_ year: Int, _ block: Agency.Block?) -> String {
        path([String(year), "index", slug(block)])
    }
    static func scoreMap(_ year: Int, _ block: Agency.Block?) -> String {
        path([String(year), "index", slug(block), "map"])
    }
    /// One agency's assessment, or a thing of it: `self-score`, `appraisal`, `points` …
    static func assessment(
        _ year: Int, _ block: Agency.Block?, _ code: String, _ thing: String...
    ) -> String {
        path([String(year), "index", slug(block), code] + thing)
    }
    static func rounds(_ year: Int) -> String { path([String(year), "index", "rounds"]) }
    static func roundPublication(_ year: Int, _ block: Agency.Block?) -> String {
        path([String(year), "index", slug(block), "publication"])
    }
    static func roundMeasures(_ year: Int, _ block: Agency.Block?) -> String {
        path([String(year), "index", slug(block), "measures"])
    }
    static func surveyScores(_ year: Int, _ block: Agency.Block?) -> String {
        path([String(year), "index", slug(block), "survey"])
    }
    static func boardFile(_ year: Int, _ block: Agency.Block?, _ format: String) -> String {
        path([String(year), "index", slug(block), "board.\(format)"])
    }
    static let criteriaSets = "/criteria"
    static let criteriaImport = "/criteria/import"
    static func criteriaSet(_ number: Int) -> String { path(["criteria", String(number)]) }
    static func criteriaSet(_ number: Int, _ thing: String...) -> String {
        path(["criteria", String(number)] + thing)
    }

    /// The block as addresses name it; the province itself is none.
    static func slug(_ block: Agency.Block?) -> String { block?.rawValue ?? "province" }
}

extension AppContext {
    /// The block that the address names.
    func block() throws -> Agency.Block? {
        let name = try segment("block")
        if name == "province" { return nil }
        guard let block = Agency.Block(rawValue: name) else { throw MissingPage(path: path) }
        return block
    }
}

extension Agency.Block? {
    var scoredTitle: Bilingual {
        self?.title ?? Bilingual(vi: "Tỉnh (Bộ Nội vụ chấm)", en: "The province (by the Ministry)")
    }
}

extension Paths {
    /// The form for what the Ministry announced of a year.
    static func announcement(_ year: Int) -> String {
        path([String(year), "index", "province", "announcement"])
    }
    /// One criterion of one assessment, with its evidence.
    static func criterion(
        _ year: Int, _ block: Agency.Block?, _ code: String, _ criterion: String
    ) -> String {
        assessment(year, block, code, "criteria", criterion)
    }
    /// The page of the criterion that a document was given for.
    static func criterionPage(_ record: CitedRecord) -> String {
        // Block, agency and criterion; the block of the province is empty.
        let parts = record.code.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return scores(record.year) }
        return criterion(
            record.year, Agency.Block(rawValue: String(parts[0])), String(parts[1]),
            String(parts[2]))
    }
}
