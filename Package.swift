// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// What the pages of each feature say, in both languages, beside the views that say it.
let features = [
    "Accounts", "Agencies", "Coordination", "Errors", "Evidence", "Inbox", "Inspections",
    "Journal", "LateForms", "Law", "Layout", "LegalSearch", "Navigation", "Operations",
    "Overview", "People", "Plans", "Progress", "PublicStart", "Rating", "Records", "Reminders",
    "Reports", "Scoring", "Server", "Submissions", "Targets",
]
let words: [Resource] = features.flatMap { feature in
    ["vi", "en"].map { .copy("\(folder(of: feature))\(feature).\($0).json") }
}

func folder(of feature: String) -> String {
    switch feature {
    case "Navigation", "Server": ""
    case "Layout": "Parts/"
    default: "\(feature)/"
    }
}

let package = Package(
    name: "CaiCach",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CLibXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CLibQREncode", providers: [.apt(["libqrencode-dev"])]),

        .target(name: "Domain", swiftSettings: swiftSettings),
        .target(name: "Markup", swiftSettings: swiftSettings),
        .target(
            name: "Reading",
            dependencies: [
                "Domain", "CLibZip",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: swiftSettings),
        .target(
            name: "Documents",
            dependencies: [
                "Domain", "Markup", "CLibXLSXWriter", "CLibQREncode", "CLibZip",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: swiftSettings),
        .target(
            name: "Store",
            dependencies: [
                "Domain", "CLibPQ", "CLibZip",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            resources: [.copy("Migrations")],
            swiftSettings: swiftSettings),
        .target(
            name: "Sample", dependencies: ["Store", "Reading"],
            resources: [.copy("Data")], swiftSettings: swiftSettings),
        .target(
            name: "Web",
            dependencies: [
                "Domain", "Store", "Reading", "Documents", "Markup",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "JWTKit", package: "jwt-kit"),
            ],
            resources: [.copy("Assets")] + words,
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "caicach",
            dependencies: [
                "Domain", "Store", "Reading", "Documents", "Web", "Sample",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Sources/Command",
            swiftSettings: swiftSettings),
        .target(
            name: "Support", dependencies: ["Domain", "Store"], path: "Tests/Support",
            swiftSettings: swiftSettings),
        .testTarget(
            name: "DomainTests", dependencies: ["Domain", "Support"], swiftSettings: swiftSettings),
        .target(
            name: "ReaderTrials", dependencies: ["Domain", "Reading", "Support"],
            path: "Tests/ReaderTrials", resources: [.copy("Files")], swiftSettings: swiftSettings),
        .executableTarget(
            name: "reader-bench", dependencies: ["Domain", "Reading", "ReaderTrials", "Support"],
            path: "Tests/ReaderBench", swiftSettings: swiftSettings),
        .testTarget(
            name: "ReadingTests", dependencies: ["Domain", "Reading", "ReaderTrials", "Support"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "FuzzTests", dependencies: ["Domain", "Reading", "ReaderTrials", "Support"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "Domain", "Markup", "Reading"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "SampleTests", dependencies: ["Sample", "Domain", "Reading"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "StoreTests", dependencies: ["Domain", "Reading", "Sample", "Store", "Support"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Sample", "Store", "Support", "Documents", "Reading",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "CommandTests", dependencies: ["caicach", "Domain", "Support", "Web"],
            swiftSettings: swiftSettings),
        .testTarget(name: "ArchitectureTests", swiftSettings: swiftSettings),
        .testTarget(
            name: "FaultTests",
            dependencies: [
                "caicach", "Domain", "Store", "Support", "Web",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Accounts/issuer.py"],
            swiftSettings: swiftSettings),
    ]
)
