import Foundation
import MCPConnection
import Testing

/// The built daemon in a home of its own, with two integrations on their mocks and nothing configured.
struct CatalogueDaemon: Sendable {
    let url: String
    let folder: TemporaryFolder

    /// What a command needs to find it, with a home for the clients' files.
    var environment: [String: String] {
        [
            "OPENWORK_URL": url, "OPENWORK_HOME": folder.path("home"), "HOME": folder.path("user"),
            "PATH": "/usr/local/bin:/usr/bin:/bin",
        ]
    }

    static func run<Value: Sendable>(
        _ body: @escaping @Sendable (CatalogueDaemon) async throws -> Value
    ) async throws -> Value {
        let folder = try TemporaryFolder()
        try prepare(folder)
        let server = StdioServer(
            executable: try ToolRun.path(of: "openworkd"),
            arguments: ["--port", "0", "--home", folder.path("home"), "--log-level", "warning"],
            environment: ["HOME": folder.path("user"), "PATH": "/usr/bin:/bin"]
        )
        let (addresses, sink) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        let run = try await withServerProcess(
            server,
            bounds: TeardownBounds(afterInputClosed: .milliseconds(50), afterTerminate: .seconds(20)),
            clock: ContinuousClock(),
            onErrorLine: { line in
                guard let place = line.firstRange(of: "listening on ") else { return }
                sink.yield(String(line[place.upperBound...]))
            }
        ) { _ in
            var iterator = addresses.makeAsyncIterator()
            let url = try #require(await iterator.next())
            return try await body(CatalogueDaemon(url: url, folder: folder))
        }
        return try run.value
    }

    /// Runs a command against it.
    func openwork(_ words: String...) async throws -> ToolRun {
        try await ToolRun.of("openwork", words, environment: environment, in: folder)
    }

    private static func prepare(_ folder: TemporaryFolder) throws {
        for name in ["home/registry", "home/roles", "user/.cursor", "user/.config/Claude"] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
        }
        let mock = try ToolRun.path(of: "openwork-mock")
        _ = try folder.file(
            "home/registry/integrations.json",
            """
            [{"id": "github", "servers": [{"kind": "command", "executable": "\(mock)",
                "arguments": ["github", "--accept", "GITHUB_PERSONAL_ACCESS_TOKEN=ghp_right"],
                "auth": {"kind": "apiKey", "alternatives": [["GITHUB_PERSONAL_ACCESS_TOKEN"]]},
                "probe": {"tool": "get_me"}}]},
             {"id": "notes", "name": "Notes", "servers": [{"kind": "command", "executable": "\(mock)"}]}]
            """
        )
        _ = try folder.file(
            "home/roles/builders.json",
            #"{"id": "builders", "name": "Builders", "mcpServers": ["github", "notes"]}"#
        )
    }
}
