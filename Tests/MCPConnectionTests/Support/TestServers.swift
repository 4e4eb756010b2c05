import MCPConnection

/// Small servers, good and bad, made of a shell or a Python program.
enum TestServers {
    /// The system's own programs come first: a version manager's shims are slow.
    static let environment: [String: String] = {
        var environment = StdioServer.baseEnvironment(from: inheritedEnvironment())
        environment["PATH"] = "/usr/bin:/bin:" + (environment["PATH"] ?? "")
        return environment
    }()

    /// A server that is a shell program.
    static func shell(_ program: String) -> StdioServer {
        StdioServer(executable: "/bin/sh", arguments: ["-c", program], environment: environment)
    }

    /// A server that is a Python program.
    static func python(_ program: String) -> StdioServer {
        StdioServer(executable: "python3", arguments: ["-S", "-c", program], environment: environment)
    }

    /// Sends back what it gets.
    static let echo = StdioServer(executable: "cat", environment: environment)

    /// A legacy server with one tool that echoes its arguments; extra lines of Python run before each answer to a call.
    static func legacy(beforeStart: String = "", beforeAnswer: String = "pass") -> StdioServer {
        python(
            """
            import json, os, sys, time
            def send(message):
                sys.stdout.write(json.dumps(message) + "\\n"); sys.stdout.flush()
            \(beforeStart)
            for line in sys.stdin:
                message = json.loads(line)
                id, method = message.get("id"), message["method"]
                if id is None: continue
                if method == "initialize":
                    send({"jsonrpc": "2.0", "id": id, "result": {"protocolVersion": message["params"]["protocolVersion"],
                        "capabilities": {"tools": {}}, "serverInfo": {"name": "test", "version": "1"}}})
                elif method == "tools/list":
                    send({"jsonrpc": "2.0", "id": id, "result": {"tools": [{"name": "echo", "inputSchema": {"type": "object"}}]}})
                elif method == "tools/call":
                    \(beforeAnswer)
                    text = json.dumps(message["params"]["arguments"])
                    send({"jsonrpc": "2.0", "id": id, "result": {"content": [{"type": "text", "text": text}]}})
                else:
                    send({"jsonrpc": "2.0", "id": id, "error": {"code": -32601, "message": "Method not found: " + method}})
            """
        )
    }
}
