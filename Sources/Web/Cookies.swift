import Domain
import Foundation
import Hummingbird

/// The cookies of the site; none can be read by script, all stay with requests from here.
enum SiteCookie {
    /// The secret of a signed-in session.
    static let session = "caicach_session"
    static let language = "caicach_language"
    /// The ticket of a form that came after its session had ended.
    static let late = "caicach_late"
    /// What the forms of somebody who is not signed in are bound to.
    static let visitor = "caicach_form"
    /// What was just done, said on the next page and then forgotten.
    static let said = "caicach_said"
    /// The secret of a device that signed in before; its failures count apart.
    static let device = "caicach_device"
    /// The secret of a sign-in that waits for its code.
    static let waiting = "caicach_waiting"
    /// The secret of a request to the issuer that waits for its answer.
    static let issuer = "caicach_issuer"

    static func made(_ name: String, _ value: String, seconds: Int?, isSecure: Bool) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: seconds, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }

    static func removed(_ name: String, isSecure: Bool) -> Cookie {
        made(name, "", seconds: 0, isSecure: isSecure)
    }

    /// A sentence as cookies may carry it: base64 without padding.
    static func written(_ sentence: String) -> String {
        Data(sentence.utf8).base64EncodedString().filter { $0 != "=" }
    }

    /// The sentence, or `nil` when the cookie is not one of ours.
    static func read(_ value: String) -> String? {
        guard value.utf8.count < 2_000 else { return nil }
        let padded = value + String(repeating: "=", count: (4 - value.utf8.count % 4) % 4)
        return Data(base64Encoded: padded).flatMap { String(data: $0, encoding: .utf8) }
    }
}

extension Request {
    /// The language asked for: by `?lang=`, else by the cookie, else Vietnamese.
    var language: Language { languageInAddress ?? languageInCookie ?? .vi }

    var languageInCookie: Language? {
        cookies[SiteCookie.language].flatMap { Language(rawValue: $0.value) }
    }

    /// The language that the address itself names; it will be remembered.
    var languageInAddress: Language? {
        guard let query = uri.query, query.utf8.count < 4_096 else { return nil }
        return query.split(separator: "&").compactMap { pair in
            pair.hasPrefix("lang=") ? Language(rawValue: String(pair.dropFirst(5))) : nil
        }.last
    }
}
