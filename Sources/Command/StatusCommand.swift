import ArgumentParser
import Domain
import Foundation
import Store

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Prints how every target of a year's plan stands on a day.",
        discussion: """
            Kết quả thực hiện các chỉ tiêu tính đến một ngày.

              caicach status --database var/caicach.sqlite --year 2021 --on 30/09/2021
            """)

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: OutputOption

    @Option(help: "The plan year; that of today when left out.")
    var year: Int?

    @Option(
        help: "The day, dd/mm/yyyy; the earlier of today and the year's last day when left out.")
    var on: String?

    func run() async throws {
        let store = try await database.open()
        let (wantedYear, wantedDay, language) = (year, try day(), language.language)
        let lines = try await store.read { db -> [StatusLine] in
            let today = try db.workspace().today(db.now)
            let year = try wantedYear ?? db.plannedYears().first ?? today.year
            let planYear = try db.planYear(year)
            let on = wantedDay ?? min(today, planYear.last)
            guard let plan = try db.currentPlan(of: year) else {
                throw PlanError.yearWithoutPlan(year)
            }
            let tree = try db.agencyTree(on: Measurement.treeDay(on: on, period: planYear.range))
            let scopes = try db.scopes()
            return try db.targets(inForceOn: on, of: plan.id).compactMap { target in
                let asked = Measurement(
                    target: target, scope: scopes.first { $0.id == target.terms.scope }, tree: tree,
                    issuer: plan.agency, period: planYear.range, on: on, dayHasEnded: on < today)
                return try db.standing(asked, year: year).map { StatusLine(target, $0, language) }
            }
        }
        if output.isJSON {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            Terminal.say(String(decoding: try encoder.encode(lines), as: UTF8.self))
        } else {
            for line in lines { Terminal.say(line.text) }
        }
    }

    private func day() throws -> Day? {
        guard let on else { return nil }
        guard let day = Day(on) else {
            throw InvalidInput([
                Problem(
                    "on", vi: "“\(on)” không phải là ngày có thật; hãy ghi như 30/09/2021.",
                    en: "“\(on)” is not a day that exists; write it as 30/09/2021.")
            ])
        }
        return day
    }
}

/// One target as the terminal shows it.
private struct StatusLine: Encodable, Sendable {
    let clause: String
    let title: String
    let on: String
    let numerator: Int
    let denominator: Int?
    let needed: Int?
    let verdict: String
    let verdictText: String
    let missing: String?

    init(_ target: Plan.Target, _ standing: Standing, _ language: Language) {
        clause = target.code
        title = target.terms.title
        on = standing.on.text
        numerator = standing.numerator
        denominator = standing.denominator
        needed = standing.needed
        verdict = standing.verdict.rawValue
        verdictText = standing.verdict.title[language]
        missing = standing.missing?[language]
    }

    var text: String {
        let figure = denominator.map { "\(numerator)/\($0)" } ?? "\(numerator)"
        let width = 14
        let padded = clause + String(repeating: " ", count: max(1, width - clause.count))
        let gap = missing.map { "\n" + String(repeating: " ", count: width) + $0 } ?? ""
        return "\(padded)\(verdictText) · \(figure) · \(title)\(gap)"
    }
}
