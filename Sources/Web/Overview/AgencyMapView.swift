import Markup

/// The map of agencies and targets: a table, and on a phone a list of what is not well.
func agencyMapView(_ map: AgencyMap, _ words: Words) -> HTML {
    """
    <section class="card" aria-labelledby="map">
    <div class="title"><h2 id="map">\(words["map"])</h2>\(linkLine(map.links))</div>
    <p class="legend" aria-label="\(words["legend"])">\(each: map.legend, badgeView)</p>
    <div class="scroll"><table class="map"><caption>\(map.caption)</caption>
    <thead><tr><th scope="col">\(words["agency"])</th>\(each: map.columns, columnHead)</tr></thead>
    \(each: map.groups, { group($0, map.columns) })</table></div>
    </section>

    """
}

private func columnHead(_ column: AgencyMap.Column) -> HTML {
    """
    <th scope="col"><a href="\(column.path)" title="\(column.title)">\(column.heading)</a></th>
    """
}

private func group(_ group: AgencyMap.Group, _ columns: [AgencyMap.Column]) -> HTML {
    """
    <tbody><tr class="block"><th colspan="\(columns.count + 1)" scope="rowgroup">\(group.heading)</th></tr>
    \(each: group.rows, { row($0, columns) })</tbody>

    """
}

private func row(_ row: AgencyMap.Row, _ columns: [AgencyMap.Column]) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.name))</th>\(each: zip(row.cells, columns), { cell($0, $1.heading) })</tr>

    """
}

private func cell(_ cell: AgencyMap.Cell?, _ heading: String) -> HTML {
    guard let cell else { return "<td></td>" }
    return """
        <td class="\(cell.badge.kind.rawValue)"><span data-of="\(heading)"><i class="unseen">\(cell.badge.word)</i>\
        \(if: cell.detail, { "<i>\($0)</i>" })</span></td>
        """
}
