import Crypto
import Foundation
import Hummingbird

/// The style sheet, the script and the pictures that come with the program, held in memory.
///
/// Each is addressed with the beginning of its SHA-256, so that browsers keep it for a year and yet
/// never show an old one.
struct Asset: Sendable {
    let bytes: ByteBuffer
    let type: String
    /// Sixteen hexadecimal digits of its content's SHA-256.
    let mark: String
    let path: String

    static let all: [String: Asset] = {
        var all: [String: Asset] = [:]
        let folder = Bundle.module.url(forResource: "Assets", withExtension: nil)
        let files = folder.flatMap {
            try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
        }
        for file in files ?? [] {
            guard let type = types[file.pathExtension], let bytes = try? Data(contentsOf: file)
            else { continue }
            all[file.lastPathComponent] = Asset(bytes, name: file.lastPathComponent, type: type)
        }
        return all
    }()

    private init(_ content: Data, name: String, type: String) {
        bytes = ByteBuffer(bytes: content)
        self.type = type
        mark = SHA256.hash(data: content).prefix(8).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        path = Paths.path(["assets", name], [("v", mark)])
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml", "png": "image/png", "ico": "image/x-icon", "woff2": "font/woff2",
        "txt": "text/plain; charset=utf-8",
    ]
}

/// Serves the assets; nobody needs to be known for them, and the database is not asked.
struct AssetRoutes {
    static func add(to router: Router<AppContext>) {
        router.get("/assets/:name", use: asset)
    }

    @Sendable private static func asset(_ request: Request, _ context: AppContext) throws
        -> Response
    {
        let name = try context.segment("name")
        guard let asset = Asset.all[name] else { throw MissingPage(path: request.uri.path) }
        let isMarked = request.uri.query == "v=\(asset.mark)"
        var headers: HTTPFields = [
            .eTag: "\"\(asset.mark)\"",
            .cacheControl: isMarked ? "public, max-age=31536000, immutable" : "public, no-cache",
            .contentType: asset.type,
        ]
        if request.headers[values: .ifNoneMatch].contains("\"\(asset.mark)\"") {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: asset.bytes))
    }
}
