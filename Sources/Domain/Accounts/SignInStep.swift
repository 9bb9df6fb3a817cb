/// What came of a password, a link or an issuer's answer that was right.
public enum SignInStep: Hashable, Sendable {
    /// The person is in; the device's secret goes into a cookie of its own.
    case done(SignedIn, device: String)
    /// A second factor is asked for; the secret names the sign-in that waits for it.
    case code(waiting: String)
}

/// From where somebody signs in.
public struct SignInOrigin: Hashable, Sendable {
    /// What the browser calls itself.
    public let device: String
    /// The network address of the person's computer.
    public let address: String
    /// The secret of a device that signed in before; `nil` when it brought none.
    public let knownDevice: String?

    public init(device: String, address: String, knownDevice: String? = nil) {
        self.device = device
        self.address = address
        self.knownDevice = knownDevice
    }
}
