import Domain
import HTTPTypes
import Hummingbird
import Store

/// Sends a file that somebody gave as evidence, so that nothing in it can act on this site.
///
/// It goes as what it is by its content, never as its sender said, cut off from everything by a
/// sandbox; browsers show PDF and pictures only and save the rest. It is read from the disk as it is
/// sent, so its size costs no memory.
struct EvidenceFileResponse {
    static let policy =
        "sandbox; default-src 'none'; img-src 'self'; style-src 'self'; "
        + "frame-ancestors 'none'"

    /// Bytes that are read at a time.
    private static let piece = 64 << 10

    let evidence: Evidence
    let revision: Evidence.Revision
    let files: FileStore

    func response(_ request: Request, _ context: AppContext) async throws -> Response {
        let path = files.path(revision.sha256)
        guard files.size(revision.sha256) == revision.bytes else {
            throw FileMissing(number: evidence.number, revision: revision.number)
        }
        let isDownload = context.query.has("download") || !revision.type.isShownByBrowsers
        let mark = "\"\(revision.sha256.prefix(32))\""
        var headers: HTTPFields = [
            .contentType: revision.type.mediaType, .contentSecurityPolicy: Self.policy,
            .contentDisposition: disposition(isDownload ? "attachment" : "inline"),
            .cacheControl: "private, no-cache", .eTag: mark, .acceptRanges: "bytes",
        ]
        if request.headers[.ifNoneMatch] == mark {
            return Response(status: .notModified, headers: headers)
        }
        guard let range = byteRange(request.headers[.range], of: revision.bytes) else {
            let body = try await FileIO().loadFile(
                path: path, context: context, chunkLength: Self.piece)
            return Response(status: .ok, headers: headers, body: body)
        }
        headers[.contentRange] =
            "bytes \(range.lowerBound)-\(range.upperBound)/\(revision.bytes)"
        let body = try await FileIO().loadFile(
            path: path, range: range, context: context, chunkLength: Self.piece)
        return Response(status: .partialContent, headers: headers, body: body)
    }

    /// The name as it was, for browsers that read it, and a plain one for the others.
    private func disposition(_ kind: String) -> String {
        let encoded = Paths.path([revision.name]).dropFirst()
        return "\(kind); filename=\"evidence-\(evidence.number).\(revision.type.endings[0])\"; "
            + "filename*=UTF-8''\(encoded)"
    }
}

/// The part of a file that is asked for; `nil` when all of it is, or the request makes no sense.
func byteRange(_ header: String?, of size: Int) -> ClosedRange<Int>? {
    guard let header, header.hasPrefix("bytes="), size > 0 else { return nil }
    let ends = header.dropFirst(6).split(
        separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2, !ends[1].contains(",") else { return nil }
    if ends[0].isEmpty {
        guard let length = Int(ends[1]), length > 0 else { return nil }
        return max(0, size - length)...(size - 1)
    }
    guard let first = Int(ends[0]), (0..<size).contains(first) else { return nil }
    let last = ends[1].isEmpty ? size - 1 : Int(ends[1]) ?? -1
    return last >= first ? first...min(last, size - 1) : nil
}

/// A row names a file that is not in its place: the operator has to put it back.
struct FileMissing: UserFacingError, Hashable {
    let number: Int
    let revision: Int

    var code: String { "evidence.file-missing" }
    var kind: ErrorKind { .unavailable }
    var message: Bilingual {
        Bilingual(
            vi:
                "Tệp của tài liệu số \(number), bản \(revision), không còn nguyên trên máy chủ; hãy "
                + "báo quản trị hệ thống để khôi phục từ bản sao lưu.",
            en: "The file of document no. \(number), revision \(revision), is not whole on the "
                + "server; tell the administrator, who can restore it from a backup.")
    }
}
