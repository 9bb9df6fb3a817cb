import Domain

/// How many requests of a kind one sender may make: so many at once, then so many a minute.
public struct RateLimit: Hashable, Sendable {
    public let atOnce: Int
    public let perMinute: Int

    public init(atOnce: Int, perMinute: Int) {
        self.atOnce = atOnce
        self.perMinute = perMinute
    }
}

/// What a server takes from one address and from one account before it asks them to wait.
///
/// An office of hundreds often shares one address, so the address alone is given much; people who
/// signed in are counted by their account, visitors by their address. Each server process counts for
/// itself. Signing in has a throttle of its own, kept in the database. The numbers are ours.
public struct RateLimits: Hashable, Sendable {
    /// All requests from one address, whoever sends them.
    public var address = RateLimit(atOnce: 3_000, perMinute: 12_000)
    /// The pages that visitors at one address ask for.
    public var visitor = RateLimit(atOnce: 600, perMinute: 1_800)
    /// The pages that one account asks for.
    public var account = RateLimit(atOnce: 300, perMinute: 1_200)
    /// The forms that one account, or visitors at one address, send.
    public var forms = RateLimit(atOnce: 120, perMinute: 120)
    /// The forms with files among them.
    public var uploads = RateLimit(atOnce: 30, perMinute: 30)
    /// The files of rows that one account, or visitors at one address, fetch.
    public var exports = RateLimit(atOnce: 60, perMinute: 30)

    public init() {}

    /// What a person may do by hand in a day; nobody meets these.
    public static let usual = RateLimits()
}

/// Somebody asks more often than one sender may.
struct TooManyRequests: UserFacingError, Hashable {
    /// Seconds until the next one is taken.
    let seconds: Int

    var code: String { "request.too-many" }
    var kind: ErrorKind { .tooManyRequests }
    var retryAfter: Int? { seconds }
    var message: Bilingual {
        Bilingual(
            vi:
                "Đã nhận quá nhiều yêu cầu trong thời gian ngắn; hãy thử lại sau \(Written.number(seconds, .vi)) giây.",
            en:
                "Too many requests in a short time; try again in \(Written.english(seconds, "second", "seconds"))."
        )
    }
}
