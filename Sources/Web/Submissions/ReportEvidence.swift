import Domain
import Hummingbird
import Store

/// Takes in what the page of a report brings as evidence for its tasks: files, and documents that are
/// on record already.
struct ReportEvidence: Sendable {
    let context: AppContext
    let user: User.ID

    /// Gives each task what came for it: what is taken is on record at once, whatever becomes of the
    /// rest of the page.
    ///
    /// - Returns: how many documents were taken, and what was not, at its field.
    func take(
        _ form: Form, on page: SubmissionContent
    ) async throws -> (count: Int, problems: [Problem]) {
        var (count, problems): (Int, [Problem]) = (0, [])
        for line in page.tasks {
            let field = { (part: String) in SubmissionContent.TaskLine.field(part, line.task) }
            let subject = Evidence.Subject(.task, line.task.text)
            let files = form.files(field("files")).filter { $0.size > 0 || !$0.name.isEmpty }
            func told(_ part: String, _ body: () async throws -> Int) async throws {
                do {
                    count += try await body()
                } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
                    let message = refusal.message
                    problems.append(
                        Problem(
                            field(part), vi: "Nhiệm vụ \(line.number): \(message.vi)",
                            en: "Task \(line.number): \(message.en)"))
                }
            }
            if !files.isEmpty {
                try await told("files") { try await attach(files, to: subject) }
            }
            if let number = form.optional(field("document")) {
                try await told("document") { try await cite(number, for: subject) }
            }
        }
        return (count, problems)
    }

    private func attach(_ files: [FormFile], to subject: Evidence.Subject) async throws -> Int {
        let (store, user) = (context.site.store, user)
        // Asked before the files are looked at, and again in the action.
        try await store.read { try $0.requireAttaching(to: subject, by: user) }
        let uploads = try await EvidenceIntake(context.site).take(files, by: user)
        do {
            return try await store.write {
                try $0.attachEvidence(uploads, to: subject, by: user).count
            }
        } catch EvidenceError.alreadyAttached {
            return 0
        }
    }

    /// Cites the document of that number, of which what follows it is left out.
    private func cite(_ typed: String, for subject: Evidence.Subject) async throws -> Int {
        let user = user
        let digits = typed.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), number > 0 else {
            throw MissingRecord(Bilingual(vi: "tài liệu", en: "document"), typed)
        }
        do {
            try await context.site.store.write {
                try $0.citeEvidence(number, for: subject, by: user)
            }
            return 1
        } catch EvidenceError.alreadyAttached {
            return 0
        }
    }
}
