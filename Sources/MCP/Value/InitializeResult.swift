package import JSON

/// A server's answer to `initialize`.
package struct InitializeResult: Sendable, Hashable {
    /// The revision as the server wrote it; it need not be one we know.
    package var protocolVersion: String
    /// What the server declared, for the whole connection.
    package var capabilities: ServerCapabilities
    /// Who the server says it is.
    package var serverInfo: Implementation
    /// Advice for the model; nil when the server gives none.
    package var instructions: String?

    /// Builds a result as a server would give it.
    package init(
        protocolVersion: String,
        capabilities: ServerCapabilities,
        serverInfo: Implementation,
        instructions: String? = nil
    ) {
        self.protocolVersion = protocolVersion
        self.capabilities = capabilities
        self.serverInfo = serverInfo
        self.instructions = instructions
    }

    /// Reads the result; version, capabilities and server info are required.
    package init(json: JSONValue) throws(ShapeError) {
        let reader = try ObjectReader(json)
        protocolVersion = try reader.required("protocolVersion", .string)
        capabilities = try ServerCapabilities(
            json: .object(try reader.required("capabilities", .object)),
            at: reader.place("capabilities")
        )
        serverInfo = try Implementation(
            json: .object(try reader.required("serverInfo", .object)),
            at: reader.place("serverInfo")
        )
        instructions = try reader.optional("instructions", .string)
    }
}
