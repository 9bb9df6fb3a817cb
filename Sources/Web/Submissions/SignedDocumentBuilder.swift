import Domain
import Reading
import Store

/// The official document of a report, as its page shows it.
extension SubmissionBuilder {
    /// The document's file among the evidence of the report; `nil` while only its symbol is known.
    var signedFile: ListedLink? {
        guard let document = submission?.document else { return nil }
        return links.first { $0.revision.sha256 == document.file }
            ?? links.first { $0.evidence.symbol == document.symbol }
    }

    func signed(
        _ submission: Submission, _ signatures: SignatureReading?, _ token: String,
        _ typed: Form?, _ failed: (any UserFacingError)?
    ) -> SubmissionPage.Signed? {
        let isExpected = rules.document == .expected
        guard isExpected || submission.document != nil else { return nil }
        var badges: [Badge] = []
        if let document = standing.documentTitle {
            badges.append(Badge(kind: .notDue, word: document[language]))
        }
        return SubmissionPage.Signed(
            heading: text("Văn bản ký", "Signed document"), badges: badges,
            text: submission.document.map(sentence),
            file: signedFile.map {
                Link(
                    "\(text("Xem tài liệu số", "See document no.")) \($0.evidence.number)",
                    Paths.evidence($0.evidence.number))
            },
            signatures: sentences(signatures, submission.document),
            form: mayWrite ? form(submission, token, typed, failed) : nil)
    }

    private func sentence(_ document: SignedDocument) -> String {
        let later =
            document.recordedOn > document.signedOn
            ? text(
                ", ghi vào hệ thống ngày \(document.recordedOn.vi)",
                ", entered on \(document.recordedOn.en)") : ""
        let file = signedFile == nil ? text("; chưa có tệp", "; no file yet") : ""
        return text(
            "Số \(document.symbol), ngày \(document.signedOn.vi)\(later)\(file).",
            "\(document.symbol) of \(document.signedOn.en)\(later)\(file).")
    }

    /// What the digital signatures say, and where their day is not that of the document.
    private func sentences(
        _ reading: SignatureReading?, _ document: SignedDocument?
    ) -> [String] {
        guard let reading else { return [] }
        guard case .signed(let signatures) = reading else {
            return [reading.message?[language]].compactMap(\.self)
        }
        var said = signatures.map { $0.sentence[language] }
        let days = signatures.compactMap { $0.signedAt?.day() }
        if let signedOn = document?.signedOn, let last = days.max(), !days.contains(signedOn) {
            said.append(
                text(
                    "Chữ ký số đặt ngày \(last.vi), khác ngày ghi trên văn bản \(signedOn.vi); hãy kiểm tra lại.",
                    "It was signed digitally on \(last.en), not on the document's date, \(signedOn.en); check it."
                ))
        }
        return said
    }

    private func form(
        _ submission: Submission, _ token: String, _ typed: Form?,
        _ failed: (any UserFacingError)?
    ) -> SubmissionPage.DocumentForm {
        let typed = typed.flatMap { $0.has("symbol") ? $0 : nil }
        func problems(_ name: String) -> [String] {
            typed == nil
                ? []
                : failed?.problems.filter { $0.field == name }.map { $0.message[language] } ?? []
        }
        return SubmissionPage.DocumentForm(
            path: Paths.signedDocument(period, version.code), token: token,
            version: String(submission.version),
            heading: submission.document == nil
                ? text("Ghi văn bản ký", "Enter the signed document")
                : text("Sửa văn bản ký", "Put the signed document right"),
            fields: [
                Field(
                    name: "file", label: text("Tệp văn bản đã ký", "The signed file"),
                    kind: .file(accept: FileType.accepted),
                    hint: text(
                        "PDF đã ký số; số, ký hiệu và ngày được đọc từ tệp khi đọc được. Không tải lên tài liệu mật.",
                        "A digitally signed PDF; symbol and date are read from it where they can be. Never upload state secrets."
                    ), problems: problems("file"), isWide: true),
                Field(
                    name: "symbol", label: text("Số, ký hiệu", "Symbol"),
                    value: typed?.text("symbol") ?? submission.document?.symbol ?? "",
                    hint: text(
                        "Ví dụ 228/BC-UBND; để trống để lấy từ tệp.",
                        "Such as 228/BC-UBND; left empty it is taken from the file."),
                    problems: problems("symbol")),
                Field(
                    name: "signed_on", label: text("Ngày ký", "Signed on"), kind: .day,
                    value: typed?.text("signed_on") ?? submission.document?.signedOn.vi ?? "",
                    problems: problems("signed_on")),
            ],
            isOpen: typed != nil || standing.awaitsDocument)
    }
}
