package import MCPConnection

/// How one server of an entry is reached with what is configured: a value, made before anything starts.
package struct LaunchPlan: Sendable, Hashable {
    /// What is started or connected to.
    package enum Target: Sendable, Hashable {
        /// A child process, spoken to over pipes.
        case program(StdioServer)
        /// An address, spoken to over HTTP, with the header fields of every request.
        case address(String, fields: [String: String])
        /// Operations of our own; the name of the skill.
        case skill(String)
    }

    /// The id of the integration.
    package var integration: String
    /// The id of the server within it.
    package var server: String
    /// What is started or connected to.
    package var target: Target
    /// Required variables without a value, by name; the server would start without them, or refuse to.
    package var missing: [String]
    /// Configured names that the server does not declare; it does not get them.
    package var undeclared: [String]

    /// The process to start; nil where there is none.
    package var program: StdioServer? {
        if case .program(let server) = target { server } else { nil }
    }
}

extension LaunchPlan: CustomStringConvertible {
    /// Names only: arguments, fields and variables may hold secrets.
    package var description: String {
        let what =
            switch target {
            case .program(let server): server.description
            case .address(let url, _): url.prefix { $0 != "?" }.description
            case .skill(let name): "skill \(name)"
            }
        return "\(integration)/\(server): \(what)"
    }
}

extension LaunchPlan: CustomReflectable {
    /// As little as its description, so that a dump shows no secret.
    package var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
