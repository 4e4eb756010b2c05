import JSON
package import Registry

/// An entry in the view of the rules: where a server's facts stand, whether they are its own or the entry's.
package struct LintSubject: Sendable {
    /// One server with its place among the entry's.
    package struct Server: Sendable {
        let entry: Integration
        let server: IntegrationServer
        let place: JSONPointer

        var tools: [ToolFacts] { entry.tools(of: server) }
        var fields: [ConfigField] { entry.configSchema(of: server) }
        var probe: Probe? { entry.probe(of: server) }

        /// Where the tools stand.
        var toolsPlace: JSONPointer {
            server.tools == nil ? JSONPointer(tokens: ["tools"]) : place.appending("tools")
        }

        /// Where the probe stands.
        var probePlace: JSONPointer {
            server.probe == nil ? JSONPointer(tokens: ["probe"]) : place.appending("probe")
        }

        /// Where one of the fields stands.
        func fieldPlace(_ name: String) -> JSONPointer {
            let isOwn = server.configSchema.contains { $0.name == name }
            return (isOwn ? place : JSONPointer()).appending("configSchema").appending(name)
        }
    }

    /// The entry.
    package let entry: Integration

    /// Takes an entry that could be read.
    package init(_ entry: Integration) {
        self.entry = entry
    }

    var servers: [Server] {
        entry.servers.enumerated().map { index, server in
            Server(entry: entry, server: server, place: JSONPointer(tokens: ["servers", "\(index)"]))
        }
    }

    /// Whether it belongs to the shipped list, and so must be complete.
    var isListed: Bool { entry.tier != nil }

    /// All lists of tools, each with its place and whether it is said to be complete.
    var toolLists: [(tools: [ToolFacts], place: JSONPointer)] {
        [(entry.tools, JSONPointer(tokens: ["tools"]))]
            + servers.compactMap { server in server.server.tools.map { ($0, server.toolsPlace) } }
    }

    /// All fields, each with its place.
    var fields: [(field: ConfigField, place: JSONPointer)] {
        let shared = entry.configSchema.map {
            (field: $0, place: JSONPointer(tokens: ["configSchema", $0.name]))
        }
        return shared
            + servers.flatMap { server in server.server.configSchema.map { ($0, server.fieldPlace($0.name)) } }
    }

    /// All lists of signatures, each with its place and the servers that it is for.
    var signatureLists: [(signatures: [AuthSignature], place: JSONPointer, servers: [IntegrationServer])] {
        [(entry.authSignatures, JSONPointer(tokens: ["authSignatures"]), entry.servers)]
            + servers.map { ($0.server.authSignatures, $0.place.appending("authSignatures"), [$0.server]) }
    }

    /// All questions to bodies, each with its place.
    var bodyTests: [(test: BodyTest, place: JSONPointer)] {
        let probes = [(entry.probe, JSONPointer(tokens: ["probe"]))] + servers.map { ($0.server.probe, $0.probePlace) }
        let expected = probes.flatMap { probe, place in Self.placed(probe?.expect ?? [], place.appending("expect")) }
        let recognised = signatureLists.flatMap { list in
            list.signatures.enumerated().flatMap { index, signature in
                Self.placed(signature.body, list.place.appending(index).appending("body"))
            }
        }
        return expected + recognised
    }

    /// One of a kind may be written without brackets, and is pointed to as a whole then.
    private static func placed(_ tests: [BodyTest], _ place: JSONPointer) -> [(test: BodyTest, place: JSONPointer)] {
        tests.enumerated().map { ($0.element, tests.count == 1 ? place : place.appending($0.offset)) }
    }
}
