import Domain
import Store

extension RecordListPage.Filter {
    /// The journal's filter, filled with what was asked.
    init(
        journal query: Form, authors: [User], agencies: AgencyTree, problems: [Problem],
        _ language: Language
    ) {
        let words = Words("Journal", language)
        func field(_ name: String, _ kind: Field.Kind) -> Field {
            Field(
                name: name, label: words["filter-\(name)"], kind: kind, value: query.text(name),
                problems: problems.filter { $0.field == name }.map { $0.message[language] })
        }
        let any = Field.Choice(value: "", text: words["any"])
        self.init(
            path: Paths.journal,
            fields: [
                field(
                    "who",
                    .choice(
                        [any, Field.Choice(value: JournalQuery.program, text: words["program"])]
                            + authors.map {
                                Field.Choice(value: $0.login, text: "\($0.name) (\($0.login))")
                            })),
                field(
                    "agency",
                    .suggested(agencies.bodies.map { Field.Choice(value: $0.code, text: $0.name) })),
                field(
                    "action",
                    .choice(
                        [any]
                            + JournalWords.actions(language).map {
                                Field.Choice(value: $0.action, text: $0.text)
                            })),
                field(
                    "kind",
                    .choice(
                        [any]
                            + JournalWords.kinds(language).map {
                                Field.Choice(value: $0.kind, text: $0.text)
                            })),
                field("record", .text), field("from", .day), field("until", .day),
            ])
    }
}
