import MockVendors

/// Packages whose program is a small MCP server of the years up to 2025-11-25, for pip and for npm.
enum SampleServers {
    static let python: PublishedPackage = {
        var package = PublishedPackage(
            "mcp-server-shop",
            "1.2.3",
            files: ["shop_server.py": pythonText],
            programs: ["mcp-server-shop": "shop_server:main"]
        )
        package.dependencies = ["shop-lib>=2"]
        return package
    }()

    static let pythonHelper = PublishedPackage(
        "shop-lib",
        "2.0.0",
        files: ["shop_lib.py": "user = 'me'\n"],
        programs: [:]
    )

    static let node = PublishedPackage(
        "@acme/mcp-server-shop",
        "1.2.3",
        files: ["server.js": nodeText],
        programs: ["mcp-server-shop": "server.js"]
    )

    private static let pythonText = #"""
        import json, os, sys, shop_lib

        TOOLS = [{
            "name": "whoami", "description": "Says who asks.", "annotations": {"readOnlyHint": True},
            "inputSchema": {"type": "object", "properties": {}, "additionalProperties": False},
        }]

        def answer(method, params):
            if method == "initialize":
                return {"protocolVersion": "2025-11-25", "capabilities": {"tools": {}},
                        "serverInfo": {"name": "shop", "version": "1.2.3"}}
            if method == "ping":
                return {}
            if method == "tools/list" and "cursor" not in params:
                return {"tools": TOOLS}
            if method == "tools/call" and params.get("name") == "whoami":
                if params.get("arguments"):
                    return {"content": [{"type": "text", "text": "whoami takes nothing"}], "isError": True}
                text = json.dumps({"user": shop_lib.user, "words": sys.argv[1:]})
                return {"content": [{"type": "text", "text": text}]}
            raise KeyError(-32602 if method.startswith("tools/") else -32601)

        def main():
            if os.environ.get("SHOP_MARK"):
                open(os.environ["SHOP_MARK"], "a").write("started\n")
            for line in sys.stdin:
                message = json.loads(line)
                if "id" not in message or "method" not in message:
                    continue
                reply = {"jsonrpc": "2.0", "id": message["id"]}
                try:
                    reply["result"] = answer(message["method"], message.get("params") or {})
                except KeyError as error:
                    reply["error"] = {"code": error.args[0], "message": "there is no such thing"}
                print(json.dumps(reply), flush=True)
        """#

    private static let nodeText = #"""
        #!/usr/bin/env node
        const tools = [{
          name: "whoami", description: "Says who asks.", annotations: { readOnlyHint: true },
          inputSchema: { type: "object", properties: {}, additionalProperties: false },
        }];
        function answer(method, params) {
          if (method === "initialize") return {
            protocolVersion: "2025-11-25", capabilities: { tools: {} }, serverInfo: { name: "shop", version: "1.2.3" } };
          if (method === "ping") return {};
          if (method === "tools/list" && !("cursor" in params)) return { tools };
          if (method === "tools/call" && params.name === "whoami") {
            const bad = Object.keys(params.arguments ?? {}).length > 0;
            const text = bad ? "whoami takes nothing" : JSON.stringify({ user: "me", words: process.argv.slice(2) });
            return { content: [{ type: "text", text }], isError: bad };
          }
          throw method.startsWith("tools/") ? -32602 : -32601;
        }
        require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
          const { id, method, params } = JSON.parse(line);
          if (id === undefined || method === undefined) return;
          const reply = { jsonrpc: "2.0", id };
          try { reply.result = answer(method, params ?? {}); }
          catch (code) { reply.error = { code, message: "there is no such thing" }; }
          process.stdout.write(JSON.stringify(reply) + "\n");
        });
        """#
}
