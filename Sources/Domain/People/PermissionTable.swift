/// Who may do what: the permissions of every feature in one list, for tests and the reference page.
public enum PermissionTable {
    public static let all: [Permission] = [
        Permission.people,
        Permission.accounts,
        Permission.workspace,
        Permission.agencies,
        Permission.inbox,
        Permission.reminders,
        Permission.plans,
        Permission.progress,
        Permission.submissions,
        Permission.inspections,
        Permission.law,
        Permission.effects,
        Permission.legalReviews,
        Permission.coordination,
        Permission.evidence,
        Permission.operations,
        Permission.registers,
        Permission.reports,
        Permission.scoring,
        Permission.rating,
    ].flatMap(\.self)

    /// The whole table as a page of Markdown, which `docs/permissions.md` holds.
    ///
    /// A cell names whose records the role may use it on: o own agency, b below, a above,
    /// e elsewhere.
    public static var text: String {
        let seeing = table(all.filter { $0.kind == .seeing })
        let doing = table(all.filter { $0.kind == .doing })
        let letters = Relation.allCases.map { "**\($0.rawValue.prefix(1))** \($0.title.en)" }
        return """
            # Who may do what

            Written by `caicach permissions`; a test keeps it fresh. The rules stand in
            `Sources/Domain/<Feature>/<Feature>Permissions.swift`.

            A role is held in an agency from a day to a day. A cell says on whose records it may be used, seen from
            that agency: \(letters.joined(separator: ", ")). `–` means not at all. A role held for the
            whole workspace reaches every record. *Visitor* is somebody who has not signed in, in a workspace that is
            open to visitors; a real one is not.

            ## Seeing

            \(seeing)

            ## Doing

            \(doing)
            """
    }

    private static func table(_ permissions: [Permission]) -> String {
        let heads = ["Permission", "Lets one"] + Role.allCases.map(\.title.en) + ["Visitor"]
        let lines = permissions.map { permission in
            ["`\(permission.code)`", permission.title.en]
                + Role.allCases.map { cell(permission, $0) }
                + [permission.isForVisitors ? "yes" : "–"]
        }
        return ([heads, heads.map { _ in "---" }] + lines)
            .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    /// `ob` for a role that reaches its own agency and those below; `–` for one that has it not.
    public static func cell(_ permission: Permission, _ role: Role) -> String {
        let reach = Relation.allCases.filter { permission.isGranted(to: role, on: $0) }
        return reach.isEmpty ? "–" : String(reach.compactMap(\.rawValue.first))
    }
}
