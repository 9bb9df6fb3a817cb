import Foundation
import Hummingbird

extension Response {
    /// Answers with bytes as a file to be saved; the name holds plain letters only.
    static func file(_ bytes: Data, type: String, named name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"",
                .cacheControl: "private, no-cache",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
