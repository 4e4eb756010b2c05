import JSON
import Registry

extension LintRule {
    /// A kind of server without what it is started or reached by can never work.
    static let serverKind = LintRule(
        "REG-SERVER-KIND",
        "A server has what its kind needs, and nothing that belongs to another."
    ) { subject in
        subject.servers.flatMap { item in
            let server = item.server
            let given: [(String, Bool)] = [
                ("package", server.package != nil), ("url", server.url != nil),
                ("executable", server.executable != nil), ("arguments", !server.arguments.isEmpty),
                ("constraints", !server.constraints.isEmpty), ("mounts", !server.mounts.isEmpty),
                ("headers", !server.headers.isEmpty), ("version", server.version != nil),
            ]
            let missing = server.kind.needed.filter { name in given.contains { $0.0 == name && !$0.1 } }
            let strange = given.filter { $0.1 && server.kind.strange.contains($0.0) }.map(\.0)
            let wrongTransport = (server.kind == .remote) == (server.transport == .stdio) && server.kind != .command
            let usual = IntegrationServer(server.kind).transport.rawValue
            return missing.map {
                EntryFault(item.place.appending($0), "is missing", fix: "a server of kind \(server.kind) needs it")
            }
                + strange.map {
                    EntryFault(item.place.appending($0), "has no meaning", fix: "\(server.kind) servers do not use it")
                }
                + (wrongTransport
                    ? [
                        EntryFault(
                            item.place.appending("transport"),
                            "is \(server.transport.rawValue)",
                            fix: "leave it out: \(server.kind) servers use \(usual)"
                        )
                    ] : [])
        }
    }
}

extension ServerKind {
    fileprivate var needed: [String] {
        switch self {
        case .npm, .pypi, .oci, .skill: ["package"]
        case .remote: ["url"]
        case .command: ["executable"]
        }
    }

    fileprivate var strange: [String] {
        switch self {
        case .npm, .oci: ["url", "headers"] + (self == .npm ? ["mounts"] : ["constraints"])
        case .pypi: ["url", "headers", "mounts"]
        case .remote: ["package", "executable", "arguments", "constraints", "mounts"]
        case .command: ["package", "url", "headers", "constraints", "mounts"]
        case .skill: ["url", "headers", "executable", "arguments", "constraints", "mounts"]
        }
    }
}
