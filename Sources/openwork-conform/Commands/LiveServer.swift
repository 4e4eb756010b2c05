import ArgumentParser
import Fixtures
import HTTPTypes
import MCP
import MCPConnection
import MCPHTTP
import Recording
import Redaction

/// The server that the options name, with all that must not be said of it: everything is checked here, before it starts.
struct LiveServer {
    /// How it is reached.
    enum Way {
        case command(StdioServer)
        case address(HTTPClientSettings)
    }

    let way: Way
    let scrubber: Scrubber
    let configuration: ClientConfiguration
    /// Variables that were too short to be taken for secrets.
    let unprotected: [String]
    /// What the header of a recording says of it.
    let description: FixtureServer

    /// Takes our environment, and the folder that we installed it into, which is nobody's business.
    init(_ options: FixtureServerOptions, environment: [String: String], prefix: String? = nil) throws {
        let variables = try ServerVariables(options.variables, file: options.envFile, environment).values
        var known = variables.filter { !options.plain.contains($0.key) }
        for secret in options.secrets {
            let name = String(secret.prefix { $0 != "=" })
            guard name.count == secret.count else {
                known[name] = String(secret.dropFirst(name.count + 1))
                continue
            }
            guard let value = variables[name] ?? environment[name] else {
                throw ValidationError("--secret \(name): the variable is not set here: set it, or write \(name)=…")
            }
            known[name] = value
        }
        let fields = try Self.fields(options.headers, into: &known)
        let protected = known.filter { Self.isSecret($0.value, isNamed: options.secrets, name: $0.key) }
        let secrets = try protected.sorted { $0.key < $1.key }.map { name, value in
            guard let secret = DeclaredSecret(name: name, value: value) else {
                throw ValidationError(
                    "the secret \(name) has fewer than \(DeclaredSecret.minimumBytes) characters, and would be found "
                        + "everywhere: give a longer one"
                )
            }
            return secret
        }
        unprotected = known.keys.filter { protected[$0] == nil }.sorted()
        scrubber = Scrubber(
            secrets + Self.places(options, environment, prefix),
            options: ScrubOptions(removesEmails: options.redactEmails, removesIdentifiers: options.redactIds)
        )
        configuration = try Self.configuration(options)
        if let url = options.url {
            let address = try Self.address(url)
            way = .address(HTTPClientSettings(address: address, fields: fields))
            description = FixtureServer(url: url)
        } else {
            way = .command(
                StdioServer(
                    executable: options.command[0],
                    arguments: Array(options.command.dropFirst()),
                    environment: StdioServer.baseEnvironment(from: environment).merging(variables) { $1 },
                    workingDirectory: options.cwd
                )
            )
            // Where the program lies is this machine's affair.
            let name = String(options.command[0].split(separator: "/").last ?? "")
            description = FixtureServer(command: [name] + options.command.dropFirst())
        }
    }

    /// Short words such as `true` or `eu` are settings, unless somebody says that they are secrets.
    private static func isSecret(_ value: String, isNamed names: [String], name: String) -> Bool {
        names.contains { $0 == name || $0.hasPrefix(name + "=") } || value.utf8.count >= 6
            || (SecretName.isLikely(name) && value.utf8.count >= DeclaredSecret.minimumBytes)
    }

    private static func fields(_ headers: [String], into secrets: inout [String: String]) throws -> HTTPFields {
        var fields = HTTPFields()
        for header in headers {
            let name = String(header.prefix { $0 != ":" })
            let value = String(header.dropFirst(name.count + 1).drop { $0 == " " })
            guard let field = HTTPField.Name(name) else {
                throw ValidationError("--header \(name) is no name of a field")
            }
            fields.append(HTTPField(name: field, value: value))
            // The scheme is no secret, and a value that stands alone elsewhere is the one after it.
            let words = value.split(separator: " ", maxSplits: 1)
            secrets[name] = words.last.map(String.init) ?? value
        }
        return fields
    }

    /// Folders that say whose machine it was.
    private static func places(
        _ options: FixtureServerOptions,
        _ environment: [String: String],
        _ prefix: String?
    ) -> [DeclaredSecret] {
        let program = options.command.first.flatMap { $0.hasPrefix("/") ? $0 : nil }
        let prefix = prefix ?? program.map { $0.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() }
        return [
            ("home", environment["HOME"]), ("folder", environment["PWD"]), ("prefix", prefix), ("cwd", options.cwd),
        ]
        .compactMap { name, path in path.flatMap { DeclaredSecret(place: name, $0) } }
    }

    private static func configuration(_ options: FixtureServerOptions) throws -> ClientConfiguration {
        let seconds = Duration.milliseconds(Int64(options.timeout * 1000))
        var configuration = ClientConfiguration(
            info: Implementation(name: "openwork-conform", version: "0.1.0"),
            bounds: ClientBounds(
                start: max(seconds * 2, .seconds(30)),
                probe: min(seconds, .seconds(10)),
                handshake: seconds,
                request: seconds,
                requestWithProgress: seconds
            )
        )
        if let revision = options.revision {
            guard let pinned = ProtocolRevision(rawValue: revision) else {
                let known = ProtocolRevision.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--revision \(revision) does not exist: use \(known)")
            }
            configuration.offer = .only(pinned)
        }
        return configuration
    }

    private static func address(_ url: String) throws -> HTTPAddress {
        do throws(HTTPAddressError) {
            return try HTTPAddress(url)
        } catch {
            throw ValidationError("--url is no address of a server: \(error)")
        }
    }
}
