/// Tools that are switched on and off together.
package struct Toolset: Sendable, Hashable {
    /// What tools name.
    package var name: String
    /// Whether its tools are listed when nothing is set.
    package var isOnByDefault: Bool
    /// Variables that switch it on.
    package var environment: [String: String]
    /// Arguments that switch it on.
    package var arguments: [String]

    /// A toolset that nothing is known to switch.
    package init(_ name: String, onByDefault: Bool) {
        self.name = name
        isOnByDefault = onByDefault
        environment = [:]
        arguments = []
    }
}
