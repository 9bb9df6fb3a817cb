/// What an id that stands in the journal is called now, so that nobody has to read an id.
public enum JournalName: Hashable, Sendable {
    case person(String)
    case agency(code: String, name: String)
    /// A plan by its symbol, or by its title while it has none.
    case plan(String)
    case programme(String)
    case target(code: String, year: Int)
    case task(code: String, year: Int)
    /// A record that people cite by its kind and number: `inspection` 12.
    case numbered(kind: String, number: Int, year: Int)
    case scope(Bilingual)
}
