import JSON
import Registry
import TestSupport

/// What is known of one integration, as it was gathered, beside what the registry says of it.
struct CatalogueFacts: CustomStringConvertible {
    let id: String
    let facts: JSONValue

    var description: String { id }

    /// All that were gathered; empty where the folder is not there.
    static let all: [CatalogueFacts] = ExternalData.files(below: folder).compactMap { path in
        // A file that is no JSON is missing from the count that a test asks for.
        guard let facts = try? ExternalData.json("\(folder)/\(path)") else { return nil }
        return CatalogueFacts(id: String(path.dropLast(5)), facts: facts)
    }

    /// Beside the official suites.
    private static let folder = "../catalog"

    /// The shipped entry.
    func entry() throws -> Integration {
        let bytes = try LocalFile.bytes(of: "\(SourceTree.registry)/Catalogue/\(id).json")
        return try Integration(json: JSONValue(parsing: bytes))
    }

    /// The servers that were found, apart from those that nobody should use.
    var servers: [ServerFacts] {
        (facts["servers"]?.arrayValue ?? []).map { ServerFacts(integration: id, facts: $0) }.filter { !$0.isRejected }
    }
}

/// What is known of one server.
struct ServerFacts {
    let integration: String
    let facts: JSONValue

    var identifier: String { facts["identifier"]?.stringValue ?? "" }

    /// Servers that cannot be started, that call what nobody documents, or that are none by themselves.
    var isRejected: Bool {
        [
            ("canva", "canva-mcp"), ("loom", "loom-mcp"), ("docker", "docker:cli (docker/mcp-registry 'docker' entry)"),
        ].contains { $0 == (integration, identifier) }
    }

    /// The server of the entry that this is, by what it is installed or reached with.
    func server(in entry: Integration) -> IntegrationServer? {
        let url = facts["url"]?.stringValue
        let name = identifier.split(separator: " ").first.map(String.init) ?? identifier
        return entry.servers.first { server in
            switch server.kind {
            case .npm, .pypi, .oci: server.package == name
            case .remote: server.url == url || (url == Self.ownInstance && server.url == "${N8N_URL}/mcp-server/http")
            case .command, .skill: false
            }
        } ?? command(in: entry, named: name)
    }

    /// Programs have no name of a package: each of these entries has one.
    private func command(in entry: Integration, named name: String) -> IntegrationServer? {
        let isProgram =
            facts["kind"] == "binary" || name.hasPrefix("github:")
            || ["calendly-mcp-server", "mcp/dockerhub"].contains(name)
        return isProgram ? entry.servers.first { $0.kind == .command } : nil
    }

    private static let ownInstance = "https://<your-n8n>/mcp-server/http"

    /// Whether the notes say that arguments are not established, although an empty list is written.
    var hasUnknownArguments: Bool {
        [
            "https://mcp.calendly.com", "https://mcp.hubspot.com", "https://mcp.vercel.com",
            "https://mcp.zapier.com/api/v1/connect", "https://mcp.apollo.io/mcp", "https://mcp.facebook.com/ads",
            "@salesforce/mcp", "@tsmztech/mcp-server-salesforce", Self.ownInstance,
        ].contains(identifier) || (integration == "hubspot-marketing" && identifier == "@hubspot/mcp-server")
    }
}
