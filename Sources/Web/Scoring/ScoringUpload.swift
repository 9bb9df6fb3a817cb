import Domain
import Hummingbird
import Reading
import Store

/// The form by which a list comes into a round: a file or what was pasted, checked whole, taken whole.
struct ScoringUpload {
    let context: AppContext
    let crumbs: [Link]
    /// The words of its heading, and with "-lede" what the list looks like.
    let key: String
    let path: String
    let cancelPath: String
    var accept = ".csv,.xlsx"

    func response(
        typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) -> Response {
        let language = context.language
        let words = Words("Scoring", language)
        let page = RecordFormPage(
            language: language, crumbs: crumbs + [Link(words[key])], title: words[key],
            lede: words["\(key)-lede"], path: path, token: context.formToken, hidden: [],
            groups: [
                RecordFormPage.Group(
                    heading: nil,
                    fields: [
                        Field(
                            name: "file", label: words["set-file"], kind: .file(accept: accept),
                            isWide: true),
                        Field(
                            name: "table", label: words["or-paste"], kind: .longText(rows: 8),
                            value: typed?.whole("table") ?? "", isWide: true),
                    ])
            ], problems: Self.problems(refusal, language), conflict: nil, saveLabel: words[key],
            cancelPath: cancelPath, withdraw: nil, history: [])
        return context.page(page.title, in: .scores, refusal: refusal, main: recordFormView(page))
    }

    static func problems(_ refusal: (any UserFacingError)?, _ language: Language) -> [String] {
        refusal.map { [$0.message[language]] + $0.problems.map { $0.placed[language] } } ?? []
    }
}

extension AppContext {
    /// The way down to a file of a round.
    func fileCrumbs(_ name: String) throws -> [Link] {
        let (year, block, code) = (try year(), try block(), try segment("code"))
        let words = Words("Scoring", language)
        return [
            Link(words["scores"], Paths.scores(year)),
            Link(block.scoredTitle[language], Paths.board(year, block)),
            Link(name, Paths.assessment(year, block, code)),
        ]
    }
}
