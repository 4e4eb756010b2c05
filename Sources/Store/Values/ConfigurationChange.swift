/// A change of a configuration; what it does not name stays.
package struct ConfigurationChange: Sendable, Hashable {
    /// One value, or none any more.
    package enum Value: Sendable, Hashable {
        case plain(String)
        case sealed(SealedSecret)
        case absent
    }

    /// New values by name of the variable.
    package var values: [String: Value]
    /// Whether the daemon should run it; nil leaves that.
    package var isEnabled: Bool?
    /// Which server is wanted, with an inner nil for the best; nil leaves that.
    package var server: String??
    /// The revision this change was made from; nil to change whatever is there.
    package var expectedRevision: Int?

    /// A change of nothing, unless something is given.
    package init(values: [String: Value] = [:], isEnabled: Bool? = nil, expectedRevision: Int? = nil) {
        self.values = values
        self.isEnabled = isEnabled
        self.expectedRevision = expectedRevision
    }
}
