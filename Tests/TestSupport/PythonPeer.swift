import Foundation
package import JSON
package import MCP
package import MCPConnection
import Testing

/// A Python environment with somebody else's implementation of MCP, where one was installed for the tests.
package struct PythonPeer: Sendable, CustomTestStringConvertible {
    /// The folder of its environment.
    package let name: String
    /// Which of the two ways of writing a client or a server the scripts use: `sdk` or `fastmcp`.
    package let kind: String

    /// Those that are there; tests that need them are enabled where there is one.
    package static let all = [
        PythonPeer(name: "mcp1", kind: "sdk"), PythonPeer(name: "mcp2", kind: "sdk"),
        PythonPeer(name: "fastmcp3", kind: "fastmcp"), PythonPeer(name: "fastmcp4", kind: "fastmcp"),
    ].filter { FileManager.default.isExecutableFile(atPath: $0.python) }

    /// The folder with one virtual environment per peer, from the environment variable `OPENWORK_PYTHON_PEERS`.
    package static let folder = ProcessInfo.processInfo.environment["OPENWORK_PYTHON_PEERS"] ?? ""

    /// The interpreter of its environment.
    package var python: String { "\(Self.folder)/\(name)/bin/python" }

    package var testDescription: String { name }

    /// Whether it knows the stateless era.
    package var isModern: Bool { name == "mcp2" || name == "fastmcp4" }

    /// Which revisions it knows.
    package var revisions: [ProtocolRevision] {
        ProtocolRevision.allCases.filter { isModern || $0.era == .legacy }
    }

    /// A script that lies beside a test.
    package static func script(_ name: String, beside test: String = #filePath) -> String {
        URL(filePath: test).deletingLastPathComponent().appending(path: name).path
    }

    /// Starts a script with the interpreter of the environment; it prints one line when it is ready.
    /// - Throws: `ScriptFailure` when it ended without a line.
    package func withScript<Value>(
        _ script: String,
        arguments: [String],
        _ body: (_ firstLine: String, ServerProcess) async throws -> Value
    ) async throws -> Value {
        let server = StdioServer(
            executable: python,
            arguments: [script] + arguments,
            environment: ["PYTHONUNBUFFERED": "1", "PATH": "/usr/bin:/bin", "NO_PROXY": "127.0.0.1"]
        )
        var bounds = TeardownBounds()
        bounds.afterInputClosed = .milliseconds(1)
        return try await withServerProcess(server, bounds: bounds, clock: ContinuousClock()) { process in
            var events = process.channel.events.makeAsyncIterator()
            guard case .message(let line) = await events.next() else {
                throw ScriptFailure(tail: "\(process.errorTail)")
            }
            return try await body(String(decoding: line, as: UTF8.self), process)
        }.value
    }

    /// What a script printed in its one line.
    package func result(of script: String, arguments: [String]) async throws -> JSONValue {
        try await withScript(script, arguments: arguments) { line, _ in try JSONValue(parsing: line) }
    }

    /// A script ended before it had anything to say.
    package struct ScriptFailure: Error {
        /// The end of what it wrote to standard error.
        package let tail: String
    }
}
