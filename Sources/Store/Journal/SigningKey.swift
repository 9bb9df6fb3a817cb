import Crypto
import Domain
import Foundation
import Glibc

/// The Ed25519 key that signs the journal's head.
///
/// Its private half lies in a file that only the server's own account may read, never in the
/// database nor in a backup: whoever steals those still cannot sign.
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// Reads the key from the file, or makes one there when there is none.
    ///
    /// - Throws: ``SigningKeyError`` when others may read the file, or when it holds no key.
    public static func open(_ path: String) throws -> SigningKey {
        if !FileManager.default.fileExists(atPath: path) { try make(path) }
        var status = stat()
        guard stat(path, &status) == 0,
            let text = try? String(contentsOfFile: path, encoding: .utf8)
        else { throw SigningKeyError.unreadable(path) }
        guard status.st_mode & 0o077 == 0 else { throw SigningKeyError.openToOthers(path) }
        guard let data = Data(base64Encoded: text.trimmed),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: data)
        else { throw SigningKeyError.unreadable(path) }
        return SigningKey(key: key)
    }

    /// Makes a key and puts its file in place whole; another server that was quicker wins.
    private static func make(_ path: String) throws {
        let folder = URL(filePath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let draft = "\(path).\(getpid()).new"
        let text = Curve25519.Signing.PrivateKey().rawRepresentation.base64EncodedString() + "\n"
        let file = Glibc.open(draft, O_CREAT | O_EXCL | O_WRONLY, 0o600)
        guard file >= 0 else { throw SigningKeyError.cannotWrite(path) }
        defer { unlink(draft) }
        let isWritten = text.utf8CString.withUnsafeBytes {
            write(file, $0.baseAddress, $0.count - 1)
        }
        let isSafe = isWritten == text.utf8.count && fsync(file) == 0
        close(file)
        guard isSafe, link(draft, path) == 0 || errno == EEXIST else {
            throw SigningKeyError.cannotWrite(path)
        }
    }

    /// The half that everybody may know, in Base64.
    public var publicKey: String { key.publicKey.rawRepresentation.base64EncodedString() }

    func signature(of text: String) throws -> String {
        try key.signature(for: Data(text.utf8)).base64EncodedString()
    }

    /// Whether the key signed the text; a signature has one way only to be written.
    static func isValid(_ signature: String, of text: String, by publicKey: String) -> Bool {
        guard let bytes = Data(base64Encoded: signature), bytes.base64EncodedString() == signature,
            let key = Data(base64Encoded: publicKey),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
        else { return false }
        return key.isValidSignature(bytes, for: Data(text.utf8))
    }
}

/// The file of the key that signs the journal cannot be used as it is.
public enum SigningKeyError: UserFacingError, Hashable {
    case unreadable(String)
    case openToOthers(String)
    case cannotWrite(String)

    public var code: String {
        switch self {
        case .unreadable: "signing-key.unreadable"
        case .openToOthers: "signing-key.open-to-others"
        case .cannotWrite: "signing-key.cannot-write"
        }
    }

    public var kind: ErrorKind { .invalid }

    public var message: Bilingual {
        switch self {
        case .unreadable(let path):
            Bilingual(
                vi: "Không đọc được khóa ký nhật ký “\(path)”; hãy khôi phục tệp từ nơi cất giữ, "
                    + "hoặc chuyển tệp đi nơi khác để hệ thống tạo khóa mới.",
                en:
                    "The journal's signing key “\(path)” cannot be read; put the file back from where "
                    + "it is kept safe, or move it away and a new key is made.")
        case .openToOthers(let path):
            Bilingual(
                vi: "Người khác đọc được khóa ký nhật ký “\(path)”; hãy chạy: chmod 600 “\(path)”.",
                en: "Others may read the journal's signing key “\(path)”; run: chmod 600 “\(path)”."
            )
        case .cannotWrite(let path):
            Bilingual(
                vi: "Không tạo được khóa ký nhật ký “\(path)”; hãy kiểm tra thư mục và quyền ghi.",
                en: "The journal's signing key “\(path)” cannot be made; check the folder and its "
                    + "permissions.")
        }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
