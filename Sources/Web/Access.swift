import Domain
import Hummingbird
import Store

/// Whom an address is for: asked of every request before its handler runs.
///
/// It turns away who could never do it, for any agency; the action or the query then asks about the
/// record at hand.
enum Access: Hashable, Sendable {
    /// Anybody, signed in or not: signing in, the public portal.
    case everyone
    /// Whoever has signed in, whatever they hold: their own account.
    case account
    /// Whoever holds the permission for some agency; visitors, where it is theirs too.
    case holders(Permission)

    static func may(_ permission: Permission) -> Access { .holders(permission) }

    func require(_ context: AppContext) throws {
        switch self {
        case .everyone: return
        case .account: _ = try context.signedIn()
        case .holders(let permission):
            guard !context.may(permission) else { return }
            _ = try context.signedIn()
            throw PermissionError.notAllowed(permission)
        }
    }
}

extension AppContext {
    /// Whether whoever asks may do or see that for some agency: reason enough to offer it.
    func may(_ permission: Permission) -> Bool {
        // Whoever signs in may see at least what a visitor may.
        if permission.isForVisitors, workspace.readableByVisitors { return true }
        return person?.may(permission, on: today) ?? false
    }

    /// Who asks, for queries on what is not public.
    var viewer: Viewer { person.map { .person($0.user.id) } ?? .visitor }
}
