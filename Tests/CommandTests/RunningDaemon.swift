import Foundation
import Glibc
import JSON
import Synchronization

/// A daemon in a home of its own, and the command line that talks to it.
struct RunningDaemon: Sendable {
    let folder: TemporaryFolder
    let url: String
    let pid: pid_t
    let mock: String

    /// Runs one while the body does; it is told to end afterwards, and has to do so in order.
    static func with(
        _ entries: (_ mock: String) -> JSONValue = { [entry(mock: $0)] },
        environment: [String: String] = [:],
        in folder: TemporaryFolder? = nil,
        _ body: (RunningDaemon) async throws -> Void
    ) async throws {
        let folder = try folder ?? TemporaryFolder()
        let mock = try ToolRun.path(of: "openwork-mock")
        let registry = folder.path("home/registry")
        try FileManager.default.createDirectory(atPath: registry, withIntermediateDirectories: true)
        try Data(entries(mock).utf8()).write(to: URL(filePath: "\(registry)/integrations.json"))
        let variables = ["HOME": folder.path(""), "TMPDIR": folder.path("")].merging(environment) { $1 }
        let name = UUID().uuidString
        let started = Mutex<pid_t?>(nil)
        async let run = ToolRun.of(
            "openworkd",
            ["--home", folder.path("home"), "--port", "0"],
            environment: variables,
            in: folder,
            named: name
        ) { pid in started.withLock { $0 = pid } }
        let result: Result<Void, any Error>
        do {
            let url = try await address(in: folder.path("\(name).err"))
            let pid = started.withLock { $0 } ?? 0
            try await body(RunningDaemon(folder: folder, url: url, pid: pid, mock: mock))
            result = .success(())
        } catch {
            result = .failure(error)
        }
        if let pid = started.withLock({ $0 }) { kill(pid, SIGTERM) }
        let ended = try await run
        try result.get()
        guard ended.code == 0 else { throw ToolFault(description: "it ended with \(ended.code): \(ended.errors)") }
    }

    /// What is typed behind `openwork`.
    func openwork(_ words: String..., environment: [String: String] = [:]) async throws -> ToolRun {
        let variables = ["OPENWORK_URL": url, "OPENWORK_HOME": folder.path("home")].merging(environment) { $1 }
        return try await ToolRun.of("openwork", words, environment: variables, in: folder)
    }

    /// An entry that starts the mock, whose credential only one value proves.
    static func entry(_ id: String = "tool", mock: String) -> JSONValue {
        [
            "id": .string(id), "name": "A Tool",
            "configSchema": ["GITHUB_PERSONAL_ACCESS_TOKEN": ["required": true, "secret": true]],
            "auth": ["kind": "bearer", "alternatives": [["GITHUB_PERSONAL_ACCESS_TOKEN"]]],
            "servers": [
                [
                    "kind": "command", "executable": .string(mock),
                    "arguments": [
                        "github", "--server", "oci", "--accept", "GITHUB_PERSONAL_ACCESS_TOKEN=ghp_right0815",
                    ],
                ]
            ],
            "probe": ["tool": "get_me", "readOnly": true, "expect": ["path": "/login", "exists": true]],
            "tools": ["get_me"],
        ]
    }

    /// The line on which it says where it listens; the test's time limit ends the waiting, and something may be done in it.
    static func address(in file: String, meanwhile: () -> Void = {}) async throws -> String {
        let words = "openworkd: listening on "
        while true {
            // Not there before the process is.
            let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
            let lines = text.split(separator: "\n")
            if let line = lines.first(where: { $0.hasPrefix(words) }) { return String(line.dropFirst(words.count)) }
            if let fault = lines.last(where: { $0.hasPrefix("openworkd: ") }) {
                throw ToolFault(description: String(fault))
            }
            meanwhile()
            try await ContinuousClock().sleep(for: .milliseconds(20))
        }
    }
}
