/// Who may do what: the permissions of every feature in one list, for tests and the settings page.
public enum PermissionTable {
    public static let all: [Permission] =
        Permission.people + Permission.accounts + Permission.agencies + Permission.plans
        + Permission.inspections
        + Permission.law
}
