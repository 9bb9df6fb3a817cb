import Foundation
import Testing

/// The compiler keeps the modules apart; these keep what it cannot see.
@Suite struct LayerTests {
    /// What each module may import besides Foundation.
    private static let allowed: [String: Set<String>] = [
        "Domain": [],
        "Markup": [],
        "Reading": [
            "Domain", "CLibZip", "FoundationXML", "Subprocess", "Synchronization", "Yams",
        ],
        "Documents": [
            "Domain", "Markup", "CLibXLSXWriter", "CLibQREncode", "CLibZip", "Subprocess",
            "Synchronization",
        ],
        "Store": [
            "Domain", "Crypto", "CryptoExtras", "GRDB", "GRDBSQLite", "CLibPQ", "CLibZip",
            "Dispatch",
            "Synchronization", "Glibc",
        ],
        "Sample": ["Domain", "Store", "Reading"],
        "Web": [
            "Domain", "Store", "Reading", "Documents", "Markup", "Hummingbird", "HTTPTypes",
            "HummingbirdCore", "NIOCore", "NIOHTTPTypes", "NIOHTTP1",
            "Logging", "Crypto", "Synchronization", "ServiceLifecycle", "AsyncHTTPClient", "JWTKit",
        ],
        "Command": [
            "Domain", "Store", "Reading", "Documents", "Web", "Sample", "ArgumentParser",
            "ServiceLifecycle", "Logging", "Dispatch", "Synchronization",
            "Glibc", "UnixSignals",
        ],
    ]

    @Test(arguments: allowed.keys.sorted())
    func `a module imports what the layers allow`(_ module: String) throws {
        let allowed = try #require(Self.allowed[module])
        let files = SourceTree.swift("Sources/\(module)")
        #expect(!files.isEmpty, "Sources/\(module) is not where this test looks")
        for file in files {
            let foreign = imports(of: file).filter { $0 != "Foundation" && !allowed.contains($0) }
            #expect(foreign.isEmpty, "\(file)")
        }
    }

    @Test(arguments: [("GRDB", "SQLite"), ("CLibPQ", "Postgres")])
    func `a database's library is known to its engine alone`(_ library: String, _ engine: String) {
        for file in SourceTree.swift("Sources") where imports(of: file).contains(library) {
            #expect(file.path.hasPrefix("Sources/Store/Engines/\(engine)"), "\(file)")
        }
    }

    @Test func `SQL stands in Store alone`() {
        let statements = ["SELECT ", "INSERT INTO", "DELETE FROM", "UPDATE "]
        for file in SourceTree.swift("Sources") where !file.path.hasPrefix("Sources/Store/") {
            for statement in statements {
                #expect(file.places(of: statement).isEmpty, "\(file)")
            }
        }
    }

    @Test func `every document asks for the letterhead that was set`() {
        for file in SourceTree.swift("Sources/Web")
        where !file.path.hasSuffix("/LetterheadBuilder.swift") {
            #expect(file.places(of: "Letterhead(of:").isEmpty, "\(file)")
        }
    }

    @Test func `rules count exactly and take their day from outside`() {
        for file in SourceTree.swift("Sources/Domain") where !file.path.contains("/Surveys/") {
            for word in ["Double", "Float", "Date()", "async ", "await "] {
                #expect(file.places(of: word).isEmpty, "\(file) uses \(word)")
            }
        }
    }

    @Test func `only the store's clock knows what time it really is`() {
        for file in SourceTree.swift("Sources") where file.path != "Sources/Store/Store.swift" {
            #expect(file.places(of: "Date()").isEmpty, "\(file)")
        }
    }

    @Test func `nothing traps on what a person or a file may send`() {
        for file in SourceTree.swift("Sources") {
            for word in ["try!", "as!", "fatalError(", "TODO", "FIXME"] {
                #expect(file.places(of: word).isEmpty, "\(file) has \(word)")
            }
        }
    }

    @Test func `no file grows beyond 400 lines`() {
        for file in SourceTree.swift("Sources") {
            #expect(file.lines.count <= 400, "\(file)")
        }
    }

    @Test func `CURRENT names the newest migration`() throws {
        let folder = "Sources/Store/Migrations"
        let newest = try #require(SourceTree.files(folder, ending: "sql").last)
        let current = SourceTree.root.appending(path: "\(folder)/CURRENT")
        let name =
            try String(contentsOf: current, encoding: .utf8).split(separator: "\n").first ?? ""
        #expect(newest.path == "\(folder)/\(name).sql")
    }

    private func imports(of file: SourceFile) -> [String] {
        file.lines.compactMap { line in
            var words = line.split(separator: " ")[...]
            if let first = words.first,
                ["public", "private", "@testable", "@preconcurrency"].contains(first)
            {
                words = words.dropFirst()
            }
            guard line.first != " ", words.first == "import" else { return nil }
            return words.dropFirst().first.map { String($0.prefix { $0 != "." }) }
        }
    }
}
