import Domain
import Foundation

/// Asks poppler's `pdfsig` who signed a PDF, when, and whether it still is what was signed.
///
/// It runs apart with limits of time and memory, and asks nobody on the network.
public enum SignatureReader {
    /// So many signatures are looked at; a document of several agencies has a handful.
    private static let most = 50

    /// Reads the signatures of the file at the path.
    public static func read(_ path: String) async -> SignatureReading {
        guard OutsideProgram.isInstalled("pdfsig") else { return .programMissing }
        guard
            let result = await OutsideProgram.answer(
                of: "env", ["TZ=UTC", "LC_ALL=C", "pdfsig", "-no-ocsp", path], seconds: 20,
                most: 1 << 20)
        else { return .unreadable }
        let said = String(decoding: result.output, as: UTF8.self)
        let signatures = signatures(said)
        if !signatures.isEmpty { return .signed(signatures) }
        return said.contains("does not contain any signatures") ? .unsigned : .unreadable
    }

    /// What `pdfsig` printed, signature by signature.
    static func signatures(_ said: String) -> [DocumentSignature] {
        said.components(separatedBy: "Signature #").dropFirst().prefix(most).map { part in
            var fields: [Substring: Substring] = [:]
            for line in part.split(separator: "\n") {
                let halves = line.split(separator: ":", maxSplits: 1)
                guard halves.count == 2 else { continue }
                fields[halves[0].drop { " -".contains($0) }] = halves[1].drop { $0 == " " }
            }
            let check = fields["Signature Validation"] ?? ""
            return DocumentSignature(
                signer: FileName.shown(fields["Signer Certificate Common Name"] ?? ""),
                signedAt: instant(fields["Signing Time"] ?? ""), validity: validity(check),
                trust: trust(fields["Certificate Validation"] ?? ""),
                coversAll: part.contains("Total document signed"))
        }
    }

    private static func validity(_ said: Substring) -> DocumentSignature.Validity {
        if said.hasPrefix("Signature is Valid") { return .valid }
        if said.hasPrefix("Digest Mismatch") || said.hasPrefix("Signature is Invalid") {
            return .altered
        }
        return .unverifiable
    }

    private static func trust(_ said: Substring) -> DocumentSignature.Trust {
        if said.hasPrefix("Certificate is Trusted") { return .trusted }
        if said.contains("isn't Trusted") || said.contains("is unknown") { return .untrusted }
        if said.contains("Expired") { return .expired }
        if said.contains("Revoked") { return .revoked }
        return .unknown
    }

    /// "Nov 23 2026 02:41:00", in UTC.
    private static func instant(_ said: Substring) -> Instant? {
        let parts = said.split(separator: " ")
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        guard parts.count == 4, let month = months.firstIndex(of: String(parts[0])),
            let day = Int(parts[1]), let year = Int(parts[2]),
            let date = Day(year: year, month: month + 1, day: day)
        else { return nil }
        return Instant("\(date.text)T\(parts[3]).000Z")
    }
}
