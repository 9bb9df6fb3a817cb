import Domain

/// The symbols that bodies put on their papers: 12/KH-SNV, 05/KH-UBND.
enum DocumentSymbols {
    /// The symbol of a paper of that kind: KH (plan), TB (notice), BC (report), QĐ (decision).
    static func symbol(_ number: Int, _ kind: String, of body: Cast.Body) -> String {
        "\(padded(number))/\(kind)-\(office(of: body))"
    }

    /// The symbol of a report signed on that day: numbers rise through the year, no two days share one.
    static func report(of body: Cast.Body, on day: Day) -> String {
        let dayOfYear = day.month * 31 + day.dayOfMonth - 31
        return symbol(offset(of: body.code) + dayOfYear, "BC", of: body)
    }

    /// How many papers a body had out before the first we know of: from 0 to 39, its own.
    static func offset(of code: String) -> Int {
        code.utf8.reduce(0) { ($0 * 31 + Int($1)) % 40 }
    }

    /// The letters of the office: those of the code for an agency, UBND for a locality.
    private static func office(of body: Cast.Body) -> String {
        guard body.level == .department, let letters = body.code.split(separator: "-").last else {
            return "UBND"
        }
        switch letters {
        case "VPUB": return "VPUBND"
        case "BQLKKT": return "BQL"
        case "SGDDT": return "SGDĐT"
        case "SKHDT": return "SKHĐT"
        case "SLDTBXH": return "SLĐTBXH"
        default: return String(letters)
        }
    }

    static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
