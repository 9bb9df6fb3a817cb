import Domain

/// "inspector|body|kind|planned|held|concluded|symbol|cancelled", as many as are needed.
func inspectionRows(_ lines: String...) -> ReadRows<InspectionRow> {
    InspectionColumns.all.lines(lines, InspectionRow())
}

/// "body|planned|held|report".
func selfInspectionRows(_ lines: String...) -> ReadRows<SelfInspectionRow> {
    SelfInspectionColumns.all.lines(lines, SelfInspectionRow())
}

/// "body|inspection|text|found|due|closed|evidence".
func findingRows(_ lines: String...) -> ReadRows<FindingRow> {
    FindingColumns.all.lines(lines, FindingRow())
}
