/// One place where a person is signed in (phiên đăng nhập), as their own page lists it.
public struct AccountSession: Hashable, Sendable {
    public typealias ID = Identifier<AccountSession>

    public let id: ID
    /// What the browser calls itself.
    public let device: String
    /// The network address it signed in from.
    public let address: String
    public let startedAt: Instant
    /// When it was last noted as in use; noted every minute.
    public let seenAt: Instant
    /// Whether it is the one that asks.
    public let isThisOne: Bool

    public init(
        id: ID, device: String, address: String, startedAt: Instant, seenAt: Instant,
        isThisOne: Bool
    ) {
        self.id = id
        self.device = device
        self.address = address
        self.startedAt = startedAt
        self.seenAt = seenAt
        self.isThisOne = isThisOne
    }

    /// The device as a person would call it: "Firefox, Windows"; `nil` when it did not say.
    public var deviceName: String? {
        let name = [Self.browsers, Self.systems].compactMap { known in
            known.first { device.contains($0.mark) }?.name
        }
        if !name.isEmpty { return name.joined(separator: ", ") }
        return device.isEmpty ? nil : String(device.prefix(60))
    }

    // The first that fits: Edge and Opera also call themselves Chrome, and Chrome itself Safari.
    private static let browsers: [(mark: String, name: String)] = [
        ("Coc_Coc", "Cốc Cốc"), ("coc_coc", "Cốc Cốc"), ("Edg", "Edge"), ("OPR/", "Opera"),
        ("Zalo", "Zalo"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ]
    private static let systems: [(mark: String, name: String)] = [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]
}
