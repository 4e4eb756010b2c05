import MCPAuthorization
import Registry

/// An entry as it is run with a log-in: what a key would be needed for is not, and what carries one is not sent.
enum LoginForm {
    /// The entry and its server, changed.
    static func of(_ entry: Integration, _ server: IntegrationServer) -> (Integration, IntegrationServer) {
        var run = server
        let fields = entry.configSchema(of: server)
        let secrets = fields.filter(\.isSecret).map(\.name)
        run.configSchema = fields.map { field in
            var field = field
            if field.isSecret { field.isRequired = false }
            return field
        }
        run.variables = fields.map(\.name)
        run.headers = server.headers.filter { name, value in
            name.lowercased() != "authorization" && !secrets.contains { value.contains("${\($0)}") }
        }
        let scheme = entry.auth(of: server)
        run.auth = AuthScheme(.oauth2, oauth: scheme.oauth, note: scheme.note)
        var changed = entry
        changed.servers = entry.servers.map { $0.id == run.id ? run : $0 }
        return (changed, run)
    }

    /// The servers of an entry that somebody can log in at, those first whose entry speaks of it.
    static func servers(of entry: Integration) -> [IntegrationServer] {
        let remote = entry.servers.filter { $0.kind == .remote }
        let declared = remote.filter { entry.auth(of: $0).kind == .oauth2 || entry.auth(of: $0).oauth != nil }
        return declared + remote.filter { server in !declared.contains { $0.id == server.id } }
    }
}
