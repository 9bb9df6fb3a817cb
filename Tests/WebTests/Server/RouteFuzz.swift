import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Store
import Support

@testable import Web

/// Makes requests that no browser would send, for every route of a ``SiteMap``; the same for a seed.
struct RouteFuzz {
    /// One request, as it is sent and as a failure describes it.
    struct Attempt: CustomStringConvertible {
        let route: SiteMap.Route
        let method: HTTPRequest.Method
        let address: String
        let isSignedIn: Bool
        var headers: HTTPFields
        var body: Data?

        var description: String {
            let shown = body.map { String(decoding: $0.prefix(600), as: UTF8.self) } ?? ""
            return "\(method.rawValue) \(address) as \(isSignedIn ? "administrator" : "nobody")"
                + " \(headers[.contentType] ?? "") \(shown)"
        }
    }

    let map: SiteMap
    /// Files of rows as the site exports them, by what they list, to be changed a little and sent back.
    let files: [String: Data]
    private let names: [String]

    init(_ map: SiteMap, files: [String: Data]) {
        self.map = map
        self.files = files
        names = map.names.sorted()
    }

    /// An attempt at the route by somebody who is signed in with the token, or by a visitor.
    func attempt(
        _ route: SiteMap.Route, token: String?, visitorKey: String,
        _ random: inout SeededGenerator
    ) -> Attempt {
        let method = self.method(of: route, &random)
        var headers = headers(&random)
        var body: Data?
        if method != .get, method != .head {
            let isSent = Int.random(in: 0..<10, using: &random) > 0
            let token = isSent ? token ?? VisitorKey(visitorKey).token : "x"
            body = self.body(for: route, token: token, &headers, &random)
        }
        return Attempt(
            route: route, method: method, address: address(of: route, &random),
            isSignedIn: token != nil, headers: headers, body: body)
    }

    private func method(of route: SiteMap.Route, _ random: inout SeededGenerator)
        -> HTTPRequest.Method
    {
        let others: [HTTPRequest.Method] = [.put, .delete, .patch, .options, .head, .get, .post]
        let isOther = Int.random(in: 0..<25, using: &random) == 0
        return (isOther ? others.randomElement(using: &random) : nil)
            ?? HTTPRequest.Method(route.method) ?? .get
    }

    // MARK: The address

    private func address(of route: SiteMap.Route, _ random: inout SeededGenerator) -> String {
        let known = map.addresses[route.path]?.randomElement(using: &random)
        let honest = known?.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        var path = ""
        for (index, part) in route.parts.enumerated() {
            guard part.hasPrefix(":") else {
                path += "/" + part
                continue
            }
            let usual = honest?[index] ?? (part == ":year" ? "2021" : number(for: route, &random))
            let isHonest = Int.random(in: 0..<10, using: &random) < (part == ":year" ? 9 : 8)
            let value = isHonest ? "" : HostileValues.value(near: usual, &random)
            path += "/" + (isHonest ? usual : HostileValues.segment(value, &random))
        }
        if Int.random(in: 0..<40, using: &random) == 0 { path += "/" }
        if Int.random(in: 0..<40, using: &random) == 0 { path = "/" + path }
        return (path.isEmpty ? "/" : path) + query(known, &random)
    }

    /// What may stand in an address that no page links to: a number, or the id in a sister address.
    private func number(for route: SiteMap.Route, _ random: inout SeededGenerator) -> String {
        let sisters = map.addresses.keys.sorted().filter { path in
            path.split(separator: "/").first == route.parts.first.map { $0[...] }
        }
        let address = sisters.randomElement(using: &random)
            .flatMap { map.addresses[$0]?.randomElement(using: &random) }
        let segment = address?.prefix { $0 != "?" }.split(separator: "/").dropFirst().first
        return Bool.random(using: &random)
            ? String(Int.random(in: 1...12, using: &random)) : segment.map(String.init) ?? "1"
    }

