package import JSON
import Registry

/// A server that was installed: what to start, and what it consists of.
package struct Installation: Sendable, Hashable {
    /// What is started, ahead of what the entry adds.
    package struct Program: Sendable, Hashable {
        /// An absolute path.
        package var executable: String
        /// Stand before the entry's own arguments.
        package var arguments: [String]

        /// A program with what it needs to be told first.
        package init(_ executable: String, arguments: [String] = []) {
            self.executable = executable
            self.arguments = arguments
        }
    }

    /// What it answers to: see ``InstallRequest/identity``.
    package var identity: JSONValue
    /// The folder that it is in; empty where nothing lies in a folder of ours.
    package var prefix: String
    /// Nil where there is nothing of its own to start: the launch plan knows the command or the address.
    package var program: Program?
    /// The client and the runtime with their versions.
    package var client: String
    /// Everything that was fetched.
    package var lock: [LockedPackage]

    /// The name of the file that makes a folder an installation; it is written last.
    package static let marker = "openwork-install.json"

    /// Whether it is what a request asks for, be it that the version and the program were left open then.
    func answers(_ request: InstallRequest) -> Bool {
        guard identity != request.identity else { return true }
        var left = identity.objectValue ?? [:]
        let package = request.server.package ?? ""
        if left["version"] == "", lock.contains(where: { $0.isOf(package) && $0.version == request.server.version }) {
            left["version"] = request.identity["version"]
        }
        if left["executable"] == "", let wanted = request.server.executable,
            program?.executable.split(separator: "/").last.map(String.init) == wanted
        {
            left["executable"] = request.identity["executable"]
        }
        return .object(left) == request.identity
    }

    init(identity: JSONValue, prefix: String, program: Program?, client: String, lock: [LockedPackage] = []) {
        self.identity = identity
        self.prefix = prefix
        self.program = program
        self.client = client
        self.lock = lock
    }

    init?(json: JSONValue) {
        guard let identity = json["identity"], let prefix = json["prefix"]?.stringValue,
            let client = json["client"]?.stringValue, let lock = json["lock"]?.arrayValue
        else { return nil }
        self.init(
            identity: identity,
            prefix: prefix,
            program: json["program"]?["executable"]?.stringValue.map { path in
                let arguments = json["program"]?["arguments"]?.arrayValue ?? []
                return Program(path, arguments: arguments.compactMap(\.stringValue))
            },
            client: client,
            lock: lock.compactMap { LockedPackage(json: $0) }
        )
    }

    var json: JSONValue {
        var object: JSONObject = [
            "format": "openwork-install/1", "identity": identity, "prefix": .string(prefix),
            "client": .string(client), "lock": .array(lock.map(\.json)),
        ]
        object["program"] = program.map { program in
            let arguments = JSONValue.array(program.arguments.map { .string($0) })
            return ["executable": .string(program.executable), "arguments": arguments]
        }
        return .object(object)
    }
}
