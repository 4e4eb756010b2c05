/// A server that a client is told to use.
package struct FoundServer: Sendable, Hashable {
    /// How the client reaches it.
    package enum Launch: Sendable, Hashable {
        /// A program that it starts, with what follows it and the variables that it sets.
        case program(String, [String], environment: [String: String])
        /// An address, with header fields of each request.
        case address(String, fields: [String: String])
    }

    /// Whose file names it.
    package var client: ClientKind
    /// The file.
    package var path: String
    /// The folder of the project for which alone it is meant; nil for everywhere.
    package var project: String?
    /// Its name in the file.
    package var name: String
    /// How the client reaches it.
    package var launch: Launch
    /// Whether the client has it switched off.
    package var isOff: Bool
    /// Placeholders for which there is no value here, such as what an editor asks for when it starts the server.
    package var unresolved: [String]

    /// A server that is switched on, with everything known.
    package init(_ client: ClientKind, _ path: String, name: String, _ launch: Launch) {
        self.client = client
        self.path = path
        self.name = name
        self.launch = launch
        isOff = false
        unresolved = []
    }
}
