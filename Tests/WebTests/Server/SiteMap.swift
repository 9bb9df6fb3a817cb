import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting

@testable import Web

/// What the site offers: its routes from the router, and the forms and addresses from pages walked.
///
/// Nothing here is written by hand, so a new route or field is tested the day it is added.
struct SiteMap {
    struct Route: Hashable, CustomStringConvertible {
        let method: String
        let parts: [String]

        var path: String { "/" + parts.joined(separator: "/") }
        var description: String { "\(method) \(path)" }
        /// The parts that take any value.
        var captures: [String] { parts.filter { $0.hasPrefix(":") } }

        /// How many parts an address shares literally; `nil` when it is not of this route.
        func match(_ segments: [String]) -> Int? {
            guard segments.count == parts.count else { return nil }
            var literal = 0
            for (part, segment) in zip(parts, segments) where !part.hasPrefix(":") {
                guard part == segment else { return nil }
                literal += 1
            }
            return literal
        }
    }

    /// A form as it stands on a page.
    struct PageForm {
        let page: String
        let method: String
        let action: String
        var fields: [(name: String, value: String)] = []
        var hasFile = false
        /// Values that a field may be given: those it has, and those it offers.
        var choices: [String: [String]] = [:]

        /// Takes in a tag with what follows it; a choice belongs to the field before it.
        mutating func take(_ tag: String) {
            let head = String(tag.prefix { $0 != ">" })
            var value = attribute("value", head) ?? ""
            if tag.hasPrefix("option"), let last = fields.indices.last {
                choices[fields[last].name, default: []].append(value)
                if head.contains(" selected") { fields[last].value = value }
            }
            guard ["input", "select", "textarea", "button"].contains(where: tag.hasPrefix),
                let name = attribute("name", head)
            else { return }
            if tag.hasPrefix("textarea") {
                value = plain(String(tag.dropFirst(head.count + 1).drop { $0 == "\n" }))
            }
            let type = attribute("type", head)
            if type == "file" { hasFile = true }
            if !value.isEmpty { choices[name, default: []].append(value) }
            let isOffer = type == "radio" || type == "checkbox" || tag.hasPrefix("button")
            if !isOffer || head.contains(" checked") { fields.append((name, value)) }
        }
    }

    let routes: [Route]
    private(set) var forms: [PageForm] = []
    /// Whole addresses found on pages, by the path of their route.
    private(set) var addresses: [String: [String]] = [:]
    /// Names of fields in addresses and of form fields, from pages and from the program's own text.
    private(set) var names: Set<String> = SiteMap.namesInSources()
    /// Values seen in forms, by the name of the field.
    var values: [String: [String]] = [:]
    private(set) var pages = 0

    init(_ site: Site) {
        routes = site.router().routes.map { route in
            Route(
                method: route.method.rawValue,
                parts: route.path.description.split(separator: "/").map { part in
                    part.hasPrefix("{") ? ":" + part.dropFirst().dropLast() : String(part)
                })
        }
    }

    func route(_ method: String, _ address: String) -> Route? {
        let segments = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
            .map(String.init)
        return routes.filter { $0.method == method }
            .compactMap { route in route.match(segments).map { (route, $0) } }
            .max { $0.1 < $1.1 }?.0
    }

    /// Walks the pages that the browser can reach, at most so many for each route.
    mutating func walk(_ site: TestSite, as browser: Browser, from starts: [String], each: Int)
        async throws
    {
        var waiting =
            starts + routes.filter { $0.method == "GET" && $0.captures.isEmpty }.map(\.path)
        var visits: [Route: Int] = [:]
        var seen = Set(waiting)
        while let path = waiting.popLast() {
            guard let route = route("GET", path), visits[route, default: 0] < each else { continue }
            visits[route, default: 0] += 1
            let answer = try await site.get(path, browser)
            pages += 1
            guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
            let text = answer.text
            for form in Self.forms(in: text, of: path) {
                forms.append(form)
                names.formUnion(form.fields.map(\.name))
                guard form.method == "POST" else { continue }
                values.merge(form.choices) { $0 + $1 }
                if let route = self.route("POST", form.action) {
                    addresses[route.path, default: []].append(form.action)
                }
            }
            for link in Self.links(in: text) where seen.insert(link).inserted {
                guard let route = self.route("GET", link) else { continue }
                addresses[route.path, default: []].append(link)
                names.formUnion(Self.queryNames(of: link))
                waiting.insert(link, at: 0)
            }
        }
    }

    static func forms(in page: String, of path: String) -> [PageForm] {
        page.split(separator: "<form ").dropFirst().map { rest in
            let text = String(
                rest.prefix(upTo: rest.firstRange(of: "</form>")?.lowerBound ?? rest.endIndex))
            let head = String(text.prefix { $0 != ">" })
            var form = PageForm(
                page: path, method: attribute("method", head)?.uppercased() ?? "GET",
                action: attribute("action", head) ?? path)
            for tag in text.split(separator: "<") { form.take(String(tag)) }
            return form
        }
    }

    private static func links(in page: String) -> [String] {
        page.split(separator: "href=\"").dropFirst().compactMap { rest in
            let link = plain(String(rest.prefix { $0 != "\"" && $0 != "#" }))
            return link.hasPrefix("/") && !link.hasPrefix("/assets") ? link : nil
        }
    }

    static func attribute(_ name: String, _ tag: String) -> String? {
        guard let start = tag.firstRange(of: name + "=\"") else { return nil }
        return plain(String(tag[start.upperBound...].prefix { $0 != "\"" }))
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    private static func queryNames(of link: String) -> [String] {
        link.split(separator: "?").dropFirst().flatMap { $0.split(separator: "&") }
            .map { String($0.prefix { $0 != "=" }) }
    }

    /// The names that handlers ask of a form or a query, as the program's text has them.
    private static func namesInSources() -> Set<String> {
        let web = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Web")
        var names: Set<String> = []
        let files = FileManager.default.enumerator(at: web, includingPropertiesForKeys: nil)
        for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            for call in [
                "text", "whole", "optional", "all", "has", "file", "files", "day", "count",
                "required",
            ] {
                for rest in text.split(separator: ".\(call)(\"").dropFirst() {
                    names.insert(String(rest.prefix { $0 != "\"" && $0 != "\\" }))
                }
            }
        }
        return names.filter { !$0.isEmpty }
    }
}
