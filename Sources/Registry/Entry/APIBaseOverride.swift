/// How a server is told to call another host than its vendor's: with a stand-in, its refusals can be tried out.
package struct APIBaseOverride: Sendable, Hashable {
    /// Variables to set, in which `${base}` stands for the other address (`${host}` for its host and port).
    package var environment: [String: String]
    /// Arguments to add, with the same placeholders.
    package var arguments: [String]

    /// Takes both; at least one of them must say something.
    package init(environment: [String: String] = [:], arguments: [String] = []) {
        self.environment = environment
        self.arguments = arguments
    }
}
