import Domain
import Store

extension ReadRows<CriterionRow> {
    /// The rows with the codes of the bodies that a decision calls by their names.
    ///
    /// What names no single body of the tree stays as it is written.
    func coded(_ tree: AgencyTree) -> ReadRows<CriterionRow> {
        let finder = AgencyFinder(tree)
        func code(_ text: String?) -> String? {
            guard let text, !text.isEmpty, tree.bodies(coded: text).isEmpty,
                let body = finder.body(named: text)
            else { return text }
            return tree.body(body)?.code ?? text
        }
        return ReadRows(
            rows: rows.map { number, row in
                var row = row
                row.appraiser = code(row.appraiser)
                row.confirmer = code(row.confirmer)
                return (number, row)
            }, problems: problems, notices: notices)
    }
}
