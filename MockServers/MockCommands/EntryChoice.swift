import Glibc
import JSON
import MockMCP
import Registry
import Wording

/// Which integration to play, which of its servers, and what is right or wrong around it.
struct EntryChoice {
    /// The id of an entry.
    var name: String?
    private var userFile: String?
    private var folder: String?
    private var serverID: String?
    private var condition: MockCondition?
    private var accepted: [String: String] = [:]

    /// Whether something was said about an integration.
    var isNarrowed: Bool {
        serverID != nil || condition != nil || !accepted.isEmpty || userFile != nil || folder != nil
    }

    /// Takes one of its options.
    mutating func take(_ value: String, for option: String) throws(CommandFault) {
        switch option {
        case "--registry": if LocalFile.isFolder(value) { folder = value } else { userFile = value }
        case "--server": serverID = value
        case "--condition":
            condition = MockCondition(value)
            guard condition == nil else { return }
            let nearest = NearestName.of(value, among: MockCondition.names).map { "; did you mean \($0)?" } ?? ":"
            throw CommandFault(
                usage: "--condition '\(value)' is not known\(nearest) write one of "
                    + MockCondition.names.joined(separator: ", ")
            )
        default:
            // The value may be a credential: it is not repeated.
            guard let equals = value.firstIndex(of: "="), equals > value.startIndex else {
                throw CommandFault(usage: "--accept needs NAME=VALUE")
            }
            accepted[String(value[..<equals])] = String(value[value.index(after: equals)...])
        }
    }

    /// The mock of the integration as this transport shows it; nil when none was named.
    func server(over transport: MockTransport) throws(CommandFault) -> MockServer? {
        guard let name else { return nil }
        let integration = try entry(name)
        let server = try choose(from: integration, over: transport)
        let environment = Self.environment()
        if transport == .http, condition == nil {
            return MockServer(integration, admitting: server, environment: environment, accepting: accepted)
        }
        let condition =
            condition
            ?? MockCondition(of: integration, server: server, environment: environment, accepting: accepted)
        return MockServer(integration, server: server, condition: condition, environment: environment)
    }

    private func choose(
        from integration: Integration,
        over transport: MockTransport
    ) throws(CommandFault) -> IntegrationServer {
        guard let serverID else {
            let remote = transport == .http ? integration.servers.first { $0.kind == .remote } : nil
            if let server = remote ?? integration.preferredServer { return server }
            throw CommandFault(script: ["\(integration.id) names no server to play"])
        }
        guard let server = integration.server(serverID) else {
            let known = integration.servers.map(\.id).joined(separator: ", ")
            throw CommandFault(usage: "\(integration.id) has no server '\(serverID)': write one of \(known)")
        }
        return server
    }

    private func entry(_ id: String) throws(CommandFault) -> Integration {
        let shipped = folder.map { ShippedFiles(folder: $0) } ?? ShippedFiles.find()
        var loader = userFile.map { RegistryLoader(shipped: shipped, userFile: $0) }
        if let entry = loader?.load(only: id)[id] { return entry }
        // All of it only to say what is wrong, or what else there is.
        let snapshot = loader?.load()
        if let entry = snapshot?[id] { return entry }
        if snapshot == nil, let entry = try Self.shippedEntry(id, in: shipped) { return entry }
        if let faults = snapshot?.faults, !faults.isEmpty { throw CommandFault(script: faults.map(\.description)) }
        let ids = snapshot?.integrations.map(\.id) ?? shipped?.ids() ?? []
        let nearest = NearestName.of(id, among: ids).map { "; did you mean \($0)?" } ?? ""
        let hint = ids.isEmpty ? ": there is no registry beside openwork-mock" : nearest
        throw CommandFault(usage: "there is no integration '\(id)'\(hint)")
    }

    /// Reads one file instead of the whole registry: a mock is to start in no time.
    private static func shippedEntry(_ id: String, in shipped: ShippedFiles?) throws(CommandFault) -> Integration? {
        do throws(EntryError) {
            return try shipped?.entry(id)
        } catch {
            throw CommandFault(script: error.faults.map { "\(id): \($0)" })
        }
    }

    private static func environment() -> [String: String] {
        var variables: [String: String] = [:]
        var place = environ
        while let entry = place.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            place += 1
        }
        return variables
    }
}
