import Domain

/// The form that takes a plan's text, pasted or as a file.
struct PlanUploadPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let path: String
    let token: String
    /// Year, agency, programme, file, text.
    let fields: [Field]
    let problems: [String]
}
