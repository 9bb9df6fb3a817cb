import Foundation
import Testing

/// No action of the store goes round the permission table.
@Suite struct PermissionTests {
    /// What asks for permission on behalf of an action.
    private static let gates = [
        "require(", "requireSomewhere(", "requireGiving(", "requireFinder(", "openPlan(",
        "openTarget(", "requireAttaching(", "requiredEvidence(", "requireManaging(",
        "takeProgress(", "recordProgress(", "openReminder(", "requireEntering(",
    ]

    /// One's own password, and the journal itself, which every action writes.
    private static let own = ["changePassword", "journal"]

    @Test func `whatever a person does in the store asks whether they may`() {
        var checked = 0
        for file in SourceTree.swift("Sources/Store") {
            for action in actions(in: file) where !Self.own.contains(action.name) {
                checked += 1
                #expect(
                    Self.gates.contains { action.body.contains($0) },
                    "\(file): \(action.name) asks for no permission")
            }
        }
        #expect(checked > 25, "the actions are not where this test looks")
    }

    /// The public functions that say by whom they are done.
    private func actions(in file: SourceFile) -> [(name: String, body: String)] {
        let pieces = file.text.components(separatedBy: "\n    public func ").dropFirst()
        return pieces.compactMap { piece in
            let end = piece.firstRange(of: "\n    }")?.lowerBound ?? piece.endIndex
            let function = piece[..<end]
            guard let head = function.firstRange(of: "{"),
                function[..<head.lowerBound].contains("by user: User.ID")
            else { return nil }
            return (String(function.prefix { $0 != "(" }), String(function[head.lowerBound...]))
        }
    }
}
