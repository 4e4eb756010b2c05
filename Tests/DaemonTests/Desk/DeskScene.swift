import Daemon
import DaemonAPI
import Foundation
import Health
import JSON
import Logging
import MCP
import Registry
import Store
import Supervision

/// A home of its own, with a server in Python whose vendor does what a file says, and a desk over it.
final class DeskScene: Sendable {
    let folder: String
    /// What may appear nowhere.
    static let right = "wx_right-canary-4711-zebra"
    static let wrong = "wx_wrong-canary-0815-okapi"

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
        folder = url.path
        try FileManager.default.createDirectory(atPath: "\(folder)/home/registry", withIntermediateDirectories: true)
        try Data(Self.server.utf8).write(to: URL(filePath: "\(folder)/server.py"))
        try mood("well")
    }

    deinit {
        // What cannot be removed is left to the system.
        try? FileManager.default.removeItem(atPath: folder)
    }

    var home: String { "\(folder)/home" }
    var registryFile: String { "\(home)/registry/integrations.json" }

    /// What the vendor does from now on: `well`, `revoked`, `busy`, `dying`.
    func mood(_ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/mood"), options: .atomic)
    }

    /// How the server describes its tool from its next start on.
    func describe(_ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/about"), options: .atomic)
    }

    /// Writes the file of a role with the weather.
    func writeRole(_ more: [String: JSONValue] = [:]) throws {
        var role: JSONObject = ["id": "sky", "name": "Sky", "mcpServers": ["weather"]]
        for (key, value) in more { role[key] = value }
        try FileManager.default.createDirectory(atPath: "\(home)/roles", withIntermediateDirectories: true)
        let text = JSONValue.object(role).text(.pretty)
        try Data(text.utf8).write(to: URL(filePath: "\(home)/roles/sky.json"), options: .atomic)
    }

    func write(_ entries: JSONValue) throws {
        try Data(entries.text(.pretty).utf8).write(to: URL(filePath: registryFile), options: .atomic)
    }

    /// An entry whose server is the one in Python.
    func weather(id: String = "weather", interval: String = "3s") -> JSONValue {
        [
            "id": .string(id), "name": "Weather",
            "configSchema": [
                "WEATHER_TOKEN": [
                    "type": "string", "required": true, "secret": true, "pattern": "^wx_",
                    "description": "Token of the weather service",
                ],
                "WEATHER_REGION": ["type": "string", "choices": ["eu", "us"]],
            ],
            "tools": ["whoami"],
            "probe": ["tool": "whoami", "readOnly": true, "expect": ["path": "/login", "exists": true]],
            "health": ["interval": .string(interval)],
            "servers": [
                [
                    "kind": "command", "executable": "python3", "arguments": [.string("\(folder)/server.py")],
                    "environment": ["WEATHER_FOLDER": .string(folder)],
                ]
            ],
        ]
    }

    /// Opens the home and works at the desk.
    func open<Value: Sendable>(
        _ change: (inout DeskSettings) -> Void = { _ in },
        _ body: (Desk<ContinuousClock>) async throws -> Value
    ) async throws -> Value {
        var settings = DeskSettings(
            home: Home(path: home),
            shipped: nil,
            environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder],
            info: Implementation(name: "openworkd", version: "test"),
            now: { WallTime(milliseconds: Timestamp.now.milliseconds) }
        )
        settings.registryInterval = .milliseconds(50)
        settings.health.confirmEvery = .milliseconds(300)
        change(&settings)
        return try await withDesk(settings, clock: ContinuousClock(), logger: Logger(label: "test"), body)
    }

    /// Files of the home in which a text stands, in the clear.
    func files(with text: String) -> [String] {
        let files = FileManager.default.enumerator(atPath: home)?.compactMap { $0 as? String } ?? []
        return files.filter { name in
            guard let data = FileManager.default.contents(atPath: "\(home)/\(name)") else { return false }
            return data.range(of: Data(text.utf8)) != nil
        }
    }

    private static let server = """
        import json, os, sys
        folder, token = os.environ["WEATHER_FOLDER"], os.environ.get("WEATHER_TOKEN", "")
        def mood(): return open(folder + "/mood").read()
        def about():
            try: return open(folder + "/about").read()
            except OSError: return "Who"
        def answer(id, result): print(json.dumps({"jsonrpc": "2.0", "id": id, "result": result}), flush=True)
        def said(text, bad): return {"content": [{"type": "text", "text": text}], "isError": bad}
        print("started with " + token, file=sys.stderr, flush=True)
        if mood() == "dying":
            print("ModuleNotFoundError: No module named 'weather'", file=sys.stderr, flush=True)
            sys.exit(1)
        for line in sys.stdin:
            m = json.loads(line)
            method, id = m.get("method"), m.get("id")
            if method == "initialize":
                answer(id, {"protocolVersion": "2025-06-18", "capabilities": {"tools": {}},
                            "serverInfo": {"name": "weather", "version": "1"}})
            elif method == "tools/list":
                answer(id, {"tools": [{"name": "whoami", "description": about(), "inputSchema": {"type": "object"}}]})
            elif method == "tools/call":
                if mood() == "busy": answer(id, said("429 Too Many Requests, Retry-After: 1", True))
                elif mood() == "revoked" or token != "\(right)": answer(id, said("401 Unauthorized: " + token, True))
                else: answer(id, said(json.dumps({"login": "bob"}), False))
            elif method == "ping": answer(id, {})
            elif id is not None:
                print(json.dumps({"jsonrpc": "2.0", "id": id, "error": {"code": -32601, "message": "no"}}), flush=True)
        """
}

extension Desk {
    /// Waits until an integration is in a state; the test's time limit ends it otherwise.
    func wait(for id: String, _ isSo: (IntegrationStatus) -> Bool) async throws -> IntegrationStatus {
        while true {
            let found = try await status().integrations.first { $0.id == id }
            if let found, isSo(found) { return found }
            try await ContinuousClock().sleep(for: .milliseconds(20))
        }
    }
}
