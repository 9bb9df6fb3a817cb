import Foundation
import Testing

/// A plain connection to a server on this machine: what it sends is exactly what is given to it.
final class Wire: Sendable {
    struct Broken: Error {}

    private let handle: Int32

    /// Connects; a read that gets nothing for so many seconds gives up.
    init(port: Int, patience seconds: Int = 40) throws {
        handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { throw Broken() }
        var wait = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(
            handle, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(
            handle, SOL_SOCKET, SO_SNDTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else {
            close(handle)
            throw Broken()
        }
    }

    deinit { close(handle) }

    /// Makes the system keep little of what the server sends, so that the server has to wait.
    func takeLittle() {
        var size: Int32 = 4_096
        setsockopt(handle, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Returns whether the other end still takes it.
    @discardableResult
    func send(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Reads until the other end closes; `nil` when it broke off or kept silent.
    func readToEnd() -> Data? {
        var whole = Data()
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = recv(handle, &bytes, bytes.count, 0)
            if count == 0 { return whole }
            guard count > 0 else { return nil }
            whole.append(contentsOf: bytes.prefix(count))
        }
    }
}

/// What a server answered.
struct Answer: Sendable {
    let status: Int
    /// By name in lower case.
    let headers: [String: String]
    let body: String

    /// Takes an answer apart; `nil` when it is not whole.
    init?(_ bytes: Data) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        guard let code = lines.first?.split(separator: " ").dropFirst().first,
            let status = Int(code)
        else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] =
                line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        let body = bytes.suffix(bytes.count - text[..<end.upperBound].utf8.count)
        guard body.count >= length else { return nil }
        (self.status, self.headers) = (status, headers)
        self.body = String(decoding: body, as: UTF8.self)
    }
}

/// Somebody who uses a server, one connection for each request.
struct Client: Sendable {
    let port: Int
    var cookie = ""
    /// What the forms of the session carry.
    var token = ""

    /// `nil` when the connection broke before a whole answer had come.
    func get(_ address: String, headers: [String] = []) -> Answer? {
        ask("GET", address, headers: headers, body: nil)
    }

    func post(_ address: String, _ fields: KeyValuePairs<String, String>, headers: [String] = [])
        -> Answer?
    {
        let pairs = fields.map { "\($0.key)=\(escaped($0.value))" } + ["token=\(escaped(token))"]
        return ask(
            "POST", address,
            headers: ["Content-Type: application/x-www-form-urlencoded"] + headers,
            body: pairs.joined(separator: "&"))
    }

    /// Sends a form with one file of text.
    func post(_ address: String, _ fields: [String: String], file name: String, _ text: String)
        -> Answer?
    {
        let parts = fields.merging(["token": token]) { $1 }.map { field, value in
            "--xyz\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
        }
        let file = """
            --xyz\r
            Content-Disposition: form-data; name="files"; filename="\(name)"\r
            \r
            \(text)\r
            --xyz--\r

            """
        return ask(
            "POST", address, headers: ["Content-Type: multipart/form-data; boundary=xyz"],
            body: parts.joined() + file)
    }

    private func ask(_ method: String, _ address: String, headers: [String], body: String?)
        -> Answer?
    {
        guard let wire = try? Wire(port: port) else { return nil }
        var head = [
            "\(method) \(address) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close",
        ]
        if !cookie.isEmpty { head.append("Cookie: \(cookie)") }
        head += headers
        if let body { head.append("Content-Length: \(body.utf8.count)") }
        guard wire.send(head.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")) else {
            return nil
        }
        return wire.readToEnd().flatMap { Answer($0) }
    }

    private func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// Runs what blocks on a thread of its own, for Swift's threads are few.
func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        Thread { continuation.resume(returning: body()) }.start()
    }
}
