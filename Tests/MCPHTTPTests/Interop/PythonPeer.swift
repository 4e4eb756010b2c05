import Foundation
import MCPConnection
import Testing

@testable import MCPHTTP

/// A Python environment with somebody else's MCP implementation.
struct PythonPeer: Sendable, CustomTestStringConvertible {
    let name: String
    /// Which of the two ways of writing a server the scripts use.
    let kind: String

    static let all = [
        PythonPeer(name: "mcp1", kind: "sdk"), PythonPeer(name: "mcp2", kind: "sdk"),
        PythonPeer(name: "fastmcp3", kind: "fastmcp"), PythonPeer(name: "fastmcp4", kind: "fastmcp"),
    ].filter { FileManager.default.isExecutableFile(atPath: $0.python) }

    /// The folder with one virtual environment per peer; the tests that need them are not enabled without.
    static let folder = ProcessInfo.processInfo.environment["OPENWORK_PYTHON_PEERS"] ?? ""

    var python: String { "\(Self.folder)/\(name)/bin/python" }

    var testDescription: String { name }

    /// Which revisions the environment's own implementation knows.
    var isModern: Bool { name == "mcp2" || name == "fastmcp4" }

    /// Starts the script with the environment's interpreter; it prints one line when it is ready.
    func withScript<Value>(
        _ script: String,
        arguments: [String],
        _ body: (_ firstLine: String, ServerProcess) async throws -> Value
    ) async throws -> Value {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(script)").path
        let server = StdioServer(
            executable: python,
            arguments: [path] + arguments,
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

    struct ScriptFailure: Error {
        let tail: String
    }
}
