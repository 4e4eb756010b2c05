import Foundation
import JSON

/// `openworkd` in a home that is thrown away, with one role, `bench`, of the given integrations.
final class BenchmarkDaemon {
    let server: RunningServer
    private let home: String

    var path: String { "/mcp/bench" }

    /// Starts it and waits until the role lists the tools that are named.
    init(_ program: String, _ entries: [JSONValue], waitingFor tools: [String]) throws {
        home = NSTemporaryDirectory() + "gateway-benchmark-\(UUID().uuidString)"
        let ids = entries.compactMap { $0["id"] }
        let role: JSONValue = ["id": "bench", "name": "Bench", "mcpServers": .array(ids)]
        for (folder, name, value) in [
            ("registry", "integrations", JSONValue.array(entries)), ("roles", "bench", role),
        ] {
            try FileManager.default.createDirectory(atPath: "\(home)/\(folder)", withIntermediateDirectories: true)
            try value.text().write(toFile: "\(home)/\(folder)/\(name).json", atomically: true, encoding: .utf8)
        }
        chmod(home, 0o700)
        let port = try RunningServer.freePort()
        server = try RunningServer(
            [program, "--home", home, "--port", String(port), "--log-level", "warning"],
            port: port,
            log: home + ".log"
        )
        for id in ids.compactMap(\.stringValue) { try post("/api/integrations/\(id)/enable") }
        let end = ContinuousClock.now + .seconds(30)
        while try !tools.allSatisfy(names().contains) {
            guard ContinuousClock.now < end else { throw Fault("the role lists \(try names()), not \(tools)") }
            usleep(50_000)
        }
    }

    /// Makes a request to the daemon's own interface.
    func post(_ path: String) throws {
        var connection = try Connection(port: server.port)
        defer { connection.end() }
        let answer = try connection.exchange(HTTPCall.post(path, Array("{}".utf8), []), within: .seconds(60))
        guard (200..<300).contains(answer.status) else {
            throw Fault("\(path): \(answer.status) \(String(decoding: answer.beginning, as: UTF8.self))")
        }
    }

    private func names() throws -> String {
        var connection = try Connection(port: server.port)
        defer { connection.end() }
        let list = HTTPCall(path: path, manner: .modern, method: "tools/list", params: [:], name: nil)
        let request = try list.open(&connection, 0)
        return String(decoding: try connection.exchange(request).beginning, as: UTF8.self)
    }

    func end() {
        server.end()
        // What cannot be removed is left to the system.
        try? FileManager.default.removeItem(atPath: home)
    }

    /// An integration that a program plays.
    static func entry(_ id: String, _ words: [String], tools: [String]) -> JSONValue {
        [
            "id": .string(id), "name": .string(id), "auth": ["kind": "none"],
            "servers": [
                [
                    "kind": "command", "executable": .string(words[0]),
                    "arguments": .array(words.dropFirst().map { .string($0) }),
                ]
            ],
            "tools": .array(tools.map { .string($0) }),
        ]
    }
}
