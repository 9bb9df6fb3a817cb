import Testing

/// What the Content-Security-Policy would forbid, or what would lead round a rule of the server.
@Suite struct PageTests {
    @Test func `pages hold no style attribute, no script and no handler`() {
        for file in SourceTree.swift("Sources/Web") + SourceTree.swift("Sources/Documents") {
            for text in [
                " style=", "<style", "javascript:", " onclick=", " onchange=", " onsubmit=",
                " onload=",
            ] {
                #expect(file.places(of: text).isEmpty, "\(file) has \(text)")
            }
            for (number, line) in file.code where line.contains("<script") {
                #expect(line.contains(" src="), "\(file):\(number)")
            }
        }
    }

    @Test func `addresses come from Paths alone`() {
        for file in SourceTree.swift("Sources/Web") where file.path != "Sources/Web/Paths.swift" {
            for text in ["href=\"/", "action=\"/", "src=\"/"] {
                #expect(file.places(of: text).isEmpty, "\(file) writes \(text)…")
            }
        }
    }

    @Test func `nothing comes from another site`() {
        let files =
            SourceTree.swift("Sources/Web") + SourceTree.files("Sources/Web/Assets", ending: "css")
        for file in files {
            for text in ["src=\"http", "href=\"http", "url(http", "@import"] {
                #expect(file.places(of: text).isEmpty, "\(file) has \(text)")
            }
        }
    }

    /// `Routes` alone knows the router: through it every address says whom it is for.
    @Test func `what changes the record goes through write, which checks session and token`() {
        for file in SourceTree.swift("Sources/Web") where file.path != "Sources/Web/Routes.swift" {
            for text in [
                "router.post(", "router.put(", "router.delete(", "router.patch(", "router.on(",
            ] {
                #expect(file.places(of: text).isEmpty, "\(file) uses \(text)")
            }
        }
    }

    @Test func `only ErrorPages chooses the status of an error`() {
        for file in SourceTree.swift("Sources/Web")
        where file.path != "Sources/Web/ErrorPages.swift" {
            for text in [
                "HTTPError(", ".badRequest", ".internalServerError", ".forbidden)",
                ".unprocessable",
            ] {
                #expect(file.places(of: "status: \(text)").isEmpty, "\(file)")
                #expect(text != "HTTPError(" || file.places(of: text).isEmpty, "\(file)")
            }
        }
    }
}
