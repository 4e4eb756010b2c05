import ArgumentParser
import FoundationEssentials
import Glibc
import JSON
import Logging
import MockVendors
import UnixSignals

/// `packages FILE`: registries of packages for the real pip and npm.
struct PackagesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "packages",
        abstract: "Registries of Python and Node packages, pretended on a loopback port.",
        discussion: """
            The real clients fetch from it what a file lists, without a network:

              openwork-mock packages packages.json --port 8082
              pip install --index-url http://127.0.0.1:8082/simple/ my-server
              npm install --registry http://127.0.0.1:8082/npm/ my-server

            The file; a program is module:function for Python, and a path within the package for Node:
              {"npm": [{"name": "my-server", "version": "1.0.0", "files": {"main.js": "…"},
                        "programs": {"my-server": "main.js"}, "dependencies": ["other@^1.0.0"]}],
               "pypi": [{"name": "my-server", "version": "1.0", "files": {"my_server.py": "…"},
                         "programs": {"my-server": "my_server:main"}}]}

            Exit codes: 0 the process was told to end, 64 wrong usage, 65 a wrong file, 71 the port is taken.
            """
    )

    @Argument(help: "The file that lists the packages.")
    var file: String

    @Option(help: "The port on 127.0.0.1; 0 takes any that is free.")
    var port = 0

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port \(port) is none: give 0 to 65535") }
    }

    func run() async throws {
        let registry = try registry()
        var logger = Logger(label: "openwork-mock", factory: StreamLogHandler.standardError(label:))
        logger.logLevel = .critical
        do {
            try await PackageRegistryServer.with(registry, port: port, logger: logger) { server in
                Self.say("the registry answers on \(server.base): pip below /simple/, npm below /npm/")
                for await _ in await UnixSignalsSequence(trapping: .sigterm, .sigint) { break }
            }
        } catch {
            Self.say("port \(port) of 127.0.0.1 cannot be opened (\(error)): give another --port, or 0")
            throw ExitCode(71)
        }
    }

    private func registry() throws -> PackageRegistry {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            Self.say("\(file) cannot be read: give the file that lists the packages")
            throw ExitCode(65)
        }
        do {
            return try PackageRegistry(json: try JSONValue(parsing: Array(bytes)))
        } catch {
            Self.say("\(file): \(error)")
            throw ExitCode(65)
        }
    }

    private static func say(_ text: String) {
        let line = Array("\(text)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }
}
