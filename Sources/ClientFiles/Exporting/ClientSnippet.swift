package import JSON

/// What a client has to be told so that it finds the tools of a role.
package struct ClientSnippet: Sendable, Hashable {
    /// The way from the client to the daemon.
    package enum Way: Sendable, Hashable {
        /// The role's address.
        case address(String)
        /// A program that speaks over its standard streams, with what follows it and variables to set.
        case program(String, [String], environment: [String: String])
    }

    /// Who is told.
    package let client: ClientKind
    /// What the server is called there.
    package let name: String
    /// The way from the client to the daemon.
    package let way: Way
    /// The token by which the client shows that it may come in, or what stands for one; nil where none is wanted.
    package let token: String?

    /// A snippet for a role, whose server is called `openwork-` and the role.
    package init(_ client: ClientKind, role: String, _ way: Way, token: String? = nil) {
        self.client = client
        name = "openwork-\(role)"
        self.way = way
        self.token = token
    }

    /// The best way that a client knows to the daemon: the role's address, or else the program that speaks for it.
    ///
    /// - Parameters:
    ///   - client: Who is told.
    ///   - role: Whose tools it gets.
    ///   - base: Scheme, host and port of the daemon; nil for the usual ones.
    ///   - program: The program for clients that take no address.
    ///   - isBridged: Whether a client that takes addresses gets the program all the same.
    ///   - token: What stands for a token; nil where none is wanted.
    /// - Returns: what the client has to be told.
    package static func best(
        _ client: ClientKind,
        role: String,
        base: String?,
        program: String,
        isBridged: Bool = false,
        token: String? = nil
    ) -> ClientSnippet {
        guard isBridged || !client.takesAddresses else {
            let address = "\(base ?? "http://localhost:18800")/mcp/\(role)"
            return ClientSnippet(client, role: role, .address(address), token: token)
        }
        var environment = base.map { ["OPENWORK_URL": $0] } ?? [:]
        environment["OPENWORK_TOKEN"] = token
        return ClientSnippet(client, role: role, .program(program, ["mcp", "--role", role], environment: environment))
    }

    /// The client's own command that does the same; nil where it has none.
    package var command: String? {
        guard client == .claudeCode, case .address(let address) = way else { return nil }
        let header = token.map { #" --header "Authorization: Bearer \#($0)""# } ?? ""
        return "claude mcp add --transport http \(name) \(address)\(header)"
    }

    /// The keys that lead to it in the client's file.
    package var path: [String] { client.section + [name] }

    /// Its value there, for clients with a kind of JSON.
    package var value: JSONValue {
        switch way {
        case .address(let address): .object(remote(address))
        case .program(let program, let arguments, let environment):
            .object(Self.program(program, arguments, environment, hasType: client == .claudeCode || client == .vscode))
        }
    }

    /// The lines below its table's name, for clients with TOML.
    package var lines: [String] {
        switch way {
        case .address(let address):
            // Codex takes no token from its file, only the name of a variable that holds one.
            ["url = \(TOMLEdit.quoted(address))"]
                + (token == nil ? [] : [#"bearer_token_env_var = "OPENWORK_TOKEN""#])
        case .program(let program, let arguments, let environment):
            [
                "command = \(TOMLEdit.quoted(program))",
                "args = [\(arguments.map(TOMLEdit.quoted).joined(separator: ", "))]",
            ]
                + (environment.isEmpty
                    ? []
                    : [
                        "env = { "
                            + environment.sorted { $0.key < $1.key }
                            .map { "\(TOMLEdit.key($0.key)) = \(TOMLEdit.quoted($0.value))" }
                            .joined(separator: ", ") + " }"
                    ])
        }
    }

    /// The snippet as a file that has nothing else in it.
    package var text: String {
        guard !client.isTOML else {
            let name = path.map(TOMLEdit.key).joined(separator: ".")
            return (["[\(name)]"] + lines).joined(separator: "\n")
        }
        return path.reversed().reduce(value) { inner, key in .object([key: inner]) }.text(.pretty)
    }

    /// The client's file with the snippet in it.
    package func added(to bytes: [UInt8]) throws(ClientFileFault) -> [UInt8] {
        client.isTOML ? try TOMLEdit(bytes).setting(path, to: lines) : try JSONEdit(bytes).setting(path, to: value)
    }

    /// The client's file without it; the same bytes where it is not in it.
    package func removed(from bytes: [UInt8]) throws(ClientFileFault) -> [UInt8] {
        client.isTOML ? try TOMLEdit(bytes).removing(path) : try JSONEdit(bytes).removing(path)
    }

    private func remote(_ address: String) -> JSONObject {
        var object: JSONObject
        switch client {
        case .claudeCode, .vscode: object = ["type": "http", "url": .string(address)]
        case .openclaw: object = ["url": .string(address), "transport": "streamable-http"]
        case .claudeDesktop, .cursor, .codex: object = ["url": .string(address)]
        }
        object["headers"] = token.map { ["Authorization": .string("Bearer \($0)")] }
        return object
    }

    private static func program(
        _ program: String,
        _ arguments: [String],
        _ environment: [String: String],
        hasType: Bool
    ) -> JSONObject {
        var object: JSONObject = hasType ? ["type": "stdio"] : [:]
        object["command"] = .string(program)
        object["args"] = .array(arguments.map { .string($0) })
        guard !environment.isEmpty else { return object }
        object["env"] = .object(JSONObject(environment.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
        return object
    }
}