    private func query(_ known: String?, _ random: inout SeededGenerator) -> String {
        var pairs =
            known?.split(separator: "?").dropFirst().first?.split(separator: "&").map(String.init)
            ?? []
        let usual = ["on", "year", "lang", "q", "page", "sort", "state", "show", "as", "next"]
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let list = Bool.random(using: &random) ? usual : names
            let name = list.randomElement(using: &random) ?? "on"
            let value = HostileValues.value(near: nil, &random)
            pairs.append(
                HostileValues.escaped(name) + "=" + HostileValues.segment(value, &random))
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    // MARK: The body

    private func body(
        for route: SiteMap.Route, token: String, _ headers: inout HTTPFields,
        _ random: inout SeededGenerator
    ) -> Data {
        let form = map.forms
            .filter { $0.method == "POST" && map.route("POST", $0.action) == route }
            .randomElement(using: &random)
        // Now and then all is as a person would send it, so that something is written.
        let isHonest = Int.random(in: 0..<3, using: &random) == 0
        var fields: [(String, String)] = [("token", token)]
        for (name, shown) in form?.fields ?? [] where name != "token" {
            let seen = map.values[name]?.randomElement(using: &random)
            let value = shown.isEmpty ? seen ?? "" : shown
            let isKept = isHonest || Int.random(in: 0..<10, using: &random) < 6
            if !isHonest, Int.random(in: 0..<12, using: &random) == 0 { continue }
            fields.append((name, isKept ? value : HostileValues.value(near: value, &random)))
        }
        for (name, offered) in (form?.choices ?? [:]).sorted(by: { $0.key < $1.key })
        where isHonest && !fields.contains(where: { $0.0 == name }) {
            if Int.random(in: 0..<4, using: &random) == 0 { continue }
            fields.append((name, offered.randomElement(using: &random) ?? ""))
        }
        if isHonest, form?.hasFile == true {
            headers[.contentType] = "multipart/form-data; boundary=xFuzz"
            let confirmed = Bool.random(using: &random) ? [("confirmed", "1")] : []
            let list = route.parts.dropLast().last ?? ""
            return multipart(
                fields.filter { $0.0 != "file" && $0.0 != "table" } + confirmed,
                [("file", "a.csv", files[list] ?? Data())])
        }
        // What is sent as it stands changes nothing; a word more in one field may.
        if isHonest, let place = fields.indices.dropFirst().randomElement(using: &random) {
            fields[place].1 += ["", " thêm", "1"].randomElement(using: &random) ?? ""
        }
        for _ in 0..<(isHonest ? 0 : Int.random(in: 0...4, using: &random)) {
            let name = names.randomElement(using: &random) ?? "a"
            fields.append((name, HostileValues.value(near: nil, &random)))
        }
        switch isHonest ? 19 : Int.random(in: 0..<20, using: &random) {
        case 0:
            headers[.contentType] = ["application/json", "text/plain", "", "multipart/form-data"]
                .randomElement(using: &random)
            return Data(HostileValues.value(near: "{}", &random).utf8)
        case 1..<7:
            headers[.contentType] = "multipart/form-data; boundary=xFuzz"
            let whole = multipart(fields, hostileFiles(&random))
            return Int.random(in: 0..<8, using: &random) == 0
                ? HostileValues.bytes(near: whole, &random) : whole
        default:
            headers[.contentType] = "application/x-www-form-urlencoded"
            let pairs = fields.map { name, value in
                HostileValues.escaped(name) + "=" + HostileValues.escaped(value)
            }
            return Data(pairs.joined(separator: "&").utf8)
        }
    }

    private func hostileFiles(_ random: inout SeededGenerator) -> [(String, String, Data)] {
        var hostile: [(String, String, Data)] = []
        for field in ["file", names.randomElement(using: &random) ?? "file"] {
            let honest = files.keys.sorted().randomElement(using: &random).flatMap { files[$0] }
            let ending = ["csv", "xlsx", "docx", "txt", "pdf", "exe"].randomElement(using: &random)
            let bytes = HostileValues.bytes(near: honest ?? Data(), &random)
            hostile.append((field, "a.\(ending ?? "csv")", bytes))
        }
        return hostile
    }

    private func multipart(
        _ fields: [(String, String)], _ files: [(field: String, name: String, bytes: Data)]
    ) -> Data {
        var body = Data()
        for (name, value) in fields {
            let name = name.replacing("\"", with: "%22").replacing("\n", with: " ")
            body += Data("--xFuzz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n".utf8)
            body += Data("\(value)\r\n".utf8)
        }
        for file in files {
            body += Data(
                """
                --xFuzz\r
                Content-Disposition: form-data; name="\(file.field)"; filename="\(file.name)"\r
                Content-Type: application/octet-stream\r
                \r

                """.utf8)
            body += file.bytes + Data("\r\n".utf8)
        }
        return body + Data("--xFuzz--\r\n".utf8)
    }

    private func headers(_ random: inout SeededGenerator) -> HTTPFields {
        var headers = HTTPFields()
        guard Int.random(in: 0..<10, using: &random) == 0 else { return headers }
        let names: [HTTPField.Name] = [
            .ifNoneMatch, .acceptLanguage, .cookie, .userAgent, .range, .accept, .ifModifiedSince,
            fieldName("X-Forwarded-For"),
        ]
        for name in names where Bool.random(using: &random) {
            let value = HostileValues.value(near: nil, &random)
            headers[name] =
                name == .cookie ? "caicach_said=\(value); caicach_language=\(value)" : value
        }
        return headers
    }
}
