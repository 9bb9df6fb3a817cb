/// One digital signature of a PDF, as poppler's `pdfsig` found it.
///
/// That an electronic document counts when it is signed digitally by whom it says: Decree
/// 30/2020/NĐ-CP, Article 13. What `pdfsig` says of the certificate depends on which issuers the
/// server trusts, so it is told apart from whether the document was altered.
public struct DocumentSignature: Hashable, Sendable {
    /// Whether the bytes are those that were signed.
    public enum Validity: String, CaseIterable, Hashable, Sendable {
        case valid, altered, unverifiable

        public var title: Bilingual {
            switch self {
            case .valid:
                Bilingual(vi: "Chữ ký hợp lệ, nội dung nguyên vẹn", en: "Valid, not altered")
            case .altered:
                Bilingual(
                    vi: "Chữ ký không hợp lệ: nội dung đã bị sửa sau khi ký",
                    en: "Invalid: altered after it was signed")
            case .unverifiable:
                Bilingual(vi: "Chưa kiểm tra được chữ ký", en: "The signature cannot be verified")
            }
        }
    }

    /// Whether the signer's certificate comes from somebody whom the server trusts.
    public enum Trust: String, CaseIterable, Hashable, Sendable {
        case trusted, untrusted, expired, revoked, unknown

        public var title: Bilingual {
            switch self {
            case .trusted: Bilingual(vi: "chứng thư được tin cậy", en: "trusted certificate")
            case .untrusted:
                Bilingual(
                    vi: "máy chủ chưa có gốc chứng thư của bên cấp",
                    en: "the server does not know the certificate's issuer")
            case .expired: Bilingual(vi: "chứng thư hết hạn", en: "expired certificate")
            case .revoked: Bilingual(vi: "chứng thư bị thu hồi", en: "revoked certificate")
            case .unknown:
                Bilingual(vi: "chưa rõ chứng thư", en: "nothing known of the certificate")
            }
        }
    }

    /// The name in the signer's certificate.
    public let signer: String
    /// When it says it was signed; `nil` when it doesn't.
    public let signedAt: Instant?
    public let validity: Validity
    public let trust: Trust
    /// Whether it covers the whole file; something may have been added since when it doesn't.
    public let coversAll: Bool

    public init(
        signer: String, signedAt: Instant?, validity: Validity, trust: Trust, coversAll: Bool
    ) {
        self.signer = signer
        self.signedAt = signedAt
        self.validity = validity
        self.trust = trust
        self.coversAll = coversAll
    }

    /// "Nguyễn Văn A ký lúc 09:41 ngày 15/10/2021: chữ ký hợp lệ, …".
    public var sentence: Bilingual {
        let when =
            signedAt.map { at in
                Bilingual(
                    vi: " ký lúc \(at.timeOfDay()) ngày \(at.day().vi)",
                    en: ", signed at \(at.timeOfDay()) on \(at.day().en)")
            } ?? Bilingual(vi: " ký, không rõ lúc nào", en: ", signed at an unknown time")
        let name = Bilingual(
            vi: signer.isEmpty ? "Người ký không rõ" : signer,
            en: signer.isEmpty ? "An unknown signer" : signer)
        let part =
            coversAll
            ? Bilingual("")
            : Bilingual(
                vi: "; chữ ký không bao trùm toàn bộ tệp", en: "; it does not cover the whole file")
        return name + when + Bilingual(": ") + validity.title + Bilingual("; ") + trust.title
            + part + Bilingual(".")
    }
}

/// What came of asking a file for its signatures.
public enum SignatureReading: Hashable, Sendable {
    case signed([DocumentSignature])
    case unsigned
    /// Broken, locked, or no PDF at all.
    case unreadable
    /// poppler is not installed on the server.
    case programMissing

    /// What is shown where there is no signature to show.
    public var message: Bilingual? {
        switch self {
        case .signed: nil
        case .unsigned:
            Bilingual(vi: "Tệp PDF không có chữ ký số.", en: "The PDF bears no digital signature.")
        case .unreadable:
            Bilingual(
                vi: "Không đọc được chữ ký số của tệp này; hãy kiểm tra bằng phần mềm ký số.",
                en: "The signatures of this file cannot be read; check them with a signing program."
            )
        case .programMissing:
            Bilingual(
                vi: "Chưa kiểm tra được chữ ký số: máy chủ thiếu gói poppler-utils.",
                en: "Signatures cannot be checked: the server lacks the package poppler-utils.")
        }
    }
}
