import Domain
import Store
import Synchronization

/// What becomes known about a request while it is answered, for the one line that the log has of it.
final class RequestNotes: Sendable {
    /// Ten letters and digits that nobody mistakes for each other; people read them out on the phone.
    let id: String
    private let accountID = Mutex<User.ID?>(nil)

    init() {
        var random = SystemRandomNumberGenerator()
        var id = ""
        for _ in 0..<10 {
            id.unicodeScalars.append(Self.letters[Int.random(in: 0..<30, using: &random)])
        }
        self.id = id
    }

    /// The account whose session sent the request; `nil` for a visitor.
    var account: User.ID? {
        get { accountID.withLock { $0 } }
        set { accountID.withLock { $0 = newValue } }
    }

    private static let letters = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)
}
