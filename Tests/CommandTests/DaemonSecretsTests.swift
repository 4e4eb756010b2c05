import Foundation
import Glibc
import HTTPTypes
import JSON
import MCPHTTP
import TestSupport
import Testing

private let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

/// A secret is set through the API, a server gives it away wherever it can, and then everything is searched for it.
@Suite("A secret that is set through the API", .enabled(if: hasPython), .timeLimit(.minutes(4)))
struct DaemonSecretsTests {
    private let secret = "s3cr\"t/Vålue+\(UUID().uuidString)"

    private func entries(_ mock: String, _ folder: TemporaryFolder) -> JSONValue {
        let leaky: JSONValue = [
            "id": "leaky", "name": "Leaky", "configSchema": ["LEAK_KEY": ["secret": true, "required": true]],
            "servers": [["kind": "command", "executable": "python3", "arguments": [.string(folder.path("leaky.py"))]]],
            "tools": ["whoami", "leak", "refuse", "abort", "fault"],
            "probe": ["tool": "whoami", "readOnly": true, "expect": ["path": "/login", "exists": true]],
        ]
        return [leaky, RunningDaemon.entry(mock: mock)]
    }

    @Test("stands in no answer, no log, no file, no command line, and in no environment but its server's")
    func searched() async throws {
        let folder = try TemporaryFolder()
        _ = try folder.file("leaky.py", Self.server)
        try await RunningDaemon.with({ entries($0, folder) }, in: folder) { daemon in
            try await HTTPPool.with { pool in
                let caller = Caller(base: daemon.url, pool: pool)
                let right: JSONValue = ["env": ["GITHUB_PERSONAL_ACCESS_TOKEN": "ghp_right0815"]]
                _ = try await caller.ask(.post, "/api/integrations/tool/configure", right)
                let body = JSONValue.object(["env": ["LEAK_KEY": .string(secret)]])
                var said = [try await caller.ask(.post, "/api/integrations/leaky/configure", body)]
                #expect(said[0].contains(#""state":"connected""#), "\(said)")
                let holders = try Self.processes { try Self.environment(of: $0).contains(secret) }
                #expect(holders.count == 1)
                for tool in ["leak", "refuse", "no such tool"] {
                    said.append(try await caller.ask(.post, "/api/integrations/leaky/call", ["tool": .string(tool)]))
                }
                // A value of the wrong kind, and one that nobody declares, are faults that quote neither.
                let odd = JSONValue.object(["env": ["LEAK_KEY": 1, "OTHER": .string(secret)]])
                said.append(try await caller.ask(.post, "/api/integrations/leaky/configure", odd))
                for word in ["rotate", "abort", "fault"] {
                    let path = word == "rotate" ? "/api/vault/rotate" : "/api/integrations/leaky/call"
                    said.append(try await caller.ask(.post, path, word == "rotate" ? [:] : ["tool": .string(word)]))
                    _ = try await caller.ask(.post, "/api/integrations/leaky/restart", [:])
                }
                said.append(try await caller.ask(.post, "/api/backups", [:]))
                said += try await caller.everything(of: ["leaky", "tool"])
                #expect(said.count > 20)
                for text in said { #expect(!SecretDress.gives(away: secret, in: text), "\(Self.head(text))") }
                #expect(!said.contains { $0.contains("LEAK_KEY=") })
            }
            try check(everythingIn: folder)
            let words = try Self.processes { try Self.commandLine(of: $0).contains(secret) }
            #expect(words == [])
            let places = try Self.processes { try Self.environment(of: $0).contains(secret) }
            #expect(try places.allSatisfy { try Self.commandLine(of: $0).contains("leaky.py") }, "\(places)")
            #expect(places.count == 1)
        }
        try check(everythingIn: folder)
    }

    private func check(everythingIn folder: TemporaryFolder) throws {
        var count = 0
        for name in FileManager.default.enumerator(atPath: folder.path(""))?.compactMap({ $0 as? String }) ?? [] {
            guard let data = FileManager.default.contents(atPath: folder.path(name)) else { continue }
            count += 1
            for dress in SecretDress.allCases where data.range(of: Data(dress.text(of: secret).utf8)) != nil {
                Issue.record("\(name) gives it away (\(dress))")
            }
        }
        #expect(count > 5)
    }

    private static func head(_ text: String) -> Substring { text.prefix(300) }

    private static func processes(_ fits: (String) throws -> Bool) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
            guard let pid = Int32(name), pid != getpid() else { return false }
            return try fits(name)
        }
    }

    private static func commandLine(of pid: String) throws -> String { read("/proc/\(pid)/cmdline") }

    private static func environment(of pid: String) throws -> String { read("/proc/\(pid)/environ") }

    /// Empty for a process that is gone, or is none of ours.
    private static func read(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }

    private static let server = """
        import base64, json, os, sys
        key = os.environ["LEAK_KEY"]
        def tell(*words): print(*words, file=sys.stderr, flush=True)
        tell("started with", key, json.dumps(key), base64.b64encode(key.encode()).decode())
        def said(id, text, bad=False):
            put({"jsonrpc": "2.0", "id": id, "result": {"content": [{"type": "text", "text": text}], "isError": bad}})
        def put(message): print(json.dumps(message), flush=True)
        for line in sys.stdin:
            m = json.loads(line)
            method, id = m.get("method"), m.get("id")
            if method == "initialize":
                put({"jsonrpc": "2.0", "id": id, "result": {"protocolVersion": "2025-06-18",
                    "capabilities": {"tools": {}}, "serverInfo": {"name": "leaky " + key, "version": "1"},
                    "instructions": "use " + key}})
            elif method == "tools/list":
                names = ["whoami", "leak", "refuse", "abort", "fault"]
                put({"jsonrpc": "2.0", "id": id, "result": {"tools": [
                    {"name": n, "description": "with " + key, "inputSchema": {"type": "object"}} for n in names]}})
            elif method == "tools/call":
                tool = m["params"]["name"]
                if tool == "whoami": said(id, json.dumps({"login": "ann", "seen": key}))
                elif tool == "leak": said(id, "401 Unauthorized: " + key + " " + json.dumps(json.dumps(key)), True)
                elif tool == "abort": tell("aborting with", key); os.abort()
                elif tool == "fault": tell("faulting with", key); os.kill(os.getpid(), 11)
                else: put({"jsonrpc": "2.0", "id": id, "error": {"code": -32000, "message": "refused " + key,
                          "data": {"key": key}}})
            elif id is not None:
                put({"jsonrpc": "2.0", "id": id, "error": {"code": -32601, "message": "no " + key}})
        """
}

/// Asks a running daemon.
private struct Caller {
    let base: String
    let pool: HTTPPool

    func ask(_ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil) async throws -> String {
        let fields: HTTPFields = [.contentType: "application/json"]
        let call = HTTPCall(method, try HTTPAddress(base + path), fields: fields, body: body?.utf8() ?? [])
        let reply = try await pool.exchange(call)
        if reply.fields[.contentType]?.hasPrefix("text/event-stream") == true {
            // What is remembered comes first, and at once.
            for try await piece in reply.body { return String(decoding: piece, as: UTF8.self) }
            return ""
        }
        return String(decoding: try await reply.collect(limitInBytes: 16 << 20), as: UTF8.self)
    }

    /// Every answer that only reads, as the daemon's own document has them.
    func everything(of ids: [String]) async throws -> [String] {
        let document = try JSONValue(parsing: Array(try await ask(.get, "/openapi.json").utf8))
        var said: [String] = []
        for (path, item) in document["paths"]?.objectValue ?? [:] where item["get"] != nil {
            for id in path.contains("{id}") ? ids : [""] {
                let query = path == "/api/events" ? "?after=0" : ""
                said.append(try await ask(.get, path.replacing("{id}", with: id) + query))
            }
        }
        return said
    }
}
