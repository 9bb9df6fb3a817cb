/// Who asks a question of the record; queries on what is not public put its limits into the SQL.
public enum Viewer: Hashable, Sendable {
    /// Somebody who has not signed in.
    case visitor
    case person(User.ID)
    /// The program itself: jobs, checks, exports on the command line.
    case system
}
